// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.interpret.Flow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the blocks of a region that can be executed again without leaving it, and what they do. */
final class Loops {
    private Loops() {}

    static void mark(List<BasicBlock> blocks) {
        for (BasicBlock block : blocks) {
            block.inLoop = reaches(block, block);
        }
    }

    /** Whether there are loops, and no instruction in them is a call, of a function or of an op. */
    static boolean callNothing(List<BasicBlock> blocks) {
        List<BasicBlock> loops = blocks.stream().filter(block -> block.inLoop).toList();
        return !loops.isEmpty()
                && loops.stream().flatMap(block -> block.instructions.stream()).noneMatch(Loops::calls);
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
