// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.code.Region;
import dev.jvmm.softcpu.cpu.CodeLinks;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.exception.GuestException;
import dev.jvmm.softcpu.exception.Syndrome;
import dev.jvmm.softcpu.interpret.A64Predecoder;
import dev.jvmm.softcpu.interpret.SingleInstruction;
import dev.jvmm.softcpu.memory.HostAccess;
import dev.jvmm.softcpu.state.CpuState;
import dev.jvmm.softcpu.system.ArmExceptionModel;
import dev.jvmm.softcpu.system.SystemRegisters;
import dev.jvmm.softcpu.translate.Regions;
import dev.jvmm.softcpu.translate.TranslationOptions.Registers;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A vCPU at EL0 that executes a {@link SequenceProgram}, instruction by instruction or by regions. Its exceptions are real, and
 * handled outside of it: faults of pages are mended and the instruction repeated, others are skipped.
 */
final class SequenceMachine {
    /** Virtual address of the program's page. */
    static final long PAGE = 0x12_3456_7000L;

    private static final long CPACR_FPEN = 3L << 20;
    private static final long VECTORS = 0x7777_0000L;
    private static final int PERMISSION_OR_TRANSLATION = 0x0F;
    private static final int MAX_STEPS = 20_000;

    // Places in a snapshot, after X0 to SP (0 to 31) and V0 to V31 (32 to 95).
    private static final List<String> NAMES =
            List.of("PC", "NZCV", "FPSR", "FPCR", "ELR", "ESR", "FAR", "SPSR", "EL", "TPIDR_EL0", "memory");

    final Cpu cpu;
    final SequenceMemory memory;
    private final CodePage page;
    private final A64Predecoder decoder = new A64Predecoder(new SystemRegisters());
    private final Regions compiler;
    private final Map<Long, Region> regions = new HashMap<>();
    private final Map<Long, SingleInstruction> instructions = new HashMap<>();
    /** An exception was taken and not yet handled. */
    private boolean taken;

    SequenceMachine(
            SequenceProgram program,
            Arena arena,
            SequenceMemory.Kind kind,
            long seed,
            int regionLimit,
            Registers registers) {
        compiler = new Regions(decoder::op, regionLimit, registers);
        memory = new SequenceMemory(arena, kind, seed);
        long host = arena.allocate(CodePage.BYTES, CodePage.BYTES).address();
        page = new CodePage(0, host);
        for (int i = 0; i < program.words.length && program.start + 4 * i < CodePage.BYTES; i++) {
            HostAccess.putInt(host + program.start + 4L * i, program.words[i]);
        }
        cpu = new Cpu(0, new BareParts(memory, memory.tlbs, new Exceptions()));
        memory.throwing(cpu.exception);
    }

    /** Brings everything to a random state that the seed determines. Access number {@code faulting}, from 1, will fault. */
    void restart(SequenceProgram program, long seed, int faulting) {
        var random = new SplittableRandom(seed);
        var pool = new OperandPool(random);
        memory.restart(faulting);
        cpu.mmu.clear();
        cpu.monitor.clear();
        taken = false;
        for (int i = 0; i < SequenceMemory.BYTES; i += 8) {
            HostAccess.putLong(memory.host + i, random.nextLong());
        }
        for (int i = 0; i < 31; i++) {
            cpu.x[i] = address(random, pool);
        }
        cpu.x[SequenceProgram.JUMPS_BACK] = random.nextInt(8);
        long[] vector = new long[2];
        for (int i = 0; i < 64; i += 2) {
            pool.vector(vector, 0);
            System.arraycopy(vector, 0, cpu.v, i, 2);
        }
        cpu.pc = PAGE + program.start;
        cpu.x[30] = PAGE + CodePage.BYTES;
        cpu.fp.setFpcr(pool.fpcr());
        cpu.fp.setFpsr(pool.fpsr());
        cpu.cpacr = CPACR_FPEN;
        cpu.vbar = VECTORS;
        cpu.sctlr = random.nextBoolean() ? 1L << 4 : 0;
        cpu.el = 0;
        cpu.spSel = 0;
        cpu.x[CpuState.SP] = random.nextInt(4) == 0 ? pool.general() : pool.general() & -16;
        cpu.setDaif(0);
        cpu.pan = false;
        cpu.elr = 0;
        cpu.esr = 0;
        cpu.far = 0;
        cpu.spsr = 0;
        cpu.tpidrEl0 = 0;
        cpu.contextChanged();
        cpu.setNzcv(random.nextInt());
        cpu.pendingFlags = random.nextInt(CpuState.FLAGS_NZCV + 1);
        cpu.pendingA = cpu.pendingFlags == CpuState.FLAGS_LOGICAL && random.nextBoolean()
                ? (int) pool.general()
                : pool.general();
        cpu.pendingB = random.nextInt(4) == 0 ? cpu.pendingA : pool.general();
    }

    /** Often close to the border of two pages. */
    private static long address(SplittableRandom random, OperandPool pool) {
        return switch (random.nextInt(4)) {
            case 0 -> 0x5000L + random.nextInt(-40, 40);
            case 1 -> random.nextLong() & -8;
            default -> pool.general();
        };
    }

    /** The states after each instruction and each exception, the first state first, to the program's end. */
    List<long[]> trace() {
        cpu.settleFlags();
        List<long[]> trace = new ArrayList<>();
        trace.add(snapshot());
        while (inPage()) {
            step();
            trace.add(snapshot());
            if (taken) {
                if (isEnd()) {
                    break;
                }
                handle();
                trace.add(snapshot());
            }
            if (trace.size() > MAX_STEPS) {
                throw new IllegalStateException("the program does not end");
            }
        }
        return trace;
    }

    private boolean inPage() {
        return cpu.pc >= PAGE && cpu.pc < PAGE + CodePage.BYTES;
    }

    private void step() {
        long pc = cpu.pc;
        SingleInstruction instruction = instructions.computeIfAbsent(pc, address -> decoder.single(page, address));
        try {
            instruction.execute(cpu);
        } catch (GuestException e) {
            cpu.exceptions.takeSynchronous(cpu, e, pc);
        }
    }

    /** Whether the exception is SVC #0. */
    private boolean isEnd() {
        return cpu.esr == Syndrome.of(Syndrome.EC_SVC64, 0);
    }

    /** Does what a kernel does with the exception, and returns to EL0. */
    private void handle() {
        taken = false;
        int exceptionClass = Syndrome.exceptionClass(cpu.esr);
        if (exceptionClass == Syndrome.EC_DATA_ABORT_LOWER && (cpu.esr & 0x3F) <= PERMISSION_OR_TRANSLATION) {
            memory.mend(cpu.far, (cpu.esr & 1 << 6) != 0);
        } else if (exceptionClass != Syndrome.EC_SVC64) {
            cpu.elr += 4;
        }
        cpu.exceptions.exceptionReturn(cpu);
    }

    long[] snapshot() {
        // Pending flags stay pending; working them out twice gives the same.
        cpu.settleFlags(cpu.pendingFlags, cpu.pendingA, cpu.pendingB);
        long[] all = new long[32 + 64 + NAMES.size()];
        System.arraycopy(cpu.x, 0, all, 0, 31);
        all[31] = cpu.x[CpuState.SP];
        System.arraycopy(cpu.v, 0, all, 32, 64);
        int at = 96;
        all[at++] = cpu.pc;
        all[at++] = cpu.nzcv();
        all[at++] = cpu.fp.fpsr();
        all[at++] = cpu.fp.fpcr();
        all[at++] = cpu.elr;
        all[at++] = cpu.esr;
        all[at++] = cpu.far;
        all[at++] = cpu.spsr;
        all[at++] = cpu.el;
        all[at++] = cpu.tpidrEl0;
        long hash = 0;
        for (int i = 0; i < SequenceMemory.BYTES; i += 8) {
            hash = hash * 31 + HostAccess.getLong(memory.host + i);
        }
        all[at] = hash;
        return all;
    }

    private static String name(int index) {
        if (index < 32) {
            return index == 31 ? "SP" : "X" + index;
        }
        return index < 96 ? "V" + (index - 32) / 2 : NAMES.get(index - 96);
    }

    /** Executes regions to the program's end; wherever one ends, the state must be one that the trace comes to next. */
    void follow(List<long[]> trace) {
        var follower = new Follower(trace);
        cpu.links = follower;
        while (inPage()) {
            run(follower);
            if (taken) {
                if (isEnd()) {
                    break;
                }
                handle();
                follower.meet("exception return");
            }
        }
        if (follower.position != trace.size() - 1) {
            throw new AssertionError("ends %d states early".formatted(trace.size() - 1 - follower.position));
        }
    }

    private int run(Follower follower) {
        long start = cpu.pc;
        Region region = regions.computeIfAbsent(start, address -> compiler.compile(page, address));
        int status = region.execute(cpu);
        if (status == Region.INTERPRET) {
            assertThat(cpu.x[CpuState.SP] & 15)
                    .as("alignment where the interpreter is needed")
                    .isNotZero();
            cpu.settleFlags();
            step();
            status = taken ? Region.UNWIND : Region.CONTINUE;
        }
        follower.meet("region %03x".formatted(start - PAGE));
        return status;
    }

    /** Calls between regions, and the comparison of states. */
    private final class Follower extends CodeLinks {
        private final List<long[]> trace;
        private int position;

        Follower(List<long[]> trace) {
            this.trace = trace;
        }

        @Override
        public int call(Cpu caller, long returnAddress) {
            meet("call");
            while (inPage()) {
                int status = run(this);
                if (status != Region.CONTINUE || caller.pc == returnAddress) {
                    return status;
                }
            }
            return Region.UNWIND;
        }

        @Override
        public boolean codeChanged() {
            return false;
        }

        private void meet(String where) {
            long[] now = snapshot();
            for (int i = position; i < trace.size(); i++) {
                if (Arrays.equals(trace.get(i), now)) {
                    position = i;
                    return;
                }
            }
            throw new AssertionError(where + " ends in a state that is never met: " + closest(now));
        }

        private String closest(long[] now) {
            List<String> best = List.of("no state like it");
            int fewest = Integer.MAX_VALUE;
            for (int i = position; i < trace.size(); i++) {
                List<String> differences = new ArrayList<>();
                long[] then = trace.get(i);
                for (int k = 0; k < now.length; k++) {
                    if (then[k] != now[k]) {
                        differences.add("%s expected %x, actual %x".formatted(name(k), then[k], now[k]));
                    }
                }
                if (then[96] == now[96] && differences.size() < fewest) {
                    fewest = differences.size();
                    best = differences;
                }
            }
            return "PC %x, ".formatted(now[96]) + best;
        }
    }

    private final class Exceptions extends BareParts.NoExceptions {
        private final ArmExceptionModel model = new ArmExceptionModel();

        @Override
        public void takeSynchronous(Cpu self, GuestException exception, long returnAddress) {
            taken = true;
            model.takeSynchronous(self, exception, returnAddress);
        }

        @Override
        public void exceptionReturn(Cpu self) {
            model.exceptionReturn(self);
        }
    }
}
