// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.gic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.gic.ReferenceGic.Interface;
import dev.jvmm.softcpu.gic.ReferenceGic.Interrupt;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random operations by register and by line on both versions of the controller, and on {@link ReferenceGic}: after each,
 * every output and everything that registers show of one vCPU agree. {@code -Djvmm.seed=N} repeats a run.
 */
class GicAgainstReferenceTest {
    private static final int CPUS = 3;
    private static final int STEPS = 3000;
    /** Few enough that they meet: SGIs, PPIs and SPIs. */
    private static final int[] INTIDS = {0, 1, 7, 15, 16, 27, 30, 32, 33, 47, 63, 64, 95};

    static LongStream seeds() {
        long first = Long.getLong("jvmm.seed", System.nanoTime());
        System.out.println("GicAgainstReferenceTest: -Djvmm.seed=" + first);
        return LongStream.range(first, first + 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void versionThreeAgrees(long seed) {
        run(new V3Target(), seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void versionTwoAgrees(long seed) {
        run(new V2Target(), seed);
    }

    private static void run(Target target, long seed) {
        var random = new SplittableRandom(seed);
        var reference = new ReferenceGic(CPUS, V3Board.SPIS);
        target.prepare(reference);
        for (int step = 0; step < STEPS; step++) {
            String done = step(target, reference, random);
            compare(target, reference, random.nextInt(CPUS), "seed " + seed + " step " + step + " after " + done);
        }
    }

    private static void compare(Target target, ReferenceGic reference, int shown, String when) {
        for (int cpu = 0; cpu < CPUS; cpu++) {
            assertThat(target.irq(cpu)).as("IRQ %d, %s", cpu, when).isEqualTo(reference.irq(cpu));
            assertThat(target.fiq(cpu)).as("FIQ %d, %s", cpu, when).isEqualTo(reference.fiq(cpu));
        }
        assertThat(target.runningPriority(shown))
                .as("RPR %d, %s", shown, when)
                .isEqualTo(reference.interfaces.get(shown).runningPriority());
        for (int intid : INTIDS) {
            Interrupt expected = reference.find(shown, intid);
            assertThat(target.bit(shown, 0x100, intid))
                    .as("enabled %d, %s", intid, when)
                    .isEqualTo(expected.enabled);
            assertThat(target.bit(shown, 0x200, intid))
                    .as("pending %d, %s", intid, when)
                    .isEqualTo(expected.pending());
            assertThat(target.bit(shown, 0x300, intid))
                    .as("active %d, %s", intid, when)
                    .isEqualTo(expected.active);
        }
    }

    private static String step(Target target, ReferenceGic reference, SplittableRandom random) {
        int cpu = random.nextInt(CPUS);
        int intid = INTIDS[random.nextInt(INTIDS.length)];
        Interrupt interrupt = reference.find(cpu, intid);
        Interface at = reference.interfaces.get(cpu);
        boolean yes = random.nextBoolean();
        int value = random.nextInt(256);
        boolean fixedSgi = target.fixedSgis() && intid < 16;
        switch (random.nextInt(19)) {
            case 0, 1, 2 -> {
                if (intid >= 16) {
                    target.line(cpu, intid, yes);
                    interrupt.drive(yes);
                }
                return "line " + intid + " of " + cpu + " " + yes;
            }
            case 3 -> {
                target.setBit(cpu, yes ? 0x100 : 0x180, intid);
                interrupt.enabled = fixedSgi || yes;
                return "enable " + intid + " of " + cpu + " " + yes;
            }
            case 4 -> {
                target.setBit(cpu, yes ? 0x200 : 0x280, intid);
                interrupt.latched = fixedSgi ? interrupt.latched : yes;
                return "pend " + intid + " of " + cpu + " " + yes;
            }
            case 5 -> {
                target.setBit(cpu, yes ? 0x300 : 0x380, intid);
                interrupt.active = yes;
                return "activate " + intid + " of " + cpu + " " + yes;
            }
            case 6 -> {
                target.priority(cpu, intid, value);
                interrupt.priority = value & 0xF8;
                return "priority " + intid + " of " + cpu + " " + value;
            }
            case 7 -> {
                target.group(cpu, intid, yes);
                interrupt.group1 = yes;
                return "group " + intid + " of " + cpu + " " + yes;
            }
            case 8 -> {
                target.configure(cpu, intid, yes);
                interrupt.edge = intid < 16 || yes;
                return "edge " + intid + " of " + cpu + " " + yes;
            }
            case 9 -> {
                target.route(reference, intid, value);
                return "route " + intid + " " + value;
            }
            case 10 -> {
                target.sgi(reference, cpu, value);
                return "SGI " + value + " from " + cpu;
            }
            case 11 -> {
                int mask = random.nextInt(4) == 0 ? value : 0xF8;
                target.mask(cpu, mask);
                at.mask = mask & 0xF8;
                return "mask of " + cpu + " " + mask;
            }
            case 12 -> {
                target.distributor(value >> 2 & 3 | (yes ? 3 : 0));
                reference.enable0 = yes || (value >> 2 & 1) != 0;
                reference.enable1 = yes || (value >> 3 & 1) != 0;
                return "distributor";
            }
            case 13 -> {
                at.enable0 = yes || (value & 1) != 0;
                at.enable1 = yes || (value & 2) != 0;
                at.split = (value & 4) != 0;
                at.common = (value & 8) != 0;
                target.control(cpu, at, (value & 16) != 0);
                return "control of " + cpu + " " + value;
            }
            case 14 -> {
                target.binaryPoint(cpu, yes, value & 7);
                if (!yes) {
                    at.bpr0 = Math.max(value & 7, 2);
                } else if (!at.common) {
                    at.bpr1 = Math.max(value & 7, 3);
                }
                return "binary point of " + cpu;
            }
            case 15, 16 -> {
                // An acknowledgement of the group that is signalled, most of the time.
                boolean group =
                        reference.signalled(cpu).map(each -> each.group1).orElse(yes);
                boolean asked = random.nextInt(8) == 0 ? yes : group;
                int expected = reference.acknowledge(cpu, asked);
                assertThat(target.acknowledge(cpu, asked)).as("IAR of %d", cpu).isEqualTo(expected);
                return "acknowledge " + expected + " by " + cpu;
            }
            case 17 -> {
                target.end(cpu, intid, yes);
                reference.end(cpu, intid, yes);
                return "end " + intid + " by " + cpu + " group " + yes;
            }
            default -> {
                target.deactivate(cpu, intid);
                reference.deactivate(cpu, intid);
                return "deactivate " + intid + " by " + cpu;
            }
        }
    }

    /** What both versions can be asked, in their own registers. */
    private interface Target {
        /** Brings both into the same state after reset. */
        void prepare(ReferenceGic reference);

        /** Enable and pending bits of SGIs can't be written. */
        boolean fixedSgis();

        boolean irq(int cpu);

        boolean fiq(int cpu);

        void line(int cpu, int intid, boolean level);

        long readWord(int cpu, int register, int intid);

        void writeWord(int cpu, int register, int intid, long value);

        void priority(int cpu, int intid, int value);

        void configure(int cpu, int intid, boolean edge);

        void route(ReferenceGic reference, int intid, int value);

        void sgi(ReferenceGic reference, int cpu, int value);

        void mask(int cpu, int value);

        void distributor(int enables);

        void control(int cpu, Interface values, boolean fiq);

        void binaryPoint(int cpu, boolean group1, int value);

        int runningPriority(int cpu);

        int acknowledge(int cpu, boolean group1);

        void end(int cpu, int intid, boolean group1);

        void deactivate(int cpu, int intid);

        default boolean bit(int cpu, int register, int intid) {
            return (readWord(cpu, register, intid) >>> intid % 32 & 1) != 0;
        }

        default void setBit(int cpu, int register, int intid) {
            writeWord(cpu, register, intid, 1L << intid % 32);
        }

        default void group(int cpu, int intid, boolean group1) {
            long others = readWord(cpu, 0x80, intid) & ~(1L << intid % 32);
            writeWord(cpu, 0x80, intid, others | (group1 ? 1L << intid % 32 : 0));
        }
    }

    private static final class V3Target implements Target {
        private final V3Board board = new V3Board(CPUS);

        @Override
        public void prepare(ReferenceGic reference) {
            reference.interfaces.forEach(each -> each.fiq = true);
            for (Interrupt each : reference.interrupts) {
                each.group1 = true;
                if (each.owner < 0) {
                    each.targets.add(0);
                }
            }
        }

        @Override
        public boolean fixedSgis() {
            return false;
        }

        @Override
        public boolean irq(int cpu) {
            return board.irq(cpu);
        }

        @Override
        public boolean fiq(int cpu) {
            return board.fiq(cpu);
        }

        @Override
        public void line(int cpu, int intid, boolean level) {
            (intid < 32 ? board.gic.ppi(cpu, intid) : board.gic.spi(intid - 32)).set(level);
        }

        @Override
        public long readWord(int cpu, int register, int intid) {
            return intid < 32 ? board.sgi(cpu, register) : board.gicd(register + intid / 32 * 4L);
        }

        @Override
        public void writeWord(int cpu, int register, int intid, long value) {
            if (intid < 32) {
                board.sgi(cpu, register, value);
            } else {
                board.gicd(register + intid / 32 * 4L, value);
            }
        }

        private long frame(int cpu, int intid) {
            return intid < 32 ? V3Board.GICR + cpu * 0x2_0000L + 0x1_0000 : V3Board.GICD;
        }

        @Override
        public void priority(int cpu, int intid, int value) {
            board.bus.write(frame(cpu, intid) + 0x400 + intid, 1, value);
        }

        @Override
        public void configure(int cpu, int intid, boolean edge) {
            long register = frame(cpu, intid) + 0xC00 + intid / 16 * 4L;
            long bit = 2L << intid % 16 * 2;
            long others = board.bus.read(register, 4) & ~bit;
            board.bus.write(register, 4, others | (edge ? bit : 0));
        }

        @Override
        public void route(ReferenceGic reference, int intid, int value) {
            if (intid < 32) {
                return;
            }
            int target = value % (CPUS + 1);
            board.bus.write(V3Board.GICD + 0x6000 + intid * 8L, 8, target);
            var targets = reference.find(0, intid).targets;
            targets.clear();
            if (target < CPUS) {
                targets.add(target);
            }
        }

        @Override
        public void sgi(ReferenceGic reference, int cpu, int value) {
            int sgi = (value & 8) != 0 ? 7 : 15;
            boolean others = (value & 16) != 0;
            boolean groupZero = (value & 32) != 0;
            board.icc(
                    cpu,
                    groupZero ? SystemRegisterInterface.SGI0R : SystemRegisterInterface.SGI1R,
                    (long) sgi << 24 | (others ? 1L << 40 : 0) | value & 7);
            for (int target = 0; target < CPUS; target++) {
                Interrupt interrupt = reference.find(target, sgi);
                boolean hit = others ? target != cpu : (value >> target & 1) != 0;
                if (hit && !(groupZero && interrupt.group1)) {
                    interrupt.latched = true;
                }
            }
        }

        @Override
        public void mask(int cpu, int value) {
            board.icc(cpu, SystemRegisterInterface.PMR, value);
        }

        @Override
        public void distributor(int enables) {
            board.gicd(0, enables);
        }

        @Override
        public void control(int cpu, Interface values, boolean fiq) {
            board.icc(cpu, SystemRegisterInterface.IGRPEN0, values.enable0 ? 1 : 0);
            board.icc(cpu, SystemRegisterInterface.IGRPEN1, values.enable1 ? 1 : 0);
            board.icc(cpu, SystemRegisterInterface.CTLR, (values.common ? 1 : 0) | (values.split ? 2 : 0));
        }

        @Override
        public void binaryPoint(int cpu, boolean group1, int value) {
            board.icc(cpu, group1 ? SystemRegisterInterface.BPR1 : SystemRegisterInterface.BPR0, value);
        }

        @Override
        public int runningPriority(int cpu) {
            return (int) board.icc(cpu, SystemRegisterInterface.RPR);
        }

        @Override
        public int acknowledge(int cpu, boolean group1) {
            return (int) board.icc(cpu, group1 ? SystemRegisterInterface.IAR1 : SystemRegisterInterface.IAR0);
        }

        @Override
        public void end(int cpu, int intid, boolean group1) {
            board.icc(cpu, group1 ? SystemRegisterInterface.EOIR1 : SystemRegisterInterface.EOIR0, intid);
        }

        @Override
        public void deactivate(int cpu, int intid) {
            board.icc(cpu, SystemRegisterInterface.DIR, intid);
        }
    }

    private static final class V2Target implements Target {
        private final V2Board board = new V2Board(CPUS);

        @Override
        public void prepare(ReferenceGic reference) {
            for (Interrupt each : reference.interrupts) {
                each.enabled = each.intid < 16;
            }
        }

        @Override
        public boolean fixedSgis() {
            return true;
        }

        @Override
        public boolean irq(int cpu) {
            return board.irq(cpu);
        }

        @Override
        public boolean fiq(int cpu) {
            return board.fiq(cpu);
        }

        @Override
        public void line(int cpu, int intid, boolean level) {
            (intid < 32 ? board.gic.ppi(cpu, intid) : board.gic.spi(intid - 32)).set(level);
        }

        @Override
        public long readWord(int cpu, int register, int intid) {
            return board.gicd(cpu, register + intid / 32 * 4L);
        }

        @Override
        public void writeWord(int cpu, int register, int intid, long value) {
            board.gicd(cpu, register + intid / 32 * 4L, value);
        }

        @Override
        public void priority(int cpu, int intid, int value) {
            board.gicdByte(cpu, 0x400 + intid, value);
        }

        @Override
        public void configure(int cpu, int intid, boolean edge) {
            long register = 0xC00 + intid / 16 * 4L;
            long bit = 2L << intid % 16 * 2;
            board.gicd(cpu, register, board.gicd(cpu, register) & ~bit | (edge ? bit : 0));
        }

        @Override
        public void route(ReferenceGic reference, int intid, int value) {
            board.gicdByte(0, 0x800 + intid, value);
            if (intid < 32) {
                return;
            }
            var targets = reference.find(0, intid).targets;
            targets.clear();
            for (int cpu = 0; cpu < CPUS; cpu++) {
                if ((value >> cpu & 1) != 0) {
                    targets.add(cpu);
                }
            }
        }

        @Override
        public void sgi(ReferenceGic reference, int cpu, int value) {
            int sgi = (value & 8) != 0 ? 7 : 15;
            int filter = value >> 4 & 3;
            board.gicd(cpu, 0xF00, (long) filter << 24 | (value & 7) << 16 | sgi);
            for (int target = 0; target < CPUS; target++) {
                boolean hit = switch (filter) {
                    case 0 -> (value >> target & 1) != 0;
                    case 1 -> target != cpu;
                    case 2 -> target == cpu;
                    default -> false;
                };
                if (hit) {
                    reference.find(target, sgi).senders.add(cpu);
                }
            }
        }

        @Override
        public void mask(int cpu, int value) {
            board.gicc(cpu, GicRegisters.GICC_PMR, value);
        }

        @Override
        public void distributor(int enables) {
            board.gicd(0, 0, enables);
        }

        @Override
        public void control(int cpu, Interface values, boolean fiq) {
            values.fiq = fiq;
            board.gicc(
                    cpu,
                    GicRegisters.GICC_CTLR,
                    (values.enable0 ? 1 : 0)
                            | (values.enable1 ? 2 : 0)
                            | (fiq ? 8 : 0)
                            | (values.common ? 16 : 0)
                            | (values.split ? 1 << 9 : 0));
        }

        @Override
        public void binaryPoint(int cpu, boolean group1, int value) {
            board.gicc(cpu, group1 ? GicRegisters.GICC_ABPR : GicRegisters.GICC_BPR, value);
        }

        @Override
        public int runningPriority(int cpu) {
            return (int) board.gicc(cpu, GicRegisters.GICC_RPR);
        }

        @Override
        public int acknowledge(int cpu, boolean group1) {
            int read = (int) board.gicc(cpu, group1 ? GicRegisters.GICC_AIAR : GicRegisters.GICC_IAR);
            // 1022: there is one, of the other group.
            return read == 1022 ? ReferenceGic.SPURIOUS : read;
        }

        @Override
        public void end(int cpu, int intid, boolean group1) {
            board.gicc(cpu, group1 ? GicRegisters.GICC_AEOIR : GicRegisters.GICC_EOIR, intid);
        }

        @Override
        public void deactivate(int cpu, int intid) {
            board.gicc(cpu, GicRegisters.GICC_DIR, intid);
        }
    }
}
