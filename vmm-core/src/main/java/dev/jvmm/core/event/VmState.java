// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.event;

/** Where a VM is in its life. */
public enum VmState {
    /** Made, not started. */
    CREATED,
    /** Its vCPUs run. */
    RUNNING,
    /** Its vCPUs are held. */
    PAUSED,
    /** It has ended, everything it held is given back. */
    ENDED
}
