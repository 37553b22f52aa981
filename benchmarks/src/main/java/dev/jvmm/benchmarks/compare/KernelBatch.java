// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Kernels of one group, one after the other in one guest. */
record KernelBatch(Group group, List<Kernel> kernels) implements Batch {
    KernelBatch {
        kernels = List.copyOf(kernels);
    }

    @Override
    public Guest guest(Ingredients ingredients) throws IOException, InterruptedException {
        String run = "run=" + kernels.stream().map(Kernel::label).collect(Collectors.joining(","));
        return switch (group) {
            case INTEGER, MEMORY, FP -> ingredients.bare(1, false, run);
            case SYSTEM -> ingredients.bare(1, true, run);
            case PARALLEL -> ingredients.bare(2, false, run);
            case LINUX -> ingredients.linuxPrograms(run);
            case BOOT, VM -> throw new IllegalStateException(group + " has no kernels");
        };
    }

    @Override
    public Figures measure(GuestRun run, Guest guest, Duration patience) throws IOException, InterruptedException {
        Map<Row, Double> values = new LinkedHashMap<>();
        Kernel.results(kernels, run.awaitEnd(patience))
                .forEach((kernel, result) -> values.put(kernel.row(), result.seconds()));
        Double alone = values.get(Kernel.PARALLEL_1.row());
        Double together = values.get(Kernel.PARALLEL_2.row());
        if (alone != null && together != null) {
            values.put(new Row(group, "scaling", Unit.TIMES), 2 * alone / together);
        }
        return new Figures(values, run.instructionsPerSecond());
    }
}
