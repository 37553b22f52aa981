// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import dev.jvmm.softcpu.decode.DecodeTable.Row;
import dev.jvmm.softcpu.decode.Disassembler;

/**
 * An instruction word and the state it starts from.
 *
 * @param before a word executed just before it: NOP, or the load-exclusive that a store-exclusive needs
 */
record InstructionCase(Row row, int before, int word, MachineState start) {
    static final int NOP = 0xd503201f;

    String describe(long address) {
        String text = "%s %08x (%s)".formatted(row.name(), word, Disassembler.disassemble(word, address));
        return before == NOP ? text : text + " after " + Disassembler.disassemble(before, address - 4);
    }
}
