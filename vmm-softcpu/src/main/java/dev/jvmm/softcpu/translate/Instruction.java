// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.decode.Opcode;

/**
 * One guest instruction of a region.
 *
 * @param offset of the instruction in its page, in bytes
 */
record Instruction(int offset, int word, Opcode opcode) {
    int next() {
        return offset + 4;
    }
}
