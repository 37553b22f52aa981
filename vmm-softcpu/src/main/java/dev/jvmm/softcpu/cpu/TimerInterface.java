// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.cpu;

/** The Generic Timer of a vCPU (Arm ARM D11). Called by the vCPU's thread. */
public interface TimerInterface {
    /** CNTFRQ_EL0 in hertz. */
    long frequency();

    /** CNTPCT_EL0. */
    long physicalCount();

    /** CNTVCT_EL0. */
    long virtualCount();

    /** CNTV_CTL_EL0 or CNTP_CTL_EL0, with ISTATUS. */
    long control(boolean virtual);

    void setControl(boolean virtual, long value);

    /** CNTV_CVAL_EL0 or CNTP_CVAL_EL0. */
    long compareValue(boolean virtual);

    void setCompareValue(boolean virtual, long value);
}
