// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static dev.jvmm.softcpu.interpret.Operands.destination;

import dev.jvmm.softcpu.code.BlockOp;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Opcode;

/**
 * Ops of SBFM, BFM and UBFM (Arm ARM C6.2). Either a field is extracted from bit {@code immr} (imms >= immr), or the low
 * {@code imms + 1} bits are placed at bit {@code size - immr}. Both are: shift left so that the field's top bit is bit 63,
 * then right to where it belongs.
 */
final class BitfieldOps {
    private static final long LOW_WORD = 0xFFFF_FFFFL;

    private BitfieldOps() {}

    static Op build(Opcode opcode, int insn) {
        int size = Fields.sf(insn) != 0 ? 64 : 32;
        long mask = size == 64 ? -1L : LOW_WORD;
        int d = destination(Fields.rd(insn));
        int n = Fields.rn(insn);
        int r = Fields.immr(insn);
        int s = Fields.imms(insn);
        // After "<< left" the field's top bit is bit 63; ">> right" then puts its lowest bit in place.
        int left = 63 - s;
        int right = s >= r ? 63 - s + r : 63 - s - (size - r);
        if (opcode == Opcode.BFM) {
            int width = s >= r ? s - r + 1 : s + 1;
            int lsb = s >= r ? 0 : size - r;
            long field = (width == 64 ? -1L : (1L << width) - 1) << lsb & mask;
            int source = s >= r ? r : 0;
            int old = d == Fields.rd(insn) ? d : 31;
            return new SemanticOp(c -> c.x[d] = (c.x[old] & ~field | c.x[n] >>> source << lsb & field) & mask);
        }
        return opcode == Opcode.SBFM
                ? new SignedExtract(d, n, left, right, mask)
                : new UnsignedExtract(d, n, left, right);
    }

    static final class UnsignedExtract extends BlockOp {
        private final int d;
        private final int n;
        private final int left;
        private final int right;

        UnsignedExtract(int d, int n, int left, int right) {
            this.d = d;
            this.n = n;
            this.left = left;
            this.right = right;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.x[n] << left >>> right;
        }
    }

    static final class SignedExtract extends BlockOp {
        private final int d;
        private final int n;
        private final int left;
        private final int right;
        private final long mask;

        SignedExtract(int d, int n, int left, int right, long mask) {
            this.d = d;
            this.n = n;
            this.left = left;
            this.right = right;
            this.mask = mask;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.x[n] << left >> right & mask;
        }
    }
}
