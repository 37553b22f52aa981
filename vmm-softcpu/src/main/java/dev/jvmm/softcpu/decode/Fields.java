// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.decode;

/** The fields of instructions, zero-extended. Names are the manual's, with a prefix where one name has several
 * places. Generated from src/main/decode/a64.decode; do not edit. */
public final class Fields {
    private Fields() {}

    /** A, bits 23. */
    public static int a(int instruction) {
        return (instruction >>> 23) & 1;
    }

    /** CRm, bits 11:8. */
    public static int cRm(int instruction) {
        return (instruction >>> 8) & 0xf;
    }

    /** CRn, bits 15:12. */
    public static int cRn(int instruction) {
        return (instruction >>> 12) & 0xf;
    }

    /** H, bits 11. */
    public static int h(int instruction) {
        return (instruction >>> 11) & 1;
    }

    /** L, bits 22. */
    public static int l(int instruction) {
        return (instruction >>> 22) & 1;
    }

    /** L, bits 21. */
    public static int elementL(int instruction) {
        return (instruction >>> 21) & 1;
    }

    /** M, bits 20. */
    public static int m(int instruction) {
        return (instruction >>> 20) & 1;
    }

    /** N, bits 22. */
    public static int n(int instruction) {
        return (instruction >>> 22) & 1;
    }

    /** Q, bits 30. */
    public static int q(int instruction) {
        return (instruction >>> 30) & 1;
    }

    /** R, bits 22. */
    public static int release(int instruction) {
        return (instruction >>> 22) & 1;
    }

    /** Ra, bits 14:10. */
    public static int ra(int instruction) {
        return (instruction >>> 10) & 0x1f;
    }

    /** Rd, bits 4:0. */
    public static int rd(int instruction) {
        return instruction & 0x1f;
    }

    /** Rm, bits 20:16. */
    public static int rm(int instruction) {
        return (instruction >>> 16) & 0x1f;
    }

    /** Rm, bits 19:16. */
    public static int elementRm(int instruction) {
        return (instruction >>> 16) & 0xf;
    }

    /** Rn, bits 9:5. */
    public static int rn(int instruction) {
        return (instruction >>> 5) & 0x1f;
    }

    /** Rs, bits 20:16. */
    public static int rs(int instruction) {
        return (instruction >>> 16) & 0x1f;
    }

    /** Rt, bits 4:0. */
    public static int rt(int instruction) {
        return instruction & 0x1f;
    }

    /** Rt2, bits 14:10. */
    public static int rt2(int instruction) {
        return (instruction >>> 10) & 0x1f;
    }

    /** S, bits 12. */
    public static int s(int instruction) {
        return (instruction >>> 12) & 1;
    }

    /** abc, bits 18:16. */
    public static int abc(int instruction) {
        return (instruction >>> 16) & 7;
    }

    /** b40, bits 23:19. */
    public static int b40(int instruction) {
        return (instruction >>> 19) & 0x1f;
    }

    /** b5, bits 31. */
    public static int b5(int instruction) {
        return instruction >>> 31;
    }

    /** cmode, bits 15:12. */
    public static int cmode(int instruction) {
        return (instruction >>> 12) & 0xf;
    }

    /** cond, bits 15:12. */
    public static int cond(int instruction) {
        return (instruction >>> 12) & 0xf;
    }

    /** cond, bits 3:0. */
    public static int branchCond(int instruction) {
        return instruction & 0xf;
    }

    /** defgh, bits 9:5. */
    public static int defgh(int instruction) {
        return (instruction >>> 5) & 0x1f;
    }

    /** ftype, bits 23:22. */
    public static int ftype(int instruction) {
        return (instruction >>> 22) & 3;
    }

    /** hw, bits 22:21. */
    public static int hw(int instruction) {
        return (instruction >>> 21) & 3;
    }

    /** imm12, bits 21:10. */
    public static int imm12(int instruction) {
        return (instruction >>> 10) & 0xfff;
    }

    /** imm14, bits 18:5. */
    public static int imm14(int instruction) {
        return (instruction >>> 5) & 0x3fff;
    }

    /** imm16, bits 20:5. */
    public static int imm16(int instruction) {
        return (instruction >>> 5) & 0xffff;
    }

    /** imm19, bits 23:5. */
    public static int imm19(int instruction) {
        return (instruction >>> 5) & 0x7ffff;
    }

    /** imm26, bits 25:0. */
    public static int imm26(int instruction) {
        return instruction & 0x3ffffff;
    }

    /** imm3, bits 12:10. */
    public static int imm3(int instruction) {
        return (instruction >>> 10) & 7;
    }

    /** imm4, bits 14:11. */
    public static int imm4(int instruction) {
        return (instruction >>> 11) & 0xf;
    }

    /** imm5, bits 20:16. */
    public static int imm5(int instruction) {
        return (instruction >>> 16) & 0x1f;
    }

    /** imm6, bits 15:10. */
    public static int imm6(int instruction) {
        return (instruction >>> 10) & 0x3f;
    }

    /** imm7, bits 21:15. */
    public static int imm7(int instruction) {
        return (instruction >>> 15) & 0x7f;
    }

    /** imm8, bits 20:13. */
    public static int imm8(int instruction) {
        return (instruction >>> 13) & 0xff;
    }

    /** imm9, bits 20:12. */
    public static int imm9(int instruction) {
        return (instruction >>> 12) & 0x1ff;
    }

    /** immb, bits 18:16. */
    public static int immb(int instruction) {
        return (instruction >>> 16) & 7;
    }

    /** immh, bits 22:19. */
    public static int immh(int instruction) {
        return (instruction >>> 19) & 0xf;
    }

    /** immhi, bits 23:5. */
    public static int immhi(int instruction) {
        return (instruction >>> 5) & 0x7ffff;
    }

    /** immlo, bits 30:29. */
    public static int immlo(int instruction) {
        return (instruction >>> 29) & 3;
    }

    /** immr, bits 21:16. */
    public static int immr(int instruction) {
        return (instruction >>> 16) & 0x3f;
    }

    /** imms, bits 15:10. */
    public static int imms(int instruction) {
        return (instruction >>> 10) & 0x3f;
    }

    /** len, bits 14:13. */
    public static int len(int instruction) {
        return (instruction >>> 13) & 3;
    }

    /** nzcv, bits 3:0. */
    public static int nzcv(int instruction) {
        return instruction & 0xf;
    }

    /** o0, bits 19. */
    public static int o0(int instruction) {
        return (instruction >>> 19) & 1;
    }

    /** o0, bits 15. */
    public static int exclusiveO0(int instruction) {
        return (instruction >>> 15) & 1;
    }

    /** op, bits 29. */
    public static int op(int instruction) {
        return (instruction >>> 29) & 1;
    }

    /** op1, bits 18:16. */
    public static int op1(int instruction) {
        return (instruction >>> 16) & 7;
    }

    /** op2, bits 7:5. */
    public static int op2(int instruction) {
        return (instruction >>> 5) & 7;
    }

    /** opc, bits 31:30. */
    public static int opc(int instruction) {
        return instruction >>> 30;
    }

    /** opc, bits 23:22. */
    public static int loadStoreOpc(int instruction) {
        return (instruction >>> 22) & 3;
    }

    /** opc, bits 16:15. */
    public static int convertOpc(int instruction) {
        return (instruction >>> 15) & 3;
    }

    /** opc, bits 11:10. */
    public static int dataProcessingOpc(int instruction) {
        return (instruction >>> 10) & 3;
    }

    /** opcode, bits 15:13. */
    public static int singleStructureOpcode(int instruction) {
        return (instruction >>> 13) & 7;
    }

    /** opcode, bits 15:12. */
    public static int structureOpcode(int instruction) {
        return (instruction >>> 12) & 0xf;
    }

    /** option, bits 15:13. */
    public static int option(int instruction) {
        return (instruction >>> 13) & 7;
    }

    /** scale, bits 15:10. */
    public static int scale(int instruction) {
        return (instruction >>> 10) & 0x3f;
    }

    /** sf, bits 31. */
    public static int sf(int instruction) {
        return instruction >>> 31;
    }

    /** sh, bits 22. */
    public static int sh(int instruction) {
        return (instruction >>> 22) & 1;
    }

    /** shift, bits 23:22. */
    public static int shift(int instruction) {
        return (instruction >>> 22) & 3;
    }

    /** size, bits 31:30. */
    public static int size(int instruction) {
        return instruction >>> 30;
    }

    /** size, bits 23:22. */
    public static int vectorSize(int instruction) {
        return (instruction >>> 22) & 3;
    }

    /** size, bits 11:10. */
    public static int structureSize(int instruction) {
        return (instruction >>> 10) & 3;
    }

    /** sz, bits 30. */
    public static int exclusiveSz(int instruction) {
        return (instruction >>> 30) & 1;
    }

    /** sz, bits 22. */
    public static int vectorSz(int instruction) {
        return (instruction >>> 22) & 1;
    }

    /** sz, bits 11:10. */
    public static int sz(int instruction) {
        return (instruction >>> 10) & 3;
    }
}
