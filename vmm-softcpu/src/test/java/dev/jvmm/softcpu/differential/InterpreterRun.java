// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import dev.jvmm.softcpu.code.Block;
import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.interpret.A64BlockBuilder;
import dev.jvmm.softcpu.memory.HostAccess;
import dev.jvmm.softcpu.state.CpuState;
import dev.jvmm.softcpu.system.SystemRegisters;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Executes instruction cases one by one on the interpreter at EL0, the test program's image in flat memory. */
final class InterpreterRun {
    private final A64BlockBuilder builder = new A64BlockBuilder(new SystemRegisters());
    private final MemorySegment image;
    private final Cpu cpu;

    private InterpreterRun(Arena arena, List<InstructionCase> cases) {
        image = arena.allocate(TestProgram.IMAGE_BYTES, CodePage.BYTES);
        MemorySegment code = MemorySegment.ofBuffer(TestProgram.image(cases));
        MemorySegment.copy(code, 0, image, 0, code.byteSize());
        var memory = new FlatMemory(TestProgram.IMAGE, image);
        cpu = new Cpu(0, new BareParts(memory, arena));
        cpu.el = 0;
        cpu.spSel = 0;
        cpu.contextChanged();
    }

    /** Makes a machine whose memory holds the cases' slots. */
    static InterpreterRun of(List<InstructionCase> cases, Arena arena) {
        return new InterpreterRun(arena, cases);
    }

    /** The state after {@code test}, which has the slot {@code index}. */
    MachineState run(InstructionCase test, int index) {
        load(test.start().words);
        long address = TestProgram.address(index);
        step(address - 4);
        step(address);
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

    private void step(long address) {
        long page = address & -CodePage.BYTES;
        long hostPage = image.address() + (page - TestProgram.IMAGE);
        Block block = builder.buildSingle(new CodePage(page, hostPage), address);
        cpu.pc = address;
        block.ops[0].execute(cpu);
        if (!block.endsWithBranch) {
            cpu.pc += 4;
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
}
