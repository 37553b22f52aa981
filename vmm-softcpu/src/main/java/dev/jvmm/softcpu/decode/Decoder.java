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
                                if ((instruction & 0xc00000) == 0
                                        && (instruction & 0x1800) != 0x1800
                                        && (instruction & 0x1c00) != 0x1400) {
                                    return Opcode.ADD_EXTENDED_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc00000) == 0
                                        && (instruction & 0x1800) != 0x1800
                                        && (instruction & 0x1c00) != 0x1400) {
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
                                if ((instruction & 0x80400000) != 0x400000
                                        && (instruction & 0x40fc00) != 0x7c00
                                        && (instruction & 0x40fc00) != 0xbc00
                                        && (instruction & 0x40fc00) != 0xdc00
                                        && (instruction & 0x40fc00) != 0xec00
                                        && (instruction & 0x40fc00) != 0xf400
                                        && (instruction & 0x40f800) != 0xf800
                                        && (instruction & 0x40fc00) != 0x40fc00) {
                                    return Opcode.AND_IMMEDIATE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80400000) != 0x400000
                                        && (instruction & 0x40fc00) != 0x7c00
                                        && (instruction & 0x40fc00) != 0xbc00
                                        && (instruction & 0x40fc00) != 0xdc00
                                        && (instruction & 0x40fc00) != 0xec00
                                        && (instruction & 0x40fc00) != 0xf400
                                        && (instruction & 0x40f800) != 0xf800
                                        && (instruction & 0x40fc00) != 0x40fc00) {
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
                                if ((instruction & 0x80400000) != 0x80000000
                                        && (instruction & 0x80400000) != 0x400000
                                        && (instruction & 0x80200000) != 0x200000
                                        && (instruction & 0x80008000) != 0x8000) {
                                    return Opcode.SBFM;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80400000) != 0x80000000
                                        && (instruction & 0x80400000) != 0x400000
                                        && (instruction & 0x80200000) != 0x200000
                                        && (instruction & 0x80008000) != 0x8000) {
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
                        if ((instruction & 0x40200000) == 0
                                && (instruction & 0x80400000) != 0x80000000
                                && (instruction & 0x80400000) != 0x400000
                                && (instruction & 0x80008000) != 0x8000) {
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
                return decode4(instruction);
            }
            case 0x15 -> {
                return decode5(instruction);
            }
            case 0x16 -> {
                return decode6(instruction);
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
                return decode7(instruction);
            }
            case 0x1b -> {
                return decode8(instruction);
            }
            case 0x1c -> {
                if ((instruction & 0xc0000000) != 0xc0000000) {
                    return Opcode.LDR_SIMD_LITERAL;
                }
                return Opcode.UNALLOCATED;
            }
            case 0x1e -> {
                return decode9(instruction);
            }
            case 0x1f -> {
                switch ((instruction >>> 15) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 21) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc0800000) == 0) {
                                    return Opcode.FMADD;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc0800000) == 0) {
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
                        switch ((instruction >>> 21) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc0800000) == 0) {
                                    return Opcode.FMSUB;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc0800000) == 0) {
                                    return Opcode.FNMSUB;
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
                                if ((instruction & 0xc00000) == 0
                                        && (instruction & 0x1800) != 0x1800
                                        && (instruction & 0x1c00) != 0x1400) {
                                    return Opcode.ADDS_EXTENDED_REGISTER;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc00000) == 0
                                        && (instruction & 0x1800) != 0x1800
                                        && (instruction & 0x1c00) != 0x1400) {
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
                                if ((instruction & 0x80400000) != 0x400000
                                        && (instruction & 0x40fc00) != 0x7c00
                                        && (instruction & 0x40fc00) != 0xbc00
                                        && (instruction & 0x40fc00) != 0xdc00
                                        && (instruction & 0x40fc00) != 0xec00
                                        && (instruction & 0x40fc00) != 0xf400
                                        && (instruction & 0x40f800) != 0xf800
                                        && (instruction & 0x40fc00) != 0x40fc00) {
                                    return Opcode.ORR_IMMEDIATE;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0x80400000) != 0x400000
                                        && (instruction & 0x40fc00) != 0x7c00
                                        && (instruction & 0x40fc00) != 0xbc00
                                        && (instruction & 0x40fc00) != 0xdc00
                                        && (instruction & 0x40fc00) != 0xec00
                                        && (instruction & 0x40fc00) != 0xf400
                                        && (instruction & 0x40f800) != 0xf800
                                        && (instruction & 0x40fc00) != 0x40fc00) {
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
                if ((instruction & 0x40800000) == 0
                        && (instruction & 0x80400000) != 0x80000000
                        && (instruction & 0x80400000) != 0x400000
                        && (instruction & 0x80200000) != 0x200000
                        && (instruction & 0x80008000) != 0x8000) {
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
                return decode10(instruction);
            }
            case 0x39 -> {
                return decode11(instruction);
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
                return decode12(instruction);
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
                        if ((instruction & 0x803f0000) == 0
                                && (instruction & 0x9000) != 0x1000
                                && (instruction & 0x9000) != 0x9000) {
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
                        if ((instruction & 0x803f0000) == 0
                                && (instruction & 0x9000) != 0x1000
                                && (instruction & 0x9000) != 0x9000) {
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
                        if ((instruction & 0x80200000) == 0
                                && (instruction & 0x9000) != 0x1000
                                && (instruction & 0x9000) != 0x9000) {
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
                        if ((instruction & 0x80200000) == 0
                                && (instruction & 0x9000) != 0x1000
                                && (instruction & 0x9000) != 0x9000) {
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
                        if ((instruction & 0x801f0000) == 0
                                && (instruction & 0xc000) != 0xc000
                                && (instruction & 0xc400) != 0x4400
                                && (instruction & 0xc800) != 0x8800
                                && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.ST1_SINGLE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x801f0000) == 0
                                && (instruction & 0xc000) != 0xc000
                                && (instruction & 0xc400) != 0x4400
                                && (instruction & 0xc800) != 0x8800
                                && (instruction & 0xdc00) != 0x9400) {
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
                        if ((instruction & 0x801f0000) == 0
                                && (instruction & 0xc000) != 0xc000
                                && (instruction & 0xc400) != 0x4400
                                && (instruction & 0xc800) != 0x8800
                                && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.ST2_SINGLE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x801f0000) == 0
                                && (instruction & 0xc000) != 0xc000
                                && (instruction & 0xc400) != 0x4400
                                && (instruction & 0xc800) != 0x8800
                                && (instruction & 0xdc00) != 0x9400) {
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
                        if ((instruction & 0x801f0000) == 0
                                && (instruction & 0xc000) != 0xc000
                                && (instruction & 0xc400) != 0x4400
                                && (instruction & 0xc800) != 0x8800
                                && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.LD1_SINGLE;
                        }
                        if ((instruction & 0x801fd000) == 0xc000) {
                            return Opcode.LD1R;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x801f0000) == 0
                                && (instruction & 0xc000) != 0xc000
                                && (instruction & 0xc400) != 0x4400
                                && (instruction & 0xc800) != 0x8800
                                && (instruction & 0xdc00) != 0x9400) {
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
                        if ((instruction & 0x801f0000) == 0
                                && (instruction & 0xc000) != 0xc000
                                && (instruction & 0xc400) != 0x4400
                                && (instruction & 0xc800) != 0x8800
                                && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.LD2_SINGLE;
                        }
                        if ((instruction & 0x801fd000) == 0xc000) {
                            return Opcode.LD2R;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x801f0000) == 0
                                && (instruction & 0xc000) != 0xc000
                                && (instruction & 0xc400) != 0x4400
                                && (instruction & 0xc800) != 0x8800
                                && (instruction & 0xdc00) != 0x9400) {
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
                        if ((instruction & 0x80000000) == 0
                                && (instruction & 0xc000) != 0xc000
                                && (instruction & 0xc400) != 0x4400
                                && (instruction & 0xc800) != 0x8800
                                && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.ST1_SINGLE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0
                                && (instruction & 0xc000) != 0xc000
                                && (instruction & 0xc400) != 0x4400
                                && (instruction & 0xc800) != 0x8800
                                && (instruction & 0xdc00) != 0x9400) {
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
                        if ((instruction & 0x80000000) == 0
                                && (instruction & 0xc000) != 0xc000
                                && (instruction & 0xc400) != 0x4400
                                && (instruction & 0xc800) != 0x8800
                                && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.ST2_SINGLE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0
                                && (instruction & 0xc000) != 0xc000
                                && (instruction & 0xc400) != 0x4400
                                && (instruction & 0xc800) != 0x8800
                                && (instruction & 0xdc00) != 0x9400) {
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
                        if ((instruction & 0x80000000) == 0
                                && (instruction & 0xc000) != 0xc000
                                && (instruction & 0xc400) != 0x4400
                                && (instruction & 0xc800) != 0x8800
                                && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.LD1_SINGLE_POST;
                        }
                        if ((instruction & 0x8000d000) == 0xc000) {
                            return Opcode.LD1R_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0
                                && (instruction & 0xc000) != 0xc000
                                && (instruction & 0xc400) != 0x4400
                                && (instruction & 0xc800) != 0x8800
                                && (instruction & 0xdc00) != 0x9400) {
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
                        if ((instruction & 0x80000000) == 0
                                && (instruction & 0xc000) != 0xc000
                                && (instruction & 0xc400) != 0x4400
                                && (instruction & 0xc800) != 0x8800
                                && (instruction & 0xdc00) != 0x9400) {
                            return Opcode.LD2_SINGLE_POST;
                        }
                        if ((instruction & 0x8000d000) == 0xc000) {
                            return Opcode.LD2R_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x80000000) == 0
                                && (instruction & 0xc000) != 0xc000
                                && (instruction & 0xc400) != 0x4400
                                && (instruction & 0xc800) != 0x8800
                                && (instruction & 0xdc00) != 0x9400) {
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
                return decode13(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode5(int instruction) {
        switch (instruction >>> 30) {
            case 0 -> {
                return Opcode.B;
            }
            case 2 -> {
                return Opcode.BL;
            }
            case 3 -> {
                return decode14(instruction);
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

    private static Opcode decode7(int instruction) {
        switch ((instruction >>> 30) & 1) {
            case 0 -> {
                return decode15(instruction);
            }
            case 1 -> {
                return decode16(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode8(int instruction) {
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

    private static Opcode decode9(int instruction) {
        switch ((instruction >>> 11) & 1) {
            case 0 -> {
                return decode17(instruction);
            }
            case 1 -> {
                return decode18(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode10(int instruction) {
        switch ((instruction >>> 10) & 3) {
            case 0 -> {
                return decode19(instruction);
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

    private static Opcode decode11(int instruction) {
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

    private static Opcode decode12(int instruction) {
        switch ((instruction >>> 10) & 3) {
            case 0 -> {
                switch ((instruction >>> 22) & 1) {
                    case 0 -> {
                        if ((instruction & 0x200000) == 0
                                && (instruction & 0x80800000) != 0x80800000
                                && (instruction & 0xc0800000) != 0x40800000) {
                            return Opcode.STUR_SIMD;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x200000) == 0
                                && (instruction & 0x80800000) != 0x80800000
                                && (instruction & 0xc0800000) != 0x40800000) {
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
                        if ((instruction & 0x200000) == 0
                                && (instruction & 0x80800000) != 0x80800000
                                && (instruction & 0xc0800000) != 0x40800000) {
                            return Opcode.STR_SIMD_IMMEDIATE_POST;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x200000) == 0
                                && (instruction & 0x80800000) != 0x80800000
                                && (instruction & 0xc0800000) != 0x40800000) {
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
                        if ((instruction & 0x204000) == 0x204000
                                && (instruction & 0x80800000) != 0x80800000
                                && (instruction & 0xc0800000) != 0x40800000) {
                            return Opcode.STR_SIMD_REGISTER;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x204000) == 0x204000
                                && (instruction & 0x80800000) != 0x80800000
                                && (instruction & 0xc0800000) != 0x40800000) {
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
                        if ((instruction & 0x200000) == 0
                                && (instruction & 0x80800000) != 0x80800000
                                && (instruction & 0xc0800000) != 0x40800000) {
                            return Opcode.STR_SIMD_IMMEDIATE_PRE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x200000) == 0
                                && (instruction & 0x80800000) != 0x80800000
                                && (instruction & 0xc0800000) != 0x40800000) {
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

    private static Opcode decode13(int instruction) {
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

    private static Opcode decode14(int instruction) {
        switch ((instruction >>> 19) & 7) {
            case 0 -> {
                return decode23(instruction);
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

    private static Opcode decode15(int instruction) {
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
                return decode24(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode16(int instruction) {
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

    private static Opcode decode17(int instruction) {
        switch ((instruction >>> 18) & 1) {
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

    private static Opcode decode18(int instruction) {
        switch ((instruction >>> 21) & 1) {
            case 0 -> {
                switch ((instruction >>> 16) & 3) {
                    case 0 -> {
                        if ((instruction & 0x409c0000) == 0x180000 && (instruction & 0x80008000) != 0) {
                            return Opcode.FCVTZS_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x409c0000) == 0x180000 && (instruction & 0x80008000) != 0) {
                            return Opcode.FCVTZU_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x409c0000) == 0 && (instruction & 0x80008000) != 0) {
                            return Opcode.SCVTF_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        if ((instruction & 0x409c0000) == 0 && (instruction & 0x80008000) != 0) {
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
                return decode27(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode19(int instruction) {
        switch ((instruction >>> 21) & 1) {
            case 0 -> {
                return decode28(instruction);
            }
            case 1 -> {
                return decode29(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode20(int instruction) {
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

    private static Opcode decode21(int instruction) {
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

    private static Opcode decode22(int instruction) {
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

    private static Opcode decode23(int instruction) {
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

    private static Opcode decode24(int instruction) {
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
                if ((instruction & 0x208000) == 0
                        && (instruction & 0x80000c00) != 0xc00
                        && (instruction & 0x80000800) != 0x80000000
                        && (instruction & 0x80000c00) != 0x80000800) {
                    return Opcode.CRC32;
                }
                return Opcode.UNALLOCATED;
            }
            case 5 -> {
                if ((instruction & 0x208000) == 0
                        && (instruction & 0x80000c00) != 0xc00
                        && (instruction & 0x80000800) != 0x80000000
                        && (instruction & 0x80000c00) != 0x80000800) {
                    return Opcode.CRC32C;
                }
                return Opcode.UNALLOCATED;
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode25(int instruction) {
        switch ((instruction >>> 21) & 1) {
            case 0 -> {
                switch ((instruction >>> 16) & 3) {
                    case 0 -> {
                        if ((instruction & 0x40980000) == 0x180000 && (instruction & 0x80008000) != 0) {
                            return Opcode.FCVTZS_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x40980000) == 0x180000 && (instruction & 0x80008000) != 0) {
                            return Opcode.FCVTZU_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0x40980000) == 0 && (instruction & 0x80008000) != 0) {
                            return Opcode.SCVTF_SCALAR_FIXED_POINT;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        if ((instruction & 0x40980000) == 0 && (instruction & 0x80008000) != 0) {
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
                return decode30(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode26(int instruction) {
        switch ((instruction >>> 14) & 1) {
            case 0 -> {
                return decode31(instruction);
            }
            case 1 -> {
                return decode32(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode27(int instruction) {
        switch ((instruction >>> 12) & 3) {
            case 0 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 14) & 3) {
                            case 0 -> {
                                if ((instruction & 0xc0800000) == 0) {
                                    return Opcode.FMUL_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc0800000) == 0) {
                                    return Opcode.FMAX_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 2 -> {
                                if ((instruction & 0xc0800000) == 0) {
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
                        if ((instruction & 0xc0800000) == 0) {
                            return Opcode.FCSEL;
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
                        switch ((instruction >>> 14) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc0808000) == 0) {
                                    return Opcode.FDIV_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc0808000) == 0) {
                                    return Opcode.FMIN_SCALAR;
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
                            return Opcode.FCSEL;
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
                        switch ((instruction >>> 14) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc0808000) == 0) {
                                    return Opcode.FADD_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc0808000) == 0) {
                                    return Opcode.FMAXNM_SCALAR;
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
                            return Opcode.FCSEL;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 3 -> {
                switch ((instruction >>> 10) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 14) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc0808000) == 0) {
                                    return Opcode.FSUB_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc0808000) == 0) {
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
                        if ((instruction & 0xc0800000) == 0) {
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

    private static Opcode decode28(int instruction) {
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

    private static Opcode decode29(int instruction) {
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

    private static Opcode decode30(int instruction) {
        switch ((instruction >>> 14) & 1) {
            case 0 -> {
                return decode33(instruction);
            }
            case 1 -> {
                return decode34(instruction);
            }
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode31(int instruction) {
        switch ((instruction >>> 10) & 1) {
            case 0 -> {
                return decode35(instruction);
            }
            case 1 -> {
                switch ((instruction >>> 4) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0a00000) == 0x200000) {
                            return Opcode.FCCMP;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0a00000) == 0x200000) {
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

    private static Opcode decode32(int instruction) {
        switch ((instruction >>> 10) & 1) {
            case 0 -> {
                return decode36(instruction);
            }
            case 1 -> {
                switch ((instruction >>> 4) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0a00000) == 0x200000) {
                            return Opcode.FCCMP;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0a00000) == 0x200000) {
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

    private static Opcode decode33(int instruction) {
        switch ((instruction >>> 10) & 1) {
            case 0 -> {
                return decode37(instruction);
            }
            case 1 -> {
                switch ((instruction >>> 4) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0800000) == 0) {
                            return Opcode.FCCMP;
                        }
                        return Opcode.UNALLOCATED;
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

    private static Opcode decode34(int instruction) {
        switch ((instruction >>> 10) & 1) {
            case 0 -> {
                switch ((instruction >>> 12) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 16) & 3) {
                            case 0 -> {
                                switch ((instruction >>> 15) & 1) {
                                    case 0 -> {
                                        if ((instruction & 0xc0982000) == 0) {
                                            return Opcode.FMOV_REGISTER;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0xc0982000) == 0) {
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
                                        if ((instruction & 0xc0982000) == 0) {
                                            return Opcode.FNEG_SCALAR;
                                        }
                                        return Opcode.UNALLOCATED;
                                    }
                                    case 1 -> {
                                        if ((instruction & 0xc0982000) == 0) {
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
                                if ((instruction & 0xc0182000) == 0
                                        && (instruction & 0xc00000) != 0x800000
                                        && (instruction & 0xc08000) != 0
                                        && (instruction & 0xc08000) != 0x408000) {
                                    return Opcode.FCVT;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 3 -> {
                                if ((instruction & 0xc0182000) == 0
                                        && (instruction & 0xc00000) != 0x800000
                                        && (instruction & 0x8000) != 0
                                        && (instruction & 0xc08000) != 0xc08000) {
                                    return Opcode.FCVT;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0xc08003e0) == 0) {
                            return Opcode.FMOV_SCALAR_IMMEDIATE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 4) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0800000) == 0) {
                            return Opcode.FCCMP;
                        }
                        return Opcode.UNALLOCATED;
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

    private static Opcode decode35(int instruction) {
        switch ((instruction >>> 12) & 3) {
            case 0 -> {
                switch ((instruction >>> 16) & 3) {
                    case 0 -> {
                        if ((instruction & 0x40b88000) == 0x200000) {
                            return Opcode.FCVTAS_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x40b88000) == 0x200000) {
                            return Opcode.FCVTAU_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        switch ((instruction >>> 19) & 1) {
                            case 0 -> {
                                if ((instruction & 0x40b08000) == 0x200000
                                        && (instruction & 0x80400000) != 0x400000
                                        && (instruction & 0x80400000) != 0x80000000) {
                                    return Opcode.FMOV_TO_GENERAL;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc0f08000) == 0x80a00000) {
                                    return Opcode.FMOV_TO_GENERAL_TOP;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 3 -> {
                        switch ((instruction >>> 19) & 1) {
                            case 0 -> {
                                if ((instruction & 0x40b08000) == 0x200000
                                        && (instruction & 0x80400000) != 0x400000
                                        && (instruction & 0x80400000) != 0x80000000) {
                                    return Opcode.FMOV_FROM_GENERAL;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc0f08000) == 0x80a00000) {
                                    return Opcode.FMOV_FROM_GENERAL_TOP;
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
            case 1, 3 -> {
                if ((instruction & 0xc0a003e0) == 0x200000) {
                    return Opcode.FMOV_SCALAR_IMMEDIATE;
                }
                return Opcode.UNALLOCATED;
            }
            case 2 -> {
                switch ((instruction >>> 3) & 3) {
                    case 0 -> {
                        if ((instruction & 0xc0a08007) == 0x200000) {
                            return Opcode.FCMP;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0a08007) == 0x200000) {
                            return Opcode.FCMP_ZERO;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 2 -> {
                        if ((instruction & 0xc0a08007) == 0x200000) {
                            return Opcode.FCMPE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
                        if ((instruction & 0xc0a08007) == 0x200000) {
                            return Opcode.FCMPE_ZERO;
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

    private static Opcode decode36(int instruction) {
        switch ((instruction >>> 15) & 3) {
            case 0 -> {
                switch ((instruction >>> 12) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 17) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc0b82000) == 0x200000) {
                                    return Opcode.FRINTN_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc0b82000) == 0x200000) {
                                    return Opcode.FRINTA_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0xc0a003e0) == 0x200000) {
                            return Opcode.FMOV_SCALAR_IMMEDIATE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 12) & 1) {
                    case 0 -> {
                        if ((instruction & 0xc0ba2000) == 0x200000) {
                            return Opcode.FRINTP_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0xc0a003e0) == 0x200000) {
                            return Opcode.FMOV_SCALAR_IMMEDIATE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 2 -> {
                switch ((instruction >>> 12) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 17) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc0b82000) == 0x200000) {
                                    return Opcode.FRINTM_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc0b82000) == 0x200000) {
                                    return Opcode.FRINTX_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0xc0a003e0) == 0x200000) {
                            return Opcode.FMOV_SCALAR_IMMEDIATE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 3 -> {
                switch ((instruction >>> 12) & 1) {
                    case 0 -> {
                        switch ((instruction >>> 17) & 1) {
                            case 0 -> {
                                if ((instruction & 0xc0b82000) == 0x200000) {
                                    return Opcode.FRINTZ_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            case 1 -> {
                                if ((instruction & 0xc0b82000) == 0x200000) {
                                    return Opcode.FRINTI_SCALAR;
                                }
                                return Opcode.UNALLOCATED;
                            }
                            default -> {
                                return Opcode.UNALLOCATED;
                            }
                        }
                    }
                    case 1 -> {
                        if ((instruction & 0xc0a003e0) == 0x200000) {
                            return Opcode.FMOV_SCALAR_IMMEDIATE;
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

    private static Opcode decode37(int instruction) {
        switch ((instruction >>> 12) & 3) {
            case 0 -> {
                return decode38(instruction);
            }
            case 1, 3 -> {
                if ((instruction & 0xc08003e0) == 0) {
                    return Opcode.FMOV_SCALAR_IMMEDIATE;
                }
                return Opcode.UNALLOCATED;
            }
            case 2 -> {
                switch ((instruction >>> 3) & 3) {
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
                    case 2 -> {
                        if ((instruction & 0xc0808007) == 0) {
                            return Opcode.FCMPE;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 3 -> {
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
            default -> {
                return Opcode.UNALLOCATED;
            }
        }
    }

    private static Opcode decode38(int instruction) {
        switch ((instruction >>> 19) & 3) {
            case 0 -> {
                switch ((instruction >>> 16) & 3) {
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
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 1 -> {
                switch ((instruction >>> 16) & 1) {
                    case 0 -> {
                        if ((instruction & 0x40828000) == 0) {
                            return Opcode.FCVTPS_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x40828000) == 0) {
                            return Opcode.FCVTPU_SCALAR;
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
                        if ((instruction & 0x40828000) == 0) {
                            return Opcode.FCVTMS_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x40828000) == 0) {
                            return Opcode.FCVTMU_SCALAR;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    default -> {
                        return Opcode.UNALLOCATED;
                    }
                }
            }
            case 3 -> {
                switch ((instruction >>> 16) & 1) {
                    case 0 -> {
                        if ((instruction & 0x40828000) == 0) {
                            return Opcode.FCVTZS_SCALAR_INTEGER;
                        }
                        return Opcode.UNALLOCATED;
                    }
                    case 1 -> {
                        if ((instruction & 0x40828000) == 0) {
                            return Opcode.FCVTZU_SCALAR_INTEGER;
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
