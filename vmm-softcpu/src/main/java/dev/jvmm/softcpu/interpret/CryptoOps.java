// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static dev.jvmm.softcpu.interpret.SimdOperands.vd;
import static dev.jvmm.softcpu.interpret.SimdOperands.vm;
import static dev.jvmm.softcpu.interpret.SimdOperands.vn;

import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.interpret.SemanticOp.Semantic;
import dev.jvmm.softcpu.semantics.Aes;
import dev.jvmm.softcpu.semantics.Polynomials;
import dev.jvmm.softcpu.semantics.Sha;
import org.jspecify.annotations.Nullable;

/** Ops of the Cryptographic Extension: AES, SHA1, SHA256 and PMULL with 64-bit operands (Arm ARM C4.1.96). */
final class CryptoOps {
    private CryptoOps() {}

    /** The op, or null for an opcode of another group. */
    static @Nullable Op build(Opcode opcode, int insn) {
        int d = vd(insn);
        int n = vn(insn);
        int m = vm(insn);
        return switch (opcode) {
            case AESE -> op(c -> Aes.encrypt(c.v, d, n));
            case AESD -> op(c -> Aes.decrypt(c.v, d, n));
            case AESMC -> op(c -> Aes.mixColumns(c.v, d, n));
            case AESIMC -> op(c -> Aes.inverseMixColumns(c.v, d, n));
            case SHA1C -> op(c -> Sha.sha1Hash(c.v, d, n, m, 0));
            case SHA1P -> op(c -> Sha.sha1Hash(c.v, d, n, m, 1));
            case SHA1M -> op(c -> Sha.sha1Hash(c.v, d, n, m, 2));
            case SHA1H -> op(c -> Sha.sha1FixedRotate(c.v, d, n));
            case SHA1SU0 -> op(c -> Sha.sha1Schedule0(c.v, d, n, m));
            case SHA1SU1 -> op(c -> Sha.sha1Schedule1(c.v, d, n));
            case SHA256H -> op(c -> Sha.sha256Hash(c.v, d, d, n, m, true));
            case SHA256H2 -> op(c -> Sha.sha256Hash(c.v, d, n, d, m, false));
            case SHA256SU0 -> op(c -> Sha.sha256Schedule0(c.v, d, n));
            case SHA256SU1 -> op(c -> Sha.sha256Schedule1(c.v, d, n, m));
            case PMULL_64BIT -> {
                int half = Fields.q(insn);
                yield op(c -> Polynomials.multiplyLong(c.v, d, n + half, m + half));
            }
            default -> null;
        };
    }

    private static Op op(Semantic semantic) {
        return new SemanticOp(semantic);
    }
}
