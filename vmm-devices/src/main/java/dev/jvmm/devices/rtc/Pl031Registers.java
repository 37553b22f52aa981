// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.rtc;

/** Registers of the PrimeCell Real Time Clock, Arm DDI 0224, section 3.3. */
final class Pl031Registers {
    /** Data: the seconds counter, read only. */
    static final int DR = 0x00;
    /** Match: the alarm, in seconds. */
    static final int MR = 0x04;
    /** Load: sets the counter; reads back what was last loaded. */
    static final int LR = 0x08;
    /** Control: bit 0 starts the counter, which only a reset stops. */
    static final int CR = 0x0C;
    /** Interrupt mask set/clear. */
    static final int IMSC = 0x10;
    /** Raw interrupt status. */
    static final int RIS = 0x14;
    /** Masked interrupt status. */
    static final int MIS = 0x18;
    /** Interrupt clear. */
    static final int ICR = 0x1C;

    static final int CR_START = 1;
    static final int INT = 1;

    /** PeriphID3..0: part 0x031, designer 0x41 (Arm), revision 0. */
    static final int PERIPHERAL_ID = 0x0004_1031;

    private Pl031Registers() {}
}
