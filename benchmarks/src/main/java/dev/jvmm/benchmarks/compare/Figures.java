// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one run of a workload gave.
 *
 * @param values by the row's name, in the workload's unit; less is better
 * @param instructionsPerSecond of jvmm's guest, where that means something
 */
record Figures(Map<String, Double> values, OptionalDouble instructionsPerSecond) {
    static Figures of(String row, double value, OptionalDouble instructionsPerSecond) {
        return new Figures(Map.of(row, value), instructionsPerSecond);
    }
}
