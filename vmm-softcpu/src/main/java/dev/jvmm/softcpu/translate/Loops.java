// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.interpret.Flow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the blocks of a region that can be executed again without leaving it, and what they do. */
final class Loops {
    /**
     * Page hints of a region, and guest instructions in its loops, beyond which there are none: each is three values for C2 to keep in
     * registers or on the stack, and where there are many the loop loses more than it gains.
     */
    private static final int MAX_HINTS = 4;

    private static final int MAX_HINTED = 40;

    private Loops() {}

    static void mark(List<BasicBlock> blocks) {
        for (BasicBlock block : blocks) {
            block.inLoop = reaches(block, block);
        }
    }

    /** Whether there are loops, and no instruction in them is a call, of a function or of an op. */
    static boolean callNothing(List<BasicBlock> blocks) {
        return blocks.stream().anyMatch(block -> block.inLoop)
                && inLoops(blocks).noneMatch(Loops::calls);
    }

    /** The accesses of a region's loops that are worth a page hint. */
    static Set<PageHints.Accesses> worthHints(List<BasicBlock> blocks) {
        Set<PageHints.Accesses> accesses = hintable(blocks);
        long instructions = inLoops(blocks).count();
        return accesses.size() <= MAX_HINTS && instructions <= MAX_HINTED ? accesses : Set.of();
    }

    /** The accesses of a region's loops at a constant distance from the base register: they are likely to stay in a page for a while. */
    static Set<PageHints.Accesses> hintable(List<BasicBlock> blocks) {
        return inLoops(blocks)
                .filter(instruction -> isByBase(instruction.opcode()))
                .map(instruction -> new PageHints.Accesses(
                        Fields.rn(instruction.word()), VectorRegisters.isStore(instruction.opcode())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Instruction> inLoops(List<BasicBlock> blocks) {
        return blocks.stream().filter(block -> block.inLoop).flatMap(block -> block.instructions.stream());
    }

    private static boolean isByBase(Opcode opcode) {
        return RegionAnalysis.isRelative(opcode)
                && RegionAnalysis.treatment(opcode) == RegionAnalysis.Treatment.DIRECT
                && !opcode.name().endsWith("_REGISTER");
    }

    private static boolean calls(Instruction instruction) {
        return switch (Flow.of(instruction.opcode(), instruction.word())) {
            case CALL -> true;
            case STRAIGHT, POLL -> RegionAnalysis.treatment(instruction.opcode()) == RegionAnalysis.Treatment.OP;
            case JUMP, BRANCH, INDIRECT, SYNCHRONISE, LEAVE, LEAVE_BY_OP -> false;
        };
    }

    private static boolean reaches(BasicBlock from, BasicBlock to) {
        Set<BasicBlock> seen = new HashSet<>();
        Deque<BasicBlock> todo = new ArrayDeque<>(from.successors);
        while (!todo.isEmpty()) {
            BasicBlock block = todo.remove();
            if (block == to) {
                return true;
            }
            if (seen.add(block)) {
                todo.addAll(block.successors);
            }
        }
        return false;
    }
}
