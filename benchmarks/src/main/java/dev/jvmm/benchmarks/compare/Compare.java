// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import dev.jvmm.cli.debian.DebianArchive;
import dev.jvmm.cli.debian.ProgressPrinter;
import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code benchmarks/compare}: jvmm and the newest QEMU TCG by turns, in the same minutes on the same machine, since times of
 * different days cannot be compared.
 */
public final class Compare {
    private final Options options;
    private final Path top;
    private final Path folder;

    private Compare(Options options, Path top) throws IOException {
        this.options = options;
        this.top = top;
        folder = Files.createDirectories(top.resolve("benchmarks/target/compare"));
    }

    /** The system property {@code jvmm.top} is the source tree. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            Path top = Path.of(System.getProperty("jvmm.top", "")).toAbsolutePath();
            new Compare(Options.of(List.of(arguments)), top).run();
        } catch (IllegalArgumentException e) {
            System.err.println("compare: " + e.getMessage());
            System.exit(2);
        } catch (VmException e) {
            System.err.println("compare: " + e.getMessage());
            System.exit(e.kind() == VmException.Kind.HOST ? 3 : 1);
        } catch (IOException e) {
            System.err.println("compare: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException {
        DebianArchive archive = DebianArchive.open(new ProgressPrinter(System.err, System.console() != null));
        GuestPrograms programs = new GuestPrograms(top, folder, archive);
        if (options.buildOnly()) {
            System.out.println(programs.bare());
            return;
        }
        Ingredients ingredients = new Ingredients(folder, archive, programs, options.scale(), options.warm());
        Vmm ours = ours();
        Vmm theirs = options.againstJvmm() ? Jvmm.plain(top) : ingredients.qemu();
        Map<Batch, Guest> guests = new LinkedHashMap<>();
        for (Batch batch : options.batches()) {
            guests.put(batch, batch.guest(ingredients));
        }
        Comparison comparison = new Comparison(ours.label(), theirs.label());
        for (int round = 1; round <= options.rounds(); round++) {
            for (Map.Entry<Batch, Guest> entry : guests.entrySet()) {
                // Neither of the two always comes second.
                for (Vmm vmm : round % 2 == 1 ? List.of(ours, theirs) : List.of(theirs, ours)) {
                    Figures figures = entry.getKey().run(vmm, entry.getValue(), folder, options.patience());
                    tell(round, vmm, figures);
                    if (vmm == ours) {
                        comparison.addOurs(entry.getKey().group(), figures);
                    } else {
                        comparison.addTheirs(figures);
                    }
                }
            }
        }
        print(theirs, comparison);
    }

    private Vmm ours() {
        Jvmm plain = Jvmm.plain(top);
        return options.variant().map(plain::with).orElse(plain).with(options.jvmmOptions(), options.javaOptions());
    }

    private void tell(int round, Vmm vmm, Figures figures) {
        StringBuilder line = new StringBuilder("round %d of %d, %s:".formatted(round, options.rounds(), vmm.label()));
        figures.values().forEach((row, value) -> line.append(" %s %.3f".formatted(row.name(), value)));
        System.err.println(line);
    }

    private void print(Vmm theirs, Comparison comparison) throws IOException, InterruptedException {
        System.out.printf(
                "%sJDK %s; %d processors; %d rounds, kernels at scale %d after %d ms%n%n",
                theirs instanceof Qemu qemu ? qemu.version() + "; " : "",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                options.rounds(),
                options.scale(),
                options.warm());
        comparison.lines().forEach(System.out::println);
        System.out.println();
        System.out.println("The ratio is the first one's speed relative to the second's: above 1, the first is faster"
                + " (or needs less memory).");
        System.out.println("docs/benchmarks.md says what each is. The guests are in " + folder + ".");
    }
}
