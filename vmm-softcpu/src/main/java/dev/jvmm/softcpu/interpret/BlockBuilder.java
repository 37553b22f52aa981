// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.code.Block;
import dev.jvmm.softcpu.code.CodePage;

/** Makes blocks out of guest code. Used by all vCPUs at once, without synchronisation. */
public interface BlockBuilder {
    /** Pre-decodes the block at {@code address} (bits 11:2 select the word in {@code page}). */
    Block build(CodePage page, long address);

    /** Pre-decodes the one instruction at {@code address}, for stepping. */
    Block buildSingle(CodePage page, long address);
}
