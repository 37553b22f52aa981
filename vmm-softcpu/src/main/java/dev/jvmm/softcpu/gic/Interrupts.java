// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.gic;

import dev.jvmm.core.irq.IrqLine;
import dev.jvmm.softcpu.cpu.Cpu;
import java.util.Arrays;
import java.util.List;

/**
 * The state of all interrupts of a machine, as the registers show it: one bit an interrupt in words of 32 (Arm IHI 0069
 * section 4.1). Word {@code n} below the number of vCPUs holds the SGIs and PPIs of vCPU {@code n}; the SPIs follow.
 *
 * <p>Everything here is guarded by the monitor of this object, which is the one lock of an interrupt controller. Held for
 * short register operations only; the one thing done under it that others see is {@link dev.jvmm.softcpu.cpu.Cpu#request}.
 */
final class Interrupts {
    /** INTIDs that each vCPU has of its own: 16 SGIs and 16 PPIs. */
    static final int PRIVATE = 32;

    static final int SGIS = 16;
    /** Special INTIDs start here. */
    static final int LIMIT = 1020;

    static final int SPURIOUS = 1023;

    /** Five bits of priority. */
    static final int PRIORITY_MASK = 0xF8;

    private static final int SGI_BITS = 0xFFFF;

    /** What {@link #select} returns for no interrupt: worse than any. */
    static final int NONE = 0x100 << 10 | SPURIOUS;

    /** How {@link #routes} is read. */
    enum Routing {
        /** GICv3: the number of the one target, or -1. */
        AFFINITY,
        /** GICv2: a bit for each target. */
        MASK
    }

    final int cpus;
    final int spis;

    final int[] enabled;
    /** Pending by an edge, a software write or an SGI. */
    final int[] latched;
    /** The levels of the input lines. */
    final int[] level;

    final int[] active;
    /** Set: Group 1. */
    final int[] group;
    /** Set: edge-triggered. */
    final int[] edge;

    final int[] priority;
    /** Of each SPI. */
    final int[] routes;
    /** GICv2: for each SGI of each vCPU, the vCPUs that it is pending from. */
    final int[] sgiSources;

    boolean group0Enabled;
    boolean group1Enabled;

    final CpuInterface[] interfaces;
    /** By index; a wire has one state however many hold it. */
    private final Line[] lines;

    private final Routing routing;

    Interrupts(int cpus, int spis, Routing routing) {
        if (spis < 0 || spis % 32 != 0 || PRIVATE + spis > 1024) {
            throw new IllegalStateException("the number of SPIs is a multiple of 32 up to 992, not " + spis);
        }
        this.cpus = cpus;
        this.spis = spis;
        this.routing = routing;
        int words = cpus + spis / 32;
        enabled = new int[words];
        latched = new int[words];
        level = new int[words];
        active = new int[words];
        group = new int[words];
        edge = new int[words];
        priority = new int[words * 32];
        routes = new int[spis];
        sgiSources = new int[cpus * SGIS];
        interfaces = new CpuInterface[cpus];
        for (int cpu = 0; cpu < cpus; cpu++) {
            interfaces[cpu] = new CpuInterface(this, cpu);
        }
        lines = new Line[words * 32];
        for (int index = 0; index < lines.length; index++) {
            lines[index] = new Line(index);
        }
    }

    /** The number of 32-bit words that hold one bit for each INTID, as a register file sees them. */
    int registerWords() {
        return 1 + spis / 32;
    }

    /** The word with INTIDs {@code 32 * register} and up, as vCPU {@code cpu} sees it. */
    int word(int cpu, int register) {
        return register == 0 ? cpu : cpus + register - 1;
    }

    /** The place of an INTID, as vCPU {@code cpu} sees it, in {@link #priority}; its word and bit follow by division. */
    int index(int cpu, int intid) {
        return word(cpu, intid >> 5) << 5 | intid & 31;
    }

    /** Whether there is an interrupt with this INTID. */
    boolean exists(int intid) {
        return intid >= 0 && intid < PRIVATE + spis && intid < LIMIT;
    }

    int pending(int word) {
        return latched[word] | level[word] & ~edge[word];
    }

    boolean isGroup1(int cpu, int intid) {
        return bit(group, index(cpu, intid));
    }

    static boolean bit(int[] words, int index) {
        return (words[index >> 5] & 1 << index) != 0;
    }

    /** Recomputes the outputs to every vCPU. */
    void update() {
        for (CpuInterface each : interfaces) {
            each.update();
        }
    }

    /** Recomputes the outputs that a change of one interrupt may have changed. */
    void update(int cpu, int intid) {
        if (intid < PRIVATE) {
            interfaces[cpu].update();
            return;
        }
        int route = routes[intid - PRIVATE];
        if (routing == Routing.MASK) {
            for (int targets = route; targets != 0; targets &= targets - 1) {
                interfaces[Integer.numberOfTrailingZeros(targets)].update();
            }
            return;
        }
        if (route >= 0) {
            interfaces[route].update();
        }
    }

    /** Recomputes the outputs that a change in one word may have changed. */
    void updateWord(int word) {
        if (word < cpus) {
            interfaces[word].update();
        } else {
            update();
        }
    }

    /**
     * The highest-priority pending interrupt of the groups given, enabled and not active: its priority above its INTID (bits
     * 9:0), or {@link #NONE}. Equal priorities: the lowest INTID.
     */
    int select(int cpu, boolean group0, boolean group1) {
        boolean take0 = group0 && group0Enabled;
        boolean take1 = group1 && group1Enabled;
        if (!take0 && !take1) {
            return NONE;
        }
        int best = NONE;
        for (int register = 0; register < registerWords(); register++) {
            int word = word(cpu, register);
            int candidates = enabled[word] & pending(word) & ~active[word];
            if (candidates == 0) {
                continue;
            }
            candidates &= (take0 ? ~group[word] : 0) | (take1 ? group[word] : 0);
            for (; candidates != 0; candidates &= candidates - 1) {
                int bit = Integer.numberOfTrailingZeros(candidates);
                int key = priority[word << 5 | bit] << 10 | register << 5 | bit;
                if (key < best && (register == 0 || targets(cpu, (register << 5 | bit) - PRIVATE))) {
                    best = key;
                }
            }
        }
        return best;
    }

    private boolean targets(int cpu, int spi) {
        int route = routes[spi];
        return routing == Routing.MASK ? (route >> cpu & 1) != 0 : route == cpu;
    }

    /**
     * An interrupt becomes active, and no longer pending but for the level of its line.
     *
     * @return for an SGI of a GICv2 the number of the vCPU that sent it, else 0
     */
    int activate(int cpu, int intid) {
        int index = index(cpu, intid);
        active[index >> 5] |= 1 << index;
        if (routing == Routing.MASK && intid < SGIS) {
            int sources = sgiSources[cpu * SGIS + intid];
            sgiSources[cpu * SGIS + intid] = sources & sources - 1;
            if ((sources & sources - 1) == 0) {
                latched[index >> 5] &= ~(1 << index);
            }
            return Integer.numberOfTrailingZeros(sources) & 7;
        }
        latched[index >> 5] &= ~(1 << index);
        return 0;
    }

    /** An interrupt is no longer active. The caller knows that it exists. */
    void deactivate(int cpu, int intid) {
        int index = index(cpu, intid);
        active[index >> 5] &= ~(1 << index);
        update(cpu, intid);
    }

    /** Makes an interrupt pending. */
    void latch(int cpu, int intid) {
        int index = index(cpu, intid);
        latched[index >> 5] |= 1 << index;
        update(cpu, intid);
    }

    /** GICv2: changes the set of vCPUs that an SGI is pending from. */
    void setSgiSources(int cpu, int sgi, int sources) {
        sgiSources[cpu * SGIS + sgi] = sources;
        int index = index(cpu, sgi);
        if (sources == 0) {
            latched[index >> 5] &= ~(1 << index);
        } else {
            latched[index >> 5] |= 1 << index;
        }
        interfaces[cpu].update();
    }

    /** The input line of an SPI. */
    IrqLine sharedLine(int intid) {
        if (!exists(intid) || intid < PRIVATE) {
            throw new IllegalStateException("no SPI has INTID " + intid);
        }
        return lines[index(0, intid)];
    }

    /** The input line of a PPI. */
    IrqLine privateLine(int cpu, int intid) {
        if (intid < SGIS || intid >= PRIVATE || cpu < 0 || cpu >= cpus) {
            throw new IllegalStateException("no PPI of vCPU " + cpu + " has INTID " + intid);
        }
        return lines[index(cpu, intid)];
    }

    /** Wires the outputs to the vCPUs. */
    synchronized void connect(List<Cpu> to) {
        if (to.size() != cpus) {
            throw new IllegalStateException(to.size() + " vCPUs for an interrupt controller for " + cpus);
        }
        for (int cpu = 0; cpu < cpus; cpu++) {
            interfaces[cpu].connect(to.get(cpu));
        }
    }

    private synchronized void drive(Line line, boolean value) {
        int word = line.index >> 5;
        int bit = 1 << line.index;
        line.value = value;
        if (!value) {
            level[word] &= ~bit;
        } else if ((level[word] & bit) == 0) {
            level[word] |= bit;
            latched[word] |= bit & edge[word];
        }
        if (word < cpus) {
            interfaces[word].update();
        } else {
            update(0, line.index - (cpus << 5) + PRIVATE);
        }
    }

    /** To power-on state: everything disabled, inactive, of the highest priority and level-sensitive, in one group. */
    void reset(boolean group1) {
        group0Enabled = false;
        group1Enabled = false;
        for (int word = 0; word < enabled.length; word++) {
            enabled[word] = word < cpus ? sgiEnablesAtReset() : 0;
            latched[word] = 0;
            active[word] = 0;
            group[word] = group1 ? ~0 : 0;
            edge[word] = word < cpus ? SGI_BITS : 0;
        }
        Arrays.fill(priority, 0);
        Arrays.fill(sgiSources, 0);
        Arrays.fill(routes, routing == Routing.MASK && cpus == 1 ? 1 : 0);
        for (CpuInterface each : interfaces) {
            each.reset();
        }
        update();
    }

    /** In a GICv2, as in its best-known implementation, SGIs are always enabled. */
    private int sgiEnablesAtReset() {
        return routing == Routing.MASK ? SGI_BITS : 0;
    }

    /** One wire. */
    private final class Line implements IrqLine {
        final int index;
        /** Written under the lock, read without: who sees the level that it wants has nothing to do. */
        volatile boolean value;

        Line(int index) {
            this.index = index;
        }

        @Override
        public void set(boolean wanted) {
            if (value != wanted) {
                drive(this, wanted);
            }
        }
    }
}
