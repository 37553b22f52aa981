// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.decode.Decoder;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.interpret.Flow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The control-flow graph of a region: what can be reached from its entry by direct branches within the page, as far as it was
 * seen executing and the limit allows. Blocks are in the order of their addresses.
 */
final class ControlFlow {
    private static final int WORDS = CodePage.BYTES / 4;

    final int entry;
    final List<BasicBlock> blocks = new ArrayList<>();
    private final @Nullable BasicBlock[] byWord = new @Nullable BasicBlock[WORDS];
    private final int[] code;

    private ControlFlow(int[] code, int entry) {
        this.code = code;
        this.entry = entry;
    }

    /**
     * @param code the page's words
     * @param entry offset of the region's entry in the page, in bytes
     * @param executed whether the basic block that starts at an offset was seen executing
     * @param limit of instructions
     */
    static ControlFlow of(int[] code, int entry, IntPredicate executed, int limit) {
        ControlFlow flow = new ControlFlow(code, entry);
        flow.discover(executed, limit);
        return flow;
    }

    /** The block that starts at an offset in the page, or null. */
    @Nullable
    BasicBlock at(int offset) {
        return offset >= 0 && offset < CodePage.BYTES && (offset & 3) == 0 ? byWord[offset >>> 2] : null;
    }

    /** Which words of the page are in the region. */
    BitSet words() {
        BitSet words = new BitSet(WORDS);
        blocks.forEach(block -> words.set(block.start >>> 2, (block.last().offset() >>> 2) + 1));
        return words;
    }

    int instructions() {
        return blocks.stream().mapToInt(block -> block.instructions.size()).sum();
    }

    /** The target of a direct branch, as an offset in the page; outside of it where it lies in another. */
    static int target(Instruction instruction) {
        int word = instruction.word();
        long distance = switch (instruction.opcode()) {
            case B, BL -> Immediates.branchOffset26(word);
            case TBZ, TBNZ -> Immediates.branchOffset14(word);
            default -> Immediates.branchOffset19(word);
        };
        return instruction.offset() + (int) distance;
    }

    private void discover(IntPredicate executed, int limit) {
        BitSet visited = new BitSet(WORDS);
        BitSet leaders = new BitSet(WORDS);
        Deque<Integer> todo = new ArrayDeque<>();
        leaders.set(entry >>> 2);
        todo.add(entry);
        int count = 0;
        while (!todo.isEmpty()) {
            int offset = todo.remove();
            while (offset < CodePage.BYTES && count < limit) {
                if (visited.get(offset >>> 2)) {
                    leaders.set(offset >>> 2);
                    break;
                }
                visited.set(offset >>> 2);
                count++;
                Instruction instruction = instruction(offset);
                Flow flow = Flow.of(instruction.opcode(), instruction.word());
                if (flow == Flow.JUMP || flow == Flow.BRANCH) {
                    offer(target(instruction), executed, leaders, todo);
                }
                if (flow == Flow.BRANCH) {
                    offer(instruction.next(), executed, leaders, todo);
                }
                if (flow.endsBlock()) {
                    break;
                }
                offset += 4;
            }
        }
        partition(visited, leaders);
    }

    private static void offer(int target, IntPredicate executed, BitSet leaders, Deque<Integer> todo) {
        if (target >= 0 && target < CodePage.BYTES && executed.test(target)) {
            leaders.set(target >>> 2);
            todo.add(target);
        }
    }

    private Instruction instruction(int offset) {
        int word = code[offset >>> 2];
        Opcode opcode = Decoder.decode(word);
        return new Instruction(offset, word, opcode);
    }

    private void partition(BitSet visited, BitSet leaders) {
        BasicBlock block = null;
        for (int word = visited.nextSetBit(0); word >= 0; word = visited.nextSetBit(word + 1)) {
            int offset = word << 2;
            if (block == null || leaders.get(word) || block.last().next() != offset) {
                block = new BasicBlock(offset);
                blocks.add(block);
                byWord[word] = block;
            }
            Instruction instruction = instruction(offset);
            block.instructions.add(instruction);
            if (Flow.of(instruction.opcode(), instruction.word()).endsBlock()) {
                block = null;
            }
        }
        blocks.forEach(this::connect);
        Loops.mark(blocks);
    }

    private void connect(BasicBlock block) {
        Instruction last = block.last();
        Flow flow = Flow.of(last.opcode(), last.word());
        if (flow == Flow.JUMP || flow == Flow.BRANCH) {
            addSuccessor(block, target(last));
        }
        if (flow == Flow.BRANCH || !flow.endsBlock()) {
            addSuccessor(block, last.next());
        }
    }

    private void addSuccessor(BasicBlock block, int offset) {
        BasicBlock successor = at(offset);
        if (successor != null) {
            block.successors.add(successor);
        }
    }
}
