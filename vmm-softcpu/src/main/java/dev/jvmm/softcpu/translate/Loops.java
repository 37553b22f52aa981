// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the blocks of a region that can be executed again without leaving it. */
final class Loops {
    private Loops() {}

    static void mark(List<BasicBlock> blocks) {
        for (BasicBlock block : blocks) {
            block.inLoop = reaches(block, block);
        }
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
