// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.core.error.VmException;
import org.jspecify.annotations.Nullable;

/**
 * When and how guest code is translated.
 *
 * @param threshold executions of a block after which it is translated
 * @param maxInstructions guest instructions in a region
 * @param onlyExecuted leave out of a region what was never seen executing
 * @param background on a thread of its own, while vCPUs go on
 */
public record TranslationOptions(int threshold, int maxInstructions, boolean onlyExecuted, boolean background) {
    /** {@code off}, {@code eager}, or a threshold. */
    public static final String PROPERTY = "jvmm.softcpu.translation";

    /** Translated code counts its instructions, which makes it slower. */
    public static final boolean COUNT = Boolean.getBoolean("jvmm.softcpu.count");

    private static final int THRESHOLD = 8000;

    /** Without the JVM's intrinsics, translated code is slower than the interpreter until C2 has compiled it. */
    private static final int THRESHOLD_WITHOUT_INTRINSICS = 50_000;

    public static final TranslationOptions DEFAULT =
            new TranslationOptions(GuestAccess.INTRINSIC ? THRESHOLD : THRESHOLD_WITHOUT_INTRINSICS, 200, true, true);

    /** Everything is translated before it is executed: for tests. */
    public static final TranslationOptions EAGER = new TranslationOptions(1, 200, false, false);

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
        return new TranslationOptions(other, maxInstructions, onlyExecuted, background);
    }
}
