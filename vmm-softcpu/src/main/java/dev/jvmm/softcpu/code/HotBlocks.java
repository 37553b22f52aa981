// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.code;

/** Who is told that a block is executed often. Called by all vCPUs at once; must not make them wait. */
public interface HotBlocks {
    /** Nobody. */
    HotBlocks IGNORED = new HotBlocks() {
        @Override
        public int threshold() {
            return Integer.MIN_VALUE;
        }

        @Override
        public void hot(CodePage page, int index) {}
    };

    /** Executions after which a block is hot, about. */
    int threshold();

    /** The block that starts with the word {@code index} of a page has become hot. */
    void hot(CodePage page, int index);
}
