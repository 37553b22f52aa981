// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

/** What a figure counts. */
enum Unit {
    SECONDS("s", false),
    MEBIBYTES("MiB", false),
    /** How many times as much. */
    TIMES("x", true);

    final String label;
    private final boolean moreIsBetter;

    Unit(String label, boolean moreIsBetter) {
        this.label = label;
        this.moreIsBetter = moreIsBetter;
    }

    /** How good {@code ours} is beside {@code theirs}: above 1, better. */
    double ratio(double ours, double theirs) {
        return moreIsBetter ? ours / theirs : theirs / ours;
    }
}
