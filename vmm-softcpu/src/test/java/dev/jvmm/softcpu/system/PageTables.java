// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

/** Translation tables of stage 1 in a guest's memory, written descriptor by descriptor (Arm ARM D8.3). */
final class PageTables {
    static final long ACCESS_FLAG = 1L << 10;
    static final long NORMAL = ACCESS_FLAG | 3L << 8 | 1L << 2;
    static final long DEVICE = ACCESS_FLAG;
    static final long USER = 1L << 6;
    static final long READ_ONLY = 1L << 7;
    static final long NOT_GLOBAL = 1L << 11;
    static final long PXN = 1L << 53;
    static final long UXN = 1L << 54;
    static final long NEVER_EXECUTE = PXN | UXN;
    static final long UXN_TABLE = 1L << 60;
    static final long PXN_TABLE = 1L << 59;
    static final long NO_USER_TABLE = 1L << 61;
    static final long READ_ONLY_TABLE = 1L << 62;

    private final Guest guest;
    private final int granuleShift;
    private final int inputBits;
    private final long root;
    private long next;

    /**
     * Empty tables.
     *
     * @param granuleShift 12, 14 or 16
     * @param inputBits 64 - TxSZ
     * @param base physical address of the first table, a multiple of 64 KiB; the others follow
     */
    PageTables(Guest guest, int granuleShift, int inputBits, long base) {
        this.guest = guest;
        this.granuleShift = granuleShift;
        this.inputBits = inputBits;
        this.root = base;
        this.next = base + (1L << granuleShift);
    }

    /** For the low half, in the usual place. */
    PageTables(Guest guest, int granuleShift, int inputBits) {
        this(guest, granuleShift, inputBits, Guest.TABLES);
    }

    /** For TTBR0_EL1 or TTBR1_EL1. */
    long root() {
        return root;
    }

    /** TCR_EL1 with these tables for the low half, the system's for the high one. */
    long lowTcr() {
        long granule = granuleShift == 12 ? 0 : granuleShift == 14 ? 2 : 1;
        return Guest.TCR_SYSTEM & ~0xFFFFL | granule << 14 | 64 - inputBits;
    }

    /** TCR_EL1 with these tables for the high half, the system's for the low one. */
    long highTcr() {
        long granule = granuleShift == 12 ? 2 : granuleShift == 14 ? 1 : 3;
        return Guest.TCR_SYSTEM & ~0xFFFF_0000L | granule << 30 | (64L - inputBits) << 16;
    }

    /** The level at which a walk starts (Arm ARM D8.2.5). */
    int firstLevel() {
        int stride = granuleShift - 3;
        return 4 - Math.ceilDiv(inputBits - granuleShift, stride);
    }

    /** log2 of the bytes that a descriptor of a level covers. */
    int shift(int level) {
        return (3 - level) * (granuleShift - 3) + granuleShift;
    }

    /** Maps a page (level 3) or block. */
    PageTables map(long va, long pa, int level, long attributes) {
        guest.write(descriptor(va, level), pa | attributes | (level == 3 ? 3 : 1));
        return this;
    }

    /** The physical address of the descriptor of {@code va} at a level; makes the tables above it. */
    long descriptor(long va, int level) {
        long table = root;
        int top = inputBits;
        for (int at = firstLevel(); ; at++) {
            long address = table + 8 * (va >>> shift(at) & (1L << top - shift(at)) - 1);
            if (at == level) {
                return address;
            }
            if (guest.read(address) == 0) {
                guest.write(address, next | 3);
                next += 1L << granuleShift;
            }
            table = guest.read(address) & 0xFFFF_FFFF_F000L & -1L << granuleShift;
            top = shift(at);
        }
    }

    /** Sets bits in the table descriptor of {@code va} at a level. */
    PageTables orTable(long va, int level, long bits) {
        long address = descriptor(va, level);
        guest.write(address, guest.read(address) | bits);
        return this;
    }
}
