// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.kvm;

import dev.jvmm.core.cpu.Availability;
import dev.jvmm.core.cpu.Hypervisor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;

/** Runs inside the nested arm64 system; each line that begins with PROOF is read by the test outside. */
public final class KvmProof {
    private KvmProof() {}

    public static void main(String[] arguments) {
        Hypervisor kvm = ServiceLoader.load(Hypervisor.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(hypervisor -> hypervisor.name().equals("kvm"))
                .findFirst()
                .orElseThrow();
        Availability availability = kvm.probe();
        System.out.println("PROOF probe " + availability + ", " + kvm.gicVersions());
        Map<String, Runnable> scenarios = new LinkedHashMap<>(new BareMetalScenarios(kvm).all());
        scenarios.putAll(new KvmScenarios(kvm).all());
        scenarios.putAll(new LinuxScenarios(Path.of(arguments[0])).all());
        for (Map.Entry<String, Runnable> scenario : scenarios.entrySet()) {
            long start = System.nanoTime();
            try {
                scenario.getValue().run();
                long millis = (System.nanoTime() - start) / 1_000_000;
                System.out.println("PROOF ok " + scenario.getKey() + " (" + millis + " ms)");
            } catch (RuntimeException | AssertionError | LinkageError e) {
                System.out.println("PROOF failed " + scenario.getKey() + ": " + e);
                e.printStackTrace(System.out);
            }
        }
        System.out.println("PROOF end");
    }
}
