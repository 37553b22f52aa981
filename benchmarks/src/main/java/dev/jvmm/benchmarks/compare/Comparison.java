// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All runs of a workload, and the table's rows made of them. */
final class Comparison {
    private final Workload workload;
    private final Map<String, Map<Vmm, List<Double>>> rows = new LinkedHashMap<>();
    private final List<Double> speeds = new ArrayList<>();

    Comparison(Workload workload) {
        this.workload = workload;
    }

    static String header() {
        return line(
                "workload", "unit", "jvmm: median (min-max)", "QEMU TCG: median (min-max)", "jvmm/QEMU", "Minstr/s");
    }

    void add(Vmm vmm, Figures figures) {
        figures.values()
                .forEach((row, value) -> rows.computeIfAbsent(row, name -> new EnumMap<>(Vmm.class))
                        .computeIfAbsent(vmm, which -> new ArrayList<>())
                        .add(value));
        figures.instructionsPerSecond().ifPresent(speeds::add);
    }

    /** The rows; where there are several, the geometric mean of their ratios follows. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String speed = speeds.isEmpty() ? "" : "%.1f".formatted(median(speeds) / 1e6);
        double logarithms = 0;
        for (Map.Entry<String, Map<Vmm, List<Double>>> row : rows.entrySet()) {
            List<Double> ours = row.getValue().getOrDefault(Vmm.JVMM, List.of());
            List<Double> theirs = row.getValue().getOrDefault(Vmm.QEMU, List.of());
            if (ours.isEmpty() || theirs.isEmpty()) {
                throw new IllegalStateException(row.getKey() + " was measured for one of the two only");
            }
            double ratio = median(ours) / median(theirs);
            logarithms += Math.log(ratio);
            String ownSpeed = rows.size() == 1 ? speed : "";
            lines.add(
                    line(row.getKey(), workload.unit, spread(ours), spread(theirs), "%.2f".formatted(ratio), ownSpeed));
        }
        if (rows.size() > 1) {
            double mean = Math.exp(logarithms / rows.size());
            lines.add(line(workload.label + " (geomean)", "", "", "", "%.2f".formatted(mean), speed));
        }
        return lines;
    }

    private static String spread(List<Double> values) {
        DoubleSummaryStatistics statistics =
                values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return String.format(Locale.ROOT, "%.3f (%.3f-%.3f)", median(values), statistics.getMin(), statistics.getMax());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String line(String row, String unit, String ours, String theirs, String ratio, String speed) {
        return String.format(Locale.ROOT, "%-22s %-4s %-28s %-28s %9s %9s", row, unit, ours, theirs, ratio, speed)
                .stripTrailing();
    }
}
