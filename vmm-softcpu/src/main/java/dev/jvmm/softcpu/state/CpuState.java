// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.state;

import dev.jvmm.softcpu.fp.FpStatus;
import java.util.Arrays;

/**
 * The registers of one vCPU that the architecture names, in the shape that executes fastest. Confined to the vCPU's
 * thread while it runs.
 */
public class CpuState {
    /** Index in {@link #x} that always reads zero: XZR as a source. */
    public static final int ZERO = 31;
    /** Index in {@link #x} that nobody reads: XZR as a destination. */
    public static final int SINK = 32;
    /** Index in {@link #x} of the stack pointer in use. */
    public static final int SP = 33;

    /** PSTATE.D, A, I, F as they stand in DAIF. */
    public static final int DAIF_D = 1 << 9;

    public static final int DAIF_A = 1 << 8;
    public static final int DAIF_I = 1 << 7;
    public static final int DAIF_F = 1 << 6;

    /** SCTLR_EL1 after reset: MMU and caches off, the bits that read as one in Armv8.0 with PAN set. */
    private static final long SCTLR_RESET = 1L << 29 | 1L << 28 | 1L << 23 | 1L << 22 | 1L << 20 | 1L << 11;

    /** X0 to X30, then the three special places above, and then as many as a number of six bits can name: none is out of bounds. */
    public final long[] x = new long[64];

    /** V0 to V31, two longs each: bits 63:0 at 2n, bits 127:64 at 2n + 1. */
    public final long[] v = new long[64];

    /** FPCR and FPSR. */
    public final FpStatus fp = new FpStatus();

    /** While an instruction executes: the virtual address of its page. Else: of the next instruction. */
    public long pc;

    /** PSTATE.N is bit 63. */
    public long flagN;
    /** PSTATE.Z is set when this is zero. */
    public long flagZ = 1;
    /** PSTATE.C, 0 or 1. */
    public long flagC;
    /** PSTATE.V is bit 63. */
    public long flagV;

    /**
     * What last set the flags when they have not been worked out yet, one of the kinds below; {@link #FLAGS_SETTLED} when the
     * four fields above hold them. Only translated code leaves them so; {@link #settleFlags} ends it.
     */
    public int pendingFlags;
    /** The operands of what last set the flags. */
    public long pendingA;

    public long pendingB;
    /** The second of two values that translated code has just loaded. */
    public long second;

    public static final int FLAGS_SETTLED = 0;
    /** SUBS, 64 bits, of the two operands. */
    public static final int FLAGS_SUB64 = 1;
    /** SUBS, 32 bits, of the low halves. */
    public static final int FLAGS_SUB32 = 2;
    /** ADDS, 64 bits. */
    public static final int FLAGS_ADD64 = 3;
    /** ADDS, 32 bits, of the low halves. */
    public static final int FLAGS_ADD32 = 4;
    /** A logical instruction: {@code pendingA} is its result, sign-extended. */
    public static final int FLAGS_LOGICAL = 5;
    /** NZCV itself, in bits 31 to 28 of {@code pendingA}. */
    public static final int FLAGS_NZCV = 6;

    /** PSTATE.EL, 0 or 1. */
    public int el = 1;
    /** PSTATE.SP: 0 SP_EL0, 1 SP_ELx; 0 at EL0. */
    public int spSel = 1;
    /** PSTATE.D, A, I, F at their places in DAIF (bits 9 to 6). Changed through {@link #setDaif}. */
    public int daif = DAIF_D | DAIF_A | DAIF_I | DAIF_F;
    /** PSTATE.PAN. */
    public boolean pan;
    /** PSTATE.SS. */
    public boolean singleStep;
    /** PSTATE.IL. */
    public boolean illegalState;

    /** SP_EL0 and SP_EL1; the one in use lives in {@code x[SP]} and is stale here. */
    private final long[] bankedSp = new long[2];

    public long elr;
    public long spsr;
    public long esr;
    public long far;
    public long vbar;
    public long sctlr = SCTLR_RESET;
    public long cpacr;
    public long tcr;
    public long ttbr0;
    public long ttbr1;
    public long mair;
    public long amair;
    public long afsr0;
    public long afsr1;
    public long contextidr;
    public long par;
    public long tpidrEl0;
    public long tpidrroEl0;
    public long tpidrEl1;
    public long csselr;
    public long cntkctl;
    public long mdscr;
    public long oslsr;

    /** NZCV in bits 31 to 28. */
    public final int nzcv() {
        return (int) (flagN >>> 63) << 31 | (flagZ == 0 ? 1 << 30 : 0) | (int) flagC << 29 | (int) (flagV >>> 63) << 28;
    }

    /** Sets the flags from bits 31 to 28. */
    public final void setNzcv(int nzcv) {
        flagN = (long) nzcv << 32;
        flagZ = ~nzcv & 1 << 30;
        flagC = (nzcv >>> 29) & 1L;
        flagV = (long) nzcv << 35;
    }

    /** Works out flags that are pending. */
    public final void settleFlags() {
        int kind = pendingFlags;
        pendingFlags = FLAGS_SETTLED;
        settleFlags(kind, pendingA, pendingB);
    }

    /** Sets the flags as the instruction of a kind does with its operands. */
    public final void settleFlags(int kind, long a, long b) {
        switch (kind) {
            case FLAGS_SETTLED -> {}
            case FLAGS_SUB64 -> subtractSettingFlags64(a, b);
            case FLAGS_SUB32 -> subtractSettingFlags32(a, b);
            case FLAGS_ADD64 -> addSettingFlags64(a, b);
            case FLAGS_ADD32 -> addSettingFlags32(a, b);
            case FLAGS_LOGICAL -> setLogicalFlags(a);
            case FLAGS_NZCV -> setNzcv((int) a);
            default -> throw new IllegalStateException("flags of kind " + kind);
        }
    }

    /** The stack pointer {@code which}: 0 SP_EL0, 1 SP_EL1. */
    public final long sp(int which) {
        return which == spSel ? x[SP] : bankedSp[which];
    }

    public final void setSp(int which, long value) {
        if (which == spSel) {
            x[SP] = value;
        } else {
            bankedSp[which] = value;
        }
    }

    /** Changes which stack pointer is in use. */
    public final void selectSp(int which) {
        bankedSp[spSel] = x[SP];
        spSel = which;
        x[SP] = bankedSp[which];
    }

    /** Whether a condition of the A64 encoding (0 EQ to 15 NV) holds (Arm ARM C1.2.4). */
    public final boolean holds(int condition) {
        boolean result = switch (condition >> 1) {
            case 0 -> flagZ == 0;
            case 1 -> flagC != 0;
            case 2 -> flagN < 0;
            case 3 -> flagV < 0;
            case 4 -> flagC != 0 && flagZ != 0;
            case 5 -> (flagN ^ flagV) >= 0;
            case 6 -> (flagN ^ flagV) >= 0 && flagZ != 0;
            case 7 -> true;
            default -> throw new IllegalStateException("condition " + condition);
        };
        return (condition & 1) != 0 && condition != 15 ? !result : result;
    }

    /** ADDS, 64 bits. */
    public final long addSettingFlags64(long a, long b) {
        long result = a + b;
        flagN = result;
        flagZ = result;
        flagC = Long.compareUnsigned(result, a) < 0 ? 1 : 0;
        flagV = (a ^ result) & (b ^ result);
        return result;
    }

    /** SUBS, 64 bits. */
    public final long subtractSettingFlags64(long a, long b) {
        long result = a - b;
        flagN = result;
        flagZ = result;
        flagC = Long.compareUnsigned(a, b) >= 0 ? 1 : 0;
        flagV = (a ^ b) & (a ^ result);
        return result;
    }

    /** ADDS, 32 bits; only the low halves of the operands count. The result is zero-extended. */
    public final long addSettingFlags32(long a, long b) {
        int left = (int) a;
        int right = (int) b;
        int result = left + right;
        flagN = result;
        flagZ = result;
        flagC = (left & 0xFFFF_FFFFL) + (right & 0xFFFF_FFFFL) >>> 32;
        flagV = (left ^ result) & (right ^ result);
        return result & 0xFFFF_FFFFL;
    }

    /** SUBS, 32 bits; only the low halves of the operands count. The result is zero-extended. */
    public final long subtractSettingFlags32(long a, long b) {
        int left = (int) a;
        int right = (int) b;
        int result = left - right;
        flagN = result;
        flagZ = result;
        flagC = Integer.compareUnsigned(left, right) >= 0 ? 1 : 0;
        flagV = (left ^ right) & (left ^ result);
        return result & 0xFFFF_FFFFL;
    }

    /** ADCS, 64 bits; SBCS is this with the second operand inverted. */
    public final long addWithCarrySettingFlags64(long a, long b) {
        long carry = flagC;
        long result = a + b + carry;
        flagN = result;
        flagZ = result;
        // The carry out of bit 63: majority of a, b and not result.
        flagC = (a & b | (a | b) & ~result) >>> 63;
        flagV = (a ^ result) & (b ^ result);
        return result;
    }

    /** ADCS, 32 bits; only the low halves of the operands count. The result is zero-extended. */
    public final long addWithCarrySettingFlags32(long a, long b) {
        long sum = (a & 0xFFFF_FFFFL) + (b & 0xFFFF_FFFFL) + flagC;
        int result = (int) sum;
        flagN = result;
        flagZ = result;
        flagC = sum >>> 32;
        flagV = ((int) a ^ result) & ((int) b ^ result);
        return result & 0xFFFF_FFFFL;
    }

    /** Sets the flags as ANDS and BICS do: N and Z of a sign-extended result, C and V clear. */
    public final void setLogicalFlags(long result) {
        flagN = result;
        flagZ = result;
        flagC = 0;
        flagV = 0;
    }

    /** Brings every register to its value after a warm reset; those whose value is UNKNOWN become zero. */
    protected void resetRegisters() {
        Arrays.fill(x, 0);
        Arrays.fill(v, 0);
        Arrays.fill(bankedSp, 0);
        fp.setFpcr(0);
        fp.setFpsr(0);
        pc = 0;
        pendingFlags = FLAGS_SETTLED;
        setNzcv(0);
        el = 1;
        spSel = 1;
        daif = DAIF_D | DAIF_A | DAIF_I | DAIF_F;
        pan = false;
        singleStep = false;
        illegalState = false;
        elr = 0;
        spsr = 0;
        esr = 0;
        far = 0;
        vbar = 0;
        sctlr = SCTLR_RESET;
        cpacr = 0;
        tcr = 0;
        ttbr0 = 0;
        ttbr1 = 0;
        mair = 0;
        amair = 0;
        afsr0 = 0;
        afsr1 = 0;
        contextidr = 0;
        par = 0;
        tpidrEl0 = 0;
        tpidrroEl0 = 0;
        tpidrEl1 = 0;
        csselr = 0;
        cntkctl = 0;
        mdscr = 0;
        oslsr = 1;
    }
}
