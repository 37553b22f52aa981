// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.mmu;

import dev.jvmm.softcpu.memory.HostAccess;
import dev.jvmm.softcpu.memory.PhysicalMemory;
import dev.jvmm.softcpu.state.CpuState;
import org.jspecify.annotations.Nullable;

/**
 * The stage 1 translation of the EL1&amp;0 regime, VMSAv8-64 (Arm ARM D8): 4K, 16K and 64K granules, 48-bit addresses. Holds
 * the result of the last walk. Confined to its vCPU's thread.
 */
final class PageTableWalker {
    /** Fault status codes (Arm ARM D19.2.37, DFSC) of level 0; the level is added. */
    static final int ADDRESS_SIZE_FAULT = 0x00;

    static final int TRANSLATION_FAULT = 0x04;
    static final int ACCESS_FLAG_FAULT = 0x08;
    static final int PERMISSION_FAULT = 0x0C;
    static final int EXTERNAL_ABORT = 0x10;
    static final int EXTERNAL_ABORT_ON_WALK = 0x14;
    static final int ALIGNMENT_FAULT = 0x21;
    static final int UNSUPPORTED_EXCLUSIVE = 0x35;

    /** No fault: not a fault status code that a walk of ours gives. */
    static final int NO_FAULT = -1;

    private static final long SCTLR_M = 1;
    private static final long SCTLR_WXN = 1L << 19;
    /** FEAT_E0PD: no translation of the lower or upper addresses for EL0. */
    private static final long TCR_E0PD0 = 1L << 55;

    private static final long TCR_E0PD1 = 1L << 56;
    private static final int MAX_ADDRESS_BITS = 48;

    private final CpuState state;
    private final PhysicalMemory memory;
    private final int physicalAddressBits;

    private long outputAddress;
    private int level;
    private int translationShift;
    private int attributes;
    private int shareability;
    private boolean device;
    private boolean nonGlobal;
    private boolean userAccess;
    private boolean readOnly;
    private boolean userExecuteNever;
    private boolean privilegedExecuteNever;

    PageTableWalker(CpuState state, PhysicalMemory memory, int physicalAddressBits) {
        this.state = state;
        this.memory = memory;
        this.physicalAddressBits = physicalAddressBits;
    }

    /**
     * Translates {@code va} for an access in a regime; returns {@link #NO_FAULT} or a fault status code. Permissions are asked
     * for afterwards.
     */
    int walk(int regime, long va) {
        if ((state.sctlr & SCTLR_M) == 0) {
            return flat(va);
        }
        boolean upper = (va >>> 55 & 1) != 0;
        long tcr = state.tcr;
        int sizeOffset = (int) (upper ? tcr >>> 16 : tcr) & 0x3F;
        boolean disabled = (tcr >>> (upper ? 23 : 7) & 1) != 0;
        boolean privilegedOnly = regime == Mmu.REGIME_EL0 && (tcr & (upper ? TCR_E0PD1 : TCR_E0PD0)) != 0;
        boolean ignoreTopByte = (tcr >>> (upper ? 38 : 37) & 1) != 0;
        int inputBits = 64 - Math.clamp(sizeOffset, 16, 39);
        level = 0;
        if (disabled || privilegedOnly || !canonical(va, inputBits, upper, ignoreTopByte)) {
            return TRANSLATION_FAULT;
        }
        int granule = granule((int) (upper ? tcr >>> 30 : tcr >>> 14) & 3, upper);
        int stride = granule - 3;
        int outputBits = Math.min(physicalAddressBits, addressBits((int) (tcr >>> 32) & 7));
        level = 4 - (inputBits - granule + stride - 1) / stride;
        int firstTableBits = inputBits - ((3 - level) * stride + granule) + 3;
        long table = (upper ? state.ttbr1 : state.ttbr0) & (1L << MAX_ADDRESS_BITS) - 1 & -1L << firstTableBits;
        if (table >>> outputBits != 0) {
            level = 0;
            return ADDRESS_SIZE_FAULT;
        }
        return walkTables(va, table, inputBits, granule, outputBits);
    }

    private int walkTables(long va, long firstTable, int inputBits, int granule, int outputBits) {
        int stride = granule - 3;
        long table = firstTable;
        int top = inputBits;
        boolean tableReadOnly = false;
        boolean tableNoUser = false;
        boolean tableUxn = false;
        boolean tablePxn = false;
        while (true) {
            int shift = (3 - level) * stride + granule;
            long index = va >>> shift & (1L << top - shift) - 1;
            PhysicalMemory.@Nullable Block block = memory.find(table + index * 8);
            if (block == null) {
                return EXTERNAL_ABORT_ON_WALK + level;
            }
            long descriptor = HostAccess.getVolatile(block.hostAddress() + (table + index * 8 - block.gpa()), 8);
            if ((descriptor & 1) == 0) {
                return TRANSLATION_FAULT + level;
            }
            boolean isTableOrPage = (descriptor & 2) != 0;
            if (isTableOrPage && level < 3) {
                table = descriptor & (1L << MAX_ADDRESS_BITS) - 1 & -1L << granule;
                if (table >>> outputBits != 0) {
                    return ADDRESS_SIZE_FAULT + level;
                }
                tableReadOnly |= (descriptor >>> 62 & 1) != 0;
                tableNoUser |= (descriptor >>> 61 & 1) != 0;
                tableUxn |= (descriptor >>> 60 & 1) != 0;
                tablePxn |= (descriptor >>> 59 & 1) != 0;
                top = shift;
                level++;
                continue;
            }
            if (!isTableOrPage && !blockAllowed(granule)) {
                return TRANSLATION_FAULT + level;
            }
            outputAddress = descriptor & (1L << MAX_ADDRESS_BITS) - 1 & -1L << shift | va & (1L << shift) - 1;
            if (outputAddress >>> outputBits != 0) {
                return ADDRESS_SIZE_FAULT + level;
            }
            if ((descriptor >>> 10 & 1) == 0) {
                return ACCESS_FLAG_FAULT + level;
            }
            translationShift = shift;
            userAccess = (descriptor >>> 6 & 1) != 0 && !tableNoUser;
            readOnly = (descriptor >>> 7 & 1) != 0 || tableReadOnly;
            userExecuteNever = (descriptor >>> 54 & 1) != 0 || tableUxn;
            privilegedExecuteNever = (descriptor >>> 53 & 1) != 0 || tablePxn;
            nonGlobal = (descriptor >>> 11 & 1) != 0;
            shareability = (int) (descriptor >>> 8) & 3;
            attributes = (int) (state.mair >>> 8 * ((int) (descriptor >>> 2) & 7)) & 0xFF;
            device = (attributes & 0xF0) == 0;
            return NO_FAULT;
        }
    }

    /** Translation is off: every address is itself; data accesses are Device-nGnRnE (Arm ARM D8.2.12). */
    private int flat(long va) {
        level = 0;
        boolean ignoreTopByte = (state.tcr >>> ((va >>> 55 & 1) != 0 ? 38 : 37) & 1) != 0;
        long address = ignoreTopByte ? va & (1L << 56) - 1 : va;
        if (address >>> physicalAddressBits != 0) {
            return ADDRESS_SIZE_FAULT;
        }
        outputAddress = address;
        translationShift = Tlb.PAGE_SHIFT;
        device = true;
        attributes = 0;
        shareability = 2;
        nonGlobal = false;
        userAccess = true;
        readOnly = false;
        userExecuteNever = false;
        privilegedExecuteNever = false;
        return NO_FAULT;
    }

    private boolean blockAllowed(int granule) {
        return level == 2 || level == 1 && granule == 12;
    }

    private static boolean canonical(long va, int inputBits, boolean upper, boolean ignoreTopByte) {
        long address = ignoreTopByte ? va << 8 >> 8 : va;
        return address >> inputBits == (upper ? -1 : 0);
    }

    /** TG0 and TG1 differ in their encodings; a reserved value is taken as 4K. */
    private static int granule(int encoding, boolean upper) {
        if (upper) {
            return encoding == 3 ? 16 : encoding == 1 ? 14 : 12;
        }
        return encoding == 1 ? 16 : encoding == 2 ? 14 : 12;
    }

    private static int addressBits(int ips) {
        return switch (ips) {
            case 0 -> 32;
            case 1 -> 36;
            case 2 -> 40;
            case 3 -> 42;
            case 4 -> 44;
            default -> MAX_ADDRESS_BITS;
        };
    }

    /** Whether a fault status code is that of a synchronous external abort on a walk. */
    static boolean isExternalAbort(int fault) {
        return fault >= EXTERNAL_ABORT_ON_WALK && fault < EXTERNAL_ABORT_ON_WALK + 4;
    }

    boolean readable(int regime) {
        return switch (regime) {
            case Mmu.REGIME_EL0 -> userAccess;
            case Mmu.REGIME_EL1 -> true;
            default -> !userAccess || (state.sctlr & SCTLR_M) == 0;
        };
    }

    boolean writable(int regime) {
        return readable(regime) && !readOnly;
    }

    boolean executable(int regime) {
        if ((state.sctlr & SCTLR_M) == 0) {
            return true;
        }
        boolean writeExecuteNever = (state.sctlr & SCTLR_WXN) != 0;
        boolean userWritable = userAccess && !readOnly;
        if (regime == Mmu.REGIME_EL0) {
            return !userExecuteNever && !(writeExecuteNever && userWritable);
        }
        return !privilegedExecuteNever && !userWritable && !(writeExecuteNever && !readOnly);
    }

    /** The permission fault of the last walk. */
    int permissionFault() {
        return PERMISSION_FAULT + level;
    }

    /** The guest-physical address of the last walk. */
    long outputAddress() {
        return outputAddress;
    }

    /** The mapping is of Device memory. */
    boolean device() {
        return device;
    }

    /** The mapping holds for the current ASID only. */
    boolean nonGlobal() {
        return nonGlobal;
    }

    /** log2 of the bytes that the last descriptor maps. */
    int translationShift() {
        return translationShift;
    }

    /** The memory attributes as MAIR encodes them. */
    int attributes() {
        return attributes;
    }

    /** SH as descriptors encode it. */
    int shareability() {
        return shareability;
    }
}
