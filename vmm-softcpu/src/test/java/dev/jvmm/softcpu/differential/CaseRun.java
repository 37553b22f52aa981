// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.code.Region;
import dev.jvmm.softcpu.cpu.CodeLinks;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.exception.GuestException;
import dev.jvmm.softcpu.interpret.A64Predecoder;
import dev.jvmm.softcpu.memory.HostAccess;
import dev.jvmm.softcpu.mmu.Tlbs;
import dev.jvmm.softcpu.state.CpuState;
import dev.jvmm.softcpu.system.SystemRegisters;
import dev.jvmm.softcpu.translate.Regions;
import dev.jvmm.softcpu.translate.TranslationOptions.Registers;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Executes instruction cases one by one at EL0, the test program's image in flat memory. */
final class CaseRun {
    private static final long CPACR_FPEN = 3L << 20;

    private final Executor executor;
    private final A64Predecoder decoder = new A64Predecoder(new SystemRegisters());
    private final Regions regions;
    private final Map<Long, Region> regionByAddress = new HashMap<>();
    private final MemorySegment image;
    private final Cpu cpu;

    private CaseRun(Executor executor, Arena arena, List<InstructionCase> cases) {
        this.executor = executor;
        // Two instructions: a load-exclusive has its store-exclusive in the same region.
        regions = new Regions(
                decoder::op, 2, executor == Executor.TRANSLATOR_IN_LOCALS ? Registers.IN_LOCALS : Registers.IN_VCPU);
        image = arena.allocate(TestProgram.IMAGE_BYTES, CodePage.BYTES);
        MemorySegment code = MemorySegment.ofBuffer(TestProgram.image(cases));
        MemorySegment.copy(code, 0, image, 0, code.byteSize());
        var memory = new FlatMemory(TestProgram.IMAGE, image);
        cpu = new Cpu(0, new BareParts(memory, new Tlbs(arena), new Rethrow()));
        cpu.links = new NoCalls();
        cpu.cpacr = CPACR_FPEN;
        cpu.el = 0;
        cpu.spSel = 0;
        cpu.contextChanged();
    }

    /** Makes a machine whose memory holds the cases' slots. */
    static CaseRun of(Executor executor, List<InstructionCase> cases, Arena arena) {
        return new CaseRun(executor, arena, cases);
    }

    /** The state after {@code test}, which has the slot {@code index}. */
    MachineState run(InstructionCase test, int index) {
        load(test.start().words);
        long address = TestProgram.address(index);
        switch (executor) {
            case INTERPRETER -> interpretBoth(address);
            case TRANSLATOR_IN_VCPU, TRANSLATOR_IN_LOCALS -> translate(address - 4);
        }
        return save((cpu.pc - address - 4) / 4);
    }

    /** The state as it is now, for instance after {@link #run} threw. */
    MachineState state() {
        return save(0);
    }

    /** Sets SCTLR_EL1, which is zero at first. */
    void control(long sctlr) {
        cpu.sctlr = sctlr;
    }

    /** The address of the instruction that raised the exception with which {@link #run} ended. */
    long faultingAddress() {
        return cpu.elr;
    }

    private CodePage page(long address) {
        long page = address & -CodePage.BYTES;
        return new CodePage(page, image.address() + (page - TestProgram.IMAGE));
    }

    private void translate(long address) {
        Region region = regionByAddress.computeIfAbsent(address, start -> regions.compile(page(start), start));
        cpu.pc = address;
        // Flags that an earlier region left pending, half of the time; other values are in the vCPU then.
        if ((address & TestProgram.SLOT_BYTES) != 0) {
            cpu.pendingFlags = CpuState.FLAGS_NZCV;
            cpu.pendingA = cpu.nzcv();
            cpu.setNzcv(~cpu.nzcv());
        }
        int status = region.execute(cpu);
        cpu.settleFlags();
        if (status == Region.INTERPRET) {
            if ((cpu.x[CpuState.SP] & 15) == 0) {
                throw new IllegalStateException("not translated");
            }
            interpretBoth(address + 4);
        }
    }

    private void interpretBoth(long address) {
        interpret(address - 4);
        interpret(address);
    }

    private void interpret(long address) {
        cpu.pc = address;
        try {
            decoder.single(page(address), address).execute(cpu);
        } catch (GuestException e) {
            cpu.exceptions.takeSynchronous(cpu, e, address);
        }
    }

    private void load(long[] words) {
        System.arraycopy(words, MachineState.X, cpu.x, 0, 31);
        cpu.x[CpuState.SP] = words[MachineState.SP];
        cpu.setNzcv((int) words[MachineState.NZCV]);
        cpu.fp.setFpcr(words[MachineState.FPCR]);
        cpu.fp.setFpsr(words[MachineState.FPSR]);
        System.arraycopy(words, MachineState.V, cpu.v, 0, 64);
        cpu.monitor.clear();
        for (int i = 0; i < MachineState.WINDOW_WORDS; i++) {
            HostAccess.putLong(window() + 8L * i, words[MachineState.WINDOW + i]);
        }
    }

    private MachineState save(long exit) {
        long[] words = new long[MachineState.WORDS];
        System.arraycopy(cpu.x, 0, words, MachineState.X, 31);
        words[MachineState.SP] = cpu.x[CpuState.SP];
        words[MachineState.NZCV] = cpu.nzcv() & 0xFFFF_FFFFL;
        words[MachineState.FPSR] = cpu.fp.fpsr();
        words[MachineState.EXIT] = exit;
        System.arraycopy(cpu.v, 0, words, MachineState.V, 64);
        for (int i = 0; i < MachineState.WINDOW_WORDS; i++) {
            words[MachineState.WINDOW + i] = HostAccess.getLong(window() + 8L * i);
        }
        return new MachineState(words);
    }

    private long window() {
        return image.address() + (TestProgram.WINDOW_ADDRESS - TestProgram.IMAGE);
    }

    /** Ends the run with the exception itself. */
    private static final class Rethrow extends BareParts.NoExceptions {
        @Override
        public void takeSynchronous(Cpu cpu, GuestException exception, long returnAddress) {
            cpu.elr = returnAddress;
            throw exception;
        }
    }

    /** Functions are not executed: a call is where the region ends. */
    private static final class NoCalls extends CodeLinks {
        @Override
        public int call(Cpu cpu, long returnAddress) {
            return Region.UNWIND;
        }

        @Override
        public boolean codeChanged() {
            return false;
        }
    }
}
