// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.gic;

/** Registers of the memory-mapped frames: Arm IHI 0069 section 12.8 to 12.11, Arm IHI 0048 section 4. */
final class GicRegisters {
    // The distributor; those that take one bit, two bits or a byte an interrupt, a redistributor's SGI frame has too.
    static final int GICD_CTLR = 0x0000;
    static final int GICD_TYPER = 0x0004;
    static final int GICD_IIDR = 0x0008;
    static final int IGROUPR = 0x0080;
    static final int ISENABLER = 0x0100;
    static final int ICENABLER = 0x0180;
    static final int ISPENDR = 0x0200;
    static final int ICPENDR = 0x0280;
    static final int ISACTIVER = 0x0300;
    static final int ICACTIVER = 0x0380;
    static final int IPRIORITYR = 0x0400;
    static final int ITARGETSR = 0x0800;
    static final int ICFGR = 0x0C00;
    static final int ICFGR_END = 0x0D00;
    static final int GICD_SGIR = 0x0F00;
    static final int CPENDSGIR = 0x0F10;
    static final int SPENDSGIR = 0x0F20;
    static final int SPENDSGIR_END = 0x0F30;
    /** GICv3: eight bytes an interrupt, by INTID; the first is that of INTID 32. */
    static final int IROUTER = 0x6000;

    static final int IROUTER_END = 0x8000;

    static final int CTLR_ENABLE_GRP0 = 1;
    static final int CTLR_ENABLE_GRP1 = 1 << 1;
    /** GICv3: affinity routing, always on. */
    static final int CTLR_ARE = 1 << 4;
    /** GICv3: a single security state. */
    static final int CTLR_DS = 1 << 6;

    /** TYPER: 10 bits of INTID. */
    static final int TYPER_ID_BITS = 9 << 19;
    /** TYPER: affinity level 3 may be other than zero. */
    static final int TYPER_A3V = 1 << 24;
    /** TYPER: no SPI goes to one of several. */
    static final int TYPER_NO_1N = 1 << 25;

    /** Implementer Arm (JEP106 0x43B), no product, variant or revision. */
    static final int IIDR = 0x43B;

    /** Aff3, Aff2, Aff1, Aff0 as IROUTER and MPIDR_EL1 have them. */
    static final long AFFINITY = 0xFF_00FF_FFFFL;

    // RD_base of a redistributor.
    static final int GICR_CTLR = 0x0000;
    static final int GICR_IIDR = 0x0004;
    static final int GICR_TYPER = 0x0008;
    static final int GICR_WAKER = 0x0014;
    static final int GICR_TYPER_LAST = 1 << 4;
    static final int WAKER_PROCESSOR_SLEEP = 1 << 1;
    static final int WAKER_CHILDREN_ASLEEP = 1 << 2;
    /** From RD_base to SGI_base. */
    static final int SGI_FRAME = 0x1_0000;

    static final int REDISTRIBUTOR_SIZE = 0x2_0000;

    /** The identification registers end a frame of 64 KiB (GICv3). */
    static final int V3_PIDR4 = 0xFFD0;
    /** The identification registers end a frame of 4 KiB (GICv2). */
    static final int V2_PIDR4 = 0x0FD0;

    /** GICC, Arm IHI 0048 table 4-2. */
    static final int GICC_CTLR = 0x0000;

    static final int GICC_PMR = 0x0004;
    static final int GICC_BPR = 0x0008;
    static final int GICC_IAR = 0x000C;
    static final int GICC_EOIR = 0x0010;
    static final int GICC_RPR = 0x0014;
    static final int GICC_HPPIR = 0x0018;
    static final int GICC_ABPR = 0x001C;
    static final int GICC_AIAR = 0x0020;
    static final int GICC_AEOIR = 0x0024;
    static final int GICC_AHPPIR = 0x0028;
    static final int GICC_APR0 = 0x00D0;
    static final int GICC_NSAPR0 = 0x00E0;
    static final int GICC_IIDR = 0x00FC;
    static final int GICC_DIR = 0x1000;

    static final int GICC_CTLR_ENABLE_GRP0 = 1;
    static final int GICC_CTLR_ENABLE_GRP1 = 1 << 1;
    static final int GICC_CTLR_ACK_CTL = 1 << 2;
    static final int GICC_CTLR_FIQ_EN = 1 << 3;
    static final int GICC_CTLR_CBPR = 1 << 4;
    static final int GICC_CTLR_EOI_MODE = 1 << 9;
    /** GICv2 (bits 19:16) of Arm. */
    static final int GICC_IIDR_VALUE = 2 << 16 | 0x43B;

    private static final int[] COMPONENT_ID = {0x0D, 0xF0, 0x05, 0xB1};

    private GicRegisters() {}

    /**
     * The identification registers.
     *
     * @param offset from PIDR4, up to CIDR3 at 0x2C
     * @param architecture 2 or 3
     */
    static int identification(int offset, int architecture) {
        return switch (offset) {
            case 0x00 -> architecture == 3 ? 0x44 : 0x04;
            case 0x10 -> architecture == 3 ? 0x92 : 0x90;
            case 0x14 -> 0xB4;
            case 0x18 -> architecture << 4 | 0xB;
            case 0x20, 0x24, 0x28, 0x2C -> COMPONENT_ID[(offset - 0x20) / 4];
            default -> 0;
        };
    }
}
