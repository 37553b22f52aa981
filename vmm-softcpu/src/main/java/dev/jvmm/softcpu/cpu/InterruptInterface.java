// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.cpu;

/**
 * The system-register CPU interface of a GICv3 (Arm IHI 0069, chapter 12). Registers are named by their encoding: op0 in
 * bits 15:14, op1 in 13:11, CRn in 10:7, CRm in 6:3, op2 in 2:0. Called by the vCPU's thread.
 */
public interface InterruptInterface {
    /** Whether there is a register of that encoding. */
    boolean has(int encoding);

    /** MRS. */
    long read(int encoding);

    /** MSR. */
    void write(int encoding, long value);
}
