// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.assembly;

import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.cpu.Availability;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.core.error.VmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which backend runs the vCPUs.
 *
 * @param passedOver why each backend that would have been preferred is not it
 */
public record BackendSelection(Hypervisor hypervisor, List<String> passedOver) {
    public BackendSelection {
        passedOver = List.copyOf(passedOver);
    }

    /** The name of the backend. */
    public String name() {
        return hypervisor.name();
    }

    /**
     * Chooses what {@code --backend} asks for, or the one of the highest preference that can run here.
     *
     * @throws VmException when that one cannot, or none can
     */
    static BackendSelection select(String wanted, List<Hypervisor> backends) {
        List<Hypervisor> candidates = backends.stream()
                .filter(backend ->
                        wanted.equals(VmConfig.AUTO) || backend.name().equals(wanted))
                .sorted(Comparator.comparingInt(Hypervisor::preference).reversed())
                .toList();
        if (candidates.isEmpty()) {
            String known = backends.stream().map(Hypervisor::name).sorted().collect(Collectors.joining(", "));
            throw VmException.usage(
                    "--backend " + wanted + ": there is no such backend; there are: " + VmConfig.AUTO + ", " + known);
        }
        List<String> refusals = new ArrayList<>();
        for (Hypervisor candidate : candidates) {
            switch (candidate.probe()) {
                case Availability.Available() -> {
                    return new BackendSelection(candidate, refusals);
                }
                case Availability.Unavailable(String reason) -> refusals.add(candidate.name() + ": " + reason);
            }
        }
        throw VmException.host("--backend " + wanted + ": " + String.join("; ", refusals));
    }
}
