// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.decode;

import java.util.Set;
import java.util.regex.Pattern;

/** Where objdump's reading may differ from ours: it knows later extensions, names system registers and is stricter here and there. */
final class ObjdumpText {

    private static final Pattern COMMENT = Pattern.compile("\\s*(//|;|<).*$");

    /** Instructions of extensions that the decode table leaves out, outside the SVE and SME space. */
    private static final Pattern LATER = Pattern.compile(String.join(
            "|",
            "addg|subg|subps?|gmi|irg|st2?z?g|stz2g|stgp|ldg|stgm|ldgm|stzgm", // FEAT_MTE
            "auti.*|autd.*|pac.*|xpac.*|bra[ab]z?|blra[ab]z?|reta[ab]|ereta[ab]|ldra[ab]", // FEAT_PAuth
            "bc\\..*", // FEAT_HBC
            "bf.*|[su]mmla|usmmla|sudot|usdot|[su]dot", // FEAT_BF16, FEAT_I8MM, FEAT_DotProd
            "bcax|eor3|rax1|xar|sha512.*|sm3.*|sm4.*", // FEAT_SHA3, FEAT_SHA512, FEAT_SM3, FEAT_SM4
            "cfinv|xaflag|axflag|rmif|setf8|setf16", // FEAT_FlagM, FEAT_FlagM2
            "cpy[fempt].*|set[gempt].*", // FEAT_MOPS
            "dsb ..nxs|dsb ...nxs|dsb nxs|sb|wfet|wfit", // FEAT_XS, FEAT_SB, FEAT_WFxT
            "fcadd|fcmla|fjcvtzs|fmlal2?|fmlsl2?|frint(32|64)[xz]", // FEAT_FCMA, FEAT_JSCVT, FEAT_FHM, FEAT_FRINTTS
            "ldapr.*|ldapur.*|stlur.*|ldlar[bh]?|stllr[bh]?", // FEAT_LRCPC, FEAT_LOR
            "ld64b|st64b.*", // FEAT_LS64
            "sqrdmlah|sqrdmlsh", // FEAT_RDM
            "tcancel|tcommit|tstart|ttest", // FEAT_TME
            "smstart|smstop", // FEAT_SME
            "ctz|udf")); // FEAT_CSSC; UDF is permanently undefined

    /** FEAT_CSSC has these on general-purpose registers. */
    private static final Pattern COMMON_SHORT_SEQUENCE = Pattern.compile("(abs|cnt|smax|smin|umax|umin) [wx].*");

    /** FEAT_FP16: arithmetic on half precision. */
    private static final Pattern HALF_PRECISION = Pattern.compile("(f|scvtf|ucvtf).*(\\bh\\d|\\.[248]h|\\.h\\[).*");

    /**
     * Allocated where objdump sees nothing. LDAR: it wants the should-be-one fields to be ones. LDPSW: it refuses two equal
     * destinations and write-back to a destination, which are CONSTRAINED UNPREDICTABLE.
     */
    private static final Set<Opcode> LOOSER = Set.of(Opcode.LDAR, Opcode.LDPSW, Opcode.LDPSW_PRE, Opcode.LDPSW_POST);

    /** Objdump knows only the operands 0 and 1, the manual takes bit 0 of CRm. */
    private static final Set<Opcode> ONE_BIT_PSTATE = Set.of(Opcode.MSR_IMMEDIATE_SPSEL, Opcode.MSR_IMMEDIATE_PAN);

    private ObjdumpText() {}

    /** Without comments, symbols and tabs. */
    static String normalize(String text) {
        return COMMENT.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip();
    }

    static boolean agree(int word, String ours, String theirs) {
        if (ours.equals(theirs)) {
            return true;
        }
        Opcode opcode = Decoder.decode(word);
        if (opcode == Opcode.UNALLOCATED) {
            return isLater(word, theirs);
        }
        if (theirs.startsWith(".inst")) {
            return LOOSER.contains(opcode);
        }
        if (ONE_BIT_PSTATE.contains(opcode)) {
            return Fields.cRm(word) > 1 && theirs.startsWith("msr s0_0_c4_");
        }
        // A system register by its name; that of the wrong one would not be noticed
        return switch (opcode) {
            case MRS -> theirs.startsWith(ours.substring(0, ours.indexOf(", ") + 2));
            case MSR_REGISTER -> theirs.startsWith("msr ") && theirs.endsWith(ours.substring(ours.indexOf(", ")));
            default -> false;
        };
    }

    private static boolean isLater(int word, String theirs) {
        // Scalable vectors and matrices: C4.1 op0 = 0010, and 0000 with bit 31
        int op0 = word >>> 25 & 0xf;
        if (op0 == 0b0010 || op0 == 0 && word < 0) {
            return true;
        }
        String mnemonic = theirs.substring(0, theirs.indexOf(' ') < 0 ? theirs.length() : theirs.indexOf(' '));
        if (LATER.matcher(mnemonic).matches() || LATER.matcher(theirs).matches()) {
            return true;
        }
        if (COMMON_SHORT_SEQUENCE.matcher(theirs).matches()
                || HALF_PRECISION.matcher(theirs).matches()) {
            return true;
        }
        // op0 = 0 holds PSTATE, hints and barriers: what is not one of them objdump writes as a register
        return (word >>> 19 & 3) == 0 && (mnemonic.equals("msr") || mnemonic.equals("mrs"));
    }
}
