// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import dev.jvmm.cli.debian.DebianArchive;
import dev.jvmm.cli.debian.ProgressPrinter;
import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code benchmarks/compare [--rounds N] [--scale N] [--patience SECONDS] [--build] [NAME...]}: jvmm and the newest QEMU TCG by turns, in
 * the same minutes on the same machine, since times of different days cannot be compared.
 */
public final class Compare {
    private int rounds = 3;
    private int scale = 40;
    private boolean buildOnly;
    private Duration patience = Duration.ofSeconds(900);
    private final List<Workload> workloads = new ArrayList<>();

    private Compare(List<String> arguments) {
        for (int at = 0; at < arguments.size(); at++) {
            String argument = arguments.get(at);
            switch (argument) {
                case "--build" -> buildOnly = true;
                case "--rounds" -> rounds = number(arguments, ++at);
                case "--scale" -> scale = number(arguments, ++at);
                case "--patience" -> patience = Duration.ofSeconds(number(arguments, ++at));
                default -> workloads.add(Workload.named(argument));
            }
        }
        if (workloads.isEmpty()) {
            workloads.addAll(Arrays.asList(Workload.values()));
        }
    }

    private static int number(List<String> arguments, int at) {
        String option = arguments.get(at - 1);
        if (at == arguments.size() || !arguments.get(at).matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(option + ": give a number of 1 or more");
        }
        return Integer.parseInt(arguments.get(at));
    }

    /** The system property {@code jvmm.top} is the source tree. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            new Compare(List.of(arguments))
                    .run(Path.of(System.getProperty("jvmm.top", "")).toAbsolutePath());
        } catch (IllegalArgumentException e) {
            System.err.println("compare: " + e.getMessage());
            System.exit(2);
        } catch (VmException e) {
            System.err.println("compare: " + e.getMessage());
            System.exit(e.kind() == VmException.Kind.HOST ? 3 : 1);
        }
    }

    private void run(Path top) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(top.resolve("benchmarks/target/compare"));
        if (buildOnly) {
            DebianArchive archive = DebianArchive.open(new ProgressPrinter(System.err, System.console() != null));
            System.out.println(new GuestPrograms(top, folder, archive).bare());
            return;
        }
        Ingredients ingredients = new Ingredients(top, folder, scale);
        Map<Workload, Guest> guests = new LinkedHashMap<>();
        for (Workload workload : workloads) {
            guests.put(workload, workload.guest(ingredients));
        }
        Map<Workload, Comparison> comparisons = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<Workload, Guest> entry : guests.entrySet()) {
                Workload workload = entry.getKey();
                Comparison comparison = comparisons.computeIfAbsent(workload, Comparison::new);
                for (Vmm vmm : order(round)) {
                    Figures figures = workload.run(vmm, ingredients, entry.getValue(), folder, patience);
                    System.err.printf("round %d of %d, %s: %s%n", round, rounds, vmm, figures.values());
                    comparison.add(vmm, figures);
                }
            }
        }
        print(ingredients, comparisons);
    }

    /** Neither of the two always comes second. */
    private static List<Vmm> order(int round) {
        return round % 2 == 1 ? List.of(Vmm.JVMM, Vmm.QEMU) : List.of(Vmm.QEMU, Vmm.JVMM);
    }

    private void print(Ingredients ingredients, Map<Workload, Comparison> comparisons)
            throws IOException, InterruptedException {
        System.out.printf(
                "%s; JDK %s; %d processors; %d rounds, integer guest at scale %d%n%n",
                ingredients.qemuVersion(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                rounds,
                scale);
        System.out.println(Comparison.header());
        comparisons.values().forEach(comparison -> comparison.lines().forEach(System.out::println));
        System.out.println();
        comparisons.keySet().forEach(workload -> System.out.println(workload.label + ": " + workload.why));
        System.out.println("A ratio below 1: jvmm needs less. docs/benchmarks.md says how each is measured.");
    }
}
