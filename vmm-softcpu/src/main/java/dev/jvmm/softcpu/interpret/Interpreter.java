// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.code.Block;
import dev.jvmm.softcpu.code.CodeCache;
import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.cpu.Requests;
import dev.jvmm.softcpu.decode.Decoder;
import dev.jvmm.softcpu.exception.GuestException;
import dev.jvmm.softcpu.exception.Syndrome;
import dev.jvmm.softcpu.memory.HostAccess;

/** The execution loop of one vCPU: finds the block at the PC, executes its ops, acts on requests in between. */
public final class Interpreter {
    private final Cpu cpu;
    private final CodeCache cache;
    private final BlockBuilder builder;
    private final RequestHandler requests;
    private final FetchTlb fetchTlb;
    private long instructions;

    public Interpreter(Cpu cpu, CodeCache cache, BlockBuilder builder, FetchTlb fetchTlb, RequestHandler requests) {
        this.cpu = cpu;
        this.cache = cache;
        this.builder = builder;
        this.fetchTlb = fetchTlb;
        this.requests = requests;
    }

    /** Executes until a request says to leave. */
    public void run() {
        while (true) {
            if (cpu.urgent() != 0) {
                if (!requests.handle(cpu)) {
                    return;
                }
                if ((cpu.urgent() & Requests.STEP) != 0) {
                    continue;
                }
            }
            executeBlocks();
        }
    }

    /** Executes one instruction, with the debug unit looking on. Interrupts are not looked at. */
    public void step() {
        Cpu cpu = this.cpu;
        long pc = cpu.pc;
        try {
            // In the order of their priority (Arm ARM D1.3.5.5): step, PC alignment, instruction abort, the rest.
            cpu.debug.beforeFetch();
            requireAligned(cpu, pc);
            CodePage page = findPage(cpu, pc);
            cpu.debug.beforeInstruction();
            boolean exclusive = isLoadExclusive(page, pc);
            Block block = builder.buildSingle(page, pc);
            if (cpu.fpTrapped && block.firstFp == 0) {
                throw cpu.fpAccessTrap();
            }
            block.ops[0].execute(cpu);
            if (!block.endsWithBranch) {
                cpu.pc = pc + 4;
            }
            instructions++;
            cpu.debug.afterInstruction(exclusive);
        } catch (GuestException e) {
            cpu.exceptions.takeSynchronous(cpu, e, pc);
        }
    }

    /** Executes until something is urgent. */
    private void executeBlocks() {
        Cpu cpu = this.cpu;
        Block block = null;
        int index = 0;
        try {
            do {
                index = -1;
                block = findBlock(cpu);
                Op[] ops = block.ops;
                int limit = cpu.fpTrapped ? block.firstFp : ops.length;
                for (index = 0; index < limit; index++) {
                    ops[index].execute(cpu);
                }
                if (limit != ops.length) {
                    throw cpu.fpAccessTrap();
                }
                if (!block.endsWithBranch) {
                    cpu.pc += (long) block.instructions << 2;
                }
                instructions += block.instructions;
            } while (cpu.urgent() == 0);
        } catch (GuestException e) {
            long faulting = cpu.pc;
            if (block != null && index > 0) {
                faulting += block.offsets[index];
            }
            instructions += Math.max(index, 0);
            cpu.exceptions.takeSynchronous(cpu, e, faulting);
        }
    }

    private Block findBlock(Cpu cpu) {
        long pc = cpu.pc;
        CodePage page = fetchTlb.current(cpu.el, pc);
        if (page == null) {
            page = findPage(cpu, pc);
        }
        Block block = page.block(pc);
        return block != null && (pc & 3) == 0 ? block : build(cpu, page, pc);
    }

    private CodePage findPage(Cpu cpu, long pc) {
        CodePage page = fetchTlb.find(cpu.el, pc);
        if (page == null) {
            page = translate(cpu, pc);
        }
        fetchTlb.enter(cpu.el, pc, page);
        return page;
    }

    private CodePage translate(Cpu cpu, long pc) {
        requireAligned(cpu, pc);
        long gpa = cpu.mmu.fetchAddress(pc);
        CodePage page = cache.page(gpa);
        if (page == null) {
            // Executing from a device: a synchronous external abort (Arm ARM D8.17.3).
            throw cpu.exception.with(Syndrome.of(Syndrome.EC_INSTRUCTION_ABORT_LOWER, 0x10), pc);
        }
        fetchTlb.fill(cpu.el, pc, page);
        return page;
    }

    private static void requireAligned(Cpu cpu, long pc) {
        if ((pc & 3) != 0) {
            throw cpu.exception.with(Syndrome.of(Syndrome.EC_PC_ALIGNMENT, 0), pc);
        }
    }

    private static boolean isLoadExclusive(CodePage page, long pc) {
        int instruction = HostAccess.getInt(page.hostAddress + (pc & CodePage.BYTES - 1));
        return switch (Decoder.decode(instruction)) {
            case LDXR, LDAXR, LDXP, LDAXP -> true;
            default -> false;
        };
    }

    private Block build(Cpu cpu, CodePage page, long pc) {
        requireAligned(cpu, pc);
        int generation = page.generation();
        Block block = builder.build(page, pc);
        page.install(pc, block, generation);
        return block;
    }

    /** Instructions executed so far. Confined; others may read a slightly old value. */
    public long instructions() {
        return instructions;
    }
}
