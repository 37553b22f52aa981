// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encodings at the edges, put together by hand from the manual's diagrams. */
class DecoderTest {

    @ParameterizedTest
    @CsvSource({
        "00000000, UDF is permanently undefined",
        "ffffffff, nothing is there",
        "12400000, and w0 with N=1",
        "9240fc00, and x0 with a run of 64 ones",
        "11800000, add immediate with shift=1x",
        "0bc00000, add shifted register with ror",
        "0b008000, add w0 shifted by 32",
        "0b201400, add extended register by 5",
        "52c00000, movz w0 shifted by 32",
        "72e00000, movk w0 shifted by 48",
        "13400000, sbfm w0 with N=1",
        "93000000, sbfm x0 with N=0",
        "13200000, sbfm w0 with immr=32",
        "13808000, extr w0 with imms=32",
        "5ac00c00, rev w0 of 64 bits",
        "9ac04000, crc32b with sf=1",
        "1ac04c00, crc32x with sf=0",
        "54000010, BC.cond of FEAT_HBC",
        "d61f0800, BRAA of FEAT_PAuth",
        "d61f0001, br with op4 not zero",
        "d4000000, exception generation with LL=00",
        "d4200001, brk with LL=01",
        "d503301f, barrier space without CLREX",
        "d50330ff, SB of FEAT_SB",
        "d500407f, MSR UAO of FEAT_UAO",
        "d500401f, CFINV of FEAT_FlagM",
        "d503411f, MSR DIT with op2=000",
        "08217c00, casp with an odd Rs",
        "08207c01, casp with an odd Rt",
        "08a00000, cas with Rt2 not 11111",
        "089f7c00, STLLRB of FEAT_LOR",
        "f8bfc000, LDAPR of FEAT_LRCPC",
        "f8200400, LDRAA of FEAT_PAuth",
        "b8200800, register offset with option=000",
        "68000000, STNP of opc=01",
        "69000000, STGP of FEAT_MTE",
        "7d800000, 16-bit SIMD with opc=1x",
        "ec000000, SIMD pair with opc=11",
        "0c001000, structures with opcode=0001",
        "0c000c00, LD4 of 1D",
        "0d008800, single structure of S with size=1x",
        "0d009400, single structure of D with S=1",
        "0d00c000, store of replicated lanes",
        "1ee02800, FADD of half precision",
        "1ea02800, FADD with ftype=10",
        "1e234000, FCVT to opc=10",
        "1e224000, FCVT of single to single",
        "1e660000, FMOV from D to W",
        "1e020000, SCVTF w0 with more than 32 fraction bits",
        "0ee08400, ADD of 1D",
        "4ee00400, SHADD of 2D",
        "4e20b400, SQDMULH of 16B",
        "0e60d400, FADD of 1D",
        "2e609c00, PMUL of 4H",
        "4e60e000, PMULL of 4H",
        "0e000400, DUP with imm5=00000",
        "0e080400, DUP of 1D",
        "4e043c00, UMOV x0 of S",
        "2e004000, EXT of 8B from byte 8",
        "0f405400, SHL of 1D",
        "0f00ac00, modified immediate with o2=1",
        "2f00f400, FMOV of 1D",
        "0f00fc00, FMOV of half precision",
        "5f009400, scalar shift with immh=0000",
        "6e286800, AES space with U=1",
        "ce608000, SHA512H of FEAT_SHA512",
        "05000000, SVE",
    })
    void reservedEncodingsAreUnallocated(String word, String why) {
        assertThat(Decoder.decode(Integer.parseUnsignedInt(word, 16))).as(why).isEqualTo(Opcode.UNALLOCATED);
    }

    @ParameterizedTest
    @CsvSource({
        "d503201f, HINT",
        "d503203f, YIELD",
        "d503205f, WFE",
        "d503207f, WFI",
        "d503209f, SEV",
        "d50320bf, SEVL",
        "d503245f, HINT", // BTI c
        "d503233f, HINT", // PACIASP
        "d5033fdf, ISB",
        "d5033f5f, CLREX",
        "d50342df, MSR_IMMEDIATE_DAIFSET",
        "d50041bf, MSR_IMMEDIATE_SPSEL",
        "d500419f, MSR_IMMEDIATE_PAN",
        "d5184100, MSR_REGISTER",
        "d53b4200, MRS",
        "d50b7420, SYS",
        "d69f03e0, ERET",
        "d65f03c0, RET",
        "12000000, AND_IMMEDIATE",
        "9240f800, AND_IMMEDIATE",
        "f81f0ffe, STR_IMMEDIATE_PRE",
        "a9bf7bfd, STP_PRE",
        "885ffc00, LDAXR",
        "08207c00, CASP",
        "48207c00, CASP",
        "c8207c00, STXP",
        "f8208000, SWP",
        "b8bfc3ff, UNALLOCATED",
        "9ac24c20, CRC32",
        "3dc00000, LDR_SIMD_IMMEDIATE_UNSIGNED",
        "4c407000, LD1_MULTIPLE",
        "4cdf7000, LD1_MULTIPLE_POST",
        "4d40c000, LD1R",
        "1e602800, FADD_SCALAR",
        "4e60d400, FADD_VECTOR",
        "9eae0000, FMOV_TO_GENERAL_TOP",
        "4f00e400, MOVI",
        "6f00e400, MOVI_64BIT",
        "6f00f400, FMOV_VECTOR_IMMEDIATE",
        "0f08a400, SSHLL_VECTOR",
        "4e284800, AESE",
        "4ee0e000, PMULL_64BIT",
        "5e280800, SHA1H",
    })
    void knownWordsAreDecoded(String word, Opcode opcode) {
        assertThat(Decoder.decode(Integer.parseUnsignedInt(word, 16))).isEqualTo(opcode);
    }

    @Test
    void opcodesSayWhatTheyBelongTo() {
        assertThat(Opcode.values()[0]).isEqualTo(Opcode.UNALLOCATED);
        assertThat(Opcode.CASP.feature()).isEqualTo(InstructionFeature.LSE);
        assertThat(Opcode.PMULL_64BIT.group()).isEqualTo(InstructionGroup.CRYPTO);
        assertThat(Opcode.B_CONDITIONAL.endsBlock()).isTrue();
        assertThat(Opcode.ISB.endsBlock()).isTrue();
        assertThat(Opcode.HINT.endsBlock()).isFalse();
        assertThat(Opcode.MRS.endsBlock()).isFalse();
        assertThat(Opcode.LDR_LITERAL.endsBlock()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "d503201f | hint #0x0",
                "54000041 | b.ne 0x1008",
                "90000000 | adrp x0, 0x1000",
                "a9bf7bfd | stp x29, x30, [sp, #-16]!",
                "d53be040 | mrs x0, s3_3_c14_c0_2",
                "0e043c20 | umov w0, v1.s[0]",
                "ffffffff | .inst 0xffffffff",
            })
    void disassemblesInTheStyleOfObjdump(String word, String text) {
        assertThat(Disassembler.disassemble(Integer.parseUnsignedInt(word, 16), 0x1000))
                .isEqualTo(text);
    }
}
