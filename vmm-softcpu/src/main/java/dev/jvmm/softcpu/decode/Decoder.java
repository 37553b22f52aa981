// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.decode;

/** Decodes A64 instructions. Generated from src/main/decode/a64.decode; do not edit. */
public final class Decoder {
    private Decoder() {}

    /** The instruction that a word encodes; UNALLOCATED where there is none. */
    public static Opcode decode(int instruction) {
        return switch ((instruction >>> 24) & 0x3f) {
            case 8 -> decode1(instruction);
            case 0xa ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 ->
                                (instruction & 0x80008000) != 0x8000 ? Opcode.AND_SHIFTED_REGISTER : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80008000) != 0x8000 ? Opcode.EOR_SHIFTED_REGISTER : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 ->
                                (instruction & 0x80008000) != 0x8000 ? Opcode.BIC_SHIFTED_REGISTER : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80008000) != 0x8000 ? Opcode.EON_SHIFTED_REGISTER : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0xb ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 ->
                                (instruction & 0xc00000) != 0xc00000 && (instruction & 0x80008000) != 0x8000
                                        ? Opcode.ADD_SHIFTED_REGISTER
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0xc00000) != 0xc00000 && (instruction & 0x80008000) != 0x8000
                                        ? Opcode.SUB_SHIFTED_REGISTER
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 ->
                                (instruction & 0xc00000) == 0
                                                && (instruction & 0x1800) != 0x1800
                                                && (instruction & 0x1c00) != 0x1400
                                        ? Opcode.ADD_EXTENDED_REGISTER
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0xc00000) == 0
                                                && (instruction & 0x1800) != 0x1800
                                                && (instruction & 0x1c00) != 0x1400
                                        ? Opcode.SUB_EXTENDED_REGISTER
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0xc -> decode2(instruction);
            case 0xd -> decode3(instruction);
            case 0xe -> decode4(instruction);
            case 0xf -> decode5(instruction);
            case 0x10, 0x30 ->
                switch (instruction >>> 31) {
                    case 0 -> Opcode.ADR;
                    case 1 -> Opcode.ADRP;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x11 ->
                switch ((instruction >>> 30) & 1) {
                    case 0 -> (instruction & 0x800000) == 0 ? Opcode.ADD_IMMEDIATE : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x800000) == 0 ? Opcode.SUB_IMMEDIATE : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x12 ->
                switch ((instruction >>> 23) & 1) {
                    case 0 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 ->
                                (instruction & 0x80400000) != 0x400000
                                                && (instruction & 0x40fc00) != 0x7c00
                                                && (instruction & 0x40fc00) != 0xbc00
                                                && (instruction & 0x40fc00) != 0xdc00
                                                && (instruction & 0x40fc00) != 0xec00
                                                && (instruction & 0x40fc00) != 0xf400
                                                && (instruction & 0x40f800) != 0xf800
                                                && (instruction & 0x40fc00) != 0x40fc00
                                        ? Opcode.AND_IMMEDIATE
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80400000) != 0x400000
                                                && (instruction & 0x40fc00) != 0x7c00
                                                && (instruction & 0x40fc00) != 0xbc00
                                                && (instruction & 0x40fc00) != 0xdc00
                                                && (instruction & 0x40fc00) != 0xec00
                                                && (instruction & 0x40fc00) != 0xf400
                                                && (instruction & 0x40f800) != 0xf800
                                                && (instruction & 0x40fc00) != 0x40fc00
                                        ? Opcode.EOR_IMMEDIATE
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> (instruction & 0x80400000) != 0x400000 ? Opcode.MOVN : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x80400000) != 0x400000 ? Opcode.MOVZ : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0x13 ->
                switch ((instruction >>> 23) & 1) {
                    case 0 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 ->
                                (instruction & 0x80400000) != 0x80000000
                                                && (instruction & 0x80400000) != 0x400000
                                                && (instruction & 0x80200000) != 0x200000
                                                && (instruction & 0x80008000) != 0x8000
                                        ? Opcode.SBFM
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80400000) != 0x80000000
                                                && (instruction & 0x80400000) != 0x400000
                                                && (instruction & 0x80200000) != 0x200000
                                                && (instruction & 0x80008000) != 0x8000
                                        ? Opcode.UBFM
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        (instruction & 0x40200000) == 0
                                        && (instruction & 0x80400000) != 0x80000000
                                        && (instruction & 0x80400000) != 0x400000
                                        && (instruction & 0x80008000) != 0x8000
                                ? Opcode.EXTR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x14 -> decode6(instruction);
            case 0x15 -> decode7(instruction);
            case 0x16 -> decode8(instruction);
            case 0x17 ->
                switch (instruction >>> 31) {
                    case 0 -> (instruction & 0x40000000) == 0 ? Opcode.B : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x40000000) == 0 ? Opcode.BL : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x18 ->
                switch (instruction >>> 31) {
                    case 0 -> Opcode.LDR_LITERAL;
                    case 1 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> Opcode.LDRSW_LITERAL;
                            case 1 -> Opcode.PRFM_LITERAL;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0x1a -> decode9(instruction);
            case 0x1b -> decode10(instruction);
            case 0x1c -> (instruction & 0xc0000000) != 0xc0000000 ? Opcode.LDR_SIMD_LITERAL : Opcode.UNALLOCATED;
            case 0x1e -> decode11(instruction);
            case 0x1f -> decode12(instruction);
            case 0x28 ->
                switch ((instruction >>> 22) & 3) {
                    case 0 -> (instruction & 0x40000000) == 0 ? Opcode.STNP : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x40000000) == 0 ? Opcode.LDNP : Opcode.UNALLOCATED;
                    case 2 -> (instruction & 0x40000000) == 0 ? Opcode.STP_POST : Opcode.UNALLOCATED;
                    case 3 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> Opcode.LDP_POST;
                            case 1 -> (instruction & 0x80000000) == 0 ? Opcode.LDPSW_POST : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0x29 ->
                switch ((instruction >>> 22) & 3) {
                    case 0 -> (instruction & 0x40000000) == 0 ? Opcode.STP : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> Opcode.LDP;
                            case 1 -> (instruction & 0x80000000) == 0 ? Opcode.LDPSW : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 2 -> (instruction & 0x40000000) == 0 ? Opcode.STP_PRE : Opcode.UNALLOCATED;
                    case 3 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> Opcode.LDP_PRE;
                            case 1 -> (instruction & 0x80000000) == 0 ? Opcode.LDPSW_PRE : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0x2a ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 ->
                                (instruction & 0x80008000) != 0x8000 ? Opcode.ORR_SHIFTED_REGISTER : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80008000) != 0x8000
                                        ? Opcode.ANDS_SHIFTED_REGISTER
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 ->
                                (instruction & 0x80008000) != 0x8000 ? Opcode.ORN_SHIFTED_REGISTER : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80008000) != 0x8000
                                        ? Opcode.BICS_SHIFTED_REGISTER
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0x2b ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 ->
                                (instruction & 0xc00000) != 0xc00000 && (instruction & 0x80008000) != 0x8000
                                        ? Opcode.ADDS_SHIFTED_REGISTER
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0xc00000) != 0xc00000 && (instruction & 0x80008000) != 0x8000
                                        ? Opcode.SUBS_SHIFTED_REGISTER
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 ->
                                (instruction & 0xc00000) == 0
                                                && (instruction & 0x1800) != 0x1800
                                                && (instruction & 0x1c00) != 0x1400
                                        ? Opcode.ADDS_EXTENDED_REGISTER
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0xc00000) == 0
                                                && (instruction & 0x1800) != 0x1800
                                                && (instruction & 0x1c00) != 0x1400
                                        ? Opcode.SUBS_EXTENDED_REGISTER
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0x2c ->
                switch ((instruction >>> 22) & 3) {
                    case 0 -> (instruction & 0xc0000000) != 0xc0000000 ? Opcode.STNP_SIMD : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0xc0000000) != 0xc0000000 ? Opcode.LDNP_SIMD : Opcode.UNALLOCATED;
                    case 2 -> (instruction & 0xc0000000) != 0xc0000000 ? Opcode.STP_SIMD_POST : Opcode.UNALLOCATED;
                    case 3 -> (instruction & 0xc0000000) != 0xc0000000 ? Opcode.LDP_SIMD_POST : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x2d ->
                switch ((instruction >>> 22) & 3) {
                    case 0 -> (instruction & 0xc0000000) != 0xc0000000 ? Opcode.STP_SIMD : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0xc0000000) != 0xc0000000 ? Opcode.LDP_SIMD : Opcode.UNALLOCATED;
                    case 2 -> (instruction & 0xc0000000) != 0xc0000000 ? Opcode.STP_SIMD_PRE : Opcode.UNALLOCATED;
                    case 3 -> (instruction & 0xc0000000) != 0xc0000000 ? Opcode.LDP_SIMD_PRE : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x2e -> decode13(instruction);
            case 0x2f -> decode14(instruction);
            case 0x31 ->
                switch ((instruction >>> 30) & 1) {
                    case 0 -> (instruction & 0x800000) == 0 ? Opcode.ADDS_IMMEDIATE : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x800000) == 0 ? Opcode.SUBS_IMMEDIATE : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x32 ->
                switch ((instruction >>> 23) & 1) {
                    case 0 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 ->
                                (instruction & 0x80400000) != 0x400000
                                                && (instruction & 0x40fc00) != 0x7c00
                                                && (instruction & 0x40fc00) != 0xbc00
                                                && (instruction & 0x40fc00) != 0xdc00
                                                && (instruction & 0x40fc00) != 0xec00
                                                && (instruction & 0x40fc00) != 0xf400
                                                && (instruction & 0x40f800) != 0xf800
                                                && (instruction & 0x40fc00) != 0x40fc00
                                        ? Opcode.ORR_IMMEDIATE
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80400000) != 0x400000
                                                && (instruction & 0x40fc00) != 0x7c00
                                                && (instruction & 0x40fc00) != 0xbc00
                                                && (instruction & 0x40fc00) != 0xdc00
                                                && (instruction & 0x40fc00) != 0xec00
                                                && (instruction & 0x40fc00) != 0xf400
                                                && (instruction & 0x40f800) != 0xf800
                                                && (instruction & 0x40fc00) != 0x40fc00
                                        ? Opcode.ANDS_IMMEDIATE
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        (instruction & 0x40000000) == 0x40000000 && (instruction & 0x80400000) != 0x400000
                                ? Opcode.MOVK
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x33 ->
                (instruction & 0x40800000) == 0
                                && (instruction & 0x80400000) != 0x80000000
                                && (instruction & 0x80400000) != 0x400000
                                && (instruction & 0x80200000) != 0x200000
                                && (instruction & 0x80008000) != 0x8000
                        ? Opcode.BFM
                        : Opcode.UNALLOCATED;
            case 0x34 -> (instruction & 0x40000000) == 0 ? Opcode.CBZ : Opcode.UNALLOCATED;
            case 0x35 -> (instruction & 0x40000000) == 0 ? Opcode.CBNZ : Opcode.UNALLOCATED;
            case 0x36 -> (instruction & 0x40000000) == 0 ? Opcode.TBZ : Opcode.UNALLOCATED;
            case 0x37 -> (instruction & 0x40000000) == 0 ? Opcode.TBNZ : Opcode.UNALLOCATED;
            case 0x38 -> decode15(instruction);
            case 0x39 -> decode16(instruction);
            case 0x3a ->
                switch ((instruction >>> 30) & 1) {
                    case 0 ->
                        switch ((instruction >>> 11) & 1) {
                            case 0 ->
                                switch ((instruction >>> 22) & 1) {
                                    case 0 -> (instruction & 0xa0f400) == 0 ? Opcode.ADCS : Opcode.UNALLOCATED;
                                    case 1 -> (instruction & 0xa00410) == 0 ? Opcode.CCMN_REGISTER : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            case 1 -> (instruction & 0xe00410) == 0x400000 ? Opcode.CCMN_IMMEDIATE : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 11) & 1) {
                            case 0 ->
                                switch ((instruction >>> 22) & 1) {
                                    case 0 -> (instruction & 0xa0f400) == 0 ? Opcode.SBCS : Opcode.UNALLOCATED;
                                    case 1 -> (instruction & 0xa00410) == 0 ? Opcode.CCMP_REGISTER : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            case 1 -> (instruction & 0xe00410) == 0x400000 ? Opcode.CCMP_IMMEDIATE : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0x3c -> decode17(instruction);
            case 0x3d ->
                switch ((instruction >>> 22) & 1) {
                    case 0 ->
                        (instruction & 0x80800000) != 0x80800000 && (instruction & 0xc0800000) != 0x40800000
                                ? Opcode.STR_SIMD_IMMEDIATE_UNSIGNED
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80800000) != 0x80800000 && (instruction & 0xc0800000) != 0x40800000
                                ? Opcode.LDR_SIMD_IMMEDIATE_UNSIGNED
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x3e -> decode18(instruction);
            case 0x3f -> decode19(instruction);
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode1(int instruction) {
        return switch ((instruction >>> 21) & 7) {
            case 0 ->
                switch ((instruction >>> 15) & 1) {
                    case 0 -> Opcode.STXR;
                    case 1 -> Opcode.STLXR;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch (instruction >>> 31) {
                    case 0 -> (instruction & 0x17c01) == 0x7c00 ? Opcode.CASP : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 15) & 1) {
                            case 0 -> Opcode.STXP;
                            case 1 -> Opcode.STLXP;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 2 ->
                switch ((instruction >>> 15) & 1) {
                    case 0 -> Opcode.LDXR;
                    case 1 -> Opcode.LDAXR;
                    default -> Opcode.UNALLOCATED;
                };
            case 3 ->
                switch (instruction >>> 31) {
                    case 0 -> (instruction & 0x17c01) == 0x7c00 ? Opcode.CASP : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 15) & 1) {
                            case 0 -> Opcode.LDXP;
                            case 1 -> Opcode.LDAXP;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 4 -> (instruction & 0x8000) == 0x8000 ? Opcode.STLR : Opcode.UNALLOCATED;
            case 5, 7 -> (instruction & 0x7c00) == 0x7c00 ? Opcode.CAS : Opcode.UNALLOCATED;
            case 6 -> (instruction & 0x8000) == 0x8000 ? Opcode.LDAR : Opcode.UNALLOCATED;
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode2(int instruction) {
        return switch ((instruction >>> 22) & 3) {
            case 0 ->
                switch ((instruction >>> 13) & 3) {
                    case 0 ->
                        switch ((instruction >>> 15) & 1) {
                            case 0 ->
                                (instruction & 0x803f1000) == 0 && (instruction & 0x40000c00) != 0xc00
                                        ? Opcode.ST4_MULTIPLE
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x803f1000) == 0 && (instruction & 0x40000c00) != 0xc00
                                        ? Opcode.ST2_MULTIPLE
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        (instruction & 0x803f0000) == 0
                                        && (instruction & 0x9000) != 0x1000
                                        && (instruction & 0x9000) != 0x9000
                                ? Opcode.ST1_MULTIPLE
                                : Opcode.UNALLOCATED;
                    case 2 ->
                        (instruction & 0x803f9000) == 0 && (instruction & 0x40000c00) != 0xc00
                                ? Opcode.ST3_MULTIPLE
                                : Opcode.UNALLOCATED;
                    case 3 ->
                        (instruction & 0x803f0000) == 0 && (instruction & 0x8000) != 0x8000
                                ? Opcode.ST1_MULTIPLE
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 13) & 3) {
                    case 0 ->
                        switch ((instruction >>> 15) & 1) {
                            case 0 ->
                                (instruction & 0x803f1000) == 0 && (instruction & 0x40000c00) != 0xc00
                                        ? Opcode.LD4_MULTIPLE
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x803f1000) == 0 && (instruction & 0x40000c00) != 0xc00
                                        ? Opcode.LD2_MULTIPLE
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        (instruction & 0x803f0000) == 0
                                        && (instruction & 0x9000) != 0x1000
                                        && (instruction & 0x9000) != 0x9000
                                ? Opcode.LD1_MULTIPLE
                                : Opcode.UNALLOCATED;
                    case 2 ->
                        (instruction & 0x803f9000) == 0 && (instruction & 0x40000c00) != 0xc00
                                ? Opcode.LD3_MULTIPLE
                                : Opcode.UNALLOCATED;
                    case 3 ->
                        (instruction & 0x803f0000) == 0 && (instruction & 0x8000) != 0x8000
                                ? Opcode.LD1_MULTIPLE
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 2 ->
                switch ((instruction >>> 13) & 3) {
                    case 0 ->
                        switch ((instruction >>> 15) & 1) {
                            case 0 ->
                                (instruction & 0x80201000) == 0 && (instruction & 0x40000c00) != 0xc00
                                        ? Opcode.ST4_MULTIPLE_POST
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80201000) == 0 && (instruction & 0x40000c00) != 0xc00
                                        ? Opcode.ST2_MULTIPLE_POST
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        (instruction & 0x80200000) == 0
                                        && (instruction & 0x9000) != 0x1000
                                        && (instruction & 0x9000) != 0x9000
                                ? Opcode.ST1_MULTIPLE_POST
                                : Opcode.UNALLOCATED;
                    case 2 ->
                        (instruction & 0x80209000) == 0 && (instruction & 0x40000c00) != 0xc00
                                ? Opcode.ST3_MULTIPLE_POST
                                : Opcode.UNALLOCATED;
                    case 3 ->
                        (instruction & 0x80200000) == 0 && (instruction & 0x8000) != 0x8000
                                ? Opcode.ST1_MULTIPLE_POST
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 3 ->
                switch ((instruction >>> 13) & 3) {
                    case 0 ->
                        switch ((instruction >>> 15) & 1) {
                            case 0 ->
                                (instruction & 0x80201000) == 0 && (instruction & 0x40000c00) != 0xc00
                                        ? Opcode.LD4_MULTIPLE_POST
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80201000) == 0 && (instruction & 0x40000c00) != 0xc00
                                        ? Opcode.LD2_MULTIPLE_POST
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        (instruction & 0x80200000) == 0
                                        && (instruction & 0x9000) != 0x1000
                                        && (instruction & 0x9000) != 0x9000
                                ? Opcode.LD1_MULTIPLE_POST
                                : Opcode.UNALLOCATED;
                    case 2 ->
                        (instruction & 0x80209000) == 0 && (instruction & 0x40000c00) != 0xc00
                                ? Opcode.LD3_MULTIPLE_POST
                                : Opcode.UNALLOCATED;
                    case 3 ->
                        (instruction & 0x80200000) == 0 && (instruction & 0x8000) != 0x8000
                                ? Opcode.LD1_MULTIPLE_POST
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode3(int instruction) {
        return switch ((instruction >>> 21) & 7) {
            case 0 ->
                switch ((instruction >>> 13) & 1) {
                    case 0 ->
                        (instruction & 0x801f0000) == 0
                                        && (instruction & 0xc000) != 0xc000
                                        && (instruction & 0xc400) != 0x4400
                                        && (instruction & 0xc800) != 0x8800
                                        && (instruction & 0xdc00) != 0x9400
                                ? Opcode.ST1_SINGLE
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x801f0000) == 0
                                        && (instruction & 0xc000) != 0xc000
                                        && (instruction & 0xc400) != 0x4400
                                        && (instruction & 0xc800) != 0x8800
                                        && (instruction & 0xdc00) != 0x9400
                                ? Opcode.ST3_SINGLE
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 13) & 1) {
                    case 0 ->
                        (instruction & 0x801f0000) == 0
                                        && (instruction & 0xc000) != 0xc000
                                        && (instruction & 0xc400) != 0x4400
                                        && (instruction & 0xc800) != 0x8800
                                        && (instruction & 0xdc00) != 0x9400
                                ? Opcode.ST2_SINGLE
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x801f0000) == 0
                                        && (instruction & 0xc000) != 0xc000
                                        && (instruction & 0xc400) != 0x4400
                                        && (instruction & 0xc800) != 0x8800
                                        && (instruction & 0xdc00) != 0x9400
                                ? Opcode.ST4_SINGLE
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 2 ->
                switch ((instruction >>> 13) & 1) {
                    case 0 ->
                        (instruction & 0x801f0000) == 0
                                        && (instruction & 0xc000) != 0xc000
                                        && (instruction & 0xc400) != 0x4400
                                        && (instruction & 0xc800) != 0x8800
                                        && (instruction & 0xdc00) != 0x9400
                                ? Opcode.LD1_SINGLE
                                : (instruction & 0x801fd000) == 0xc000 ? Opcode.LD1R : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x801f0000) == 0
                                        && (instruction & 0xc000) != 0xc000
                                        && (instruction & 0xc400) != 0x4400
                                        && (instruction & 0xc800) != 0x8800
                                        && (instruction & 0xdc00) != 0x9400
                                ? Opcode.LD3_SINGLE
                                : (instruction & 0x801fd000) == 0xc000 ? Opcode.LD3R : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 3 ->
                switch ((instruction >>> 13) & 1) {
                    case 0 ->
                        (instruction & 0x801f0000) == 0
                                        && (instruction & 0xc000) != 0xc000
                                        && (instruction & 0xc400) != 0x4400
                                        && (instruction & 0xc800) != 0x8800
                                        && (instruction & 0xdc00) != 0x9400
                                ? Opcode.LD2_SINGLE
                                : (instruction & 0x801fd000) == 0xc000 ? Opcode.LD2R : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x801f0000) == 0
                                        && (instruction & 0xc000) != 0xc000
                                        && (instruction & 0xc400) != 0x4400
                                        && (instruction & 0xc800) != 0x8800
                                        && (instruction & 0xdc00) != 0x9400
                                ? Opcode.LD4_SINGLE
                                : (instruction & 0x801fd000) == 0xc000 ? Opcode.LD4R : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 4 ->
                switch ((instruction >>> 13) & 1) {
                    case 0 ->
                        (instruction & 0x80000000) == 0
                                        && (instruction & 0xc000) != 0xc000
                                        && (instruction & 0xc400) != 0x4400
                                        && (instruction & 0xc800) != 0x8800
                                        && (instruction & 0xdc00) != 0x9400
                                ? Opcode.ST1_SINGLE_POST
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000000) == 0
                                        && (instruction & 0xc000) != 0xc000
                                        && (instruction & 0xc400) != 0x4400
                                        && (instruction & 0xc800) != 0x8800
                                        && (instruction & 0xdc00) != 0x9400
                                ? Opcode.ST3_SINGLE_POST
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 5 ->
                switch ((instruction >>> 13) & 1) {
                    case 0 ->
                        (instruction & 0x80000000) == 0
                                        && (instruction & 0xc000) != 0xc000
                                        && (instruction & 0xc400) != 0x4400
                                        && (instruction & 0xc800) != 0x8800
                                        && (instruction & 0xdc00) != 0x9400
                                ? Opcode.ST2_SINGLE_POST
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000000) == 0
                                        && (instruction & 0xc000) != 0xc000
                                        && (instruction & 0xc400) != 0x4400
                                        && (instruction & 0xc800) != 0x8800
                                        && (instruction & 0xdc00) != 0x9400
                                ? Opcode.ST4_SINGLE_POST
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 6 ->
                switch ((instruction >>> 13) & 1) {
                    case 0 ->
                        (instruction & 0x80000000) == 0
                                        && (instruction & 0xc000) != 0xc000
                                        && (instruction & 0xc400) != 0x4400
                                        && (instruction & 0xc800) != 0x8800
                                        && (instruction & 0xdc00) != 0x9400
                                ? Opcode.LD1_SINGLE_POST
                                : (instruction & 0x8000d000) == 0xc000 ? Opcode.LD1R_POST : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000000) == 0
                                        && (instruction & 0xc000) != 0xc000
                                        && (instruction & 0xc400) != 0x4400
                                        && (instruction & 0xc800) != 0x8800
                                        && (instruction & 0xdc00) != 0x9400
                                ? Opcode.LD3_SINGLE_POST
                                : (instruction & 0x8000d000) == 0xc000 ? Opcode.LD3R_POST : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 7 ->
                switch ((instruction >>> 13) & 1) {
                    case 0 ->
                        (instruction & 0x80000000) == 0
                                        && (instruction & 0xc000) != 0xc000
                                        && (instruction & 0xc400) != 0x4400
                                        && (instruction & 0xc800) != 0x8800
                                        && (instruction & 0xdc00) != 0x9400
                                ? Opcode.LD2_SINGLE_POST
                                : (instruction & 0x8000d000) == 0xc000 ? Opcode.LD2R_POST : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000000) == 0
                                        && (instruction & 0xc000) != 0xc000
                                        && (instruction & 0xc400) != 0x4400
                                        && (instruction & 0xc800) != 0x8800
                                        && (instruction & 0xdc00) != 0x9400
                                ? Opcode.LD4_SINGLE_POST
                                : (instruction & 0x8000d000) == 0xc000 ? Opcode.LD4R_POST : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode4(int instruction) {
        return switch ((instruction >>> 10) & 0x3f) {
            case 0 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 -> (instruction & 0x80c00000) == 0 ? Opcode.TBL : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.SADDL_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        (instruction & 0x80c00000) == 0
                                        && (instruction & 0xf0000) != 0
                                        && (instruction & 0x400f0000) != 0x80000
                                ? Opcode.DUP_ELEMENT
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.SHADD_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 2 ->
                (instruction & 0x803f0000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.REV64_VECTOR
                        : Opcode.UNALLOCATED;
            case 3 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        (instruction & 0x80c00000) == 0
                                        && (instruction & 0xf0000) != 0
                                        && (instruction & 0x400f0000) != 0x80000
                                ? Opcode.DUP_GENERAL
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                ? Opcode.SQADD_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 4 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 -> (instruction & 0x80c00000) == 0 ? Opcode.TBX : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.SADDW_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 5 ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.SRHADD_VECTOR
                        : Opcode.UNALLOCATED;
            case 6 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        (instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                ? Opcode.UZP1
                                : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x80df0000) == 0 ? Opcode.REV16_VECTOR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 7 ->
                switch ((instruction >>> 21) & 7) {
                    case 0 ->
                        (instruction & 0xc0000000) == 0x40000000 && (instruction & 0xf0000) != 0
                                ? Opcode.INS_GENERAL
                                : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x80000000) == 0 ? Opcode.AND_VECTOR : Opcode.UNALLOCATED;
                    case 3 -> (instruction & 0x80000000) == 0 ? Opcode.BIC_VECTOR_REGISTER : Opcode.UNALLOCATED;
                    case 5 -> (instruction & 0x80000000) == 0 ? Opcode.ORR_VECTOR_REGISTER : Opcode.UNALLOCATED;
                    case 7 -> (instruction & 0x80000000) == 0 ? Opcode.ORN_VECTOR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 8 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 -> (instruction & 0x80c00000) == 0 ? Opcode.TBL : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.SSUBL_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 9 ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.SHSUB_VECTOR
                        : Opcode.UNALLOCATED;
            case 0xa ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        (instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                ? Opcode.TRN1
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 16) & 1) {
                            case 0 ->
                                (instruction & 0x801e0000) == 0 && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.SADDLP_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x801e0000) == 0 && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.XTN_VECTOR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0xb ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        (instruction & 0x80c00000) == 0
                                        && (instruction & 0x70000) != 0
                                        && (instruction & 0x40070000) != 0x40000
                                ? Opcode.SMOV
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                ? Opcode.SQSUB_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0xc ->
                switch ((instruction >>> 21) & 1) {
                    case 0 -> (instruction & 0x80c00000) == 0 ? Opcode.TBX : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.SSUBW_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0xd ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000
                        ? Opcode.CMGT_REGISTER_VECTOR
                        : Opcode.UNALLOCATED;
            case 0xe ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        (instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                ? Opcode.ZIP1
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 20) & 1) {
                            case 0 ->
                                (instruction & 0x800f0000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                        ? Opcode.SUQADD_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x800f0000) == 0
                                                && (instruction & 0xc00000) != 0xc00000
                                                && (instruction & 0x40c00000) != 0x800000
                                        ? Opcode.SADDLV
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0xf ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        (instruction & 0x80c00000) == 0
                                        && (instruction & 0xf0000) != 0
                                        && (instruction & 0x400f0000) != 0x80000
                                        && (instruction & 0x40010000) != 0x40010000
                                        && (instruction & 0x40030000) != 0x40020000
                                        && (instruction & 0x40070000) != 0x40040000
                                ? Opcode.UMOV
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                ? Opcode.CMGE_REGISTER_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x10 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 -> (instruction & 0x80c00000) == 0 ? Opcode.TBL : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.ADDHN_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x11 ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000
                        ? Opcode.SSHL_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x12 ->
                switch ((instruction >>> 16) & 0xf) {
                    case 0 ->
                        (instruction & 0x80300000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.CLS_VECTOR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80300000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.SQXTN_VECTOR
                                : Opcode.UNALLOCATED;
                    case 8 -> (instruction & 0xc0f00000) == 0x40200000 ? Opcode.AESE : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x13 ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000
                        ? Opcode.SQSHL_REGISTER_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x14 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 -> (instruction & 0x80c00000) == 0 ? Opcode.TBX : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.SABAL_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x15 ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000
                        ? Opcode.SRSHL_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x16 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        (instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                ? Opcode.UZP2
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 19) & 1) {
                            case 0 -> (instruction & 0x80d70000) == 0 ? Opcode.CNT_VECTOR : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0xc0d70000) == 0x40000000 ? Opcode.AESD : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0x17 ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000
                        ? Opcode.SQRSHL_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x18 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 -> (instruction & 0x80c00000) == 0 ? Opcode.TBL : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.SUBHN_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x19 ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.SMAX_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x1a ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        (instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                ? Opcode.TRN2
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 16) & 0xf) {
                            case 0 ->
                                (instruction & 0x80100000) == 0 && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.SADALP_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x80900000) == 0 ? Opcode.FCVTN : Opcode.UNALLOCATED;
                            case 8 -> (instruction & 0xc0d00000) == 0x40000000 ? Opcode.AESMC : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0x1b ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.SMIN_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x1c ->
                switch ((instruction >>> 21) & 1) {
                    case 0 -> (instruction & 0x80c00000) == 0 ? Opcode.TBX : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.SABDL_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x1d ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.SABD_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x1e ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        (instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                ? Opcode.ZIP2
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 16) & 0xf) {
                            case 0 ->
                                (instruction & 0x80100000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                        ? Opcode.SQABS_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x80900000) == 0 ? Opcode.FCVTL : Opcode.UNALLOCATED;
                            case 8 -> (instruction & 0xc0d00000) == 0x40000000 ? Opcode.AESIMC : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0x1f ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.SABA_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x20 ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.SMLAL_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x21 ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000
                        ? Opcode.ADD_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x22 ->
                switch ((instruction >>> 16) & 1) {
                    case 0 ->
                        (instruction & 0x803e0000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000
                                ? Opcode.CMGT_ZERO_VECTOR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 23) & 1) {
                            case 0 ->
                                (instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FRINTN_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FRINTP_VECTOR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0x23 ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000
                        ? Opcode.CMTST_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x24 ->
                (instruction & 0x80200000) == 0x200000
                                && (instruction & 0xc00000) != 0
                                && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.SQDMLAL_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x25 ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.MLA_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x26 ->
                switch ((instruction >>> 16) & 1) {
                    case 0 ->
                        (instruction & 0x803e0000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000
                                ? Opcode.CMEQ_ZERO_VECTOR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 23) & 1) {
                            case 0 ->
                                (instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FRINTM_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FRINTZ_VECTOR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0x27 ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.MUL_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x28 ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.SMLSL_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x29 ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.SMAXP_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x2a ->
                switch ((instruction >>> 16) & 0x1f) {
                    case 0 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000
                                ? Opcode.CMLT_ZERO_VECTOR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 23) & 1) {
                            case 0 ->
                                (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FCVTNS_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FCVTPS_VECTOR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 0x10 ->
                        (instruction & 0x80200000) == 0x200000
                                        && (instruction & 0xc00000) != 0xc00000
                                        && (instruction & 0x40c00000) != 0x800000
                                ? Opcode.SMAXV
                                : Opcode.UNALLOCATED;
                    case 0x11 ->
                        (instruction & 0x80200000) == 0x200000
                                        && (instruction & 0xc00000) != 0xc00000
                                        && (instruction & 0x40c00000) != 0x800000
                                ? Opcode.SMINV
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x2b ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.SMINP_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x2c ->
                (instruction & 0x80200000) == 0x200000
                                && (instruction & 0xc00000) != 0
                                && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.SQDMLSL_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x2d ->
                (instruction & 0x80200000) == 0x200000
                                && (instruction & 0xc00000) != 0
                                && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.SQDMULH_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x2e ->
                switch ((instruction >>> 16) & 0x1f) {
                    case 0 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000
                                ? Opcode.ABS_VECTOR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 23) & 1) {
                            case 0 ->
                                (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FCVTMS_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FCVTZS_VECTOR_INTEGER
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 0x11 ->
                        (instruction & 0x80200000) == 0x200000
                                        && (instruction & 0xc00000) != 0xc00000
                                        && (instruction & 0x40c00000) != 0x800000
                                ? Opcode.ADDV
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x2f ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000
                        ? Opcode.ADDP_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x30 ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.SMULL_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x31 ->
                switch ((instruction >>> 23) & 1) {
                    case 0 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FMAXNM_VECTOR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FMINNM_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x32 ->
                switch ((instruction >>> 16) & 1) {
                    case 0 ->
                        (instruction & 0x80be0000) == 0xa00000 && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FCMGT_ZERO_VECTOR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 23) & 1) {
                            case 0 ->
                                (instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FCVTAS_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x807e0000) == 0x200000 ? Opcode.URECPE : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0x33 ->
                switch ((instruction >>> 23) & 1) {
                    case 0 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FMLA_VECTOR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FMLS_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x34 ->
                (instruction & 0x80200000) == 0x200000
                                && (instruction & 0xc00000) != 0
                                && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.SQDMULL_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x35 ->
                switch ((instruction >>> 23) & 1) {
                    case 0 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FADD_VECTOR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FSUB_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x36 ->
                switch ((instruction >>> 16) & 1) {
                    case 0 ->
                        (instruction & 0x80be0000) == 0xa00000 && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FCMEQ_ZERO_VECTOR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 23) & 1) {
                            case 0 ->
                                (instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.SCVTF_VECTOR_INTEGER
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FRECPE_VECTOR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0x37 ->
                (instruction & 0x80a00000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                        ? Opcode.FMULX_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x38 ->
                switch ((instruction >>> 22) & 1) {
                    case 0 -> (instruction & 0x80a00000) == 0x200000 ? Opcode.PMULL_8BIT : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x80a00000) == 0xa00000 ? Opcode.PMULL_64BIT : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x39 ->
                (instruction & 0x80a00000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                        ? Opcode.FCMEQ_REGISTER_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x3a ->
                (instruction & 0x80bf0000) == 0xa00000 && (instruction & 0x40400000) != 0x400000
                        ? Opcode.FCMLT_ZERO_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x3d ->
                switch ((instruction >>> 23) & 1) {
                    case 0 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FMAX_VECTOR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FMIN_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x3e ->
                (instruction & 0x80bf0000) == 0xa00000 && (instruction & 0x40400000) != 0x400000
                        ? Opcode.FABS_VECTOR
                        : Opcode.UNALLOCATED;
            case 0x3f ->
                switch ((instruction >>> 23) & 1) {
                    case 0 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FRECPS_VECTOR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FRSQRTS_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode5(int instruction) {
        return switch ((instruction >>> 12) & 3) {
            case 0 ->
                switch ((instruction >>> 10) & 1) {
                    case 0 ->
                        switch ((instruction >>> 14) & 1) {
                            case 0 ->
                                (instruction & 0x80008000) == 0x8000
                                                && (instruction & 0xc00000) != 0
                                                && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.MUL_ELEMENT
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80008000) == 0x8000
                                                && (instruction & 0xc00000) != 0
                                                && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.SQDMULH_ELEMENT
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 11) & 1) {
                            case 0 ->
                                (instruction & 0x80f80000) == 0
                                        ? Opcode.MOVI
                                        : (instruction & 0x8080c000) == 0
                                                        && (instruction & 0x780000) != 0
                                                        && (instruction & 0x40400000) != 0x400000
                                                ? Opcode.SSHR_VECTOR
                                                : (instruction & 0x8080c000) == 0x8000
                                                                && (instruction & 0x780000) != 0
                                                                && (instruction & 0x400000) != 0x400000
                                                        ? Opcode.SHRN_VECTOR
                                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x8080c000) == 0x8000
                                                && (instruction & 0x780000) != 0
                                                && (instruction & 0x400000) != 0x400000
                                        ? Opcode.RSHRN_VECTOR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 1 -> decode20(instruction);
            case 2 -> decode21(instruction);
            case 3 -> decode22(instruction);
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode6(int instruction) {
        return switch (instruction >>> 30) {
            case 0 -> Opcode.B;
            case 1 -> (instruction & 0x10) == 0 ? Opcode.B_CONDITIONAL : Opcode.UNALLOCATED;
            case 2 -> Opcode.BL;
            case 3 -> decode23(instruction);
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode7(int instruction) {
        return switch (instruction >>> 30) {
            case 0 -> Opcode.B;
            case 2 -> Opcode.BL;
            case 3 -> decode24(instruction);
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode8(int instruction) {
        return switch (instruction >>> 30) {
            case 0 -> Opcode.B;
            case 2 -> Opcode.BL;
            case 3 ->
                switch ((instruction >>> 21) & 7) {
                    case 0 -> (instruction & 0x1ffc1f) == 0x1f0000 ? Opcode.BR : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x1ffc1f) == 0x1f0000 ? Opcode.BLR : Opcode.UNALLOCATED;
                    case 2 -> (instruction & 0x1ffc1f) == 0x1f0000 ? Opcode.RET : Opcode.UNALLOCATED;
                    case 4 -> (instruction & 0x1fffff) == 0x1f03e0 ? Opcode.ERET : Opcode.UNALLOCATED;
                    case 5 -> (instruction & 0x1fffff) == 0x1f03e0 ? Opcode.DRPS : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode9(int instruction) {
        return switch ((instruction >>> 30) & 1) {
            case 0 -> decode25(instruction);
            case 1 -> decode26(instruction);
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode10(int instruction) {
        return switch ((instruction >>> 21) & 7) {
            case 0 ->
                switch ((instruction >>> 15) & 1) {
                    case 0 -> (instruction & 0x40000000) == 0 ? Opcode.MADD : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x40000000) == 0 ? Opcode.MSUB : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 15) & 1) {
                    case 0 -> (instruction & 0xc0000000) == 0x80000000 ? Opcode.SMADDL : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0xc0000000) == 0x80000000 ? Opcode.SMSUBL : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 2 -> (instruction & 0xc0008000) == 0x80000000 ? Opcode.SMULH : Opcode.UNALLOCATED;
            case 5 ->
                switch ((instruction >>> 15) & 1) {
                    case 0 -> (instruction & 0xc0000000) == 0x80000000 ? Opcode.UMADDL : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0xc0000000) == 0x80000000 ? Opcode.UMSUBL : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 6 -> (instruction & 0xc0008000) == 0x80000000 ? Opcode.UMULH : Opcode.UNALLOCATED;
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode11(int instruction) {
        return switch ((instruction >>> 11) & 3) {
            case 0 -> decode27(instruction);
            case 1 -> decode28(instruction);
            case 2 -> decode29(instruction);
            case 3 -> decode30(instruction);
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode12(int instruction) {
        return switch ((instruction >>> 14) & 3) {
            case 0 -> decode31(instruction);
            case 1 ->
                switch ((instruction >>> 30) & 1) {
                    case 0 ->
                        switch ((instruction >>> 21) & 1) {
                            case 0 -> (instruction & 0x80800000) == 0 ? Opcode.FMADD : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x80800000) == 0 ? Opcode.FNMADD : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 10) & 1) {
                            case 0 ->
                                switch ((instruction >>> 13) & 1) {
                                    case 0 ->
                                        (instruction & 0x80801000) == 0x801000 && (instruction & 0x600000) != 0x600000
                                                ? Opcode.FMLS_ELEMENT_SCALAR
                                                : Opcode.UNALLOCATED;
                                    case 1 ->
                                        (instruction & 0x80001000) == 0x1000
                                                        && (instruction & 0xc00000) != 0
                                                        && (instruction & 0xc00000) != 0xc00000
                                                ? Opcode.SQDMLSL_ELEMENT_SCALAR
                                                : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            case 1 ->
                                switch ((instruction >>> 13) & 1) {
                                    case 0 ->
                                        (instruction & 0x80c01800) == 0x401000 ? Opcode.SHL_SCALAR : Opcode.UNALLOCATED;
                                    case 1 ->
                                        (instruction & 0x80801800) == 0x1000 && (instruction & 0x780000) != 0
                                                ? Opcode.SQSHL_IMMEDIATE_SCALAR
                                                : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 2 ->
                switch ((instruction >>> 30) & 1) {
                    case 0 ->
                        switch ((instruction >>> 21) & 1) {
                            case 0 -> (instruction & 0x80800000) == 0 ? Opcode.FMSUB : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x80800000) == 0 ? Opcode.FNMSUB : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 10) & 1) {
                            case 0 ->
                                switch ((instruction >>> 13) & 1) {
                                    case 0 ->
                                        (instruction & 0x80801000) == 0x801000 && (instruction & 0x600000) != 0x600000
                                                ? Opcode.FMUL_ELEMENT_SCALAR
                                                : Opcode.UNALLOCATED;
                                    case 1 ->
                                        (instruction & 0x80001000) == 0x1000
                                                        && (instruction & 0xc00000) != 0
                                                        && (instruction & 0xc00000) != 0xc00000
                                                ? Opcode.SQDMULL_ELEMENT_SCALAR
                                                : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            case 1 ->
                                switch ((instruction >>> 11) & 1) {
                                    case 0 ->
                                        (instruction & 0x80803000) == 0x1000
                                                        && (instruction & 0x780000) != 0
                                                        && (instruction & 0x400000) != 0x400000
                                                ? Opcode.SQSHRN_SCALAR
                                                : Opcode.UNALLOCATED;
                                    case 1 ->
                                        (instruction & 0x80803000) == 0x1000
                                                        && (instruction & 0x780000) != 0
                                                        && (instruction & 0x400000) != 0x400000
                                                ? Opcode.SQRSHRN_SCALAR
                                                : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 3 ->
                switch ((instruction >>> 30) & 1) {
                    case 0 ->
                        switch ((instruction >>> 21) & 1) {
                            case 0 -> (instruction & 0x80800000) == 0 ? Opcode.FMSUB : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x80800000) == 0 ? Opcode.FNMSUB : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 12) & 3) {
                            case 0 ->
                                (instruction & 0x80000400) == 0
                                                && (instruction & 0xc00000) != 0
                                                && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.SQDMULH_ELEMENT_SCALAR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80000400) == 0
                                                && (instruction & 0xc00000) != 0
                                                && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.SQRDMULH_ELEMENT_SCALAR
                                        : Opcode.UNALLOCATED;
                            case 2 ->
                                (instruction & 0x80800c00) == 0x400 && (instruction & 0x600000) != 0
                                        ? Opcode.SCVTF_ADVSIMD_SCALAR_FIXED_POINT
                                        : Opcode.UNALLOCATED;
                            case 3 ->
                                (instruction & 0x80800c00) == 0xc00 && (instruction & 0x600000) != 0
                                        ? Opcode.FCVTZS_ADVSIMD_SCALAR_FIXED_POINT
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode13(int instruction) {
        return switch ((instruction >>> 12) & 0xf) {
            case 0 ->
                switch ((instruction >>> 10) & 1) {
                    case 0 ->
                        switch ((instruction >>> 21) & 1) {
                            case 0 -> (instruction & 0x80c00000) == 0 ? Opcode.EXT : Opcode.UNALLOCATED;
                            case 1 ->
                                switch ((instruction >>> 11) & 1) {
                                    case 0 ->
                                        (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                                ? Opcode.UADDL_VECTOR
                                                : Opcode.UNALLOCATED;
                                    case 1 ->
                                        (instruction & 0x809f0000) == 0 ? Opcode.REV32_VECTOR : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 21) & 1) {
                            case 0 ->
                                (instruction & 0xc0c00000) == 0x40000000 && (instruction & 0xf0000) != 0
                                        ? Opcode.INS_ELEMENT
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                switch ((instruction >>> 11) & 1) {
                                    case 0 ->
                                        (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                                ? Opcode.UHADD_VECTOR
                                                : Opcode.UNALLOCATED;
                                    case 1 ->
                                        (instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                                ? Opcode.UQADD_VECTOR
                                                : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 1 -> decode32(instruction);
            case 2 -> decode33(instruction);
            case 3 -> decode34(instruction);
            case 4 -> decode35(instruction);
            case 5 -> decode36(instruction);
            case 6 -> decode37(instruction);
            case 7 ->
                switch ((instruction >>> 10) & 1) {
                    case 0 ->
                        switch ((instruction >>> 21) & 1) {
                            case 0 ->
                                (instruction & 0x80c00000) == 0 && (instruction & 0x40000000) != 0
                                        ? Opcode.EXT
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                switch ((instruction >>> 11) & 1) {
                                    case 0 ->
                                        (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                                ? Opcode.UABDL_VECTOR
                                                : Opcode.UNALLOCATED;
                                    case 1 ->
                                        (instruction & 0x801f0000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                                ? Opcode.SQNEG_VECTOR
                                                : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 21) & 1) {
                            case 0 ->
                                (instruction & 0xc0c00000) == 0x40000000 && (instruction & 0xf0000) != 0
                                        ? Opcode.INS_ELEMENT
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                switch ((instruction >>> 11) & 1) {
                                    case 0 ->
                                        (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                                ? Opcode.UABD_VECTOR
                                                : Opcode.UNALLOCATED;
                                    case 1 ->
                                        (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                                ? Opcode.UABA_VECTOR
                                                : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 8 ->
                switch ((instruction >>> 10) & 3) {
                    case 0 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.UMLAL_VECTOR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000
                                ? Opcode.SUB_VECTOR
                                : Opcode.UNALLOCATED;
                    case 2 ->
                        switch ((instruction >>> 16) & 1) {
                            case 0 ->
                                (instruction & 0x803e0000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000
                                        ? Opcode.CMGE_ZERO_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80be0000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FRINTA_VECTOR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 3 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000
                                ? Opcode.CMEQ_REGISTER_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 9 ->
                switch ((instruction >>> 10) & 3) {
                    case 1 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.MLS_VECTOR
                                : Opcode.UNALLOCATED;
                    case 2 ->
                        switch ((instruction >>> 16) & 1) {
                            case 0 ->
                                (instruction & 0x803e0000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000
                                        ? Opcode.CMLE_ZERO_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                switch ((instruction >>> 23) & 1) {
                                    case 0 ->
                                        (instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                                ? Opcode.FRINTX_VECTOR
                                                : Opcode.UNALLOCATED;
                                    case 1 ->
                                        (instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                                ? Opcode.FRINTI_VECTOR
                                                : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            default -> Opcode.UNALLOCATED;
                        };
                    case 3 -> (instruction & 0x80e00000) == 0x200000 ? Opcode.PMUL_VECTOR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0xa -> decode38(instruction);
            case 0xb ->
                switch ((instruction >>> 10) & 1) {
                    case 0 ->
                        switch ((instruction >>> 16) & 1) {
                            case 0 ->
                                (instruction & 0x803e0800) == 0x200800 && (instruction & 0x40c00000) != 0xc00000
                                        ? Opcode.NEG_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                switch ((instruction >>> 23) & 1) {
                                    case 0 ->
                                        (instruction & 0x803e0800) == 0x200800 && (instruction & 0x40400000) != 0x400000
                                                ? Opcode.FCVTMU_VECTOR
                                                : Opcode.UNALLOCATED;
                                    case 1 ->
                                        (instruction & 0x803e0800) == 0x200800 && (instruction & 0x40400000) != 0x400000
                                                ? Opcode.FCVTZU_VECTOR_INTEGER
                                                : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        (instruction & 0x80200800) == 0x200000
                                        && (instruction & 0xc00000) != 0
                                        && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.SQRDMULH_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0xc -> decode39(instruction);
            case 0xd ->
                switch ((instruction >>> 10) & 3) {
                    case 1 ->
                        switch ((instruction >>> 23) & 1) {
                            case 0 ->
                                (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FADDP_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FABD_VECTOR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 2 ->
                        switch ((instruction >>> 16) & 1) {
                            case 0 ->
                                (instruction & 0x80be0000) == 0xa00000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FCMLE_ZERO_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                switch ((instruction >>> 23) & 1) {
                                    case 0 ->
                                        (instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                                ? Opcode.UCVTF_VECTOR_INTEGER
                                                : Opcode.UNALLOCATED;
                                    case 1 ->
                                        (instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                                ? Opcode.FRSQRTE_VECTOR
                                                : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            default -> Opcode.UNALLOCATED;
                        };
                    case 3 ->
                        (instruction & 0x80a00000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FMUL_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0xe ->
                switch ((instruction >>> 11) & 1) {
                    case 0 ->
                        switch ((instruction >>> 23) & 1) {
                            case 0 ->
                                (instruction & 0x80200400) == 0x200400 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FCMGE_REGISTER_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80200400) == 0x200400 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FCMGT_REGISTER_VECTOR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 23) & 1) {
                            case 0 ->
                                (instruction & 0x80200400) == 0x200400 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FACGE_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80200400) == 0x200400 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FACGT_VECTOR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0xf -> decode40(instruction);
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode14(int instruction) {
        return switch ((instruction >>> 12) & 3) {
            case 0 -> decode41(instruction);
            case 1 -> decode42(instruction);
            case 2 -> decode43(instruction);
            case 3 ->
                switch ((instruction >>> 11) & 1) {
                    case 0 ->
                        switch ((instruction >>> 14) & 1) {
                            case 0 ->
                                (instruction & 0x80f80400) == 0x400
                                        ? Opcode.BIC_VECTOR_IMMEDIATE
                                        : (instruction & 0x80808400) == 0x400
                                                        && (instruction & 0x780000) != 0
                                                        && (instruction & 0x40400000) != 0x400000
                                                ? Opcode.URSRA_VECTOR
                                                : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80f80400) == 0x400 && (instruction & 0x8000) != 0x8000
                                        ? Opcode.BIC_VECTOR_IMMEDIATE
                                        : (instruction & 0x80f88400) == 0x8400 && (instruction & 0x40000000) != 0
                                                ? Opcode.FMOV_VECTOR_IMMEDIATE
                                                : (instruction & 0x80808400) == 0x400
                                                                && (instruction & 0x780000) != 0
                                                                && (instruction & 0x40400000) != 0x400000
                                                        ? Opcode.UQSHL_IMMEDIATE_VECTOR
                                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        (instruction & 0x8080c400) == 0xc400
                                        && (instruction & 0x600000) != 0
                                        && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FCVTZU_VECTOR_FIXED_POINT
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode15(int instruction) {
        return switch ((instruction >>> 10) & 3) {
            case 0 -> decode44(instruction);
            case 1 -> decode45(instruction);
            case 2 -> decode46(instruction);
            case 3 -> decode47(instruction);
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode16(int instruction) {
        return switch (instruction >>> 30) {
            case 0 ->
                switch ((instruction >>> 23) & 1) {
                    case 0 ->
                        switch ((instruction >>> 22) & 1) {
                            case 0 -> Opcode.STRB_IMMEDIATE_UNSIGNED;
                            case 1 -> Opcode.LDRB_IMMEDIATE_UNSIGNED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 -> Opcode.LDRSB_IMMEDIATE_UNSIGNED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 23) & 1) {
                    case 0 ->
                        switch ((instruction >>> 22) & 1) {
                            case 0 -> Opcode.STRH_IMMEDIATE_UNSIGNED;
                            case 1 -> Opcode.LDRH_IMMEDIATE_UNSIGNED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 -> Opcode.LDRSH_IMMEDIATE_UNSIGNED;
                    default -> Opcode.UNALLOCATED;
                };
            case 2 ->
                switch ((instruction >>> 22) & 3) {
                    case 0 -> Opcode.STR_IMMEDIATE_UNSIGNED;
                    case 1 -> Opcode.LDR_IMMEDIATE_UNSIGNED;
                    case 2 -> Opcode.LDRSW_IMMEDIATE_UNSIGNED;
                    default -> Opcode.UNALLOCATED;
                };
            case 3 ->
                switch ((instruction >>> 22) & 3) {
                    case 0 -> Opcode.STR_IMMEDIATE_UNSIGNED;
                    case 1 -> Opcode.LDR_IMMEDIATE_UNSIGNED;
                    case 2 -> Opcode.PRFM_IMMEDIATE;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode17(int instruction) {
        return switch ((instruction >>> 10) & 3) {
            case 0 ->
                switch ((instruction >>> 22) & 1) {
                    case 0 ->
                        (instruction & 0x200000) == 0
                                        && (instruction & 0x80800000) != 0x80800000
                                        && (instruction & 0xc0800000) != 0x40800000
                                ? Opcode.STUR_SIMD
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x200000) == 0
                                        && (instruction & 0x80800000) != 0x80800000
                                        && (instruction & 0xc0800000) != 0x40800000
                                ? Opcode.LDUR_SIMD
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 22) & 1) {
                    case 0 ->
                        (instruction & 0x200000) == 0
                                        && (instruction & 0x80800000) != 0x80800000
                                        && (instruction & 0xc0800000) != 0x40800000
                                ? Opcode.STR_SIMD_IMMEDIATE_POST
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x200000) == 0
                                        && (instruction & 0x80800000) != 0x80800000
                                        && (instruction & 0xc0800000) != 0x40800000
                                ? Opcode.LDR_SIMD_IMMEDIATE_POST
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 2 ->
                switch ((instruction >>> 22) & 1) {
                    case 0 ->
                        (instruction & 0x204000) == 0x204000
                                        && (instruction & 0x80800000) != 0x80800000
                                        && (instruction & 0xc0800000) != 0x40800000
                                ? Opcode.STR_SIMD_REGISTER
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x204000) == 0x204000
                                        && (instruction & 0x80800000) != 0x80800000
                                        && (instruction & 0xc0800000) != 0x40800000
                                ? Opcode.LDR_SIMD_REGISTER
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 3 ->
                switch ((instruction >>> 22) & 1) {
                    case 0 ->
                        (instruction & 0x200000) == 0
                                        && (instruction & 0x80800000) != 0x80800000
                                        && (instruction & 0xc0800000) != 0x40800000
                                ? Opcode.STR_SIMD_IMMEDIATE_PRE
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x200000) == 0
                                        && (instruction & 0x80800000) != 0x80800000
                                        && (instruction & 0xc0800000) != 0x40800000
                                ? Opcode.LDR_SIMD_IMMEDIATE_PRE
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode18(int instruction) {
        return switch ((instruction >>> 11) & 0x1f) {
            case 1 -> (instruction & 0xc0200400) == 0x40200400 ? Opcode.UQADD_SCALAR : Opcode.UNALLOCATED;
            case 5 ->
                switch ((instruction >>> 10) & 1) {
                    case 0 ->
                        (instruction & 0xc03f0000) == 0x40210000 && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.SQXTUN_SCALAR
                                : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0xc0200000) == 0x40200000 ? Opcode.UQSUB_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 6 -> (instruction & 0xc0e00400) == 0x40e00400 ? Opcode.CMHI_SCALAR : Opcode.UNALLOCATED;
            case 7 ->
                switch ((instruction >>> 10) & 1) {
                    case 0 -> (instruction & 0xc03f0000) == 0x40200000 ? Opcode.USQADD_SCALAR : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0xc0e00000) == 0x40e00000 ? Opcode.CMHS_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 8 -> (instruction & 0xc0e00400) == 0x40e00400 ? Opcode.USHL_SCALAR : Opcode.UNALLOCATED;
            case 9 ->
                switch ((instruction >>> 10) & 1) {
                    case 0 ->
                        (instruction & 0xc03f0000) == 0x40210000 && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.UQXTN_SCALAR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0xc0200000) == 0x40200000 ? Opcode.UQSHL_REGISTER_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0xa -> (instruction & 0xc0e00400) == 0x40e00400 ? Opcode.URSHL_SCALAR : Opcode.UNALLOCATED;
            case 0xb -> (instruction & 0xc0200400) == 0x40200400 ? Opcode.UQRSHL_SCALAR : Opcode.UNALLOCATED;
            case 0xd -> (instruction & 0xc0ff0400) == 0x40610000 ? Opcode.FCVTXN_SCALAR : Opcode.UNALLOCATED;
            case 0xf -> (instruction & 0xc03f0400) == 0x40200000 ? Opcode.SQNEG_SCALAR : Opcode.UNALLOCATED;
            case 0x10 -> (instruction & 0xc0e00400) == 0x40e00400 ? Opcode.SUB_SCALAR : Opcode.UNALLOCATED;
            case 0x11 ->
                switch ((instruction >>> 10) & 1) {
                    case 0 -> (instruction & 0xc0ff0000) == 0x40e00000 ? Opcode.CMGE_ZERO_SCALAR : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0xc0e00000) == 0x40e00000 ? Opcode.CMEQ_REGISTER_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x13 -> (instruction & 0xc0ff0400) == 0x40e00000 ? Opcode.CMLE_ZERO_SCALAR : Opcode.UNALLOCATED;
            case 0x15 ->
                switch ((instruction >>> 23) & 1) {
                    case 0 ->
                        (instruction & 0xc03f0400) == 0x40210000 ? Opcode.FCVTNU_ADVSIMD_SCALAR : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0xc03f0400) == 0x40210000 ? Opcode.FCVTPU_ADVSIMD_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x16 ->
                (instruction & 0xc0200400) == 0x40200400
                                && (instruction & 0xc00000) != 0
                                && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.SQRDMULH_SCALAR
                        : Opcode.UNALLOCATED;
            case 0x17 ->
                switch ((instruction >>> 16) & 1) {
                    case 0 -> (instruction & 0xc0fe0400) == 0x40e00000 ? Opcode.NEG_SCALAR : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 23) & 1) {
                            case 0 ->
                                (instruction & 0xc03e0400) == 0x40200000
                                        ? Opcode.FCVTMU_ADVSIMD_SCALAR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0xc03e0400) == 0x40200000
                                        ? Opcode.FCVTZU_ADVSIMD_SCALAR_INTEGER
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0x19 ->
                switch ((instruction >>> 20) & 1) {
                    case 0 ->
                        switch ((instruction >>> 16) & 1) {
                            case 0 ->
                                (instruction & 0xc0ae0400) == 0x40a00000
                                        ? Opcode.FCMGE_ZERO_SCALAR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0xc0ae0400) == 0x40200000
                                        ? Opcode.FCVTAU_ADVSIMD_SCALAR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 23) & 1) {
                            case 0 ->
                                (instruction & 0xc02f0400) == 0x40200000 ? Opcode.FMAXNMP_SCALAR : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0xc02f0400) == 0x40200000 ? Opcode.FMINNMP_SCALAR : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0x1a -> (instruction & 0xc0a00400) == 0x40a00400 ? Opcode.FABD_SCALAR : Opcode.UNALLOCATED;
            case 0x1b ->
                switch ((instruction >>> 16) & 1) {
                    case 0 ->
                        switch ((instruction >>> 20) & 1) {
                            case 0 ->
                                (instruction & 0xc0ae0400) == 0x40a00000
                                        ? Opcode.FCMLE_ZERO_SCALAR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0xc0ae0400) == 0x40200000 ? Opcode.FADDP_SCALAR : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 23) & 1) {
                            case 0 ->
                                (instruction & 0xc03e0400) == 0x40200000
                                        ? Opcode.UCVTF_ADVSIMD_SCALAR_INTEGER
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0xc03e0400) == 0x40200000 ? Opcode.FRSQRTE_SCALAR : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0x1c ->
                switch ((instruction >>> 23) & 1) {
                    case 0 ->
                        (instruction & 0xc0200400) == 0x40200400 ? Opcode.FCMGE_REGISTER_SCALAR : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0xc0200400) == 0x40200400 ? Opcode.FCMGT_REGISTER_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x1d ->
                switch ((instruction >>> 23) & 1) {
                    case 0 -> (instruction & 0xc0200400) == 0x40200400 ? Opcode.FACGE_SCALAR : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0xc0200400) == 0x40200400 ? Opcode.FACGT_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x1f ->
                switch ((instruction >>> 23) & 1) {
                    case 0 -> (instruction & 0xc03f0400) == 0x40300000 ? Opcode.FMAXP_SCALAR : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0xc03f0400) == 0x40300000 ? Opcode.FMINP_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode19(int instruction) {
        return switch ((instruction >>> 12) & 0xf) {
            case 0 -> (instruction & 0xc0c00c00) == 0x40400400 ? Opcode.USHR_SCALAR : Opcode.UNALLOCATED;
            case 1 -> (instruction & 0xc0c00c00) == 0x40400400 ? Opcode.USRA_SCALAR : Opcode.UNALLOCATED;
            case 2 -> (instruction & 0xc0c00c00) == 0x40400400 ? Opcode.URSHR_SCALAR : Opcode.UNALLOCATED;
            case 3 -> (instruction & 0xc0c00c00) == 0x40400400 ? Opcode.URSRA_SCALAR : Opcode.UNALLOCATED;
            case 4 -> (instruction & 0xc0c00c00) == 0x40400400 ? Opcode.SRI_SCALAR : Opcode.UNALLOCATED;
            case 5 -> (instruction & 0xc0c00c00) == 0x40400400 ? Opcode.SLI_SCALAR : Opcode.UNALLOCATED;
            case 6 ->
                (instruction & 0xc0800c00) == 0x40000400 && (instruction & 0x780000) != 0
                        ? Opcode.SQSHLU_SCALAR
                        : Opcode.UNALLOCATED;
            case 7 ->
                (instruction & 0xc0800c00) == 0x40000400 && (instruction & 0x780000) != 0
                        ? Opcode.UQSHL_IMMEDIATE_SCALAR
                        : Opcode.UNALLOCATED;
            case 8 ->
                switch ((instruction >>> 11) & 1) {
                    case 0 ->
                        (instruction & 0xc0800400) == 0x40000400
                                        && (instruction & 0x780000) != 0
                                        && (instruction & 0x400000) != 0x400000
                                ? Opcode.SQSHRUN_SCALAR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0xc0800400) == 0x40000400
                                        && (instruction & 0x780000) != 0
                                        && (instruction & 0x400000) != 0x400000
                                ? Opcode.SQRSHRUN_SCALAR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 9 ->
                switch ((instruction >>> 10) & 1) {
                    case 0 ->
                        (instruction & 0xc0800000) == 0x40800000 && (instruction & 0x600000) != 0x600000
                                ? Opcode.FMULX_ELEMENT_SCALAR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 11) & 1) {
                            case 0 ->
                                (instruction & 0xc0800000) == 0x40000000
                                                && (instruction & 0x780000) != 0
                                                && (instruction & 0x400000) != 0x400000
                                        ? Opcode.UQSHRN_SCALAR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0xc0800000) == 0x40000000
                                                && (instruction & 0x780000) != 0
                                                && (instruction & 0x400000) != 0x400000
                                        ? Opcode.UQRSHRN_SCALAR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0xe ->
                (instruction & 0xc0800c00) == 0x40000400 && (instruction & 0x600000) != 0
                        ? Opcode.UCVTF_ADVSIMD_SCALAR_FIXED_POINT
                        : Opcode.UNALLOCATED;
            case 0xf ->
                (instruction & 0xc0800c00) == 0x40000c00 && (instruction & 0x600000) != 0
                        ? Opcode.FCVTZU_ADVSIMD_SCALAR_FIXED_POINT
                        : Opcode.UNALLOCATED;
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode20(int instruction) {
        return switch ((instruction >>> 10) & 1) {
            case 0 ->
                switch ((instruction >>> 14) & 3) {
                    case 0 ->
                        (instruction & 0x80800000) == 0x800000
                                        && (instruction & 0x600000) != 0x600000
                                        && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FMLA_ELEMENT
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80800000) == 0x800000
                                        && (instruction & 0x600000) != 0x600000
                                        && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FMLS_ELEMENT
                                : Opcode.UNALLOCATED;
                    case 2 ->
                        (instruction & 0x80800000) == 0x800000
                                        && (instruction & 0x600000) != 0x600000
                                        && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FMUL_ELEMENT
                                : Opcode.UNALLOCATED;
                    case 3 ->
                        (instruction & 0x80000000) == 0
                                        && (instruction & 0xc00000) != 0
                                        && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.SQRDMULH_ELEMENT
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 11) & 1) {
                    case 0 ->
                        (instruction & 0x80f80000) == 0
                                        && (instruction & 0x8000) != 0
                                        && (instruction & 0xc000) != 0x8000
                                ? Opcode.MOVI
                                : (instruction & 0x80f80000) == 0 && (instruction & 0xc000) != 0xc000
                                        ? Opcode.ORR_VECTOR_IMMEDIATE
                                        : (instruction & 0x8080c000) == 0
                                                        && (instruction & 0x780000) != 0
                                                        && (instruction & 0x40400000) != 0x400000
                                                ? Opcode.SSRA_VECTOR
                                                : (instruction & 0x8080c000) == 0x4000
                                                                && (instruction & 0x780000) != 0
                                                                && (instruction & 0x40400000) != 0x400000
                                                        ? Opcode.SHL_VECTOR
                                                        : (instruction & 0x8080c000) == 0x8000
                                                                        && (instruction & 0x780000) != 0
                                                                        && (instruction & 0x400000) != 0x400000
                                                                ? Opcode.SQSHRN_VECTOR
                                                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x8080c000) == 0x8000
                                        && (instruction & 0x780000) != 0
                                        && (instruction & 0x400000) != 0x400000
                                ? Opcode.SQRSHRN_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode21(int instruction) {
        return switch ((instruction >>> 10) & 1) {
            case 0 ->
                switch ((instruction >>> 14) & 3) {
                    case 0 ->
                        (instruction & 0x80000000) == 0
                                        && (instruction & 0xc00000) != 0
                                        && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.SMLAL_ELEMENT
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000000) == 0
                                        && (instruction & 0xc00000) != 0
                                        && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.SMLSL_ELEMENT
                                : Opcode.UNALLOCATED;
                    case 2 ->
                        (instruction & 0x80000000) == 0
                                        && (instruction & 0xc00000) != 0
                                        && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.SMULL_ELEMENT
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 14) & 1) {
                    case 0 ->
                        (instruction & 0x80f80800) == 0
                                ? Opcode.MOVI
                                : (instruction & 0x80808800) == 0
                                                && (instruction & 0x780000) != 0
                                                && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.SRSHR_VECTOR
                                        : (instruction & 0x80808800) == 0x8000
                                                        && (instruction & 0x780000) != 0
                                                        && (instruction & 0x400000) != 0x400000
                                                ? Opcode.SSHLL_VECTOR
                                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80f80800) == 0
                                ? Opcode.MOVI
                                : (instruction & 0x80808800) == 0x8000
                                                && (instruction & 0x600000) != 0
                                                && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.SCVTF_VECTOR_FIXED_POINT
                                        : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode22(int instruction) {
        return switch ((instruction >>> 10) & 1) {
            case 0 ->
                switch ((instruction >>> 14) & 3) {
                    case 0 ->
                        (instruction & 0x80000000) == 0
                                        && (instruction & 0xc00000) != 0
                                        && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.SQDMLAL_ELEMENT
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000000) == 0
                                        && (instruction & 0xc00000) != 0
                                        && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.SQDMLSL_ELEMENT
                                : Opcode.UNALLOCATED;
                    case 2 ->
                        (instruction & 0x80000000) == 0
                                        && (instruction & 0xc00000) != 0
                                        && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.SQDMULL_ELEMENT
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 11) & 1) {
                    case 0 ->
                        switch ((instruction >>> 14) & 1) {
                            case 0 ->
                                (instruction & 0x80f80000) == 0
                                        ? Opcode.ORR_VECTOR_IMMEDIATE
                                        : (instruction & 0x80808000) == 0
                                                        && (instruction & 0x780000) != 0
                                                        && (instruction & 0x40400000) != 0x400000
                                                ? Opcode.SRSRA_VECTOR
                                                : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80f80000) == 0 && (instruction & 0x8000) != 0x8000
                                        ? Opcode.ORR_VECTOR_IMMEDIATE
                                        : (instruction & 0x80f88000) == 0x8000
                                                ? Opcode.FMOV_VECTOR_IMMEDIATE
                                                : (instruction & 0x80808000) == 0
                                                                && (instruction & 0x780000) != 0
                                                                && (instruction & 0x40400000) != 0x400000
                                                        ? Opcode.SQSHL_IMMEDIATE_VECTOR
                                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        (instruction & 0x8080c000) == 0xc000
                                        && (instruction & 0x600000) != 0
                                        && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FCVTZS_VECTOR_FIXED_POINT
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode23(int instruction) {
        return switch (instruction & 3) {
            case 0 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 -> (instruction & 0xc0001c) == 0x400000 ? Opcode.HLT : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0xc0001c) == 0 ? Opcode.BRK : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 -> (instruction & 0xc0001c) == 0 ? Opcode.SVC : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0xc0001c) == 0x800000 ? Opcode.DCPS1 : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 2 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 -> (instruction & 0xc0001c) == 0 ? Opcode.HVC : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0xc0001c) == 0x800000 ? Opcode.DCPS2 : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 3 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 -> (instruction & 0xc0001c) == 0 ? Opcode.SMC : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0xc0001c) == 0x800000 ? Opcode.DCPS3 : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode24(int instruction) {
        return switch ((instruction >>> 19) & 7) {
            case 0 -> decode48(instruction);
            case 1 -> (instruction & 0xc00000) == 0 ? Opcode.SYS : Opcode.UNALLOCATED;
            case 2, 3 -> (instruction & 0xc00000) == 0 ? Opcode.MSR_REGISTER : Opcode.UNALLOCATED;
            case 5 -> (instruction & 0xc00000) == 0 ? Opcode.SYSL : Opcode.UNALLOCATED;
            case 6, 7 -> (instruction & 0xc00000) == 0 ? Opcode.MRS : Opcode.UNALLOCATED;
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode25(int instruction) {
        return switch ((instruction >>> 22) & 3) {
            case 0 -> (instruction & 0x20fc00) == 0 ? Opcode.ADC : Opcode.UNALLOCATED;
            case 2 ->
                switch ((instruction >>> 10) & 1) {
                    case 0 -> (instruction & 0x200800) == 0 ? Opcode.CSEL : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x200800) == 0 ? Opcode.CSINC : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 3 -> decode49(instruction);
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode26(int instruction) {
        return switch ((instruction >>> 10) & 3) {
            case 0 ->
                switch ((instruction >>> 22) & 3) {
                    case 0 -> (instruction & 0x20f000) == 0 ? Opcode.SBC : Opcode.UNALLOCATED;
                    case 2 -> (instruction & 0x200000) == 0 ? Opcode.CSINV : Opcode.UNALLOCATED;
                    case 3 ->
                        switch ((instruction >>> 12) & 1) {
                            case 0 -> (instruction & 0x3fe000) == 0 ? Opcode.RBIT : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x3fe000) == 0 ? Opcode.CLZ : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 22) & 1) {
                    case 0 -> (instruction & 0xa00000) == 0x800000 ? Opcode.CSNEG : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 12) & 1) {
                            case 0 -> (instruction & 0xbfe000) == 0x800000 ? Opcode.REV16 : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0xbfe000) == 0x800000 ? Opcode.CLS : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 2 ->
                (instruction & 0xfff000) == 0xc00000 && (instruction & 0x80000000) != 0x80000000
                        ? Opcode.REV
                        : (instruction & 0x80fff000) == 0x80c00000 ? Opcode.REV32 : Opcode.UNALLOCATED;
            case 3 ->
                (instruction & 0xfff000) == 0xc00000 && (instruction & 0x80000000) != 0
                        ? Opcode.REV
                        : Opcode.UNALLOCATED;
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode27(int instruction) {
        return switch ((instruction >>> 21) & 1) {
            case 0 -> decode50(instruction);
            case 1 -> decode51(instruction);
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode28(int instruction) {
        return switch ((instruction >>> 30) & 1) {
            case 0 -> decode52(instruction);
            case 1 -> decode53(instruction);
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode29(int instruction) {
        return switch ((instruction >>> 21) & 1) {
            case 0 -> decode54(instruction);
            case 1 -> decode55(instruction);
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode30(int instruction) {
        return switch ((instruction >>> 30) & 1) {
            case 0 -> decode56(instruction);
            case 1 -> decode57(instruction);
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode31(int instruction) {
        return switch ((instruction >>> 30) & 1) {
            case 0 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 -> (instruction & 0x80800000) == 0 ? Opcode.FMADD : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x80800000) == 0 ? Opcode.FNMADD : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 12) & 3) {
                    case 0 -> (instruction & 0x80c00c00) == 0x400400 ? Opcode.SSHR_SCALAR : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 10) & 1) {
                            case 0 ->
                                (instruction & 0x80800000) == 0x800000 && (instruction & 0x600000) != 0x600000
                                        ? Opcode.FMLA_ELEMENT_SCALAR
                                        : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x80c00800) == 0x400000 ? Opcode.SSRA_SCALAR : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 2 -> (instruction & 0x80c00c00) == 0x400400 ? Opcode.SRSHR_SCALAR : Opcode.UNALLOCATED;
                    case 3 ->
                        switch ((instruction >>> 10) & 1) {
                            case 0 ->
                                (instruction & 0x80000000) == 0
                                                && (instruction & 0xc00000) != 0
                                                && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.SQDMLAL_ELEMENT_SCALAR
                                        : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x80c00800) == 0x400000 ? Opcode.SRSRA_SCALAR : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode32(int instruction) {
        return switch ((instruction >>> 10) & 1) {
            case 0 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 -> (instruction & 0x80c00000) == 0 ? Opcode.EXT : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000800) == 0 && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.UADDW_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 21) & 3) {
                    case 0 ->
                        (instruction & 0xc0800000) == 0x40000000 && (instruction & 0xf0000) != 0
                                ? Opcode.INS_ELEMENT
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 11) & 1) {
                            case 0 -> (instruction & 0x80000000) == 0 ? Opcode.URHADD_VECTOR : Opcode.UNALLOCATED;
                            case 1 ->
                                switch ((instruction >>> 23) & 1) {
                                    case 0 -> (instruction & 0x80000000) == 0 ? Opcode.EOR_VECTOR : Opcode.UNALLOCATED;
                                    case 1 -> (instruction & 0x80000000) == 0 ? Opcode.BIT_VECTOR : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            default -> Opcode.UNALLOCATED;
                        };
                    case 3 ->
                        switch ((instruction >>> 11) & 1) {
                            case 0 ->
                                (instruction & 0x80000000) == 0 && (instruction & 0x800000) != 0x800000
                                        ? Opcode.URHADD_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                switch ((instruction >>> 23) & 1) {
                                    case 0 -> (instruction & 0x80000000) == 0 ? Opcode.BSL_VECTOR : Opcode.UNALLOCATED;
                                    case 1 -> (instruction & 0x80000000) == 0 ? Opcode.BIF_VECTOR : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode33(int instruction) {
        return switch ((instruction >>> 10) & 1) {
            case 0 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 -> (instruction & 0x80c00000) == 0 ? Opcode.EXT : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 11) & 1) {
                            case 0 ->
                                (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.USUBL_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                switch ((instruction >>> 16) & 1) {
                                    case 0 ->
                                        (instruction & 0x801e0000) == 0 && (instruction & 0xc00000) != 0xc00000
                                                ? Opcode.UADDLP_VECTOR
                                                : Opcode.UNALLOCATED;
                                    case 1 ->
                                        (instruction & 0x801e0000) == 0 && (instruction & 0xc00000) != 0xc00000
                                                ? Opcode.SQXTUN_VECTOR
                                                : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        (instruction & 0xc0c00000) == 0x40000000 && (instruction & 0xf0000) != 0
                                ? Opcode.INS_ELEMENT
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 11) & 1) {
                            case 0 ->
                                (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.UHSUB_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                        ? Opcode.UQSUB_VECTOR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode34(int instruction) {
        return switch ((instruction >>> 10) & 1) {
            case 0 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 -> (instruction & 0x80c00000) == 0 ? Opcode.EXT : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 11) & 1) {
                            case 0 ->
                                (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.USUBW_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                switch ((instruction >>> 16) & 0x1f) {
                                    case 0 ->
                                        (instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                                ? Opcode.USQADD_VECTOR
                                                : Opcode.UNALLOCATED;
                                    case 1 ->
                                        (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                                ? Opcode.SHLL_VECTOR
                                                : Opcode.UNALLOCATED;
                                    case 0x10 ->
                                        (instruction & 0x80000000) == 0
                                                        && (instruction & 0xc00000) != 0xc00000
                                                        && (instruction & 0x40c00000) != 0x800000
                                                ? Opcode.UADDLV
                                                : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        (instruction & 0xc0c00000) == 0x40000000 && (instruction & 0xf0000) != 0
                                ? Opcode.INS_ELEMENT
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 11) & 1) {
                            case 0 ->
                                (instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                        ? Opcode.CMHI_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                        ? Opcode.CMHS_VECTOR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode35(int instruction) {
        return switch ((instruction >>> 10) & 1) {
            case 0 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        (instruction & 0x80c00000) == 0 && (instruction & 0x40000000) != 0
                                ? Opcode.EXT
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 11) & 1) {
                            case 0 ->
                                (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.RADDHN_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                switch ((instruction >>> 16) & 1) {
                                    case 0 ->
                                        (instruction & 0x801e0000) == 0 && (instruction & 0xc00000) != 0xc00000
                                                ? Opcode.CLZ_VECTOR
                                                : Opcode.UNALLOCATED;
                                    case 1 ->
                                        (instruction & 0x801e0000) == 0 && (instruction & 0xc00000) != 0xc00000
                                                ? Opcode.UQXTN_VECTOR
                                                : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        (instruction & 0xc0c00000) == 0x40000000 && (instruction & 0xf0000) != 0
                                ? Opcode.INS_ELEMENT
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 11) & 1) {
                            case 0 ->
                                (instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                        ? Opcode.USHL_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                        ? Opcode.UQSHL_REGISTER_VECTOR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode36(int instruction) {
        return switch ((instruction >>> 10) & 1) {
            case 0 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        (instruction & 0x80c00000) == 0 && (instruction & 0x40000000) != 0
                                ? Opcode.EXT
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 11) & 1) {
                            case 0 ->
                                (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.UABAL_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                switch ((instruction >>> 22) & 1) {
                                    case 0 -> (instruction & 0x809f0000) == 0 ? Opcode.NOT : Opcode.UNALLOCATED;
                                    case 1 -> (instruction & 0x809f0000) == 0 ? Opcode.RBIT_VECTOR : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        (instruction & 0xc0c00000) == 0x40000000 && (instruction & 0xf0000) != 0
                                ? Opcode.INS_ELEMENT
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 11) & 1) {
                            case 0 ->
                                (instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                        ? Opcode.URSHL_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000
                                        ? Opcode.UQRSHL_VECTOR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode37(int instruction) {
        return switch ((instruction >>> 10) & 1) {
            case 0 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        (instruction & 0x80c00000) == 0 && (instruction & 0x40000000) != 0
                                ? Opcode.EXT
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 11) & 1) {
                            case 0 ->
                                (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.RSUBHN_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                switch ((instruction >>> 16) & 1) {
                                    case 0 ->
                                        (instruction & 0x801e0000) == 0 && (instruction & 0xc00000) != 0xc00000
                                                ? Opcode.UADALP_VECTOR
                                                : Opcode.UNALLOCATED;
                                    case 1 ->
                                        (instruction & 0x80de0000) == 0x400000
                                                ? Opcode.FCVTXN_VECTOR
                                                : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 21) & 1) {
                    case 0 ->
                        (instruction & 0xc0c00000) == 0x40000000 && (instruction & 0xf0000) != 0
                                ? Opcode.INS_ELEMENT
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 11) & 1) {
                            case 0 ->
                                (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.UMAX_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.UMIN_VECTOR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode38(int instruction) {
        return switch ((instruction >>> 10) & 3) {
            case 0 ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.UMLSL_VECTOR
                        : Opcode.UNALLOCATED;
            case 1 ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.UMAXP_VECTOR
                        : Opcode.UNALLOCATED;
            case 2 ->
                switch ((instruction >>> 20) & 1) {
                    case 0 ->
                        switch ((instruction >>> 23) & 1) {
                            case 0 ->
                                (instruction & 0x802f0000) == 0x210000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FCVTNU_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x802f0000) == 0x210000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FCVTPU_VECTOR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 16) & 1) {
                            case 0 ->
                                (instruction & 0x802e0000) == 0x200000
                                                && (instruction & 0xc00000) != 0xc00000
                                                && (instruction & 0x40c00000) != 0x800000
                                        ? Opcode.UMAXV
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x802e0000) == 0x200000
                                                && (instruction & 0xc00000) != 0xc00000
                                                && (instruction & 0x40c00000) != 0x800000
                                        ? Opcode.UMINV
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 3 ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.UMINP_VECTOR
                        : Opcode.UNALLOCATED;
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode39(int instruction) {
        return switch ((instruction >>> 10) & 3) {
            case 0 ->
                (instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000
                        ? Opcode.UMULL_VECTOR
                        : Opcode.UNALLOCATED;
            case 1 ->
                switch ((instruction >>> 23) & 1) {
                    case 0 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FMAXNMP_VECTOR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FMINNMP_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 2 ->
                switch ((instruction >>> 16) & 0x1f) {
                    case 0 ->
                        (instruction & 0x80a00000) == 0xa00000 && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FCMGE_ZERO_VECTOR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 23) & 1) {
                            case 0 ->
                                (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FCVTAU_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x80600000) == 0x200000 ? Opcode.URSQRTE : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 0x10 ->
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> (instruction & 0xc0600000) == 0x40200000 ? Opcode.FMAXNMV : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0xc0600000) == 0x40200000 ? Opcode.FMINNMV : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode40(int instruction) {
        return switch ((instruction >>> 10) & 3) {
            case 1 ->
                switch ((instruction >>> 23) & 1) {
                    case 0 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FMAXP_VECTOR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                                ? Opcode.FMINP_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 2 ->
                switch ((instruction >>> 20) & 1) {
                    case 0 ->
                        switch ((instruction >>> 16) & 1) {
                            case 0 ->
                                (instruction & 0x80ae0000) == 0xa00000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FNEG_VECTOR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80ae0000) == 0xa00000 && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.FSQRT_VECTOR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> (instruction & 0xc06f0000) == 0x40200000 ? Opcode.FMAXV : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0xc06f0000) == 0x40200000 ? Opcode.FMINV : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 3 ->
                (instruction & 0x80a00000) == 0x200000 && (instruction & 0x40400000) != 0x400000
                        ? Opcode.FDIV_VECTOR
                        : Opcode.UNALLOCATED;
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode41(int instruction) {
        return switch ((instruction >>> 10) & 1) {
            case 0 ->
                switch ((instruction >>> 14) & 1) {
                    case 0 ->
                        (instruction & 0x80008000) == 0
                                        && (instruction & 0xc00000) != 0
                                        && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.MLA_ELEMENT
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80008000) == 0
                                        && (instruction & 0xc00000) != 0
                                        && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.MLS_ELEMENT
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 11) & 1) {
                    case 0 ->
                        switch ((instruction >>> 14) & 1) {
                            case 0 ->
                                (instruction & 0x80f80000) == 0
                                        ? Opcode.MVNI
                                        : (instruction & 0x80808000) == 0
                                                        && (instruction & 0x780000) != 0
                                                        && (instruction & 0x40400000) != 0x400000
                                                ? Opcode.USHR_VECTOR
                                                : (instruction & 0x80808000) == 0x8000
                                                                && (instruction & 0x780000) != 0
                                                                && (instruction & 0x400000) != 0x400000
                                                        ? Opcode.SQSHRUN_VECTOR
                                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80f80000) == 0
                                        ? Opcode.MVNI
                                        : (instruction & 0x80808000) == 0
                                                        && (instruction & 0x780000) != 0
                                                        && (instruction & 0x40400000) != 0x400000
                                                ? Opcode.SRI_VECTOR
                                                : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        (instruction & 0x8080c000) == 0x8000
                                        && (instruction & 0x780000) != 0
                                        && (instruction & 0x400000) != 0x400000
                                ? Opcode.SQRSHRUN_VECTOR
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode42(int instruction) {
        return switch ((instruction >>> 10) & 3) {
            case 0, 2 ->
                (instruction & 0x8080c000) == 0x808000
                                && (instruction & 0x600000) != 0x600000
                                && (instruction & 0x40400000) != 0x400000
                        ? Opcode.FMULX_ELEMENT
                        : Opcode.UNALLOCATED;
            case 1 ->
                (instruction & 0x80f80000) == 0 && (instruction & 0x8000) != 0 && (instruction & 0xc000) != 0x8000
                        ? Opcode.MVNI
                        : (instruction & 0x80f80000) == 0 && (instruction & 0xc000) != 0xc000
                                ? Opcode.BIC_VECTOR_IMMEDIATE
                                : (instruction & 0x8080c000) == 0
                                                && (instruction & 0x780000) != 0
                                                && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.USRA_VECTOR
                                        : (instruction & 0x8080c000) == 0x4000
                                                        && (instruction & 0x780000) != 0
                                                        && (instruction & 0x40400000) != 0x400000
                                                ? Opcode.SLI_VECTOR
                                                : (instruction & 0x8080c000) == 0x8000
                                                                && (instruction & 0x780000) != 0
                                                                && (instruction & 0x400000) != 0x400000
                                                        ? Opcode.UQSHRN_VECTOR
                                                        : Opcode.UNALLOCATED;
            case 3 ->
                (instruction & 0x8080c000) == 0x8000
                                && (instruction & 0x780000) != 0
                                && (instruction & 0x400000) != 0x400000
                        ? Opcode.UQRSHRN_VECTOR
                        : Opcode.UNALLOCATED;
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode43(int instruction) {
        return switch ((instruction >>> 10) & 1) {
            case 0 ->
                switch ((instruction >>> 14) & 3) {
                    case 0 ->
                        (instruction & 0x80000000) == 0
                                        && (instruction & 0xc00000) != 0
                                        && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.UMLAL_ELEMENT
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80000000) == 0
                                        && (instruction & 0xc00000) != 0
                                        && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.UMLSL_ELEMENT
                                : Opcode.UNALLOCATED;
                    case 2 ->
                        (instruction & 0x80000000) == 0
                                        && (instruction & 0xc00000) != 0
                                        && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.UMULL_ELEMENT
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 14) & 1) {
                    case 0 ->
                        (instruction & 0x80f80800) == 0
                                ? Opcode.MVNI
                                : (instruction & 0x80808800) == 0
                                                && (instruction & 0x780000) != 0
                                                && (instruction & 0x40400000) != 0x400000
                                        ? Opcode.URSHR_VECTOR
                                        : (instruction & 0x80808800) == 0x8000
                                                        && (instruction & 0x780000) != 0
                                                        && (instruction & 0x400000) != 0x400000
                                                ? Opcode.USHLL_VECTOR
                                                : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 15) & 1) {
                            case 0 ->
                                (instruction & 0x80f80800) == 0
                                        ? Opcode.MVNI
                                        : (instruction & 0x80800800) == 0
                                                        && (instruction & 0x780000) != 0
                                                        && (instruction & 0x40400000) != 0x400000
                                                ? Opcode.SQSHLU_VECTOR
                                                : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80f80800) == 0
                                        ? Opcode.MOVI_64BIT
                                        : (instruction & 0x80800800) == 0
                                                        && (instruction & 0x600000) != 0
                                                        && (instruction & 0x40400000) != 0x400000
                                                ? Opcode.UCVTF_VECTOR_FIXED_POINT
                                                : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode44(int instruction) {
        return switch ((instruction >>> 21) & 1) {
            case 0 -> decode58(instruction);
            case 1 -> decode59(instruction);
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode45(int instruction) {
        return switch ((instruction >>> 22) & 3) {
            case 0 ->
                switch (instruction >>> 31) {
                    case 0 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> (instruction & 0x200000) == 0 ? Opcode.STRB_IMMEDIATE_POST : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x200000) == 0 ? Opcode.STRH_IMMEDIATE_POST : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 -> (instruction & 0x200000) == 0 ? Opcode.STR_IMMEDIATE_POST : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch (instruction >>> 31) {
                    case 0 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> (instruction & 0x200000) == 0 ? Opcode.LDRB_IMMEDIATE_POST : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x200000) == 0 ? Opcode.LDRH_IMMEDIATE_POST : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 -> (instruction & 0x200000) == 0 ? Opcode.LDR_IMMEDIATE_POST : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 2 ->
                switch (instruction >>> 30) {
                    case 0 -> (instruction & 0x200000) == 0 ? Opcode.LDRSB_IMMEDIATE_POST : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x200000) == 0 ? Opcode.LDRSH_IMMEDIATE_POST : Opcode.UNALLOCATED;
                    case 2 -> (instruction & 0x200000) == 0 ? Opcode.LDRSW_IMMEDIATE_POST : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 3 ->
                switch ((instruction >>> 30) & 1) {
                    case 0 -> (instruction & 0x80200000) == 0 ? Opcode.LDRSB_IMMEDIATE_POST : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x80200000) == 0 ? Opcode.LDRSH_IMMEDIATE_POST : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode46(int instruction) {
        return switch ((instruction >>> 21) & 7) {
            case 0 ->
                switch (instruction >>> 31) {
                    case 0 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> Opcode.STTRB;
                            case 1 -> Opcode.STTRH;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 -> Opcode.STTR;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch (instruction >>> 31) {
                    case 0 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> (instruction & 0x4000) == 0x4000 ? Opcode.STRB_REGISTER : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x4000) == 0x4000 ? Opcode.STRH_REGISTER : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 -> (instruction & 0x4000) == 0x4000 ? Opcode.STR_REGISTER : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 2 ->
                switch (instruction >>> 31) {
                    case 0 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> Opcode.LDTRB;
                            case 1 -> Opcode.LDTRH;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 -> Opcode.LDTR;
                    default -> Opcode.UNALLOCATED;
                };
            case 3 ->
                switch (instruction >>> 31) {
                    case 0 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> (instruction & 0x4000) == 0x4000 ? Opcode.LDRB_REGISTER : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x4000) == 0x4000 ? Opcode.LDRH_REGISTER : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 -> (instruction & 0x4000) == 0x4000 ? Opcode.LDR_REGISTER : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 4 ->
                switch (instruction >>> 30) {
                    case 0 -> Opcode.LDTRSB;
                    case 1 -> Opcode.LDTRSH;
                    case 2 -> Opcode.LDTRSW;
                    default -> Opcode.UNALLOCATED;
                };
            case 5 ->
                switch (instruction >>> 30) {
                    case 0 -> (instruction & 0x4000) == 0x4000 ? Opcode.LDRSB_REGISTER : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x4000) == 0x4000 ? Opcode.LDRSH_REGISTER : Opcode.UNALLOCATED;
                    case 2 -> (instruction & 0x4000) == 0x4000 ? Opcode.LDRSW_REGISTER : Opcode.UNALLOCATED;
                    case 3 -> (instruction & 0x4000) == 0x4000 ? Opcode.PRFM_REGISTER : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 6 ->
                switch ((instruction >>> 30) & 1) {
                    case 0 -> (instruction & 0x80000000) == 0 ? Opcode.LDTRSB : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x80000000) == 0 ? Opcode.LDTRSH : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 7 ->
                switch ((instruction >>> 30) & 1) {
                    case 0 -> (instruction & 0x80004000) == 0x4000 ? Opcode.LDRSB_REGISTER : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x80004000) == 0x4000 ? Opcode.LDRSH_REGISTER : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode47(int instruction) {
        return switch ((instruction >>> 22) & 3) {
            case 0 ->
                switch (instruction >>> 31) {
                    case 0 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> (instruction & 0x200000) == 0 ? Opcode.STRB_IMMEDIATE_PRE : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x200000) == 0 ? Opcode.STRH_IMMEDIATE_PRE : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 -> (instruction & 0x200000) == 0 ? Opcode.STR_IMMEDIATE_PRE : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch (instruction >>> 31) {
                    case 0 ->
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> (instruction & 0x200000) == 0 ? Opcode.LDRB_IMMEDIATE_PRE : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x200000) == 0 ? Opcode.LDRH_IMMEDIATE_PRE : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 -> (instruction & 0x200000) == 0 ? Opcode.LDR_IMMEDIATE_PRE : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 2 ->
                switch (instruction >>> 30) {
                    case 0 -> (instruction & 0x200000) == 0 ? Opcode.LDRSB_IMMEDIATE_PRE : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x200000) == 0 ? Opcode.LDRSH_IMMEDIATE_PRE : Opcode.UNALLOCATED;
                    case 2 -> (instruction & 0x200000) == 0 ? Opcode.LDRSW_IMMEDIATE_PRE : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 3 ->
                switch ((instruction >>> 30) & 1) {
                    case 0 -> (instruction & 0x80200000) == 0 ? Opcode.LDRSB_IMMEDIATE_PRE : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x80200000) == 0 ? Opcode.LDRSH_IMMEDIATE_PRE : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode48(int instruction) {
        return switch ((instruction >>> 12) & 0x1f) {
            case 4 ->
                switch ((instruction >>> 5) & 1) {
                    case 0 -> (instruction & 0xc600df) == 0x9f ? Opcode.MSR_IMMEDIATE_PAN : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0xc600df) == 0x9f ? Opcode.MSR_IMMEDIATE_SPSEL : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x12 ->
                switch ((instruction >>> 5) & 1) {
                    case 0 ->
                        (instruction & 0xc60fdf) == 0x2005f
                                ? Opcode.WFE
                                : (instruction & 0xc60fdf) == 0x2009f
                                        ? Opcode.SEV
                                        : (instruction & 0xc6001f) == 0x2001f ? Opcode.HINT : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 6) & 1) {
                            case 0 ->
                                (instruction & 0xc60f9f) == 0x2001f
                                        ? Opcode.YIELD
                                        : (instruction & 0xc60f9f) == 0x2009f
                                                ? Opcode.SEVL
                                                : (instruction & 0xc6001f) == 0x2001f
                                                        ? Opcode.HINT
                                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0xc60f9f) == 0x2001f
                                        ? Opcode.WFI
                                        : (instruction & 0xc6001f) == 0x2001f ? Opcode.HINT : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 0x13 ->
                switch ((instruction >>> 5) & 7) {
                    case 2 -> (instruction & 0xc6001f) == 0x2001f ? Opcode.CLREX : Opcode.UNALLOCATED;
                    case 4 -> (instruction & 0xc6001f) == 0x2001f ? Opcode.DSB : Opcode.UNALLOCATED;
                    case 5 -> (instruction & 0xc6001f) == 0x2001f ? Opcode.DMB : Opcode.UNALLOCATED;
                    case 6 -> (instruction & 0xc6001f) == 0x2001f ? Opcode.ISB : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 0x14 ->
                switch ((instruction >>> 5) & 1) {
                    case 0 -> (instruction & 0xc600df) == 0x200df ? Opcode.MSR_IMMEDIATE_DAIFSET : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0xc600df) == 0x200df ? Opcode.MSR_IMMEDIATE_DAIFCLR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode49(int instruction) {
        return switch ((instruction >>> 12) & 7) {
            case 0 ->
                switch ((instruction >>> 10) & 1) {
                    case 0 -> (instruction & 0x208800) == 0x800 ? Opcode.UDIV : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x208800) == 0x800 ? Opcode.SDIV : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 2 ->
                switch ((instruction >>> 10) & 3) {
                    case 0 -> (instruction & 0x208000) == 0 ? Opcode.LSLV : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x208000) == 0 ? Opcode.LSRV : Opcode.UNALLOCATED;
                    case 2 -> (instruction & 0x208000) == 0 ? Opcode.ASRV : Opcode.UNALLOCATED;
                    case 3 -> (instruction & 0x208000) == 0 ? Opcode.RORV : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 4 ->
                (instruction & 0x208000) == 0
                                && (instruction & 0x80000c00) != 0xc00
                                && (instruction & 0x80000800) != 0x80000000
                                && (instruction & 0x80000c00) != 0x80000800
                        ? Opcode.CRC32
                        : Opcode.UNALLOCATED;
            case 5 ->
                (instruction & 0x208000) == 0
                                && (instruction & 0x80000c00) != 0xc00
                                && (instruction & 0x80000800) != 0x80000000
                                && (instruction & 0x80000c00) != 0x80000800
                        ? Opcode.CRC32C
                        : Opcode.UNALLOCATED;
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode50(int instruction) {
        return switch ((instruction >>> 30) & 1) {
            case 0 ->
                switch ((instruction >>> 16) & 3) {
                    case 0 ->
                        (instruction & 0x9c0000) == 0x180000 && (instruction & 0x80008000) != 0
                                ? Opcode.FCVTZS_SCALAR_FIXED_POINT
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x9c0000) == 0x180000 && (instruction & 0x80008000) != 0
                                ? Opcode.FCVTZU_SCALAR_FIXED_POINT
                                : Opcode.UNALLOCATED;
                    case 2 ->
                        (instruction & 0x9c0000) == 0 && (instruction & 0x80008000) != 0
                                ? Opcode.SCVTF_SCALAR_FIXED_POINT
                                : Opcode.UNALLOCATED;
                    case 3 ->
                        (instruction & 0x9c0000) == 0 && (instruction & 0x80008000) != 0
                                ? Opcode.UCVTF_SCALAR_FIXED_POINT
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 13) & 3) {
                    case 0 ->
                        switch ((instruction >>> 10) & 1) {
                            case 0 -> (instruction & 0x80c08000) == 0 ? Opcode.SHA1C : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80c08000) == 0 && (instruction & 0xf0000) != 0
                                        ? Opcode.DUP_ELEMENT_SCALAR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 -> (instruction & 0x80c08400) == 0 ? Opcode.SHA1M : Opcode.UNALLOCATED;
                    case 2 -> (instruction & 0x80c08400) == 0 ? Opcode.SHA256H : Opcode.UNALLOCATED;
                    case 3 -> (instruction & 0x80c08400) == 0 ? Opcode.SHA256SU1 : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode51(int instruction) {
        return switch ((instruction >>> 13) & 3) {
            case 0 -> decode60(instruction);
            case 1 ->
                switch ((instruction >>> 4) & 1) {
                    case 0 ->
                        switch ((instruction >>> 10) & 1) {
                            case 0 ->
                                switch ((instruction >>> 3) & 1) {
                                    case 0 -> (instruction & 0xc0808007) == 0 ? Opcode.FCMP : Opcode.UNALLOCATED;
                                    case 1 -> (instruction & 0xc0808007) == 0 ? Opcode.FCMP_ZERO : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            case 1 -> (instruction & 0xc0800000) == 0 ? Opcode.FCCMP : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 10) & 1) {
                            case 0 ->
                                switch ((instruction >>> 3) & 1) {
                                    case 0 -> (instruction & 0xc0808007) == 0 ? Opcode.FCMPE : Opcode.UNALLOCATED;
                                    case 1 -> (instruction & 0xc0808007) == 0 ? Opcode.FCMPE_ZERO : Opcode.UNALLOCATED;
                                    default -> Opcode.UNALLOCATED;
                                };
                            case 1 -> (instruction & 0xc0800000) == 0 ? Opcode.FCCMPE : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 2 -> decode61(instruction);
            case 3 ->
                switch ((instruction >>> 30) & 1) {
                    case 0 ->
                        switch ((instruction >>> 4) & 1) {
                            case 0 -> (instruction & 0x80800400) == 0x400 ? Opcode.FCCMP : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x80800400) == 0x400 ? Opcode.FCCMPE : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 -> (instruction & 0x80808400) == 0x8400 ? Opcode.FCMEQ_REGISTER_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode52(int instruction) {
        return switch ((instruction >>> 21) & 1) {
            case 0 ->
                switch ((instruction >>> 16) & 3) {
                    case 0 ->
                        (instruction & 0x9c0000) == 0x180000 && (instruction & 0x80008000) != 0
                                ? Opcode.FCVTZS_SCALAR_FIXED_POINT
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x9c0000) == 0x180000 && (instruction & 0x80008000) != 0
                                ? Opcode.FCVTZU_SCALAR_FIXED_POINT
                                : Opcode.UNALLOCATED;
                    case 2 ->
                        (instruction & 0x9c0000) == 0 && (instruction & 0x80008000) != 0
                                ? Opcode.SCVTF_SCALAR_FIXED_POINT
                                : Opcode.UNALLOCATED;
                    case 3 ->
                        (instruction & 0x9c0000) == 0 && (instruction & 0x80008000) != 0
                                ? Opcode.UCVTF_SCALAR_FIXED_POINT
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 10) & 1) {
                    case 0 ->
                        switch ((instruction >>> 13) & 7) {
                            case 0 -> (instruction & 0x80800000) == 0 ? Opcode.FMUL_SCALAR : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x80800000) == 0 ? Opcode.FADD_SCALAR : Opcode.UNALLOCATED;
                            case 2 -> (instruction & 0x80800000) == 0 ? Opcode.FMAX_SCALAR : Opcode.UNALLOCATED;
                            case 3 -> (instruction & 0x80800000) == 0 ? Opcode.FMAXNM_SCALAR : Opcode.UNALLOCATED;
                            case 4 -> (instruction & 0x80800000) == 0 ? Opcode.FNMUL_SCALAR : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 -> (instruction & 0x80800000) == 0 ? Opcode.FCSEL : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode53(int instruction) {
        return switch ((instruction >>> 13) & 7) {
            case 0 ->
                switch ((instruction >>> 10) & 1) {
                    case 0 -> (instruction & 0x80ff0000) == 0x280000 ? Opcode.SHA1H : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x80200000) == 0x200000 ? Opcode.SQADD_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 10) & 1) {
                    case 0 -> (instruction & 0x80ff0000) == 0x280000 ? Opcode.SHA256SU0 : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x80200000) == 0x200000 ? Opcode.SQSUB_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 2 ->
                switch ((instruction >>> 10) & 1) {
                    case 0 ->
                        (instruction & 0x803f0000) == 0x210000 && (instruction & 0xc00000) != 0xc00000
                                ? Opcode.SQXTN_SCALAR
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80200000) == 0x200000 ? Opcode.SQSHL_REGISTER_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 4 ->
                switch ((instruction >>> 10) & 1) {
                    case 0 -> (instruction & 0x80ff0000) == 0xe00000 ? Opcode.CMGT_ZERO_SCALAR : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x80e00000) == 0xe00000 ? Opcode.CMTST_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 5 ->
                switch ((instruction >>> 16) & 1) {
                    case 0 -> (instruction & 0x80fe0400) == 0xe00000 ? Opcode.CMLT_ZERO_SCALAR : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 23) & 1) {
                            case 0 ->
                                (instruction & 0x803e0400) == 0x200000
                                        ? Opcode.FCVTNS_ADVSIMD_SCALAR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x803e0400) == 0x200000
                                        ? Opcode.FCVTPS_ADVSIMD_SCALAR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 6 ->
                switch ((instruction >>> 16) & 1) {
                    case 0 -> (instruction & 0x80be0400) == 0xa00000 ? Opcode.FCMGT_ZERO_SCALAR : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x80be0400) == 0x200000 ? Opcode.FCVTAS_ADVSIMD_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 7 -> (instruction & 0x80bf0400) == 0xa00000 ? Opcode.FCMLT_ZERO_SCALAR : Opcode.UNALLOCATED;
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode54(int instruction) {
        return switch ((instruction >>> 30) & 1) {
            case 0 ->
                switch ((instruction >>> 16) & 3) {
                    case 0 ->
                        (instruction & 0x9c0000) == 0x180000 && (instruction & 0x80008000) != 0
                                ? Opcode.FCVTZS_SCALAR_FIXED_POINT
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x9c0000) == 0x180000 && (instruction & 0x80008000) != 0
                                ? Opcode.FCVTZU_SCALAR_FIXED_POINT
                                : Opcode.UNALLOCATED;
                    case 2 ->
                        (instruction & 0x9c0000) == 0 && (instruction & 0x80008000) != 0
                                ? Opcode.SCVTF_SCALAR_FIXED_POINT
                                : Opcode.UNALLOCATED;
                    case 3 ->
                        (instruction & 0x9c0000) == 0 && (instruction & 0x80008000) != 0
                                ? Opcode.UCVTF_SCALAR_FIXED_POINT
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 13) & 3) {
                    case 0 -> (instruction & 0x80c08400) == 0 ? Opcode.SHA1P : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x80c08400) == 0 ? Opcode.SHA1SU0 : Opcode.UNALLOCATED;
                    case 2 -> (instruction & 0x80c08400) == 0 ? Opcode.SHA256H2 : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode55(int instruction) {
        return switch ((instruction >>> 10) & 1) {
            case 0 ->
                switch ((instruction >>> 30) & 1) {
                    case 0 -> (instruction & 0x808003e0) == 0 ? Opcode.FMOV_SCALAR_IMMEDIATE : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 13) & 3) {
                            case 0 ->
                                (instruction & 0x80008000) == 0x8000
                                                && (instruction & 0xc00000) != 0
                                                && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.SQDMLAL_SCALAR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80008000) == 0x8000
                                                && (instruction & 0xc00000) != 0
                                                && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.SQDMLSL_SCALAR
                                        : Opcode.UNALLOCATED;
                            case 2 ->
                                (instruction & 0x80008000) == 0x8000
                                                && (instruction & 0xc00000) != 0
                                                && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.SQDMULL_SCALAR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 30) & 1) {
                    case 0 ->
                        switch ((instruction >>> 4) & 1) {
                            case 0 -> (instruction & 0x80800000) == 0 ? Opcode.FCCMP : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x80800000) == 0 ? Opcode.FCCMPE : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 14) & 3) {
                            case 0 ->
                                (instruction & 0x80c02000) == 0xc02000
                                        ? Opcode.CMGT_REGISTER_SCALAR
                                        : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x80c02000) == 0xc00000 ? Opcode.SRSHL_SCALAR : Opcode.UNALLOCATED;
                            case 2 ->
                                (instruction & 0x80002000) == 0x2000
                                                && (instruction & 0xc00000) != 0
                                                && (instruction & 0xc00000) != 0xc00000
                                        ? Opcode.SQDMULH_SCALAR
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode56(int instruction) {
        return switch ((instruction >>> 21) & 1) {
            case 0 ->
                switch ((instruction >>> 16) & 3) {
                    case 0 ->
                        (instruction & 0x9c0000) == 0x180000 && (instruction & 0x80008000) != 0
                                ? Opcode.FCVTZS_SCALAR_FIXED_POINT
                                : Opcode.UNALLOCATED;
                    case 1 ->
                        (instruction & 0x9c0000) == 0x180000 && (instruction & 0x80008000) != 0
                                ? Opcode.FCVTZU_SCALAR_FIXED_POINT
                                : Opcode.UNALLOCATED;
                    case 2 ->
                        (instruction & 0x9c0000) == 0 && (instruction & 0x80008000) != 0
                                ? Opcode.SCVTF_SCALAR_FIXED_POINT
                                : Opcode.UNALLOCATED;
                    case 3 ->
                        (instruction & 0x9c0000) == 0 && (instruction & 0x80008000) != 0
                                ? Opcode.UCVTF_SCALAR_FIXED_POINT
                                : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 10) & 1) {
                    case 0 ->
                        switch ((instruction >>> 13) & 3) {
                            case 0 -> (instruction & 0x80808000) == 0 ? Opcode.FDIV_SCALAR : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x80808000) == 0 ? Opcode.FSUB_SCALAR : Opcode.UNALLOCATED;
                            case 2 -> (instruction & 0x80808000) == 0 ? Opcode.FMIN_SCALAR : Opcode.UNALLOCATED;
                            case 3 -> (instruction & 0x80808000) == 0 ? Opcode.FMINNM_SCALAR : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 -> (instruction & 0x80800000) == 0 ? Opcode.FCSEL : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode57(int instruction) {
        return switch ((instruction >>> 13) & 7) {
            case 0 -> (instruction & 0x80ff0400) == 0x280000 ? Opcode.SHA1SU1 : Opcode.UNALLOCATED;
            case 1 ->
                switch ((instruction >>> 10) & 1) {
                    case 0 -> (instruction & 0x803f0000) == 0x200000 ? Opcode.SUQADD_SCALAR : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0x80e00000) == 0xe00000 ? Opcode.CMGE_REGISTER_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 2 -> (instruction & 0x80200400) == 0x200400 ? Opcode.SQRSHL_SCALAR : Opcode.UNALLOCATED;
            case 3 -> (instruction & 0x803f0400) == 0x200000 ? Opcode.SQABS_SCALAR : Opcode.UNALLOCATED;
            case 4 -> (instruction & 0x80ff0400) == 0xe00000 ? Opcode.CMEQ_ZERO_SCALAR : Opcode.UNALLOCATED;
            case 5 ->
                switch ((instruction >>> 16) & 0x1f) {
                    case 0 -> (instruction & 0x80e00400) == 0xe00000 ? Opcode.ABS_SCALAR : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 23) & 1) {
                            case 0 ->
                                (instruction & 0x80200400) == 0x200000
                                        ? Opcode.FCVTMS_ADVSIMD_SCALAR
                                        : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80200400) == 0x200000
                                        ? Opcode.FCVTZS_ADVSIMD_SCALAR_INTEGER
                                        : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 0x11 -> (instruction & 0x80e00400) == 0xe00000 ? Opcode.ADDP_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 6 ->
                switch ((instruction >>> 23) & 1) {
                    case 0 ->
                        switch ((instruction >>> 10) & 1) {
                            case 0 ->
                                (instruction & 0x803f0000) == 0x210000
                                        ? Opcode.SCVTF_ADVSIMD_SCALAR_INTEGER
                                        : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0x80200000) == 0x200000 ? Opcode.FMULX_SCALAR : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 ->
                        switch ((instruction >>> 16) & 1) {
                            case 0 ->
                                (instruction & 0x803e0400) == 0x200000 ? Opcode.FCMEQ_ZERO_SCALAR : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x803e0400) == 0x200000 ? Opcode.FRECPE_SCALAR : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            case 7 ->
                switch ((instruction >>> 10) & 1) {
                    case 0 -> (instruction & 0x80bf0000) == 0xa10000 ? Opcode.FRECPX : Opcode.UNALLOCATED;
                    case 1 ->
                        switch ((instruction >>> 23) & 1) {
                            case 0 ->
                                (instruction & 0x80200000) == 0x200000 ? Opcode.FRECPS_SCALAR : Opcode.UNALLOCATED;
                            case 1 ->
                                (instruction & 0x80200000) == 0x200000 ? Opcode.FRSQRTS_SCALAR : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode58(int instruction) {
        return switch (instruction >>> 30) {
            case 0 ->
                switch ((instruction >>> 23) & 1) {
                    case 0 ->
                        switch ((instruction >>> 22) & 1) {
                            case 0 -> Opcode.STURB;
                            case 1 -> Opcode.LDURB;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 -> Opcode.LDURSB;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 23) & 1) {
                    case 0 ->
                        switch ((instruction >>> 22) & 1) {
                            case 0 -> Opcode.STURH;
                            case 1 -> Opcode.LDURH;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 -> Opcode.LDURSH;
                    default -> Opcode.UNALLOCATED;
                };
            case 2 ->
                switch ((instruction >>> 22) & 3) {
                    case 0 -> Opcode.STUR;
                    case 1 -> Opcode.LDUR;
                    case 2 -> Opcode.LDURSW;
                    default -> Opcode.UNALLOCATED;
                };
            case 3 ->
                switch ((instruction >>> 22) & 3) {
                    case 0 -> Opcode.STUR;
                    case 1 -> Opcode.LDUR;
                    case 2 -> Opcode.PRFUM;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode59(int instruction) {
        return switch ((instruction >>> 12) & 0xf) {
            case 0 -> Opcode.LDADD;
            case 1 -> Opcode.LDCLR;
            case 2 -> Opcode.LDEOR;
            case 3 -> Opcode.LDSET;
            case 4 -> Opcode.LDSMAX;
            case 5 -> Opcode.LDSMIN;
            case 6 -> Opcode.LDUMAX;
            case 7 -> Opcode.LDUMIN;
            case 8 -> Opcode.SWP;
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode60(int instruction) {
        return switch ((instruction >>> 10) & 1) {
            case 0 -> decode62(instruction);
            case 1 ->
                switch ((instruction >>> 23) & 1) {
                    case 0 ->
                        switch ((instruction >>> 4) & 1) {
                            case 0 -> (instruction & 0xc0000000) == 0 ? Opcode.FCCMP : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0xc0000000) == 0 ? Opcode.FCCMPE : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 -> (instruction & 0xc0408000) == 0x40408000 ? Opcode.ADD_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode61(int instruction) {
        return switch ((instruction >>> 10) & 1) {
            case 0 -> decode63(instruction);
            case 1 ->
                switch ((instruction >>> 23) & 1) {
                    case 0 ->
                        switch ((instruction >>> 4) & 1) {
                            case 0 -> (instruction & 0xc0000000) == 0 ? Opcode.FCCMP : Opcode.UNALLOCATED;
                            case 1 -> (instruction & 0xc0000000) == 0 ? Opcode.FCCMPE : Opcode.UNALLOCATED;
                            default -> Opcode.UNALLOCATED;
                        };
                    case 1 -> (instruction & 0xc0408000) == 0x40400000 ? Opcode.SSHL_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode62(int instruction) {
        return switch ((instruction >>> 16) & 0x1f) {
            case 0 -> (instruction & 0x40808000) == 0 ? Opcode.FCVTNS_SCALAR : Opcode.UNALLOCATED;
            case 1 -> (instruction & 0x40808000) == 0 ? Opcode.FCVTNU_SCALAR : Opcode.UNALLOCATED;
            case 2 -> (instruction & 0x40808000) == 0 ? Opcode.SCVTF_SCALAR_INTEGER : Opcode.UNALLOCATED;
            case 3 -> (instruction & 0x40808000) == 0 ? Opcode.UCVTF_SCALAR_INTEGER : Opcode.UNALLOCATED;
            case 4 -> (instruction & 0x40808000) == 0 ? Opcode.FCVTAS_SCALAR : Opcode.UNALLOCATED;
            case 5 -> (instruction & 0x40808000) == 0 ? Opcode.FCVTAU_SCALAR : Opcode.UNALLOCATED;
            case 6 ->
                (instruction & 0x40808000) == 0
                                && (instruction & 0x80400000) != 0x400000
                                && (instruction & 0x80400000) != 0x80000000
                        ? Opcode.FMOV_TO_GENERAL
                        : Opcode.UNALLOCATED;
            case 7 ->
                (instruction & 0x40808000) == 0
                                && (instruction & 0x80400000) != 0x400000
                                && (instruction & 0x80400000) != 0x80000000
                        ? Opcode.FMOV_FROM_GENERAL
                        : Opcode.UNALLOCATED;
            case 8 -> (instruction & 0x40808000) == 0 ? Opcode.FCVTPS_SCALAR : Opcode.UNALLOCATED;
            case 9 -> (instruction & 0x40808000) == 0 ? Opcode.FCVTPU_SCALAR : Opcode.UNALLOCATED;
            case 0xe -> (instruction & 0xc0c08000) == 0x80800000 ? Opcode.FMOV_TO_GENERAL_TOP : Opcode.UNALLOCATED;
            case 0xf -> (instruction & 0xc0c08000) == 0x80800000 ? Opcode.FMOV_FROM_GENERAL_TOP : Opcode.UNALLOCATED;
            case 0x10 -> (instruction & 0x40808000) == 0 ? Opcode.FCVTMS_SCALAR : Opcode.UNALLOCATED;
            case 0x11 -> (instruction & 0x40808000) == 0 ? Opcode.FCVTMU_SCALAR : Opcode.UNALLOCATED;
            case 0x18 -> (instruction & 0x40808000) == 0 ? Opcode.FCVTZS_SCALAR_INTEGER : Opcode.UNALLOCATED;
            case 0x19 -> (instruction & 0x40808000) == 0 ? Opcode.FCVTZU_SCALAR_INTEGER : Opcode.UNALLOCATED;
            default -> Opcode.UNALLOCATED;
        };
    }

    private static Opcode decode63(int instruction) {
        return switch ((instruction >>> 16) & 7) {
            case 0 ->
                switch ((instruction >>> 15) & 1) {
                    case 0 -> (instruction & 0xc0980000) == 0 ? Opcode.FMOV_REGISTER : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0xc0980000) == 0 ? Opcode.FABS_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 1 ->
                switch ((instruction >>> 15) & 1) {
                    case 0 -> (instruction & 0xc0980000) == 0 ? Opcode.FNEG_SCALAR : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0xc0980000) == 0 ? Opcode.FSQRT_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 2 ->
                (instruction & 0xc0180000) == 0
                                && (instruction & 0xc00000) != 0x800000
                                && (instruction & 0xc08000) != 0
                                && (instruction & 0xc08000) != 0x408000
                        ? Opcode.FCVT
                        : Opcode.UNALLOCATED;
            case 3 ->
                (instruction & 0xc0180000) == 0
                                && (instruction & 0xc00000) != 0x800000
                                && (instruction & 0x8000) != 0
                                && (instruction & 0xc08000) != 0xc08000
                        ? Opcode.FCVT
                        : Opcode.UNALLOCATED;
            case 4 ->
                switch ((instruction >>> 15) & 1) {
                    case 0 -> (instruction & 0xc0980000) == 0 ? Opcode.FRINTN_SCALAR : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0xc0980000) == 0 ? Opcode.FRINTP_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 5 ->
                switch ((instruction >>> 15) & 1) {
                    case 0 -> (instruction & 0xc0980000) == 0 ? Opcode.FRINTM_SCALAR : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0xc0980000) == 0 ? Opcode.FRINTZ_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            case 6 -> (instruction & 0xc0988000) == 0 ? Opcode.FRINTA_SCALAR : Opcode.UNALLOCATED;
            case 7 ->
                switch ((instruction >>> 15) & 1) {
                    case 0 -> (instruction & 0xc0980000) == 0 ? Opcode.FRINTX_SCALAR : Opcode.UNALLOCATED;
                    case 1 -> (instruction & 0xc0980000) == 0 ? Opcode.FRINTI_SCALAR : Opcode.UNALLOCATED;
                    default -> Opcode.UNALLOCATED;
                };
            default -> Opcode.UNALLOCATED;
        };
    }
}
