// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.decode;

/** Decodes A64 instructions. Generated from src/main/decode/a64.decode; do not edit. */
@SuppressWarnings("RefactorSwitch")
public final class Decoder {
    private Decoder() {}

    /** The instruction that a word encodes; UNALLOCATED where there is none. */
    public static Opcode decode(int instruction) {
        switch ((instruction >>> 24) & 0x3f) {
            case 8 -> {
                return decode1(instruction);
            }
            case 0xa -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80008000) != 0x8000) {
                                    return Opcode.AND_SHIFTED_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80008000) != 0x8000) {
                                    return Opcode.EOR_SHIFTED_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80008000) != 0x8000) {
                                    return Opcode.BIC_SHIFTED_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80008000) != 0x8000) {
                                    return Opcode.EON_SHIFTED_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0xb -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc00000) != 0xc00000 && (instruction & 0x80008000) != 0x8000) {
                                    return Opcode.ADD_SHIFTED_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc00000) != 0xc00000 && (instruction & 0x80008000) != 0x8000) {
                                    return Opcode.SUB_SHIFTED_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc00000) == 0 && (instruction & 0x1800) != 0x1800 && (instruction & 0x1c00) != 0x1400) {
                                    return Opcode.ADD_EXTENDED_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc00000) == 0 && (instruction & 0x1800) != 0x1800 && (instruction & 0x1c00) != 0x1400) {
                                    return Opcode.SUB_EXTENDED_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0xc -> {
                return decode2(instruction);
            }
            case 0xd -> {
                return decode3(instruction);
            }
            case 0xe -> {
                return decode4(instruction);
            }
            case 0xf -> {
                return decode5(instruction);
            }
            case 0x10, 0x30 -> {
                switch (instruction >>> 31) {
                    case 0 -> {
                        return Opcode.ADR;
                    }
                    case 1 -> {
                        return Opcode.ADRP;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x11 -> {
                switch ((instruction >>> 30) & 1) {
                    case 0 -> {
                        if ((instruction & 0x800000) == 0) {
                            return Opcode.ADD_IMMEDIATE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x800000) == 0) {
                            return Opcode.SUB_IMMEDIATE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x12 -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80400000) != 0x400000 && (instruction & 0x40fc00) != 0x7c00 && (instruction & 0x40fc00) != 0xbc00 && (instruction & 0x40fc00) != 0xdc00 && (instruction & 0x40fc00) != 0xec00 && (instruction & 0x40fc00) != 0xf400 && (instruction & 0x40f800) != 0xf800 && (instruction & 0x40fc00) != 0x40fc00) {
                                    return Opcode.AND_IMMEDIATE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80400000) != 0x400000 && (instruction & 0x40fc00) != 0x7c00 && (instruction & 0x40fc00) != 0xbc00 && (instruction & 0x40fc00) != 0xdc00 && (instruction & 0x40fc00) != 0xec00 && (instruction & 0x40fc00) != 0xf400 && (instruction & 0x40f800) != 0xf800 && (instruction & 0x40fc00) != 0x40fc00) {
                                    return Opcode.EOR_IMMEDIATE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80400000) != 0x400000) {
                                    return Opcode.MOVN;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80400000) != 0x400000) {
                                    return Opcode.MOVZ;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x13 -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80400000) != 0x80000000 && (instruction & 0x80400000) != 0x400000 && (instruction & 0x80200000) != 0x200000 && (instruction & 0x80008000) != 0x8000) {
                                    return Opcode.SBFM;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80400000) != 0x80000000 && (instruction & 0x80400000) != 0x400000 && (instruction & 0x80200000) != 0x200000 && (instruction & 0x80008000) != 0x8000) {
                                    return Opcode.UBFM;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x40200000) == 0 && (instruction & 0x80400000) != 0x80000000 && (instruction & 0x80400000) != 0x400000 && (instruction & 0x80008000) != 0x8000) {
                            return Opcode.EXTR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x14 -> {
                return decode6(instruction);
            }
            case 0x15 -> {
                return decode7(instruction);
            }
            case 0x16 -> {
                return decode8(instruction);
            }
            case 0x17 -> {
                switch (instruction >>> 31) {
                    case 0 -> {
                        if ((instruction & 0x40000000) == 0) {
                            return Opcode.B;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x40000000) == 0) {
                            return Opcode.BL;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x18 -> {
                switch (instruction >>> 31) {
                    case 0 -> {
                        return Opcode.LDR_LITERAL;
                    }
                    case 1 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                return Opcode.LDRSW_LITERAL;
                            }
                            case 1 -> {
                                return Opcode.PRFM_LITERAL;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x1a -> {
                return decode9(instruction);
            }
            case 0x1b -> {
                return decode10(instruction);
            }
            case 0x1c -> {
                if ((instruction & 0xc0000000) != 0xc0000000) {
                    return Opcode.LDR_SIMD_LITERAL;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x1e -> {
                return decode11(instruction);
            }
            case 0x1f -> {
                return decode12(instruction);
            }
            case 0x28 -> {
                switch ((instruction >>> 22) & 3) {
                    case 0 -> {
                        if ((instruction & 0x40000000) == 0) {
                            return Opcode.STNP;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x40000000) == 0) {
                            return Opcode.LDNP;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x40000000) == 0) {
                            return Opcode.STP_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                return Opcode.LDP_POST;
                            }
                            case 1 -> {
                                if ((instruction & 0x80000000) == 0) {
                                    return Opcode.LDPSW_POST;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x29 -> {
                switch ((instruction >>> 22) & 3) {
                    case 0 -> {
                        if ((instruction & 0x40000000) == 0) {
                            return Opcode.STP;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                return Opcode.LDP;
                            }
                            case 1 -> {
                                if ((instruction & 0x80000000) == 0) {
                                    return Opcode.LDPSW;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 2 -> {
                        if ((instruction & 0x40000000) == 0) {
                            return Opcode.STP_PRE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                return Opcode.LDP_PRE;
                            }
                            case 1 -> {
                                if ((instruction & 0x80000000) == 0) {
                                    return Opcode.LDPSW_PRE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x2a -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80008000) != 0x8000) {
                                    return Opcode.ORR_SHIFTED_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80008000) != 0x8000) {
                                    return Opcode.ANDS_SHIFTED_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80008000) != 0x8000) {
                                    return Opcode.ORN_SHIFTED_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80008000) != 0x8000) {
                                    return Opcode.BICS_SHIFTED_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x2b -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc00000) != 0xc00000 && (instruction & 0x80008000) != 0x8000) {
                                    return Opcode.ADDS_SHIFTED_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc00000) != 0xc00000 && (instruction & 0x80008000) != 0x8000) {
                                    return Opcode.SUBS_SHIFTED_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc00000) == 0 && (instruction & 0x1800) != 0x1800 && (instruction & 0x1c00) != 0x1400) {
                                    return Opcode.ADDS_EXTENDED_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc00000) == 0 && (instruction & 0x1800) != 0x1800 && (instruction & 0x1c00) != 0x1400) {
                                    return Opcode.SUBS_EXTENDED_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x2c -> {
                switch ((instruction >>> 22) & 3) {
                    case 0 -> {
                        if ((instruction & 0xc0000000) != 0xc0000000) {
                            return Opcode.STNP_SIMD;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0000000) != 0xc0000000) {
                            return Opcode.LDNP_SIMD;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0xc0000000) != 0xc0000000) {
                            return Opcode.STP_SIMD_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        if ((instruction & 0xc0000000) != 0xc0000000) {
                            return Opcode.LDP_SIMD_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x2d -> {
                switch ((instruction >>> 22) & 3) {
                    case 0 -> {
                        if ((instruction & 0xc0000000) != 0xc0000000) {
                            return Opcode.STP_SIMD;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0000000) != 0xc0000000) {
                            return Opcode.LDP_SIMD;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0xc0000000) != 0xc0000000) {
                            return Opcode.STP_SIMD_PRE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        if ((instruction & 0xc0000000) != 0xc0000000) {
                            return Opcode.LDP_SIMD_PRE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x2e -> {
                return decode13(instruction);
            }
            case 0x2f -> {
                return decode14(instruction);
            }
            case 0x31 -> {
                switch ((instruction >>> 30) & 1) {
                    case 0 -> {
                        if ((instruction & 0x800000) == 0) {
                            return Opcode.ADDS_IMMEDIATE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x800000) == 0) {
                            return Opcode.SUBS_IMMEDIATE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x32 -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80400000) != 0x400000 && (instruction & 0x40fc00) != 0x7c00 && (instruction & 0x40fc00) != 0xbc00 && (instruction & 0x40fc00) != 0xdc00 && (instruction & 0x40fc00) != 0xec00 && (instruction & 0x40fc00) != 0xf400 && (instruction & 0x40f800) != 0xf800 && (instruction & 0x40fc00) != 0x40fc00) {
                                    return Opcode.ORR_IMMEDIATE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80400000) != 0x400000 && (instruction & 0x40fc00) != 0x7c00 && (instruction & 0x40fc00) != 0xbc00 && (instruction & 0x40fc00) != 0xdc00 && (instruction & 0x40fc00) != 0xec00 && (instruction & 0x40fc00) != 0xf400 && (instruction & 0x40f800) != 0xf800 && (instruction & 0x40fc00) != 0x40fc00) {
                                    return Opcode.ANDS_IMMEDIATE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x40000000) == 0x40000000 && (instruction & 0x80400000) != 0x400000) {
                            return Opcode.MOVK;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x33 -> {
                if ((instruction & 0x40800000) == 0 && (instruction & 0x80400000) != 0x80000000 && (instruction & 0x80400000) != 0x400000 && (instruction & 0x80200000) != 0x200000 && (instruction & 0x80008000) != 0x8000) {
                    return Opcode.BFM;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x34 -> {
                if ((instruction & 0x40000000) == 0) {
                    return Opcode.CBZ;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x35 -> {
                if ((instruction & 0x40000000) == 0) {
                    return Opcode.CBNZ;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x36 -> {
                if ((instruction & 0x40000000) == 0) {
                    return Opcode.TBZ;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x37 -> {
                if ((instruction & 0x40000000) == 0) {
                    return Opcode.TBNZ;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x38 -> {
                return decode15(instruction);
            }
            case 0x39 -> {
                return decode16(instruction);
            }
            case 0x3a -> {
                switch ((instruction >>> 30) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 11) & 1) {
                            case 0 -> {
                                switch ((instruction >>> 22) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0xa0f400) == 0) {
                                            return Opcode.ADCS;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0xa00410) == 0) {
                                            return Opcode.CCMN_REGISTER;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            case 1 -> {
                                if ((instruction & 0xe00410) == 0x400000) {
                                    return Opcode.CCMN_IMMEDIATE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 11) & 1) {
                            case 0 -> {
                                switch ((instruction >>> 22) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0xa0f400) == 0) {
                                            return Opcode.SBCS;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0xa00410) == 0) {
                                            return Opcode.CCMP_REGISTER;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            case 1 -> {
                                if ((instruction & 0xe00410) == 0x400000) {
                                    return Opcode.CCMP_IMMEDIATE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x3c -> {
                return decode17(instruction);
            }
            case 0x3d -> {
                switch ((instruction >>> 22) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80800000) != 0x80800000 && (instruction & 0xc0800000) != 0x40800000) {
                            return Opcode.STR_SIMD_IMMEDIATE_UNSIGNED;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80800000) != 0x80800000 && (instruction & 0xc0800000) != 0x40800000) {
                            return Opcode.LDR_SIMD_IMMEDIATE_UNSIGNED;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x3e -> {
                return decode18(instruction);
            }
            case 0x3f -> {
                return decode19(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode1(int instruction) {
        switch ((instruction >>> 21) & 7) {
            case 0 -> {
                switch ((instruction >>> 15) & 1) {
                    case 0 -> {
                        return Opcode.STXR;
                    }
                    case 1 -> {
                        return Opcode.STLXR;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch (instruction >>> 31) {
                    case 0 -> {
                        if ((instruction & 0x17c01) == 0x7c00) {
                            return Opcode.CASP;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 15) & 1) {
                            case 0 -> {
                                return Opcode.STXP;
                            }
                            case 1 -> {
                                return Opcode.STLXP;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                switch ((instruction >>> 15) & 1) {
                    case 0 -> {
                        return Opcode.LDXR;
                    }
                    case 1 -> {
                        return Opcode.LDAXR;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 3 -> {
                switch (instruction >>> 31) {
                    case 0 -> {
                        if ((instruction & 0x17c01) == 0x7c00) {
                            return Opcode.CASP;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 15) & 1) {
                            case 0 -> {
                                return Opcode.LDXP;
                            }
                            case 1 -> {
                                return Opcode.LDAXP;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 4 -> {
                if ((instruction & 0x8000) == 0x8000) {
                    return Opcode.STLR;
                }
                return Opcode.UNALLOCATED;
            }
            case 5, 7 -> {
                if ((instruction & 0x7c00) == 0x7c00) {
                    return Opcode.CAS;
                }
                return Opcode.UNALLOCATED;
            }
            case 6 -> {
                if ((instruction & 0x8000) == 0x8000) {
                    return Opcode.LDAR;
                }
                return Opcode.UNALLOCATED;
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode2(int instruction) {
        switch ((instruction >>> 22) & 3) {
            case 0 -> {
                switch ((instruction >>> 13) & 3) {
                    case 0 -> {
                        switch ((instruction >>> 15) & 1) {
                            case 0 -> {
                                if ((instruction & 0x803f1000) == 0 && (instruction & 0x40000c00) != 0xc00) {
                                    return Opcode.ST4_MULTIPLE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x803f1000) == 0 && (instruction & 0x40000c00) != 0xc00) {
                                    return Opcode.ST2_MULTIPLE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x803f0000) == 0 && (instruction & 0x9000) != 0x1000 && (instruction & 0x9000) != 0x9000) {
                            return Opcode.ST1_MULTIPLE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x803f9000) == 0 && (instruction & 0x40000c00) != 0xc00) {
                            return Opcode.ST3_MULTIPLE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        if ((instruction & 0x803f0000) == 0 && (instruction & 0x8000) != 0x8000) {
                            return Opcode.ST1_MULTIPLE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 13) & 3) {
                    case 0 -> {
                        switch ((instruction >>> 15) & 1) {
                            case 0 -> {
                                if ((instruction & 0x803f1000) == 0 && (instruction & 0x40000c00) != 0xc00) {
                                    return Opcode.LD4_MULTIPLE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x803f1000) == 0 && (instruction & 0x40000c00) != 0xc00) {
                                    return Opcode.LD2_MULTIPLE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x803f0000) == 0 && (instruction & 0x9000) != 0x1000 && (instruction & 0x9000) != 0x9000) {
                            return Opcode.LD1_MULTIPLE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x803f9000) == 0 && (instruction & 0x40000c00) != 0xc00) {
                            return Opcode.LD3_MULTIPLE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        if ((instruction & 0x803f0000) == 0 && (instruction & 0x8000) != 0x8000) {
                            return Opcode.LD1_MULTIPLE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                switch ((instruction >>> 13) & 3) {
                    case 0 -> {
                        switch ((instruction >>> 15) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80201000) == 0 && (instruction & 0x40000c00) != 0xc00) {
                                    return Opcode.ST4_MULTIPLE_POST;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80201000) == 0 && (instruction & 0x40000c00) != 0xc00) {
                                    return Opcode.ST2_MULTIPLE_POST;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x80200000) == 0 && (instruction & 0x9000) != 0x1000 && (instruction & 0x9000) != 0x9000) {
                            return Opcode.ST1_MULTIPLE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x80209000) == 0 && (instruction & 0x40000c00) != 0xc00) {
                            return Opcode.ST3_MULTIPLE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        if ((instruction & 0x80200000) == 0 && (instruction & 0x8000) != 0x8000) {
                            return Opcode.ST1_MULTIPLE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 3 -> {
                switch ((instruction >>> 13) & 3) {
                    case 0 -> {
                        switch ((instruction >>> 15) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80201000) == 0 && (instruction & 0x40000c00) != 0xc00) {
                                    return Opcode.LD4_MULTIPLE_POST;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80201000) == 0 && (instruction & 0x40000c00) != 0xc00) {
                                    return Opcode.LD2_MULTIPLE_POST;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x80200000) == 0 && (instruction & 0x9000) != 0x1000 && (instruction & 0x9000) != 0x9000) {
                            return Opcode.LD1_MULTIPLE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x80209000) == 0 && (instruction & 0x40000c00) != 0xc00) {
                            return Opcode.LD3_MULTIPLE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        if ((instruction & 0x80200000) == 0 && (instruction & 0x8000) != 0x8000) {
                            return Opcode.LD1_MULTIPLE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode3(int instruction) {
        switch ((instruction >>> 21) & 7) {
            case 0 -> {
                switch ((instruction >>> 13) & 1) {
                    case 0 -> {
                        if ((instruction & 0x801f0000) == 0 && (instruction & 0xc000) != 0xc000 && (instruction & 0xc400) != 0x4400 && (instruction & 0xc800) != 0x8800 && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.ST1_SINGLE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x801f0000) == 0 && (instruction & 0xc000) != 0xc000 && (instruction & 0xc400) != 0x4400 && (instruction & 0xc800) != 0x8800 && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.ST3_SINGLE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 13) & 1) {
                    case 0 -> {
                        if ((instruction & 0x801f0000) == 0 && (instruction & 0xc000) != 0xc000 && (instruction & 0xc400) != 0x4400 && (instruction & 0xc800) != 0x8800 && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.ST2_SINGLE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x801f0000) == 0 && (instruction & 0xc000) != 0xc000 && (instruction & 0xc400) != 0x4400 && (instruction & 0xc800) != 0x8800 && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.ST4_SINGLE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                switch ((instruction >>> 13) & 1) {
                    case 0 -> {
                        if ((instruction & 0x801f0000) == 0 && (instruction & 0xc000) != 0xc000 && (instruction & 0xc400) != 0x4400 && (instruction & 0xc800) != 0x8800 && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.LD1_SINGLE;
                        }
                        if ((instruction & 0x801fd000) == 0xc000) {
                            return Opcode.LD1R;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x801f0000) == 0 && (instruction & 0xc000) != 0xc000 && (instruction & 0xc400) != 0x4400 && (instruction & 0xc800) != 0x8800 && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.LD3_SINGLE;
                        }
                        if ((instruction & 0x801fd000) == 0xc000) {
                            return Opcode.LD3R;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 3 -> {
                switch ((instruction >>> 13) & 1) {
                    case 0 -> {
                        if ((instruction & 0x801f0000) == 0 && (instruction & 0xc000) != 0xc000 && (instruction & 0xc400) != 0x4400 && (instruction & 0xc800) != 0x8800 && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.LD2_SINGLE;
                        }
                        if ((instruction & 0x801fd000) == 0xc000) {
                            return Opcode.LD2R;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x801f0000) == 0 && (instruction & 0xc000) != 0xc000 && (instruction & 0xc400) != 0x4400 && (instruction & 0xc800) != 0x8800 && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.LD4_SINGLE;
                        }
                        if ((instruction & 0x801fd000) == 0xc000) {
                            return Opcode.LD4R;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 4 -> {
                switch ((instruction >>> 13) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc000) != 0xc000 && (instruction & 0xc400) != 0x4400 && (instruction & 0xc800) != 0x8800 && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.ST1_SINGLE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc000) != 0xc000 && (instruction & 0xc400) != 0x4400 && (instruction & 0xc800) != 0x8800 && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.ST3_SINGLE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 5 -> {
                switch ((instruction >>> 13) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc000) != 0xc000 && (instruction & 0xc400) != 0x4400 && (instruction & 0xc800) != 0x8800 && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.ST2_SINGLE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc000) != 0xc000 && (instruction & 0xc400) != 0x4400 && (instruction & 0xc800) != 0x8800 && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.ST4_SINGLE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 6 -> {
                switch ((instruction >>> 13) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc000) != 0xc000 && (instruction & 0xc400) != 0x4400 && (instruction & 0xc800) != 0x8800 && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.LD1_SINGLE_POST;
                        }
                        if ((instruction & 0x8000d000) == 0xc000) {
                            return Opcode.LD1R_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc000) != 0xc000 && (instruction & 0xc400) != 0x4400 && (instruction & 0xc800) != 0x8800 && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.LD3_SINGLE_POST;
                        }
                        if ((instruction & 0x8000d000) == 0xc000) {
                            return Opcode.LD3R_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 7 -> {
                switch ((instruction >>> 13) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc000) != 0xc000 && (instruction & 0xc400) != 0x4400 && (instruction & 0xc800) != 0x8800 && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.LD2_SINGLE_POST;
                        }
                        if ((instruction & 0x8000d000) == 0xc000) {
                            return Opcode.LD2R_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc000) != 0xc000 && (instruction & 0xc400) != 0x4400 && (instruction & 0xc800) != 0x8800 && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.LD4_SINGLE_POST;
                        }
                        if ((instruction & 0x8000d000) == 0xc000) {
                            return Opcode.LD4R_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode4(int instruction) {
        switch ((instruction >>> 10) & 0x3f) {
            case 0 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80c00000) == 0) {
                            return Opcode.TBL;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.SADDL_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80c00000) == 0 && (instruction & 0xf0000) != 0 && (instruction & 0x400f0000) != 0x80000) {
                            return Opcode.DUP_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.SHADD_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                if ((instruction & 0x803f0000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.REV64_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 3 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80c00000) == 0 && (instruction & 0xf0000) != 0 && (instruction & 0x400f0000) != 0x80000) {
                            return Opcode.DUP_GENERAL;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                            return Opcode.SQADD_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 4 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80c00000) == 0) {
                            return Opcode.TBX;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.SADDW_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 5 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.SRHADD_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 6 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                            return Opcode.UZP1;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80df0000) == 0) {
                            return Opcode.REV16_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 7 -> {
                switch ((instruction >>> 21) & 7) {
                    case 0 -> {
                        if ((instruction & 0xc0000000) == 0x40000000 && (instruction & 0xf0000) != 0) {
                            return Opcode.INS_GENERAL;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0) {
                            return Opcode.AND_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        if ((instruction & 0x80000000) == 0) {
                            return Opcode.BIC_VECTOR_REGISTER;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 5 -> {
                        if ((instruction & 0x80000000) == 0) {
                            return Opcode.ORR_VECTOR_REGISTER;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 7 -> {
                        if ((instruction & 0x80000000) == 0) {
                            return Opcode.ORN_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 8 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80c00000) == 0) {
                            return Opcode.TBL;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.SSUBL_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 9 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.SHSUB_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0xa -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                            return Opcode.TRN1;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 16) & 1) {
                            case 0 -> {
                                if ((instruction & 0x801e0000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.SADDLP_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x801e0000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.XTN_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0xb -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80c00000) == 0 && (instruction & 0x70000) != 0 && (instruction & 0x40070000) != 0x40000) {
                            return Opcode.SMOV;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                            return Opcode.SQSUB_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0xc -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80c00000) == 0) {
                            return Opcode.TBX;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.SSUBW_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0xd -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000) {
                    return Opcode.CMGT_REGISTER_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0xe -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                            return Opcode.ZIP1;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 20) & 1) {
                            case 0 -> {
                                if ((instruction & 0x800f0000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                                    return Opcode.SUQADD_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x800f0000) == 0 && (instruction & 0xc00000) != 0xc00000 && (instruction & 0x40c00000) != 0x800000) {
                                    return Opcode.SADDLV;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0xf -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80c00000) == 0 && (instruction & 0xf0000) != 0 && (instruction & 0x400f0000) != 0x80000 && (instruction & 0x40010000) != 0x40010000 && (instruction & 0x40030000) != 0x40020000 && (instruction & 0x40070000) != 0x40040000) {
                            return Opcode.UMOV;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                            return Opcode.CMGE_REGISTER_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x10 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80c00000) == 0) {
                            return Opcode.TBL;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.ADDHN_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x11 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000) {
                    return Opcode.SSHL_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x12 -> {
                switch ((instruction >>> 16) & 0xf) {
                    case 0 -> {
                        if ((instruction & 0x80300000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.CLS_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80300000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.SQXTN_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 8 -> {
                        if ((instruction & 0xc0f00000) == 0x40200000) {
                            return Opcode.AESE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x13 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000) {
                    return Opcode.SQSHL_REGISTER_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x14 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80c00000) == 0) {
                            return Opcode.TBX;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.SABAL_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x15 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000) {
                    return Opcode.SRSHL_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x16 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                            return Opcode.UZP2;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 19) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80d70000) == 0) {
                                    return Opcode.CNT_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc0d70000) == 0x40000000) {
                                    return Opcode.AESD;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x17 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000) {
                    return Opcode.SQRSHL_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x18 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80c00000) == 0) {
                            return Opcode.TBL;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.SUBHN_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x19 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.SMAX_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x1a -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                            return Opcode.TRN2;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 16) & 0xf) {
                            case 0 -> {
                                if ((instruction & 0x80100000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.SADALP_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80900000) == 0) {
                                    return Opcode.FCVTN;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 8 -> {
                                if ((instruction & 0xc0d00000) == 0x40000000) {
                                    return Opcode.AESMC;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x1b -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.SMIN_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x1c -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80c00000) == 0) {
                            return Opcode.TBX;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.SABDL_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x1d -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.SABD_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x1e -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                            return Opcode.ZIP2;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 16) & 0xf) {
                            case 0 -> {
                                if ((instruction & 0x80100000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                                    return Opcode.SQABS_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80900000) == 0) {
                                    return Opcode.FCVTL;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 8 -> {
                                if ((instruction & 0xc0d00000) == 0x40000000) {
                                    return Opcode.AESIMC;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x1f -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.SABA_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x20 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.SMLAL_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x21 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000) {
                    return Opcode.ADD_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x22 -> {
                switch ((instruction >>> 16) & 1) {
                    case 0 -> {
                        if ((instruction & 0x803e0000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000) {
                            return Opcode.CMGT_ZERO_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> {
                                if ((instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FRINTN_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FRINTP_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x23 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000) {
                    return Opcode.CMTST_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x24 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.SQDMLAL_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x25 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.MLA_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x26 -> {
                switch ((instruction >>> 16) & 1) {
                    case 0 -> {
                        if ((instruction & 0x803e0000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000) {
                            return Opcode.CMEQ_ZERO_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> {
                                if ((instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FRINTM_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FRINTZ_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x27 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.MUL_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x28 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.SMLSL_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x29 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.SMAXP_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x2a -> {
                switch ((instruction >>> 16) & 0x1f) {
                    case 0 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000) {
                            return Opcode.CMLT_ZERO_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FCVTNS_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FCVTPS_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 0x10 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000 && (instruction & 0x40c00000) != 0x800000) {
                            return Opcode.SMAXV;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 0x11 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000 && (instruction & 0x40c00000) != 0x800000) {
                            return Opcode.SMINV;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x2b -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.SMINP_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x2c -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.SQDMLSL_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x2d -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.SQDMULH_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x2e -> {
                switch ((instruction >>> 16) & 0x1f) {
                    case 0 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000) {
                            return Opcode.ABS_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FCVTMS_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FCVTZS_VECTOR_INTEGER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 0x11 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000 && (instruction & 0x40c00000) != 0x800000) {
                            return Opcode.ADDV;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x2f -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000) {
                    return Opcode.ADDP_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x30 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.SMULL_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x31 -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FMAXNM_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FMINNM_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x32 -> {
                switch ((instruction >>> 16) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80be0000) == 0xa00000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FCMGT_ZERO_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> {
                                if ((instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FCVTAS_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x807e0000) == 0x200000) {
                                    return Opcode.URECPE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x33 -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FMLA_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FMLS_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x34 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.SQDMULL_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x35 -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FADD_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FSUB_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x36 -> {
                switch ((instruction >>> 16) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80be0000) == 0xa00000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FCMEQ_ZERO_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> {
                                if ((instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.SCVTF_VECTOR_INTEGER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FRECPE_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x37 -> {
                if ((instruction & 0x80a00000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                    return Opcode.FMULX_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x38 -> {
                switch ((instruction >>> 22) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80a00000) == 0x200000) {
                            return Opcode.PMULL_8BIT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80a00000) == 0xa00000) {
                            return Opcode.PMULL_64BIT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x39 -> {
                if ((instruction & 0x80a00000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                    return Opcode.FCMEQ_REGISTER_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x3a -> {
                if ((instruction & 0x80bf0000) == 0xa00000 && (instruction & 0x40400000) != 0x400000) {
                    return Opcode.FCMLT_ZERO_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x3d -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FMAX_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FMIN_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x3e -> {
                if ((instruction & 0x80bf0000) == 0xa00000 && (instruction & 0x40400000) != 0x400000) {
                    return Opcode.FABS_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x3f -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FRECPS_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FRSQRTS_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode5(int instruction) {
        switch ((instruction >>> 12) & 3) {
            case 0 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 14) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80008000) == 0x8000 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.MUL_ELEMENT;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80008000) == 0x8000 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.SQDMULH_ELEMENT;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 11) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80f80000) == 0) {
                                    return Opcode.MOVI;
                                }
                                if ((instruction & 0x8080c000) == 0 && (instruction & 0x780000) != 0 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.SSHR_VECTOR;
                                }
                                if ((instruction & 0x8080c000) == 0x8000 && (instruction & 0x780000) != 0 && (instruction & 0x400000) != 0x400000) {
                                    return Opcode.SHRN_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x8080c000) == 0x8000 && (instruction & 0x780000) != 0 && (instruction & 0x400000) != 0x400000) {
                                    return Opcode.RSHRN_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                return decode20(instruction);
            }
            case 2 -> {
                return decode21(instruction);
            }
            case 3 -> {
                return decode22(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode6(int instruction) {
        switch (instruction >>> 30) {
            case 0 -> {
                return Opcode.B;
            }
            case 1 -> {
                if ((instruction & 0x10) == 0) {
                    return Opcode.B_CONDITIONAL;
                }
                return Opcode.UNALLOCATED;
            }
            case 2 -> {
                return Opcode.BL;
            }
            case 3 -> {
                return decode23(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode7(int instruction) {
        switch (instruction >>> 30) {
            case 0 -> {
                return Opcode.B;
            }
            case 2 -> {
                return Opcode.BL;
            }
            case 3 -> {
                return decode24(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode8(int instruction) {
        switch (instruction >>> 30) {
            case 0 -> {
                return Opcode.B;
            }
            case 2 -> {
                return Opcode.BL;
            }
            case 3 -> {
                switch ((instruction >>> 21) & 7) {
                    case 0 -> {
                        if ((instruction & 0x1ffc1f) == 0x1f0000) {
                            return Opcode.BR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x1ffc1f) == 0x1f0000) {
                            return Opcode.BLR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x1ffc1f) == 0x1f0000) {
                            return Opcode.RET;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 4 -> {
                        if ((instruction & 0x1fffff) == 0x1f03e0) {
                            return Opcode.ERET;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 5 -> {
                        if ((instruction & 0x1fffff) == 0x1f03e0) {
                            return Opcode.DRPS;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode9(int instruction) {
        switch ((instruction >>> 30) & 1) {
            case 0 -> {
                return decode25(instruction);
            }
            case 1 -> {
                return decode26(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode10(int instruction) {
        switch ((instruction >>> 21) & 7) {
            case 0 -> {
                switch ((instruction >>> 15) & 1) {
                    case 0 -> {
                        if ((instruction & 0x40000000) == 0) {
                            return Opcode.MADD;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x40000000) == 0) {
                            return Opcode.MSUB;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 15) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0000000) == 0x80000000) {
                            return Opcode.SMADDL;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0000000) == 0x80000000) {
                            return Opcode.SMSUBL;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                if ((instruction & 0xc0008000) == 0x80000000) {
                    return Opcode.SMULH;
                }
                return Opcode.UNALLOCATED;
            }
            case 5 -> {
                switch ((instruction >>> 15) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0000000) == 0x80000000) {
                            return Opcode.UMADDL;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0000000) == 0x80000000) {
                            return Opcode.UMSUBL;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 6 -> {
                if ((instruction & 0xc0008000) == 0x80000000) {
                    return Opcode.UMULH;
                }
                return Opcode.UNALLOCATED;
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode11(int instruction) {
        switch ((instruction >>> 11) & 3) {
            case 0 -> {
                return decode27(instruction);
            }
            case 1 -> {
                return decode28(instruction);
            }
            case 2 -> {
                return decode29(instruction);
            }
            case 3 -> {
                return decode30(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode12(int instruction) {
        switch ((instruction >>> 14) & 3) {
            case 0 -> {
                return decode31(instruction);
            }
            case 1 -> {
                switch ((instruction >>> 30) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 21) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80800000) == 0) {
                                    return Opcode.FMADD;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80800000) == 0) {
                                    return Opcode.FNMADD;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 10) & 1) {
                            case 0 -> {
                                switch ((instruction >>> 13) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0x80801000) == 0x801000 && (instruction & 0x600000) != 0x600000) {
                                            return Opcode.FMLS_ELEMENT_SCALAR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0x80001000) == 0x1000 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                                            return Opcode.SQDMLSL_ELEMENT_SCALAR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            case 1 -> {
                                switch ((instruction >>> 13) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0x80c01800) == 0x401000) {
                                            return Opcode.SHL_SCALAR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0x80801800) == 0x1000 && (instruction & 0x780000) != 0) {
                                            return Opcode.SQSHL_IMMEDIATE_SCALAR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                switch ((instruction >>> 30) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 21) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80800000) == 0) {
                                    return Opcode.FMSUB;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80800000) == 0) {
                                    return Opcode.FNMSUB;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 10) & 1) {
                            case 0 -> {
                                switch ((instruction >>> 13) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0x80801000) == 0x801000 && (instruction & 0x600000) != 0x600000) {
                                            return Opcode.FMUL_ELEMENT_SCALAR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0x80001000) == 0x1000 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                                            return Opcode.SQDMULL_ELEMENT_SCALAR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            case 1 -> {
                                switch ((instruction >>> 11) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0x80803000) == 0x1000 && (instruction & 0x780000) != 0 && (instruction & 0x400000) != 0x400000) {
                                            return Opcode.SQSHRN_SCALAR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0x80803000) == 0x1000 && (instruction & 0x780000) != 0 && (instruction & 0x400000) != 0x400000) {
                                            return Opcode.SQRSHRN_SCALAR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 3 -> {
                switch ((instruction >>> 30) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 21) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80800000) == 0) {
                                    return Opcode.FMSUB;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80800000) == 0) {
                                    return Opcode.FNMSUB;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 12) & 3) {
                            case 0 -> {
                                if ((instruction & 0x80000400) == 0 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.SQDMULH_ELEMENT_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80000400) == 0 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.SQRDMULH_ELEMENT_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 2 -> {
                                if ((instruction & 0x80800c00) == 0x400 && (instruction & 0x600000) != 0) {
                                    return Opcode.SCVTF_ADVSIMD_SCALAR_FIXED_POINT;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 3 -> {
                                if ((instruction & 0x80800c00) == 0xc00 && (instruction & 0x600000) != 0) {
                                    return Opcode.FCVTZS_ADVSIMD_SCALAR_FIXED_POINT;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode13(int instruction) {
        switch ((instruction >>> 12) & 0xf) {
            case 0 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 21) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80c00000) == 0) {
                                    return Opcode.EXT;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                switch ((instruction >>> 11) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                            return Opcode.UADDL_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0x809f0000) == 0) {
                                            return Opcode.REV32_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 21) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc0c00000) == 0x40000000 && (instruction & 0xf0000) != 0) {
                                    return Opcode.INS_ELEMENT;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                switch ((instruction >>> 11) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                            return Opcode.UHADD_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                                            return Opcode.UQADD_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                return decode32(instruction);
            }
            case 2 -> {
                return decode33(instruction);
            }
            case 3 -> {
                return decode34(instruction);
            }
            case 4 -> {
                return decode35(instruction);
            }
            case 5 -> {
                return decode36(instruction);
            }
            case 6 -> {
                return decode37(instruction);
            }
            case 7 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 21) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80c00000) == 0 && (instruction & 0x40000000) != 0) {
                                    return Opcode.EXT;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                switch ((instruction >>> 11) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                            return Opcode.UABDL_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0x801f0000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                                            return Opcode.SQNEG_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 21) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc0c00000) == 0x40000000 && (instruction & 0xf0000) != 0) {
                                    return Opcode.INS_ELEMENT;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                switch ((instruction >>> 11) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                            return Opcode.UABD_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                            return Opcode.UABA_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 8 -> {
                switch ((instruction >>> 10) & 3) {
                    case 0 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.UMLAL_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000) {
                            return Opcode.SUB_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        switch ((instruction >>> 16) & 1) {
                            case 0 -> {
                                if ((instruction & 0x803e0000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000) {
                                    return Opcode.CMGE_ZERO_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80be0000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FRINTA_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 3 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000) {
                            return Opcode.CMEQ_REGISTER_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 9 -> {
                switch ((instruction >>> 10) & 3) {
                    case 1 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.MLS_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        switch ((instruction >>> 16) & 1) {
                            case 0 -> {
                                if ((instruction & 0x803e0000) == 0x200000 && (instruction & 0x40c00000) != 0xc00000) {
                                    return Opcode.CMLE_ZERO_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                switch ((instruction >>> 23) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                                            return Opcode.FRINTX_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                                            return Opcode.FRINTI_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 3 -> {
                        if ((instruction & 0x80e00000) == 0x200000) {
                            return Opcode.PMUL_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0xa -> {
                return decode38(instruction);
            }
            case 0xb -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 16) & 1) {
                            case 0 -> {
                                if ((instruction & 0x803e0800) == 0x200800 && (instruction & 0x40c00000) != 0xc00000) {
                                    return Opcode.NEG_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                switch ((instruction >>> 23) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0x803e0800) == 0x200800 && (instruction & 0x40400000) != 0x400000) {
                                            return Opcode.FCVTMU_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0x803e0800) == 0x200800 && (instruction & 0x40400000) != 0x400000) {
                                            return Opcode.FCVTZU_VECTOR_INTEGER;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x80200800) == 0x200000 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.SQRDMULH_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0xc -> {
                return decode39(instruction);
            }
            case 0xd -> {
                switch ((instruction >>> 10) & 3) {
                    case 1 -> {
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FADDP_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FABD_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 2 -> {
                        switch ((instruction >>> 16) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80be0000) == 0xa00000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FCMLE_ZERO_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                switch ((instruction >>> 23) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                                            return Opcode.UCVTF_VECTOR_INTEGER;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0x803e0000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                                            return Opcode.FRSQRTE_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 3 -> {
                        if ((instruction & 0x80a00000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FMUL_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0xe -> {
                switch ((instruction >>> 11) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80200400) == 0x200400 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FCMGE_REGISTER_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80200400) == 0x200400 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FCMGT_REGISTER_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80200400) == 0x200400 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FACGE_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80200400) == 0x200400 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FACGT_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0xf -> {
                return decode40(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode14(int instruction) {
        switch ((instruction >>> 12) & 3) {
            case 0 -> {
                return decode41(instruction);
            }
            case 1 -> {
                return decode42(instruction);
            }
            case 2 -> {
                return decode43(instruction);
            }
            case 3 -> {
                switch ((instruction >>> 11) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 14) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80f80400) == 0x400) {
                                    return Opcode.BIC_VECTOR_IMMEDIATE;
                                }
                                if ((instruction & 0x80808400) == 0x400 && (instruction & 0x780000) != 0 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.URSRA_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80f80400) == 0x400 && (instruction & 0x8000) != 0x8000) {
                                    return Opcode.BIC_VECTOR_IMMEDIATE;
                                }
                                if ((instruction & 0x80f88400) == 0x8400 && (instruction & 0x40000000) != 0) {
                                    return Opcode.FMOV_VECTOR_IMMEDIATE;
                                }
                                if ((instruction & 0x80808400) == 0x400 && (instruction & 0x780000) != 0 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.UQSHL_IMMEDIATE_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x8080c400) == 0xc400 && (instruction & 0x600000) != 0 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FCVTZU_VECTOR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode15(int instruction) {
        switch ((instruction >>> 10) & 3) {
            case 0 -> {
                return decode44(instruction);
            }
            case 1 -> {
                return decode45(instruction);
            }
            case 2 -> {
                return decode46(instruction);
            }
            case 3 -> {
                return decode47(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode16(int instruction) {
        switch (instruction >>> 30) {
            case 0 -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 22) & 1) {
                            case 0 -> {
                                return Opcode.STRB_IMMEDIATE_UNSIGNED;
                            }
                            case 1 -> {
                                return Opcode.LDRB_IMMEDIATE_UNSIGNED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        return Opcode.LDRSB_IMMEDIATE_UNSIGNED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 22) & 1) {
                            case 0 -> {
                                return Opcode.STRH_IMMEDIATE_UNSIGNED;
                            }
                            case 1 -> {
                                return Opcode.LDRH_IMMEDIATE_UNSIGNED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        return Opcode.LDRSH_IMMEDIATE_UNSIGNED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                switch ((instruction >>> 22) & 3) {
                    case 0 -> {
                        return Opcode.STR_IMMEDIATE_UNSIGNED;
                    }
                    case 1 -> {
                        return Opcode.LDR_IMMEDIATE_UNSIGNED;
                    }
                    case 2 -> {
                        return Opcode.LDRSW_IMMEDIATE_UNSIGNED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 3 -> {
                switch ((instruction >>> 22) & 3) {
                    case 0 -> {
                        return Opcode.STR_IMMEDIATE_UNSIGNED;
                    }
                    case 1 -> {
                        return Opcode.LDR_IMMEDIATE_UNSIGNED;
                    }
                    case 2 -> {
                        return Opcode.PRFM_IMMEDIATE;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode17(int instruction) {
        switch ((instruction >>> 10) & 3) {
            case 0 -> {
                switch ((instruction >>> 22) & 1) {
                    case 0 -> {
                        if ((instruction & 0x200000) == 0 && (instruction & 0x80800000) != 0x80800000 && (instruction & 0xc0800000) != 0x40800000) {
                            return Opcode.STUR_SIMD;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x200000) == 0 && (instruction & 0x80800000) != 0x80800000 && (instruction & 0xc0800000) != 0x40800000) {
                            return Opcode.LDUR_SIMD;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 22) & 1) {
                    case 0 -> {
                        if ((instruction & 0x200000) == 0 && (instruction & 0x80800000) != 0x80800000 && (instruction & 0xc0800000) != 0x40800000) {
                            return Opcode.STR_SIMD_IMMEDIATE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x200000) == 0 && (instruction & 0x80800000) != 0x80800000 && (instruction & 0xc0800000) != 0x40800000) {
                            return Opcode.LDR_SIMD_IMMEDIATE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                switch ((instruction >>> 22) & 1) {
                    case 0 -> {
                        if ((instruction & 0x204000) == 0x204000 && (instruction & 0x80800000) != 0x80800000 && (instruction & 0xc0800000) != 0x40800000) {
                            return Opcode.STR_SIMD_REGISTER;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x204000) == 0x204000 && (instruction & 0x80800000) != 0x80800000 && (instruction & 0xc0800000) != 0x40800000) {
                            return Opcode.LDR_SIMD_REGISTER;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 3 -> {
                switch ((instruction >>> 22) & 1) {
                    case 0 -> {
                        if ((instruction & 0x200000) == 0 && (instruction & 0x80800000) != 0x80800000 && (instruction & 0xc0800000) != 0x40800000) {
                            return Opcode.STR_SIMD_IMMEDIATE_PRE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x200000) == 0 && (instruction & 0x80800000) != 0x80800000 && (instruction & 0xc0800000) != 0x40800000) {
                            return Opcode.LDR_SIMD_IMMEDIATE_PRE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode18(int instruction) {
        switch ((instruction >>> 11) & 0x1f) {
            case 1 -> {
                if ((instruction & 0xc0200400) == 0x40200400) {
                    return Opcode.UQADD_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 5 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc03f0000) == 0x40210000 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.SQXTUN_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0200000) == 0x40200000) {
                            return Opcode.UQSUB_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 6 -> {
                if ((instruction & 0xc0e00400) == 0x40e00400) {
                    return Opcode.CMHI_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 7 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc03f0000) == 0x40200000) {
                            return Opcode.USQADD_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0e00000) == 0x40e00000) {
                            return Opcode.CMHS_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 8 -> {
                if ((instruction & 0xc0e00400) == 0x40e00400) {
                    return Opcode.USHL_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 9 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc03f0000) == 0x40210000 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.UQXTN_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0200000) == 0x40200000) {
                            return Opcode.UQSHL_REGISTER_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0xa -> {
                if ((instruction & 0xc0e00400) == 0x40e00400) {
                    return Opcode.URSHL_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0xb -> {
                if ((instruction & 0xc0200400) == 0x40200400) {
                    return Opcode.UQRSHL_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0xd -> {
                if ((instruction & 0xc0ff0400) == 0x40610000) {
                    return Opcode.FCVTXN_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0xf -> {
                if ((instruction & 0xc03f0400) == 0x40200000) {
                    return Opcode.SQNEG_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x10 -> {
                if ((instruction & 0xc0e00400) == 0x40e00400) {
                    return Opcode.SUB_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x11 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0ff0000) == 0x40e00000) {
                            return Opcode.CMGE_ZERO_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0e00000) == 0x40e00000) {
                            return Opcode.CMEQ_REGISTER_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x13 -> {
                if ((instruction & 0xc0ff0400) == 0x40e00000) {
                    return Opcode.CMLE_ZERO_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x15 -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc03f0400) == 0x40210000) {
                            return Opcode.FCVTNU_ADVSIMD_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc03f0400) == 0x40210000) {
                            return Opcode.FCVTPU_ADVSIMD_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x16 -> {
                if ((instruction & 0xc0200400) == 0x40200400 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.SQRDMULH_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x17 -> {
                switch ((instruction >>> 16) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0fe0400) == 0x40e00000) {
                            return Opcode.NEG_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc03e0400) == 0x40200000) {
                                    return Opcode.FCVTMU_ADVSIMD_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc03e0400) == 0x40200000) {
                                    return Opcode.FCVTZU_ADVSIMD_SCALAR_INTEGER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x19 -> {
                switch ((instruction >>> 20) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 16) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc0ae0400) == 0x40a00000) {
                                    return Opcode.FCMGE_ZERO_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc0ae0400) == 0x40200000) {
                                    return Opcode.FCVTAU_ADVSIMD_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc02f0400) == 0x40200000) {
                                    return Opcode.FMAXNMP_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc02f0400) == 0x40200000) {
                                    return Opcode.FMINNMP_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x1a -> {
                if ((instruction & 0xc0a00400) == 0x40a00400) {
                    return Opcode.FABD_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x1b -> {
                switch ((instruction >>> 16) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 20) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc0ae0400) == 0x40a00000) {
                                    return Opcode.FCMLE_ZERO_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc0ae0400) == 0x40200000) {
                                    return Opcode.FADDP_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc03e0400) == 0x40200000) {
                                    return Opcode.UCVTF_ADVSIMD_SCALAR_INTEGER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc03e0400) == 0x40200000) {
                                    return Opcode.FRSQRTE_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x1c -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0200400) == 0x40200400) {
                            return Opcode.FCMGE_REGISTER_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0200400) == 0x40200400) {
                            return Opcode.FCMGT_REGISTER_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x1d -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0200400) == 0x40200400) {
                            return Opcode.FACGE_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0200400) == 0x40200400) {
                            return Opcode.FACGT_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x1f -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc03f0400) == 0x40300000) {
                            return Opcode.FMAXP_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc03f0400) == 0x40300000) {
                            return Opcode.FMINP_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode19(int instruction) {
        switch ((instruction >>> 12) & 0xf) {
            case 0 -> {
                if ((instruction & 0xc0c00c00) == 0x40400400) {
                    return Opcode.USHR_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 1 -> {
                if ((instruction & 0xc0c00c00) == 0x40400400) {
                    return Opcode.USRA_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 2 -> {
                if ((instruction & 0xc0c00c00) == 0x40400400) {
                    return Opcode.URSHR_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 3 -> {
                if ((instruction & 0xc0c00c00) == 0x40400400) {
                    return Opcode.URSRA_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 4 -> {
                if ((instruction & 0xc0c00c00) == 0x40400400) {
                    return Opcode.SRI_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 5 -> {
                if ((instruction & 0xc0c00c00) == 0x40400400) {
                    return Opcode.SLI_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 6 -> {
                if ((instruction & 0xc0800c00) == 0x40000400 && (instruction & 0x780000) != 0) {
                    return Opcode.SQSHLU_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 7 -> {
                if ((instruction & 0xc0800c00) == 0x40000400 && (instruction & 0x780000) != 0) {
                    return Opcode.UQSHL_IMMEDIATE_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 8 -> {
                switch ((instruction >>> 11) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0800400) == 0x40000400 && (instruction & 0x780000) != 0 && (instruction & 0x400000) != 0x400000) {
                            return Opcode.SQSHRUN_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0800400) == 0x40000400 && (instruction & 0x780000) != 0 && (instruction & 0x400000) != 0x400000) {
                            return Opcode.SQRSHRUN_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 9 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0800000) == 0x40800000 && (instruction & 0x600000) != 0x600000) {
                            return Opcode.FMULX_ELEMENT_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 11) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc0800000) == 0x40000000 && (instruction & 0x780000) != 0 && (instruction & 0x400000) != 0x400000) {
                                    return Opcode.UQSHRN_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc0800000) == 0x40000000 && (instruction & 0x780000) != 0 && (instruction & 0x400000) != 0x400000) {
                                    return Opcode.UQRSHRN_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0xe -> {
                if ((instruction & 0xc0800c00) == 0x40000400 && (instruction & 0x600000) != 0) {
                    return Opcode.UCVTF_ADVSIMD_SCALAR_FIXED_POINT;
                }
                return Opcode.UNALLOCATED;
            }
            case 0xf -> {
                if ((instruction & 0xc0800c00) == 0x40000c00 && (instruction & 0x600000) != 0) {
                    return Opcode.FCVTZU_ADVSIMD_SCALAR_FIXED_POINT;
                }
                return Opcode.UNALLOCATED;
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode20(int instruction) {
        switch ((instruction >>> 10) & 1) {
            case 0 -> {
                switch ((instruction >>> 14) & 3) {
                    case 0 -> {
                        if ((instruction & 0x80800000) == 0x800000 && (instruction & 0x600000) != 0x600000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FMLA_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80800000) == 0x800000 && (instruction & 0x600000) != 0x600000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FMLS_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x80800000) == 0x800000 && (instruction & 0x600000) != 0x600000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FMUL_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.SQRDMULH_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 11) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80f80000) == 0 && (instruction & 0x8000) != 0 && (instruction & 0xc000) != 0x8000) {
                            return Opcode.MOVI;
                        }
                        if ((instruction & 0x80f80000) == 0 && (instruction & 0xc000) != 0xc000) {
                            return Opcode.ORR_VECTOR_IMMEDIATE;
                        }
                        if ((instruction & 0x8080c000) == 0 && (instruction & 0x780000) != 0 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.SSRA_VECTOR;
                        }
                        if ((instruction & 0x8080c000) == 0x4000 && (instruction & 0x780000) != 0 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.SHL_VECTOR;
                        }
                        if ((instruction & 0x8080c000) == 0x8000 && (instruction & 0x780000) != 0 && (instruction & 0x400000) != 0x400000) {
                            return Opcode.SQSHRN_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x8080c000) == 0x8000 && (instruction & 0x780000) != 0 && (instruction & 0x400000) != 0x400000) {
                            return Opcode.SQRSHRN_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode21(int instruction) {
        switch ((instruction >>> 10) & 1) {
            case 0 -> {
                switch ((instruction >>> 14) & 3) {
                    case 0 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.SMLAL_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.SMLSL_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.SMULL_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 14) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80f80800) == 0) {
                            return Opcode.MOVI;
                        }
                        if ((instruction & 0x80808800) == 0 && (instruction & 0x780000) != 0 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.SRSHR_VECTOR;
                        }
                        if ((instruction & 0x80808800) == 0x8000 && (instruction & 0x780000) != 0 && (instruction & 0x400000) != 0x400000) {
                            return Opcode.SSHLL_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80f80800) == 0) {
                            return Opcode.MOVI;
                        }
                        if ((instruction & 0x80808800) == 0x8000 && (instruction & 0x600000) != 0 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.SCVTF_VECTOR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode22(int instruction) {
        switch ((instruction >>> 10) & 1) {
            case 0 -> {
                switch ((instruction >>> 14) & 3) {
                    case 0 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.SQDMLAL_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.SQDMLSL_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.SQDMULL_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 11) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 14) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80f80000) == 0) {
                                    return Opcode.ORR_VECTOR_IMMEDIATE;
                                }
                                if ((instruction & 0x80808000) == 0 && (instruction & 0x780000) != 0 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.SRSRA_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80f80000) == 0 && (instruction & 0x8000) != 0x8000) {
                                    return Opcode.ORR_VECTOR_IMMEDIATE;
                                }
                                if ((instruction & 0x80f88000) == 0x8000) {
                                    return Opcode.FMOV_VECTOR_IMMEDIATE;
                                }
                                if ((instruction & 0x80808000) == 0 && (instruction & 0x780000) != 0 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.SQSHL_IMMEDIATE_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x8080c000) == 0xc000 && (instruction & 0x600000) != 0 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FCVTZS_VECTOR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode23(int instruction) {
        switch (instruction & 3) {
            case 0 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0001c) == 0x400000) {
                            return Opcode.HLT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0001c) == 0) {
                            return Opcode.BRK;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0001c) == 0) {
                            return Opcode.SVC;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0001c) == 0x800000) {
                            return Opcode.DCPS1;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0001c) == 0) {
                            return Opcode.HVC;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0001c) == 0x800000) {
                            return Opcode.DCPS2;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 3 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0001c) == 0) {
                            return Opcode.SMC;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0001c) == 0x800000) {
                            return Opcode.DCPS3;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode24(int instruction) {
        switch ((instruction >>> 19) & 7) {
            case 0 -> {
                return decode48(instruction);
            }
            case 1 -> {
                if ((instruction & 0xc00000) == 0) {
                    return Opcode.SYS;
                }
                return Opcode.UNALLOCATED;
            }
            case 2, 3 -> {
                if ((instruction & 0xc00000) == 0) {
                    return Opcode.MSR_REGISTER;
                }
                return Opcode.UNALLOCATED;
            }
            case 5 -> {
                if ((instruction & 0xc00000) == 0) {
                    return Opcode.SYSL;
                }
                return Opcode.UNALLOCATED;
            }
            case 6, 7 -> {
                if ((instruction & 0xc00000) == 0) {
                    return Opcode.MRS;
                }
                return Opcode.UNALLOCATED;
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode25(int instruction) {
        switch ((instruction >>> 22) & 3) {
            case 0 -> {
                if ((instruction & 0x20fc00) == 0) {
                    return Opcode.ADC;
                }
                return Opcode.UNALLOCATED;
            }
            case 2 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        if ((instruction & 0x200800) == 0) {
                            return Opcode.CSEL;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x200800) == 0) {
                            return Opcode.CSINC;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 3 -> {
                return decode49(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode26(int instruction) {
        switch ((instruction >>> 10) & 3) {
            case 0 -> {
                switch ((instruction >>> 22) & 3) {
                    case 0 -> {
                        if ((instruction & 0x20f000) == 0) {
                            return Opcode.SBC;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x200000) == 0) {
                            return Opcode.CSINV;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        switch ((instruction >>> 12) & 1) {
                            case 0 -> {
                                if ((instruction & 0x3fe000) == 0) {
                                    return Opcode.RBIT;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x3fe000) == 0) {
                                    return Opcode.CLZ;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 22) & 1) {
                    case 0 -> {
                        if ((instruction & 0xa00000) == 0x800000) {
                            return Opcode.CSNEG;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 12) & 1) {
                            case 0 -> {
                                if ((instruction & 0xbfe000) == 0x800000) {
                                    return Opcode.REV16;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xbfe000) == 0x800000) {
                                    return Opcode.CLS;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                if ((instruction & 0xfff000) == 0xc00000 && (instruction & 0x80000000) != 0x80000000) {
                    return Opcode.REV;
                }
                if ((instruction & 0x80fff000) == 0x80c00000) {
                    return Opcode.REV32;
                }
                return Opcode.UNALLOCATED;
            }
            case 3 -> {
                if ((instruction & 0xfff000) == 0xc00000 && (instruction & 0x80000000) != 0) {
                    return Opcode.REV;
                }
                return Opcode.UNALLOCATED;
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode27(int instruction) {
        switch ((instruction >>> 21) & 1) {
            case 0 -> {
                return decode50(instruction);
            }
            case 1 -> {
                return decode51(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode28(int instruction) {
        switch ((instruction >>> 30) & 1) {
            case 0 -> {
                return decode52(instruction);
            }
            case 1 -> {
                return decode53(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode29(int instruction) {
        switch ((instruction >>> 21) & 1) {
            case 0 -> {
                return decode54(instruction);
            }
            case 1 -> {
                return decode55(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode30(int instruction) {
        switch ((instruction >>> 30) & 1) {
            case 0 -> {
                return decode56(instruction);
            }
            case 1 -> {
                return decode57(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode31(int instruction) {
        switch ((instruction >>> 30) & 1) {
            case 0 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80800000) == 0) {
                            return Opcode.FMADD;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80800000) == 0) {
                            return Opcode.FNMADD;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 12) & 3) {
                    case 0 -> {
                        if ((instruction & 0x80c00c00) == 0x400400) {
                            return Opcode.SSHR_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 10) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80800000) == 0x800000 && (instruction & 0x600000) != 0x600000) {
                                    return Opcode.FMLA_ELEMENT_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80c00800) == 0x400000) {
                                    return Opcode.SSRA_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 2 -> {
                        if ((instruction & 0x80c00c00) == 0x400400) {
                            return Opcode.SRSHR_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        switch ((instruction >>> 10) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.SQDMLAL_ELEMENT_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80c00800) == 0x400000) {
                                    return Opcode.SRSRA_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode32(int instruction) {
        switch ((instruction >>> 10) & 1) {
            case 0 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80c00000) == 0) {
                            return Opcode.EXT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000800) == 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.UADDW_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 21) & 3) {
                    case 0 -> {
                        if ((instruction & 0xc0800000) == 0x40000000 && (instruction & 0xf0000) != 0) {
                            return Opcode.INS_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 11) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80000000) == 0) {
                                    return Opcode.URHADD_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                switch ((instruction >>> 23) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0x80000000) == 0) {
                                            return Opcode.EOR_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0x80000000) == 0) {
                                            return Opcode.BIT_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 3 -> {
                        switch ((instruction >>> 11) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80000000) == 0 && (instruction & 0x800000) != 0x800000) {
                                    return Opcode.URHADD_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                switch ((instruction >>> 23) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0x80000000) == 0) {
                                            return Opcode.BSL_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0x80000000) == 0) {
                                            return Opcode.BIF_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode33(int instruction) {
        switch ((instruction >>> 10) & 1) {
            case 0 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80c00000) == 0) {
                            return Opcode.EXT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 11) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.USUBL_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                switch ((instruction >>> 16) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0x801e0000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                            return Opcode.UADDLP_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0x801e0000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                            return Opcode.SQXTUN_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0c00000) == 0x40000000 && (instruction & 0xf0000) != 0) {
                            return Opcode.INS_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 11) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.UHSUB_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                                    return Opcode.UQSUB_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode34(int instruction) {
        switch ((instruction >>> 10) & 1) {
            case 0 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80c00000) == 0) {
                            return Opcode.EXT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 11) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.USUBW_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                switch ((instruction >>> 16) & 0x1f) {
                                    case 0 -> {
                                        if ((instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                                            return Opcode.USQADD_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                            return Opcode.SHLL_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 0x10 -> {
                                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000 && (instruction & 0x40c00000) != 0x800000) {
                                            return Opcode.UADDLV;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0c00000) == 0x40000000 && (instruction & 0xf0000) != 0) {
                            return Opcode.INS_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 11) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                                    return Opcode.CMHI_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                                    return Opcode.CMHS_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode35(int instruction) {
        switch ((instruction >>> 10) & 1) {
            case 0 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80c00000) == 0 && (instruction & 0x40000000) != 0) {
                            return Opcode.EXT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 11) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.RADDHN_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                switch ((instruction >>> 16) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0x801e0000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                            return Opcode.CLZ_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0x801e0000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                            return Opcode.UQXTN_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0c00000) == 0x40000000 && (instruction & 0xf0000) != 0) {
                            return Opcode.INS_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 11) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                                    return Opcode.USHL_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                                    return Opcode.UQSHL_REGISTER_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode36(int instruction) {
        switch ((instruction >>> 10) & 1) {
            case 0 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80c00000) == 0 && (instruction & 0x40000000) != 0) {
                            return Opcode.EXT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 11) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.UABAL_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                switch ((instruction >>> 22) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0x809f0000) == 0) {
                                            return Opcode.NOT;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0x809f0000) == 0) {
                                            return Opcode.RBIT_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0c00000) == 0x40000000 && (instruction & 0xf0000) != 0) {
                            return Opcode.INS_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 11) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                                    return Opcode.URSHL_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80000000) == 0 && (instruction & 0x40c00000) != 0xc00000) {
                                    return Opcode.UQRSHL_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode37(int instruction) {
        switch ((instruction >>> 10) & 1) {
            case 0 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80c00000) == 0 && (instruction & 0x40000000) != 0) {
                            return Opcode.EXT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 11) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.RSUBHN_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                switch ((instruction >>> 16) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0x801e0000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                            return Opcode.UADALP_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0x80de0000) == 0x400000) {
                                            return Opcode.FCVTXN_VECTOR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 21) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0c00000) == 0x40000000 && (instruction & 0xf0000) != 0) {
                            return Opcode.INS_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 11) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.UMAX_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.UMIN_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode38(int instruction) {
        switch ((instruction >>> 10) & 3) {
            case 0 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.UMLSL_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 1 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.UMAXP_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 2 -> {
                switch ((instruction >>> 20) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> {
                                if ((instruction & 0x802f0000) == 0x210000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FCVTNU_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x802f0000) == 0x210000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FCVTPU_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 16) & 1) {
                            case 0 -> {
                                if ((instruction & 0x802e0000) == 0x200000 && (instruction & 0xc00000) != 0xc00000 && (instruction & 0x40c00000) != 0x800000) {
                                    return Opcode.UMAXV;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x802e0000) == 0x200000 && (instruction & 0xc00000) != 0xc00000 && (instruction & 0x40c00000) != 0x800000) {
                                    return Opcode.UMINV;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 3 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.UMINP_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode39(int instruction) {
        switch ((instruction >>> 10) & 3) {
            case 0 -> {
                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0xc00000) != 0xc00000) {
                    return Opcode.UMULL_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 1 -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FMAXNMP_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FMINNMP_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                switch ((instruction >>> 16) & 0x1f) {
                    case 0 -> {
                        if ((instruction & 0x80a00000) == 0xa00000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FCMGE_ZERO_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FCVTAU_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80600000) == 0x200000) {
                                    return Opcode.URSQRTE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 0x10 -> {
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc0600000) == 0x40200000) {
                                    return Opcode.FMAXNMV;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc0600000) == 0x40200000) {
                                    return Opcode.FMINNMV;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode40(int instruction) {
        switch ((instruction >>> 10) & 3) {
            case 1 -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FMAXP_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80200000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.FMINP_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                switch ((instruction >>> 20) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 16) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80ae0000) == 0xa00000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FNEG_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80ae0000) == 0xa00000 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.FSQRT_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc06f0000) == 0x40200000) {
                                    return Opcode.FMAXV;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc06f0000) == 0x40200000) {
                                    return Opcode.FMINV;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 3 -> {
                if ((instruction & 0x80a00000) == 0x200000 && (instruction & 0x40400000) != 0x400000) {
                    return Opcode.FDIV_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode41(int instruction) {
        switch ((instruction >>> 10) & 1) {
            case 0 -> {
                switch ((instruction >>> 14) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80008000) == 0 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.MLA_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80008000) == 0 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.MLS_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 11) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 14) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80f80000) == 0) {
                                    return Opcode.MVNI;
                                }
                                if ((instruction & 0x80808000) == 0 && (instruction & 0x780000) != 0 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.USHR_VECTOR;
                                }
                                if ((instruction & 0x80808000) == 0x8000 && (instruction & 0x780000) != 0 && (instruction & 0x400000) != 0x400000) {
                                    return Opcode.SQSHRUN_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80f80000) == 0) {
                                    return Opcode.MVNI;
                                }
                                if ((instruction & 0x80808000) == 0 && (instruction & 0x780000) != 0 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.SRI_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x8080c000) == 0x8000 && (instruction & 0x780000) != 0 && (instruction & 0x400000) != 0x400000) {
                            return Opcode.SQRSHRUN_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode42(int instruction) {
        switch ((instruction >>> 10) & 3) {
            case 0, 2 -> {
                if ((instruction & 0x8080c000) == 0x808000 && (instruction & 0x600000) != 0x600000 && (instruction & 0x40400000) != 0x400000) {
                    return Opcode.FMULX_ELEMENT;
                }
                return Opcode.UNALLOCATED;
            }
            case 1 -> {
                if ((instruction & 0x80f80000) == 0 && (instruction & 0x8000) != 0 && (instruction & 0xc000) != 0x8000) {
                    return Opcode.MVNI;
                }
                if ((instruction & 0x80f80000) == 0 && (instruction & 0xc000) != 0xc000) {
                    return Opcode.BIC_VECTOR_IMMEDIATE;
                }
                if ((instruction & 0x8080c000) == 0 && (instruction & 0x780000) != 0 && (instruction & 0x40400000) != 0x400000) {
                    return Opcode.USRA_VECTOR;
                }
                if ((instruction & 0x8080c000) == 0x4000 && (instruction & 0x780000) != 0 && (instruction & 0x40400000) != 0x400000) {
                    return Opcode.SLI_VECTOR;
                }
                if ((instruction & 0x8080c000) == 0x8000 && (instruction & 0x780000) != 0 && (instruction & 0x400000) != 0x400000) {
                    return Opcode.UQSHRN_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            case 3 -> {
                if ((instruction & 0x8080c000) == 0x8000 && (instruction & 0x780000) != 0 && (instruction & 0x400000) != 0x400000) {
                    return Opcode.UQRSHRN_VECTOR;
                }
                return Opcode.UNALLOCATED;
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode43(int instruction) {
        switch ((instruction >>> 10) & 1) {
            case 0 -> {
                switch ((instruction >>> 14) & 3) {
                    case 0 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.UMLAL_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.UMLSL_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x80000000) == 0 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.UMULL_ELEMENT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 14) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80f80800) == 0) {
                            return Opcode.MVNI;
                        }
                        if ((instruction & 0x80808800) == 0 && (instruction & 0x780000) != 0 && (instruction & 0x40400000) != 0x400000) {
                            return Opcode.URSHR_VECTOR;
                        }
                        if ((instruction & 0x80808800) == 0x8000 && (instruction & 0x780000) != 0 && (instruction & 0x400000) != 0x400000) {
                            return Opcode.USHLL_VECTOR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 15) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80f80800) == 0) {
                                    return Opcode.MVNI;
                                }
                                if ((instruction & 0x80800800) == 0 && (instruction & 0x780000) != 0 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.SQSHLU_VECTOR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80f80800) == 0) {
                                    return Opcode.MOVI_64BIT;
                                }
                                if ((instruction & 0x80800800) == 0 && (instruction & 0x600000) != 0 && (instruction & 0x40400000) != 0x400000) {
                                    return Opcode.UCVTF_VECTOR_FIXED_POINT;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode44(int instruction) {
        switch ((instruction >>> 21) & 1) {
            case 0 -> {
                return decode58(instruction);
            }
            case 1 -> {
                return decode59(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode45(int instruction) {
        switch ((instruction >>> 22) & 3) {
            case 0 -> {
                switch (instruction >>> 31) {
                    case 0 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                if ((instruction & 0x200000) == 0) {
                                    return Opcode.STRB_IMMEDIATE_POST;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x200000) == 0) {
                                    return Opcode.STRH_IMMEDIATE_POST;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x200000) == 0) {
                            return Opcode.STR_IMMEDIATE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch (instruction >>> 31) {
                    case 0 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                if ((instruction & 0x200000) == 0) {
                                    return Opcode.LDRB_IMMEDIATE_POST;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x200000) == 0) {
                                    return Opcode.LDRH_IMMEDIATE_POST;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x200000) == 0) {
                            return Opcode.LDR_IMMEDIATE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                switch (instruction >>> 30) {
                    case 0 -> {
                        if ((instruction & 0x200000) == 0) {
                            return Opcode.LDRSB_IMMEDIATE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x200000) == 0) {
                            return Opcode.LDRSH_IMMEDIATE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x200000) == 0) {
                            return Opcode.LDRSW_IMMEDIATE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 3 -> {
                switch ((instruction >>> 30) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80200000) == 0) {
                            return Opcode.LDRSB_IMMEDIATE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80200000) == 0) {
                            return Opcode.LDRSH_IMMEDIATE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode46(int instruction) {
        switch ((instruction >>> 21) & 7) {
            case 0 -> {
                switch (instruction >>> 31) {
                    case 0 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                return Opcode.STTRB;
                            }
                            case 1 -> {
                                return Opcode.STTRH;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        return Opcode.STTR;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch (instruction >>> 31) {
                    case 0 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                if ((instruction & 0x4000) == 0x4000) {
                                    return Opcode.STRB_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x4000) == 0x4000) {
                                    return Opcode.STRH_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x4000) == 0x4000) {
                            return Opcode.STR_REGISTER;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                switch (instruction >>> 31) {
                    case 0 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                return Opcode.LDTRB;
                            }
                            case 1 -> {
                                return Opcode.LDTRH;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        return Opcode.LDTR;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 3 -> {
                switch (instruction >>> 31) {
                    case 0 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                if ((instruction & 0x4000) == 0x4000) {
                                    return Opcode.LDRB_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x4000) == 0x4000) {
                                    return Opcode.LDRH_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x4000) == 0x4000) {
                            return Opcode.LDR_REGISTER;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 4 -> {
                switch (instruction >>> 30) {
                    case 0 -> {
                        return Opcode.LDTRSB;
                    }
                    case 1 -> {
                        return Opcode.LDTRSH;
                    }
                    case 2 -> {
                        return Opcode.LDTRSW;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 5 -> {
                switch (instruction >>> 30) {
                    case 0 -> {
                        if ((instruction & 0x4000) == 0x4000) {
                            return Opcode.LDRSB_REGISTER;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x4000) == 0x4000) {
                            return Opcode.LDRSH_REGISTER;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x4000) == 0x4000) {
                            return Opcode.LDRSW_REGISTER;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        if ((instruction & 0x4000) == 0x4000) {
                            return Opcode.PRFM_REGISTER;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 6 -> {
                switch ((instruction >>> 30) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80000000) == 0) {
                            return Opcode.LDTRSB;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0) {
                            return Opcode.LDTRSH;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 7 -> {
                switch ((instruction >>> 30) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80004000) == 0x4000) {
                            return Opcode.LDRSB_REGISTER;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80004000) == 0x4000) {
                            return Opcode.LDRSH_REGISTER;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode47(int instruction) {
        switch ((instruction >>> 22) & 3) {
            case 0 -> {
                switch (instruction >>> 31) {
                    case 0 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                if ((instruction & 0x200000) == 0) {
                                    return Opcode.STRB_IMMEDIATE_PRE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x200000) == 0) {
                                    return Opcode.STRH_IMMEDIATE_PRE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x200000) == 0) {
                            return Opcode.STR_IMMEDIATE_PRE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch (instruction >>> 31) {
                    case 0 -> {
                        switch ((instruction >>> 30) & 1) {
                            case 0 -> {
                                if ((instruction & 0x200000) == 0) {
                                    return Opcode.LDRB_IMMEDIATE_PRE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x200000) == 0) {
                                    return Opcode.LDRH_IMMEDIATE_PRE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x200000) == 0) {
                            return Opcode.LDR_IMMEDIATE_PRE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                switch (instruction >>> 30) {
                    case 0 -> {
                        if ((instruction & 0x200000) == 0) {
                            return Opcode.LDRSB_IMMEDIATE_PRE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x200000) == 0) {
                            return Opcode.LDRSH_IMMEDIATE_PRE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x200000) == 0) {
                            return Opcode.LDRSW_IMMEDIATE_PRE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 3 -> {
                switch ((instruction >>> 30) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80200000) == 0) {
                            return Opcode.LDRSB_IMMEDIATE_PRE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80200000) == 0) {
                            return Opcode.LDRSH_IMMEDIATE_PRE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode48(int instruction) {
        switch ((instruction >>> 12) & 0x1f) {
            case 4 -> {
                switch ((instruction >>> 5) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc600df) == 0x9f) {
                            return Opcode.MSR_IMMEDIATE_PAN;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc600df) == 0x9f) {
                            return Opcode.MSR_IMMEDIATE_SPSEL;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x12 -> {
                switch ((instruction >>> 5) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc60fdf) == 0x2005f) {
                            return Opcode.WFE;
                        }
                        if ((instruction & 0xc60fdf) == 0x2009f) {
                            return Opcode.SEV;
                        }
                        if ((instruction & 0xc6001f) == 0x2001f) {
                            return Opcode.HINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 6) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc60f9f) == 0x2001f) {
                                    return Opcode.YIELD;
                                }
                                if ((instruction & 0xc60f9f) == 0x2009f) {
                                    return Opcode.SEVL;
                                }
                                if ((instruction & 0xc6001f) == 0x2001f) {
                                    return Opcode.HINT;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc60f9f) == 0x2001f) {
                                    return Opcode.WFI;
                                }
                                if ((instruction & 0xc6001f) == 0x2001f) {
                                    return Opcode.HINT;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x13 -> {
                switch ((instruction >>> 5) & 7) {
                    case 2 -> {
                        if ((instruction & 0xc6001f) == 0x2001f) {
                            return Opcode.CLREX;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 4 -> {
                        if ((instruction & 0xc6001f) == 0x2001f) {
                            return Opcode.DSB;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 5 -> {
                        if ((instruction & 0xc6001f) == 0x2001f) {
                            return Opcode.DMB;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 6 -> {
                        if ((instruction & 0xc6001f) == 0x2001f) {
                            return Opcode.ISB;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 0x14 -> {
                switch ((instruction >>> 5) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc600df) == 0x200df) {
                            return Opcode.MSR_IMMEDIATE_DAIFSET;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc600df) == 0x200df) {
                            return Opcode.MSR_IMMEDIATE_DAIFCLR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode49(int instruction) {
        switch ((instruction >>> 12) & 7) {
            case 0 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        if ((instruction & 0x208800) == 0x800) {
                            return Opcode.UDIV;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x208800) == 0x800) {
                            return Opcode.SDIV;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                switch ((instruction >>> 10) & 3) {
                    case 0 -> {
                        if ((instruction & 0x208000) == 0) {
                            return Opcode.LSLV;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x208000) == 0) {
                            return Opcode.LSRV;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x208000) == 0) {
                            return Opcode.ASRV;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        if ((instruction & 0x208000) == 0) {
                            return Opcode.RORV;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 4 -> {
                if ((instruction & 0x208000) == 0 && (instruction & 0x80000c00) != 0xc00 && (instruction & 0x80000800) != 0x80000000 && (instruction & 0x80000c00) != 0x80000800) {
                    return Opcode.CRC32;
                }
                return Opcode.UNALLOCATED;
            }
            case 5 -> {
                if ((instruction & 0x208000) == 0 && (instruction & 0x80000c00) != 0xc00 && (instruction & 0x80000800) != 0x80000000 && (instruction & 0x80000c00) != 0x80000800) {
                    return Opcode.CRC32C;
                }
                return Opcode.UNALLOCATED;
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode50(int instruction) {
        switch ((instruction >>> 30) & 1) {
            case 0 -> {
                switch ((instruction >>> 16) & 3) {
                    case 0 -> {
                        if ((instruction & 0x9c0000) == 0x180000 && (instruction & 0x80008000) != 0) {
                            return Opcode.FCVTZS_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x9c0000) == 0x180000 && (instruction & 0x80008000) != 0) {
                            return Opcode.FCVTZU_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x9c0000) == 0 && (instruction & 0x80008000) != 0) {
                            return Opcode.SCVTF_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        if ((instruction & 0x9c0000) == 0 && (instruction & 0x80008000) != 0) {
                            return Opcode.UCVTF_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 13) & 3) {
                    case 0 -> {
                        switch ((instruction >>> 10) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80c08000) == 0) {
                                    return Opcode.SHA1C;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80c08000) == 0 && (instruction & 0xf0000) != 0) {
                                    return Opcode.DUP_ELEMENT_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x80c08400) == 0) {
                            return Opcode.SHA1M;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x80c08400) == 0) {
                            return Opcode.SHA256H;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        if ((instruction & 0x80c08400) == 0) {
                            return Opcode.SHA256SU1;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode51(int instruction) {
        switch ((instruction >>> 13) & 3) {
            case 0 -> {
                return decode60(instruction);
            }
            case 1 -> {
                switch ((instruction >>> 4) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 10) & 1) {
                            case 0 -> {
                                switch ((instruction >>> 3) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0xc0808007) == 0) {
                                            return Opcode.FCMP;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0xc0808007) == 0) {
                                            return Opcode.FCMP_ZERO;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            case 1 -> {
                                if ((instruction & 0xc0800000) == 0) {
                                    return Opcode.FCCMP;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 10) & 1) {
                            case 0 -> {
                                switch ((instruction >>> 3) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0xc0808007) == 0) {
                                            return Opcode.FCMPE;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0xc0808007) == 0) {
                                            return Opcode.FCMPE_ZERO;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    default -> {
                                        return Opcode.UNALLOCATED;
                                    }
                                }
                            }
                            case 1 -> {
                                if ((instruction & 0xc0800000) == 0) {
                                    return Opcode.FCCMPE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                return decode61(instruction);
            }
            case 3 -> {
                switch ((instruction >>> 30) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 4) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80800400) == 0x400) {
                                    return Opcode.FCCMP;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80800400) == 0x400) {
                                    return Opcode.FCCMPE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x80808400) == 0x8400) {
                            return Opcode.FCMEQ_REGISTER_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode52(int instruction) {
        switch ((instruction >>> 21) & 1) {
            case 0 -> {
                switch ((instruction >>> 16) & 3) {
                    case 0 -> {
                        if ((instruction & 0x9c0000) == 0x180000 && (instruction & 0x80008000) != 0) {
                            return Opcode.FCVTZS_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x9c0000) == 0x180000 && (instruction & 0x80008000) != 0) {
                            return Opcode.FCVTZU_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x9c0000) == 0 && (instruction & 0x80008000) != 0) {
                            return Opcode.SCVTF_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        if ((instruction & 0x9c0000) == 0 && (instruction & 0x80008000) != 0) {
                            return Opcode.UCVTF_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 13) & 7) {
                            case 0 -> {
                                if ((instruction & 0x80800000) == 0) {
                                    return Opcode.FMUL_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80800000) == 0) {
                                    return Opcode.FADD_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 2 -> {
                                if ((instruction & 0x80800000) == 0) {
                                    return Opcode.FMAX_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 3 -> {
                                if ((instruction & 0x80800000) == 0) {
                                    return Opcode.FMAXNM_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 4 -> {
                                if ((instruction & 0x80800000) == 0) {
                                    return Opcode.FNMUL_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x80800000) == 0) {
                            return Opcode.FCSEL;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode53(int instruction) {
        switch ((instruction >>> 13) & 7) {
            case 0 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80ff0000) == 0x280000) {
                            return Opcode.SHA1H;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80200000) == 0x200000) {
                            return Opcode.SQADD_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80ff0000) == 0x280000) {
                            return Opcode.SHA256SU0;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80200000) == 0x200000) {
                            return Opcode.SQSUB_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        if ((instruction & 0x803f0000) == 0x210000 && (instruction & 0xc00000) != 0xc00000) {
                            return Opcode.SQXTN_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80200000) == 0x200000) {
                            return Opcode.SQSHL_REGISTER_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 4 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80ff0000) == 0xe00000) {
                            return Opcode.CMGT_ZERO_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80e00000) == 0xe00000) {
                            return Opcode.CMTST_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 5 -> {
                switch ((instruction >>> 16) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80fe0400) == 0xe00000) {
                            return Opcode.CMLT_ZERO_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> {
                                if ((instruction & 0x803e0400) == 0x200000) {
                                    return Opcode.FCVTNS_ADVSIMD_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x803e0400) == 0x200000) {
                                    return Opcode.FCVTPS_ADVSIMD_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 6 -> {
                switch ((instruction >>> 16) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80be0400) == 0xa00000) {
                            return Opcode.FCMGT_ZERO_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80be0400) == 0x200000) {
                            return Opcode.FCVTAS_ADVSIMD_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 7 -> {
                if ((instruction & 0x80bf0400) == 0xa00000) {
                    return Opcode.FCMLT_ZERO_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode54(int instruction) {
        switch ((instruction >>> 30) & 1) {
            case 0 -> {
                switch ((instruction >>> 16) & 3) {
                    case 0 -> {
                        if ((instruction & 0x9c0000) == 0x180000 && (instruction & 0x80008000) != 0) {
                            return Opcode.FCVTZS_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x9c0000) == 0x180000 && (instruction & 0x80008000) != 0) {
                            return Opcode.FCVTZU_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x9c0000) == 0 && (instruction & 0x80008000) != 0) {
                            return Opcode.SCVTF_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        if ((instruction & 0x9c0000) == 0 && (instruction & 0x80008000) != 0) {
                            return Opcode.UCVTF_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 13) & 3) {
                    case 0 -> {
                        if ((instruction & 0x80c08400) == 0) {
                            return Opcode.SHA1P;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80c08400) == 0) {
                            return Opcode.SHA1SU0;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x80c08400) == 0) {
                            return Opcode.SHA256H2;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode55(int instruction) {
        switch ((instruction >>> 10) & 1) {
            case 0 -> {
                switch ((instruction >>> 30) & 1) {
                    case 0 -> {
                        if ((instruction & 0x808003e0) == 0) {
                            return Opcode.FMOV_SCALAR_IMMEDIATE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 13) & 3) {
                            case 0 -> {
                                if ((instruction & 0x80008000) == 0x8000 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.SQDMLAL_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80008000) == 0x8000 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.SQDMLSL_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 2 -> {
                                if ((instruction & 0x80008000) == 0x8000 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.SQDMULL_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 30) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 4) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80800000) == 0) {
                                    return Opcode.FCCMP;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80800000) == 0) {
                                    return Opcode.FCCMPE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 14) & 3) {
                            case 0 -> {
                                if ((instruction & 0x80c02000) == 0xc02000) {
                                    return Opcode.CMGT_REGISTER_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80c02000) == 0xc00000) {
                                    return Opcode.SRSHL_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 2 -> {
                                if ((instruction & 0x80002000) == 0x2000 && (instruction & 0xc00000) != 0 && (instruction & 0xc00000) != 0xc00000) {
                                    return Opcode.SQDMULH_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode56(int instruction) {
        switch ((instruction >>> 21) & 1) {
            case 0 -> {
                switch ((instruction >>> 16) & 3) {
                    case 0 -> {
                        if ((instruction & 0x9c0000) == 0x180000 && (instruction & 0x80008000) != 0) {
                            return Opcode.FCVTZS_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x9c0000) == 0x180000 && (instruction & 0x80008000) != 0) {
                            return Opcode.FCVTZU_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x9c0000) == 0 && (instruction & 0x80008000) != 0) {
                            return Opcode.SCVTF_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        if ((instruction & 0x9c0000) == 0 && (instruction & 0x80008000) != 0) {
                            return Opcode.UCVTF_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 13) & 3) {
                            case 0 -> {
                                if ((instruction & 0x80808000) == 0) {
                                    return Opcode.FDIV_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80808000) == 0) {
                                    return Opcode.FSUB_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 2 -> {
                                if ((instruction & 0x80808000) == 0) {
                                    return Opcode.FMIN_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 3 -> {
                                if ((instruction & 0x80808000) == 0) {
                                    return Opcode.FMINNM_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0x80800000) == 0) {
                            return Opcode.FCSEL;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode57(int instruction) {
        switch ((instruction >>> 13) & 7) {
            case 0 -> {
                if ((instruction & 0x80ff0400) == 0x280000) {
                    return Opcode.SHA1SU1;
                }
                return Opcode.UNALLOCATED;
            }
            case 1 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        if ((instruction & 0x803f0000) == 0x200000) {
                            return Opcode.SUQADD_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80e00000) == 0xe00000) {
                            return Opcode.CMGE_REGISTER_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                if ((instruction & 0x80200400) == 0x200400) {
                    return Opcode.SQRSHL_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 3 -> {
                if ((instruction & 0x803f0400) == 0x200000) {
                    return Opcode.SQABS_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 4 -> {
                if ((instruction & 0x80ff0400) == 0xe00000) {
                    return Opcode.CMEQ_ZERO_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 5 -> {
                switch ((instruction >>> 16) & 0x1f) {
                    case 0 -> {
                        if ((instruction & 0x80e00400) == 0xe00000) {
                            return Opcode.ABS_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80200400) == 0x200000) {
                                    return Opcode.FCVTMS_ADVSIMD_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80200400) == 0x200000) {
                                    return Opcode.FCVTZS_ADVSIMD_SCALAR_INTEGER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 0x11 -> {
                        if ((instruction & 0x80e00400) == 0xe00000) {
                            return Opcode.ADDP_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 6 -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 10) & 1) {
                            case 0 -> {
                                if ((instruction & 0x803f0000) == 0x210000) {
                                    return Opcode.SCVTF_ADVSIMD_SCALAR_INTEGER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80200000) == 0x200000) {
                                    return Opcode.FMULX_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        switch ((instruction >>> 16) & 1) {
                            case 0 -> {
                                if ((instruction & 0x803e0400) == 0x200000) {
                                    return Opcode.FCMEQ_ZERO_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x803e0400) == 0x200000) {
                                    return Opcode.FRECPE_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 7 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        if ((instruction & 0x80bf0000) == 0xa10000) {
                            return Opcode.FRECPX;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        switch ((instruction >>> 23) & 1) {
                            case 0 -> {
                                if ((instruction & 0x80200000) == 0x200000) {
                                    return Opcode.FRECPS_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80200000) == 0x200000) {
                                    return Opcode.FRSQRTS_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode58(int instruction) {
        switch (instruction >>> 30) {
            case 0 -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 22) & 1) {
                            case 0 -> {
                                return Opcode.STURB;
                            }
                            case 1 -> {
                                return Opcode.LDURB;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        return Opcode.LDURSB;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 22) & 1) {
                            case 0 -> {
                                return Opcode.STURH;
                            }
                            case 1 -> {
                                return Opcode.LDURH;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        return Opcode.LDURSH;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                switch ((instruction >>> 22) & 3) {
                    case 0 -> {
                        return Opcode.STUR;
                    }
                    case 1 -> {
                        return Opcode.LDUR;
                    }
                    case 2 -> {
                        return Opcode.LDURSW;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 3 -> {
                switch ((instruction >>> 22) & 3) {
                    case 0 -> {
                        return Opcode.STUR;
                    }
                    case 1 -> {
                        return Opcode.LDUR;
                    }
                    case 2 -> {
                        return Opcode.PRFUM;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode59(int instruction) {
        switch ((instruction >>> 12) & 0xf) {
            case 0 -> {
                return Opcode.LDADD;
            }
            case 1 -> {
                return Opcode.LDCLR;
            }
            case 2 -> {
                return Opcode.LDEOR;
            }
            case 3 -> {
                return Opcode.LDSET;
            }
            case 4 -> {
                return Opcode.LDSMAX;
            }
            case 5 -> {
                return Opcode.LDSMIN;
            }
            case 6 -> {
                return Opcode.LDUMAX;
            }
            case 7 -> {
                return Opcode.LDUMIN;
            }
            case 8 -> {
                return Opcode.SWP;
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode60(int instruction) {
        switch ((instruction >>> 10) & 1) {
            case 0 -> {
                return decode62(instruction);
            }
            case 1 -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 4) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc0000000) == 0) {
                                    return Opcode.FCCMP;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc0000000) == 0) {
                                    return Opcode.FCCMPE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0xc0408000) == 0x40408000) {
                            return Opcode.ADD_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode61(int instruction) {
        switch ((instruction >>> 10) & 1) {
            case 0 -> {
                return decode63(instruction);
            }
            case 1 -> {
                switch ((instruction >>> 23) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 4) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc0000000) == 0) {
                                    return Opcode.FCCMP;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc0000000) == 0) {
                                    return Opcode.FCCMPE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0xc0408000) == 0x40400000) {
                            return Opcode.SSHL_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode62(int instruction) {
        switch ((instruction >>> 16) & 0x1f) {
            case 0 -> {
                if ((instruction & 0x40808000) == 0) {
                    return Opcode.FCVTNS_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 1 -> {
                if ((instruction & 0x40808000) == 0) {
                    return Opcode.FCVTNU_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 2 -> {
                if ((instruction & 0x40808000) == 0) {
                    return Opcode.SCVTF_SCALAR_INTEGER;
                }
                return Opcode.UNALLOCATED;
            }
            case 3 -> {
                if ((instruction & 0x40808000) == 0) {
                    return Opcode.UCVTF_SCALAR_INTEGER;
                }
                return Opcode.UNALLOCATED;
            }
            case 4 -> {
                if ((instruction & 0x40808000) == 0) {
                    return Opcode.FCVTAS_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 5 -> {
                if ((instruction & 0x40808000) == 0) {
                    return Opcode.FCVTAU_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 6 -> {
                if ((instruction & 0x40808000) == 0 && (instruction & 0x80400000) != 0x400000 && (instruction & 0x80400000) != 0x80000000) {
                    return Opcode.FMOV_TO_GENERAL;
                }
                return Opcode.UNALLOCATED;
            }
            case 7 -> {
                if ((instruction & 0x40808000) == 0 && (instruction & 0x80400000) != 0x400000 && (instruction & 0x80400000) != 0x80000000) {
                    return Opcode.FMOV_FROM_GENERAL;
                }
                return Opcode.UNALLOCATED;
            }
            case 8 -> {
                if ((instruction & 0x40808000) == 0) {
                    return Opcode.FCVTPS_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 9 -> {
                if ((instruction & 0x40808000) == 0) {
                    return Opcode.FCVTPU_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0xe -> {
                if ((instruction & 0xc0c08000) == 0x80800000) {
                    return Opcode.FMOV_TO_GENERAL_TOP;
                }
                return Opcode.UNALLOCATED;
            }
            case 0xf -> {
                if ((instruction & 0xc0c08000) == 0x80800000) {
                    return Opcode.FMOV_FROM_GENERAL_TOP;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x10 -> {
                if ((instruction & 0x40808000) == 0) {
                    return Opcode.FCVTMS_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x11 -> {
                if ((instruction & 0x40808000) == 0) {
                    return Opcode.FCVTMU_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x18 -> {
                if ((instruction & 0x40808000) == 0) {
                    return Opcode.FCVTZS_SCALAR_INTEGER;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x19 -> {
                if ((instruction & 0x40808000) == 0) {
                    return Opcode.FCVTZU_SCALAR_INTEGER;
                }
                return Opcode.UNALLOCATED;
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode63(int instruction) {
        switch ((instruction >>> 16) & 7) {
            case 0 -> {
                switch ((instruction >>> 15) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0980000) == 0) {
                            return Opcode.FMOV_REGISTER;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0980000) == 0) {
                            return Opcode.FABS_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 15) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0980000) == 0) {
                            return Opcode.FNEG_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0980000) == 0) {
                            return Opcode.FSQRT_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                if ((instruction & 0xc0180000) == 0 && (instruction & 0xc00000) != 0x800000 && (instruction & 0xc08000) != 0 && (instruction & 0xc08000) != 0x408000) {
                    return Opcode.FCVT;
                }
                return Opcode.UNALLOCATED;
            }
            case 3 -> {
                if ((instruction & 0xc0180000) == 0 && (instruction & 0xc00000) != 0x800000 && (instruction & 0x8000) != 0 && (instruction & 0xc08000) != 0xc08000) {
                    return Opcode.FCVT;
                }
                return Opcode.UNALLOCATED;
            }
            case 4 -> {
                switch ((instruction >>> 15) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0980000) == 0) {
                            return Opcode.FRINTN_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0980000) == 0) {
                            return Opcode.FRINTP_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 5 -> {
                switch ((instruction >>> 15) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0980000) == 0) {
                            return Opcode.FRINTM_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0980000) == 0) {
                            return Opcode.FRINTZ_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 6 -> {
                if ((instruction & 0xc0988000) == 0) {
                    return Opcode.FRINTA_SCALAR;
                }
                return Opcode.UNALLOCATED;
            }
            case 7 -> {
                switch ((instruction >>> 15) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0980000) == 0) {
                            return Opcode.FRINTX_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0980000) == 0) {
                            return Opcode.FRINTI_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }
}
