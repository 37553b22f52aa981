// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.core.error.VmException;
import dev.jvmm.softcpu.memory.HostAccess;
import org.jspecify.annotations.Nullable;

/**
 * When and how guest code is translated.
 *
 * @param threshold executions of a block after which it is translated
 * @param maxInstructions guest instructions in a region
 * @param onlyExecuted leave out of a region what was never seen executing
 * @param registers where regions keep them
 * @param making where and when regions come into use
 */
public record TranslationOptions(
        int threshold, int maxInstructions, boolean onlyExecuted, Registers registers, Making making) {
    /** Where regions keep the guest's registers. */
    public enum Registers {
        /** In the vCPU's arrays. */
        IN_VCPU,
        /** In locals of the JVM. */
        IN_LOCALS,
        /** In locals where the region is mostly a loop, else in the vCPU. */
        WHERE_BEST
    }

    /** Where regions are made and when they come into use. */
    public enum Making {
        /** On the thread of the vCPU that found the block hot, which then executes the region. */
        AT_ONCE,
        /** On a thread of its own, while vCPUs go on. */
        BACKGROUND,
        /** On a thread of its own, and of use only when HotSpot has compiled them. */
        WARMED_UP
    }

    /** {@code off}, {@code eager}, or a threshold. */
    public static final String PROPERTY = "jvmm.softcpu.translation";

    /** Translated code counts its instructions, which makes it slower. */
    public static final boolean COUNT = Boolean.getBoolean("jvmm.softcpu.count");

    /**
     * Making a region and compiling it quickly takes some 50 microseconds of another core for a guest instruction, which the interpreter
     * executes in some 15 ns, and the code so made is only twice as fast: what was executed less often than this is not worth it.
     */
    private static final int THRESHOLD = 4_000;

    /** Without the JVM's intrinsics, translated code is slower than the interpreter until C2 has compiled it. */
    private static final int THRESHOLD_WITHOUT_INTRINSICS = 50_000;

    public static final TranslationOptions DEFAULT = new TranslationOptions(
            HostAccess.INTRINSIC ? THRESHOLD : THRESHOLD_WITHOUT_INTRINSICS,
            200,
            true,
            Registers.WHERE_BEST,
            Making.WARMED_UP);

    /** Everything is translated before it is executed: for tests. */
    public static final TranslationOptions EAGER =
            new TranslationOptions(1, 200, false, Registers.WHERE_BEST, Making.AT_ONCE);

    /**
     * What {@link #PROPERTY} asks for; null for {@code off}.
     *
     * @throws VmException when it is none of these
     */
    public static @Nullable TranslationOptions configured() {
        String value = System.getProperty(PROPERTY, "");
        return switch (value) {
            case "" -> DEFAULT;
            case "off" -> null;
            case "eager" -> EAGER;
            default -> DEFAULT.withThreshold(threshold(value));
        };
    }

    private static int threshold(String value) {
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw VmException.usage("-D" + PROPERTY + "=" + value + ": give off, eager, or a number of executions");
        }
        return Integer.parseInt(value);
    }

    private TranslationOptions withThreshold(int other) {
        return new TranslationOptions(other, maxInstructions, onlyExecuted, registers, making);
    }
}
