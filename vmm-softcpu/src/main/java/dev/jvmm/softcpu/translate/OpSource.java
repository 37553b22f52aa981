// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.cpu.Op;

/** The interpreter's ops, which regions call for instructions that they have no bytecode for. */
@FunctionalInterface
public interface OpSource {
    /** The op of an instruction at {@code offset} from where {@code pc} stands while it executes. */
    Op op(int instruction, int offset);
}
