// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command line of {@code benchmarks/compare}.
 *
 * @param rounds how often each of the two runs each guest
 * @param scale amount of work of the kernels
 * @param warm milliseconds that each of them runs before it counts
 * @param patience how long a guest may take
 * @param buildOnly compile the bare-metal kernels, say where they are, and no more
 * @param againstJvmm compare with jvmm as it is, not with QEMU
 * @param jvmmOptions added to {@code jvmm run}
 * @param javaOptions added to its JVM's
 * @param batches what to run
 */
record Options(
        int rounds,
        int scale,
        int warm,
        Duration patience,
        boolean buildOnly,
        boolean againstJvmm,
        Optional<Jvmm.Variant> variant,
        List<String> jvmmOptions,
        List<String> javaOptions,
        List<Batch> batches) {
    private static final int ROUNDS = 3;
    private static final int SCALE = 40;
    private static final int WARM = 2000;
    private static final int PATIENCE = 900;

    /** Throws IllegalArgumentException with what is wrong. */
    static Options of(List<String> arguments) {
        int rounds = ROUNDS;
        int scale = SCALE;
        int warm = WARM;
        int patience = PATIENCE;
        boolean buildOnly = false;
        boolean againstJvmm = false;
        Optional<Jvmm.Variant> variant = Optional.empty();
        List<String> jvmmOptions = new ArrayList<>();
        List<String> javaOptions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int at = 0; at < arguments.size(); at++) {
            String argument = arguments.get(at);
            switch (argument) {
                case "--rounds" -> rounds = number(arguments, ++at, 1);
                case "--scale" -> scale = number(arguments, ++at, 1);
                case "--warm" -> warm = number(arguments, ++at, 0);
                case "--patience" -> patience = number(arguments, ++at, 1);
                case "--build" -> buildOnly = true;
                case "--against-jvmm" -> againstJvmm = true;
                case "--variant" -> variant = Optional.of(Jvmm.Variant.named(value(arguments, ++at)));
                case "--jvmm-option" -> jvmmOptions.add(value(arguments, ++at));
                case "--java-option" -> javaOptions.add(value(arguments, ++at));
                default -> {
                    if (argument.startsWith("-")) {
                        throw new IllegalArgumentException("no option " + argument);
                    }
                    names.add(argument);
                }
            }
        }
        return new Options(
                rounds,
                scale,
                warm,
                Duration.ofSeconds(patience),
                buildOnly,
                againstJvmm,
                variant,
                jvmmOptions,
                javaOptions,
                Selection.of(names));
    }

    private static String value(List<String> arguments, int at) {
        if (at == arguments.size()) {
            throw new IllegalArgumentException(arguments.get(at - 1) + ": give a value");
        }
        return arguments.get(at);
    }

    private static int number(List<String> arguments, int at, int least) {
        String text = value(arguments, at);
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < least) {
            throw new IllegalArgumentException(
                    arguments.get(at - 1) + " " + text + ": give a number of " + least + " or more");
        }
        return Integer.parseInt(text);
    }
}
