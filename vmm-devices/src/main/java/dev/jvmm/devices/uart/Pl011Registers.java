// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.uart;

/** Registers of the PrimeCell UART, Arm DDI 0183, revision r1p5. Section numbers are that manual's. */
final class Pl011Registers {
    /** Data, section 3.3.1: 8 data bits, and above them on reads the four error bits. */
    static final int DR = 0x000;
    /** Receive status (read) and error clear (write), section 3.3.2. */
    static final int RSR_ECR = 0x004;
    /** Flags, section 3.3.3. */
    static final int FR = 0x018;
    /** IrDA low-power counter, section 3.3.4. */
    static final int ILPR = 0x020;
    /** Integer baud rate divisor, section 3.3.5. */
    static final int IBRD = 0x024;
    /** Fractional baud rate divisor, section 3.3.6. */
    static final int FBRD = 0x028;
    /** Line control, section 3.3.7. */
    static final int LCR_H = 0x02C;
    /** Control, section 3.3.8. */
    static final int CR = 0x030;
    /** Interrupt FIFO level select, section 3.3.9. */
    static final int IFLS = 0x034;
    /** Interrupt mask set/clear, section 3.3.10. */
    static final int IMSC = 0x038;
    /** Raw interrupt status, section 3.3.11. */
    static final int RIS = 0x03C;
    /** Masked interrupt status, section 3.3.12. */
    static final int MIS = 0x040;
    /** Interrupt clear, section 3.3.13. */
    static final int ICR = 0x044;
    /** DMA control, section 3.3.14. */
    static final int DMACR = 0x048;

    /** PeriphID3..0: part 0x011, designer 0x41 (Arm), revision 3 (r1p5, whose FIFOs are 32 deep), section 3.3.15. */
    static final int PERIPHERAL_ID = 0x0034_1011;

    /** Depth of each FIFO in r1p5; r1p4 and older have 16. */
    static final int FIFO_DEPTH = 32;

    // DR[11:8] and, shifted down, RSR[3:0].
    static final int DR_FE = 1 << 8;
    static final int DR_PE = 1 << 9;
    static final int DR_BE = 1 << 10;
    static final int DR_OE = 1 << 11;
    static final int RSR_OE = 1 << 3;
    static final int RSR_SHIFT = 8;

    static final int FR_CTS = 1;
    static final int FR_DSR = 1 << 1;
    static final int FR_DCD = 1 << 2;
    static final int FR_BUSY = 1 << 3;
    static final int FR_RXFE = 1 << 4;
    static final int FR_TXFF = 1 << 5;
    static final int FR_RXFF = 1 << 6;
    static final int FR_TXFE = 1 << 7;
    static final int FR_RI = 1 << 8;

    static final int LCR_H_BRK = 1;
    static final int LCR_H_FEN = 1 << 4;
    static final int LCR_H_MASK = 0xFF;

    static final int CR_UARTEN = 1;
    static final int CR_LBE = 1 << 7;
    static final int CR_TXE = 1 << 8;
    static final int CR_RXE = 1 << 9;
    static final int CR_DTR = 1 << 10;
    static final int CR_RTS = 1 << 11;
    static final int CR_OUT1 = 1 << 12;
    static final int CR_OUT2 = 1 << 13;
    static final int CR_MASK = 0xFF87;
    static final int CR_RESET = CR_TXE | CR_RXE;

    static final int IFLS_TX_MASK = 7;
    static final int IFLS_RX_SHIFT = 3;
    static final int IFLS_MASK = 0x3F;
    /** Both FIFOs at half. */
    static final int IFLS_RESET = 0x12;

    // Interrupts, the same bits in IMSC, RIS, MIS and ICR.
    static final int INT_RI = 1;
    static final int INT_CTS = 1 << 1;
    static final int INT_DCD = 1 << 2;
    static final int INT_DSR = 1 << 3;
    static final int INT_RX = 1 << 4;
    static final int INT_TX = 1 << 5;
    static final int INT_RT = 1 << 6;
    static final int INT_FE = 1 << 7;
    static final int INT_PE = 1 << 8;
    static final int INT_BE = 1 << 9;
    static final int INT_OE = 1 << 10;
    static final int INT_MASK = 0x7FF;

    static final int IBRD_MASK = 0xFFFF;
    static final int FBRD_MASK = 0x3F;
    static final int ILPR_MASK = 0xFF;
    static final int DMACR_MASK = 7;

    private Pl011Registers() {}
}
