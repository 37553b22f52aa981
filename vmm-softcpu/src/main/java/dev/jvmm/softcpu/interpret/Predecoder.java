// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.code.CodePage;

/** Decodes guest code ahead of its execution. Used by all vCPUs at once, without synchronisation. */
public interface Predecoder {
    /** Decodes the basic block that starts with the word {@code index} of a page, up to words that are decoded already. */
    void decode(CodePage page, int index);

    /** Decodes the one instruction at {@code address}, which is in the page. */
    SingleInstruction single(CodePage page, long address);
}
