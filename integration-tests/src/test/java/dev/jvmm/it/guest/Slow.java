// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.guest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Variants that repeat much of what a quicker one shows: left out, with that reason, unless all are asked for. */
final class Slow {
    private static final boolean ALL = Boolean.getBoolean("jvmm.it.all");

    private Slow() {}

    static void unlessAll(boolean slow) {
        assumeTrue(!slow || ALL, "a slow variant: run it with -Djvmm.it.all=true");
    }
}
