// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.gic;

import static dev.jvmm.softcpu.gic.GicRegisters.ICACTIVER;
import static dev.jvmm.softcpu.gic.GicRegisters.ICENABLER;
import static dev.jvmm.softcpu.gic.GicRegisters.ICFGR;
import static dev.jvmm.softcpu.gic.GicRegisters.ICPENDR;
import static dev.jvmm.softcpu.gic.GicRegisters.IGROUPR;
import static dev.jvmm.softcpu.gic.GicRegisters.IPRIORITYR;
import static dev.jvmm.softcpu.gic.GicRegisters.ISACTIVER;
import static dev.jvmm.softcpu.gic.GicRegisters.ISENABLER;
import static dev.jvmm.softcpu.gic.GicRegisters.ISPENDR;
import static dev.jvmm.softcpu.gic.GicRegisters.ITARGETSR;

/**
 * The registers with a field for each interrupt that the distributors and the redistributor's SGI frame share: IGROUPR to
 * ICACTIVER, ICFGR, IPRIORITYR. They differ in which words they show: {@code first} to below {@code limit}; the rest
 * reads as zero. Called with the lock held.
 */
final class InterruptRegisters {
    /** Bits of the last word, INTIDs 992 to 1023, that stand for an interrupt. */
    private static final int LAST_WORD = 0x0FFF_FFFF;

    private static final int SGI_BITS = 0xFFFF;
    private static final int EVEN_BITS = 0x5555_5555;

    private final Interrupts interrupts;
    private final int first;
    private final int limit;
    /** GICv2: the enable and pending bits of SGIs are read-only here. */
    private final boolean fixedSgis;

    private InterruptRegisters(Interrupts interrupts, int first, int limit, boolean fixedSgis) {
        this.interrupts = interrupts;
        this.first = first;
        this.limit = limit;
        this.fixedSgis = fixedSgis;
    }

    /** Those of a GICv3's distributor: SPIs only. */
    static InterruptRegisters shared(Interrupts interrupts) {
        return new InterruptRegisters(interrupts, 1, interrupts.registerWords(), false);
    }

    /** Those of a GICv3's redistributor: SGIs and PPIs. */
    static InterruptRegisters local(Interrupts interrupts) {
        return new InterruptRegisters(interrupts, 0, 1, false);
    }

    /** Those of a GICv2's distributor: all, the first 32 banked. */
    static InterruptRegisters banked(Interrupts interrupts) {
        return new InterruptRegisters(interrupts, 0, interrupts.registerWords(), true);
    }

    /** Whether {@code offset} is one of IGROUPR to ICACTIVER or ICFGR. */
    static boolean hasWord(int offset) {
        return offset >= IGROUPR && offset < IPRIORITYR || offset >= ICFGR && offset < GicRegisters.ICFGR_END;
    }

    /** Whether {@code offset} is in IPRIORITYR. */
    static boolean hasPriority(int offset) {
        return offset >= IPRIORITYR && offset < ITARGETSR;
    }

    private boolean shows(int register) {
        return register >= first && register < limit;
    }

    /** A 32-bit read, aligned. */
    int read(int cpu, int offset) {
        if (offset >= ICFGR) {
            return readConfiguration(cpu, offset - ICFGR);
        }
        int register = (offset & 0x7F) >> 2;
        if (!shows(register)) {
            return 0;
        }
        int word = interrupts.word(cpu, register);
        return switch (offset & ~0x7F) {
            case IGROUPR -> interrupts.group[word];
            case ISENABLER, ICENABLER -> interrupts.enabled[word];
            case ISPENDR, ICPENDR -> interrupts.pending(word);
            case ISACTIVER, ICACTIVER -> interrupts.active[word];
            default -> 0;
        };
    }

    /** A 32-bit write, aligned. */
    void write(int cpu, int offset, int value) {
        if (offset >= ICFGR) {
            writeConfiguration(cpu, offset - ICFGR, value);
            return;
        }
        int register = (offset & 0x7F) >> 2;
        if (!shows(register)) {
            return;
        }
        int bits = register == 31 ? value & LAST_WORD : value;
        int changeable = fixedSgis && register == 0 ? bits & ~SGI_BITS : bits;
        int word = interrupts.word(cpu, register);
        switch (offset & ~0x7F) {
            case IGROUPR -> interrupts.group[word] = bits;
            case ISENABLER -> interrupts.enabled[word] |= changeable;
            case ICENABLER -> interrupts.enabled[word] &= ~changeable;
            case ISPENDR -> interrupts.latched[word] |= changeable;
            case ICPENDR -> interrupts.latched[word] &= ~changeable;
            case ISACTIVER -> interrupts.active[word] |= bits;
            case ICACTIVER -> interrupts.active[word] &= ~bits;
            default -> {
                return;
            }
        }
        interrupts.updateWord(word);
    }

    /** ICFGR: the upper of two bits says edge; sixteen interrupts a register. SGIs are edge-triggered for good. */
    private int readConfiguration(int cpu, int offset) {
        int register = offset >> 3;
        if (!shows(register)) {
            return 0;
        }
        int half = interrupts.edge[interrupts.word(cpu, register)] >>> ((offset & 4) << 2) & 0xFFFF;
        return Integer.expand(half, EVEN_BITS << 1);
    }

    private void writeConfiguration(int cpu, int offset, int value) {
        int register = offset >> 3;
        if (!shows(register) || offset == 0) {
            return;
        }
        int word = interrupts.word(cpu, register);
        int shift = (offset & 4) << 2;
        int half = Integer.compress(value, EVEN_BITS << 1);
        interrupts.edge[word] = interrupts.edge[word] & ~(0xFFFF << shift) | half << shift;
        interrupts.updateWord(word);
    }

    /** IPRIORITYR, any number of bytes. */
    long readPriorities(int cpu, int offset, int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            int intid = offset - IPRIORITYR + i;
            if (shows(intid >> 5)) {
                value |= (long) interrupts.priority[interrupts.index(cpu, intid)] << i * 8;
            }
        }
        return value;
    }

    void writePriorities(int cpu, int offset, int size, long value) {
        for (int i = 0; i < size; i++) {
            int intid = offset - IPRIORITYR + i;
            if (shows(intid >> 5) && interrupts.exists(intid)) {
                interrupts.priority[interrupts.index(cpu, intid)] = (int) (value >>> i * 8) & Interrupts.PRIORITY_MASK;
            }
        }
        if (offset - IPRIORITYR + size <= Interrupts.PRIVATE) {
            interrupts.interfaces[cpu].update();
        } else {
            interrupts.update();
        }
    }
}
