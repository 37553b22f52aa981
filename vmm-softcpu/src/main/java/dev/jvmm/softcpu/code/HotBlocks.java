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
        public void hot(CodePage page, long address) {}
    };

    /** Executions after which a block is hot. */
    int threshold();

    /** The block at {@code address} (bits 11:2 select the word in {@code page}) has become hot. */
    void hot(CodePage page, long address);
}
