// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.gpio;

/** Registers of the PrimeCell GPIO, Arm DDI 0190, section 3.2. One bit for each of the eight lines. */
final class Pl061Registers {
    /** Data, at 0x000 to 0x3FC: bits [9:2] of the offset say which lines the access concerns. */
    static final int DATA_LAST = 0x3FC;
    /** Direction: 1 is an output. */
    static final int DIR = 0x400;
    /** Interrupt sense: 1 is level, 0 edge. */
    static final int IS = 0x404;
    /** Interrupt both edges. */
    static final int IBE = 0x408;
    /** Interrupt event: 1 is rising edge or high level. */
    static final int IEV = 0x40C;
    /** Interrupt mask: 1 lets the line interrupt. */
    static final int IE = 0x410;
    /** Raw interrupt status. */
    static final int RIS = 0x414;
    /** Masked interrupt status. */
    static final int MIS = 0x418;
    /** Interrupt clear: for edges. */
    static final int IC = 0x41C;
    /** Mode control select: 1 gives the line to the hardware. */
    static final int AFSEL = 0x420;

    static final int LINES = 8;
    static final int LINE_MASK = 0xFF;

    /** PeriphID3..0: part 0x061, designer 0x41 (Arm), revision 0. */
    static final int PERIPHERAL_ID = 0x0004_1061;

    private Pl061Registers() {}
}
