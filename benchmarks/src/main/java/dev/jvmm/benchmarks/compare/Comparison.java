// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** All figures of the two that are compared, and the table made of them. */
final class Comparison {
    private static final Set<Group> STEADY = EnumSet.of(Group.INTEGER, Group.MEMORY, Group.FP);

    private final String ours;
    private final String theirs;
    private final Map<Row, Pair> rows = new LinkedHashMap<>();
    private final Map<Group, List<Double>> speeds = new LinkedHashMap<>();

    /** A row's values, one a round. */
    private record Pair(List<Double> ours, List<Double> theirs) {
        Pair() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * @param ours the one whose figures stand first, and whose speed is told
     * @param theirs what it's measured by
     */
    Comparison(String ours, String theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    /** What one round of the first gave. */
    void addOurs(Group group, Figures figures) {
        figures.values()
                .forEach((row, value) ->
                        rows.computeIfAbsent(row, name -> new Pair()).ours().add(value));
        figures.instructionsPerSecond()
                .ifPresent(speed ->
                        speeds.computeIfAbsent(group, name -> new ArrayList<>()).add(speed));
    }

    /** What one round of the second gave. */
    void addTheirs(Figures figures) {
        figures.values()
                .forEach((row, value) ->
                        rows.computeIfAbsent(row, name -> new Pair()).theirs().add(value));
    }

    /** Head, rows by group, the groups' geometric means, the mean of all. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line(
                "workload",
                "",
                ours + ": median (min-max)",
                theirs + ": median (min-max)",
                "ratio (min-max)",
                "Minstr/s"));
        for (Group group : Group.values()) {
            List<Row> ofGroup =
                    rows.keySet().stream().filter(row -> row.group() == group).toList();
            ofGroup.forEach(row -> lines.add(line(row)));
            String speed = speeds.containsKey(group) ? "%.1f".formatted(median(speeds.get(group)) / 1e6) : "";
            addGeomean(lines, group.label, row -> row.group() == group, speed);
            if (!ofGroup.isEmpty()) {
                lines.add("");
            }
        }
        addGeomean(lines, "integer, memory, fp", row -> STEADY.contains(row.group()), "");
        addGeomean(lines, "all that is timed", row -> true, "");
        return lines;
    }

    private String line(Row row) {
        Pair values = rows.get(row);
        if (values == null || values.ours().size() != values.theirs().size()) {
            throw new IllegalStateException(row.name() + " was not measured equally often for both");
        }
        List<Double> each = new ArrayList<>();
        for (int round = 0; round < values.ours().size(); round++) {
            each.add(ratioOf(row, values, round));
        }
        String ratio = spread("%.2f", each);
        return line(
                row.name(),
                row.unit().label,
                spread("%.3f", values.ours()),
                spread("%.3f", values.theirs()),
                ratio,
                "");
    }

    /** A line with the geometric mean of what is timed among these, for each round; none where nothing is timed. */
    private void addGeomean(List<String> lines, String name, Predicate<Row> among, String speed) {
        List<Row> timed = rows.keySet().stream()
                .filter(among)
                .filter(row -> row.unit() == Unit.SECONDS)
                .toList();
        if (timed.isEmpty()) {
            return;
        }
        int rounds = pair(timed.getFirst()).ours().size();
        List<Double> each = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            int number = round;
            each.add(Math.exp(timed.stream()
                    .mapToDouble(row -> Math.log(ratioOf(row, pair(row), number)))
                    .average()
                    .orElseThrow()));
        }
        lines.add(line(name + ": geomean", "", "", "", spread("%.2f", each), speed));
    }

    private Pair pair(Row row) {
        Pair values = rows.get(row);
        if (values == null) {
            throw new IllegalStateException(row.name() + " was not measured");
        }
        return values;
    }

    private static double ratioOf(Row row, Pair values, int round) {
        return row.unit().ratio(values.ours().get(round), values.theirs().get(round));
    }

    private static String spread(String format, List<Double> values) {
        DoubleSummaryStatistics statistics =
                values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return String.format(
                Locale.ROOT,
                format + " (" + format + "-" + format + ")",
                median(values),
                statistics.getMin(),
                statistics.getMax());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String line(String row, String unit, String ours, String theirs, String ratio, String speed) {
        return String.format(Locale.ROOT, "%-28s %-3s %-28s %-28s %-18s %8s", row, unit, ours, theirs, ratio, speed)
                .stripTrailing();
    }
}
