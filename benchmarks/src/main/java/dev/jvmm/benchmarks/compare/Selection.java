// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which workloads the names on the command line mean. */
final class Selection {
    private Selection() {}

    /** The guests to run for these names of workloads and groups; all of them for no name. */
    static List<Batch> of(List<String> names) {
        Set<Kernel> kernels = new LinkedHashSet<>();
        Set<Whole> wholes = new LinkedHashSet<>();
        List<String> wanted = names.isEmpty()
                ? Arrays.stream(Group.values()).map(group -> group.label).toList()
                : names;
        for (String name : wanted) {
            Optional<Group> group = Group.named(name);
            List<Kernel> ofName = Arrays.stream(Kernel.values())
                    .filter(kernel -> kernel.label().equals(name) || group.equals(Optional.of(kernel.group)))
                    .toList();
            List<Whole> wholesOfName = Arrays.stream(Whole.values())
                    .filter(whole -> whole.label().equals(name) || group.equals(Optional.of(whole.group())))
                    .toList();
            if (ofName.isEmpty() && wholesOfName.isEmpty()) {
                throw new IllegalArgumentException("no workload '" + name + "'; there are " + labels());
            }
            kernels.addAll(ofName);
            wholes.addAll(wholesOfName);
        }
        List<Batch> batches = new ArrayList<>();
        for (Group group : Group.values()) {
            List<Kernel> ofGroup = kernels.stream()
                    .filter(kernel -> kernel.group == group)
                    .sorted()
                    .toList();
            if (!ofGroup.isEmpty()) {
                batches.add(new KernelBatch(group, ofGroup));
            }
            wholes.stream().filter(whole -> whole.group() == group).sorted().forEach(batches::add);
        }
        return batches;
    }

    private static String labels() {
        return String.join(
                " ",
                Arrays.stream(Group.values())
                        .map(group -> group.label + " ("
                                + String.join(
                                        " ",
                                        Stream.concat(
                                                        Arrays.stream(Kernel.values())
                                                                .filter(kernel -> kernel.group == group)
                                                                .map(Kernel::label),
                                                        Arrays.stream(Whole.values())
                                                                .filter(whole -> whole.group() == group)
                                                                .map(Whole::label))
                                                .toList())
                                + ")")
                        .toList());
    }
}
