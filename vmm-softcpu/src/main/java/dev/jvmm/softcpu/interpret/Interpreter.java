// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.code.CodeCache;
import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.code.HotBlocks;
import dev.jvmm.softcpu.code.Region;
import dev.jvmm.softcpu.cpu.CodeLinks;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Requests;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.exception.GuestException;
import dev.jvmm.softcpu.exception.Syndrome;
import java.util.Arrays;

/**
 * The execution loop of one vCPU: finds the code at the PC, executes a region if there is one, else interprets a basic block,
 * and acts on requests in between.
 */
public final class Interpreter extends CodeLinks {
    /** By kind. As long as there are numbers of kinds: compiled code need not check the index. */
    private static final PackedOp[] PACKED = Arrays.copyOf(PackedOp.values(), CodePage.KINDS);

    private static final int NOP = PackedOp.NOP.ordinal();
    private static final int OP = PackedOp.OP.ordinal();
    private static final int FP_OP = PackedOp.FP_OP.ordinal();
    private static final int LAST_OP = PackedOp.LAST_OP.ordinal();

    /** No instruction has this address. */
    private static final long NOWHERE = 1;

    /** Regions that call each other nest as deep as this on the Java stack; deeper calls start anew at the bottom. */
    private static final int MAX_DEPTH = 1000;

    /** Bytes of Java stack that an executing thread needs: up to some 4 KiB for each nested call, when nothing is compiled. */
    public static final long STACK_BYTES = 16 << 20;

    private final Cpu cpu;
    private final CodeCache cache;
    private final Predecoder predecoder;
    private final RequestHandler requests;
    private final FetchTlb fetchTlb;
    private final HotBlocks hotBlocks;
    private final BlockSampler sampler;
    private long regionEntries;
    private long nests;
    private int depth;
    /** {@link CodeCache#generation} when nothing was nested. */
    private long codeGeneration;
    /** {@link CodeCache#generation} when the fetch TLB last forgot its regions. */
    private long linkedGeneration;

    public Interpreter(
            Cpu cpu,
            CodeCache cache,
            Predecoder predecoder,
            FetchTlb fetchTlb,
            RequestHandler requests,
            HotBlocks hotBlocks) {
        this.cpu = cpu;
        this.cache = cache;
        this.predecoder = predecoder;
        this.fetchTlb = fetchTlb;
        this.requests = requests;
        this.hotBlocks = hotBlocks;
        this.sampler = new BlockSampler(hotBlocks.threshold());
        cpu.untilLook = sampler.interval();
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
            long pc = cpu.pc;
            if (cache.generation() != linkedGeneration) {
                unlink();
            }
            Region region = fetchTlb.region(cpu.el, pc);
            int status = Region.INTERPRET;
            if (region != null) {
                regionEntries++;
                status = region.execute(cpu);
            }
            if (status == Region.INTERPRET) {
                status = executeAt(cpu, pc);
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

    private void unlink() {
        linkedGeneration = cache.generation();
        fetchTlb.unlink();
    }

    /** Executes what is in the page at {@code pc}, which is the PC. */
    private int executeAt(Cpu cpu, long pc) {
        CodePage page = fetchTlb.current(cpu.el, pc);
        if (page == null || (pc & 3) != 0) {
            try {
                page = findPage(cpu, pc);
            } catch (GuestException e) {
                cpu.settleFlags();
                cpu.exceptions.takeSynchronous(cpu, e, pc);
                return Region.UNWIND;
            }
        }
        int index = CodePage.index(pc);
        long word = page.word(index);
        return CodePage.kind(word) == CodePage.REGION
                ? runRegion(cpu, page, index, word)
                : interpret(cpu, page, index, word);
    }

    private int runRegion(Cpu cpu, CodePage page, int index, long word) {
        regionEntries++;
        Region region = page.region(word);
        fetchTlb.link(cpu.el, cpu.pc, region);
        int status = region.execute(cpu);
        return status == Region.INTERPRET ? interpret(cpu, page, index, page.instruction(word)) : status;
    }

    /** Executes one instruction, with the debug unit looking on. Interrupts are not looked at. */
    public void step() {
        Cpu cpu = this.cpu;
        long pc = cpu.pc;
        try {
            // In the order of their priority (Arm ARM D1.3.5.5): step, PC alignment, instruction abort, the rest.
            cpu.debug.beforeFetch();
            CodePage page = findPage(cpu, pc);
            cpu.debug.beforeInstruction();
            SingleInstruction instruction = predecoder.single(page, pc);
            instruction.execute(cpu);
            cpu.interpretedInstructions++;
            cpu.debug.afterInstruction(isLoadExclusive(instruction.opcode()));
        } catch (GuestException e) {
            cpu.exceptions.takeSynchronous(cpu, e, pc);
        }
    }

    private static boolean isLoadExclusive(Opcode opcode) {
        return switch (opcode) {
            case LDXR, LDAXR, LDXP, LDAXP -> true;
            default -> false;
        };
    }

    /** Interprets a basic block whose first word isn't in the page where a region stands. */
    private int interpret(Cpu cpu, CodePage page, int start, long first) {
        cpu.settleFlags();
        long word = first;
        if (word == CodePage.UNDECODED) {
            predecoder.decode(page, start);
            word = page.word(start);
        }
        if (--cpu.untilLook <= 0 && sample(page, start)) {
            long now = page.word(start);
            if (CodePage.kind(now) == CodePage.REGION) {
                int status = page.region(now).execute(cpu);
                if (status != Region.INTERPRET) {
                    return status;
                }
                word = page.instruction(now);
            }
        }
        return interpretPage(cpu, page, start, word);
    }

    /** Counts one execution of many; whether the block has become hot just now. */
    private boolean sample(CodePage page, int start) {
        cpu.untilLook = sampler.interval();
        if (!sampler.sample(page.gpa + 4L * start)) {
            return false;
        }
        hotBlocks.hot(page, start);
        return true;
    }

    /** Interprets from a word on, following direct branches within the page. */
    private int interpretPage(Cpu cpu, CodePage page, int start, long first) {
        long base = cpu.pc & -CodePage.BYTES;
        cpu.pc = base;
        cpu.beginAt(start);
        cpu.next++;
        long word = first;
        try {
            while (true) {
                int kind = CodePage.kind(word);
                if (kind >= NOP) {
                    PACKED[kind].execute(cpu, word);
                } else if (kind == OP) {
                    page.op(word).execute(cpu);
                } else if (kind == FP_OP) {
                    if (cpu.fpTrapped) {
                        throw cpu.fpAccessTrap();
                    }
                    page.op(word).execute(cpu);
                } else if (kind == LAST_OP) {
                    page.op(word).execute(cpu);
                    cpu.countUntil(cpu.next);
                    return last(cpu, cpu.next, PackedWord.e(word));
                } else {
                    if (kind != CodePage.LEFT) {
                        // Translated code, the end of the page, or what isn't decoded.
                        int index = cpu.next - 1;
                        cpu.countUntil(index);
                        cpu.pc = base + 4L * index;
                    }
                    return Region.CONTINUE;
                }
                word = executePacked(cpu, page.words);
            }
        } catch (GuestException e) {
            int index = cpu.next - 1;
            cpu.countUntil(index);
            cpu.exceptions.takeSynchronous(cpu, e, base + 4L * index);
            return Region.UNWIND;
        }
    }

    /** Executes from {@link Cpu#next} on to a word that isn't a packed instruction; returns that. */
    private static long executePacked(Cpu cpu, long[] words) {
        while (true) {
            int index = cpu.next;
            long word = CodePage.word(words, index);
            cpu.next = index + 1;
            int kind = CodePage.kind(word);
            if (kind >= PackedOp.FIRST) {
                PACKED[kind].execute(cpu, word);
            } else if (kind != NOP) {
                return word;
            }
        }
    }

    private static int last(Cpu cpu, int next, int how) {
        if ((how & PackedOp.SETS_PC) == 0) {
            cpu.pc += 4L * next;
        }
        return (how & PackedOp.UNWINDS) != 0 ? Region.UNWIND : Region.CONTINUE;
    }

    private CodePage findPage(Cpu cpu, long pc) {
        requireAligned(cpu, pc);
        CodePage page = fetchTlb.find(cpu.el, pc);
        if (page == null) {
            page = translate(cpu, pc);
        }
        fetchTlb.enter(cpu.el, pc, page);
        return page;
    }

    private CodePage translate(Cpu cpu, long pc) {
        long gpa = cpu.mmu.fetchAddress(pc);
        CodePage page = cache.page(gpa);
        if (page == null) {
            // Executing from a device: a synchronous external abort (Arm ARM D8.17.3).
            throw cpu.exception.with(Syndrome.of(Syndrome.EC_INSTRUCTION_ABORT_LOWER, 0x10), pc);
        }
        fetchTlb.fill(cpu.el, pc, page, cpu.mmu.fetchedNonGlobal(), cpu.mmu.fetchedShift());
        return page;
    }

    private static void requireAligned(Cpu cpu, long pc) {
        if ((pc & 3) != 0) {
            throw cpu.exception.with(Syndrome.of(Syndrome.EC_PC_ALIGNMENT, 0), pc);
        }
    }

    /** Instructions interpreted so far. Confined, as all counts; others may read a slightly old value. */
    public long interpretedInstructions() {
        return cpu.interpretedInstructions;
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
