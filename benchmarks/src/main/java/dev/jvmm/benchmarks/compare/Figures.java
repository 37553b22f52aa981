// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one run of a batch gave.
 *
 * @param values in each row's unit
 * @param instructionsPerSecond of jvmm's guest over the VM's life, where that means something
 */
record Figures(Map<Row, Double> values, OptionalDouble instructionsPerSecond) {
    static Figures of(Row row, double value, OptionalDouble instructionsPerSecond) {
        return new Figures(Map.of(row, value), instructionsPerSecond);
    }
}
