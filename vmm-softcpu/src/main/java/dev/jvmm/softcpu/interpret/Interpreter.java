// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.code.Block;
import dev.jvmm.softcpu.code.BlockOp;
import dev.jvmm.softcpu.code.CodeCache;
import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.code.HotBlocks;
import dev.jvmm.softcpu.code.Region;
import dev.jvmm.softcpu.cpu.CodeLinks;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Requests;
import dev.jvmm.softcpu.decode.Decoder;
import dev.jvmm.softcpu.exception.GuestException;
import dev.jvmm.softcpu.exception.Syndrome;
import dev.jvmm.softcpu.memory.HostAccess;

/**
 * The execution loop of one vCPU: finds the block at the PC, executes its region if it has one, else its ops, and acts on
 * requests in between.
 */
public final class Interpreter extends CodeLinks {
    /** No instruction has this address. */
    private static final long NOWHERE = 1;

    /** Regions that call each other nest as deep as this on the Java stack; deeper calls start anew at the bottom. */
    private static final int MAX_DEPTH = 1000;

    /** Bytes of Java stack that an executing thread needs: up to some 4 KiB for each nested call, when nothing is compiled. */
    public static final long STACK_BYTES = 16 << 20;

    private final Cpu cpu;
    private final CodeCache cache;
    private final BlockBuilder builder;
    private final RequestHandler requests;
    private final FetchTlb fetchTlb;
    private final HotBlocks hotBlocks;
    private final int threshold;
    private long instructions;
    private long regionEntries;
    private long nests;
    private int depth;
    /** {@link CodeCache#generation} when nothing was nested. */
    private long codeGeneration;

    public Interpreter(
            Cpu cpu,
            CodeCache cache,
            BlockBuilder builder,
            FetchTlb fetchTlb,
            RequestHandler requests,
            HotBlocks hotBlocks) {
        this.cpu = cpu;
        this.cache = cache;
        this.builder = builder;
        this.fetchTlb = fetchTlb;
        this.requests = requests;
        this.hotBlocks = hotBlocks;
        this.threshold = hotBlocks.threshold();
        cpu.links = this;
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
            codeGeneration = cache.generation();
            nests++;
            depth = 0;
            execute(NOWHERE);
            cpu.settleFlags();
        }
    }

    @Override
    public int call(Cpu cpu, long returnAddress) {
        if (depth == MAX_DEPTH) {
            return Region.UNWIND;
        }
        depth++;
        int status = execute(returnAddress);
        depth--;
        return status;
    }

    @Override
    public boolean codeChanged() {
        return cache.generation() != codeGeneration;
    }

    /** Executes until the PC is {@code until}, or until it must not go on in the same nest. */
    private int execute(long until) {
        Cpu cpu = this.cpu;
        while (true) {
            Block block;
            try {
                block = findBlock(cpu);
            } catch (GuestException e) {
                cpu.settleFlags();
                cpu.exceptions.takeSynchronous(cpu, e, cpu.pc);
                return Region.UNWIND;
            }
            Region region = block.region;
            int status = Region.INTERPRET;
            if (region != null) {
                regionEntries++;
                status = region.run(cpu);
            }
            if (status == Region.INTERPRET) {
                status = interpret(cpu, block);
            }
            if (status != Region.CONTINUE) {
                return status;
            }
            if (cpu.pc == until) {
                return Region.CONTINUE;
            }
            if (cpu.urgent() != 0) {
                return Region.UNWIND;
            }
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

    private int interpret(Cpu cpu, Block block) {
        cpu.settleFlags();
        if (++block.executions == threshold) {
            hotBlocks.hot(findPage(cpu, cpu.pc), cpu.pc);
            Region region = block.region;
            int status = region == null ? Region.INTERPRET : region.run(cpu);
            if (status != Region.INTERPRET) {
                return status;
            }
        }
        int index = 0;
        try {
            BlockOp[] ops = block.ops;
            int limit = cpu.fpTrapped ? block.firstFp : ops.length;
            for (index = 0; index < limit; index++) {
                ops[index].execute(cpu);
            }
            if (limit != ops.length) {
                throw cpu.fpAccessTrap();
            }
        } catch (GuestException e) {
            int offset = block.offset(index);
            instructions += offset >> 2;
            cpu.exceptions.takeSynchronous(cpu, e, cpu.pc + offset);
            return Region.UNWIND;
        }
        instructions += block.instructions;
        if (!block.endsWithBranch) {
            cpu.pc += (long) block.instructions << 2;
        }
        return block.unwinds ? Region.UNWIND : Region.CONTINUE;
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

    /** Instructions interpreted so far. Confined, as all counts; others may read a slightly old value. */
    public long interpretedInstructions() {
        return instructions;
    }

    /** How often translated code was entered other than from within its region. */
    public long regionEntries() {
        return regionEntries;
    }

    /** How often execution began anew with nothing nested: after exceptions, requests and changes of context. */
    public long nests() {
        return nests;
    }
}
