// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.exception;

/**
 * A synchronous exception on its way from the instruction that causes it to the execution loop, which knows that
 * instruction's address. One object a vCPU, reused: no stack trace, no allocation.
 */
public final class GuestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private long syndrome;
    private long faultAddress;
    private boolean faultAddressValid;

    public GuestException() {
        super(null, null, false, false);
    }

    /** An exception that leaves FAR_EL1 as it is. */
    public GuestException with(long syndrome) {
        this.syndrome = syndrome;
        this.faultAddressValid = false;
        return this;
    }

    /** An exception that sets FAR_EL1. */
    public GuestException with(long syndrome, long faultAddress) {
        this.syndrome = syndrome;
        this.faultAddress = faultAddress;
        this.faultAddressValid = true;
        return this;
    }

    /** ESR_EL1 for it (EC, IL, ISS); the exception model turns a "same EL" class from the "lower EL" one given here. */
    public long syndrome() {
        return syndrome;
    }

    public long faultAddress() {
        return faultAddress;
    }

    public boolean faultAddressValid() {
        return faultAddressValid;
    }
}
