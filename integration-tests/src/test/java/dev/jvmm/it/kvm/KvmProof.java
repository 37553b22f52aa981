// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.kvm;

import dev.jvmm.core.cpu.Availability;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.it.behaviour.Scenarios;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;

/** Runs inside the nested arm64 system; each line that begins with PROOF is read by the test outside. */
public final class KvmProof {
    /** What can be run, by the name on the command line. */
    enum Group {
        /** What things take; before everything else, in a JVM that has done nothing yet. */
        FIGURES {
            @Override
            Map<String, Runnable> scenarios(Hypervisor kvm, GicVersion gic, Path files) {
                return new FigureScenarios(gic, files).all();
            }
        },
        /** What every backend must do. */
        BEHAVIOUR {
            @Override
            Map<String, Runnable> scenarios(Hypervisor kvm, GicVersion gic, Path files) {
                return Scenarios.of(kvm, gic);
            }
        },
        /** What only KVM has. */
        KVM {
            @Override
            Map<String, Runnable> scenarios(Hypervisor kvm, GicVersion gic, Path files) {
                return new KvmScenarios(kvm, gic).all();
            }
        },
        /** The optional features of a CPU that has them all. */
        FEATURES {
            @Override
            Map<String, Runnable> scenarios(Hypervisor kvm, GicVersion gic, Path files) {
                return new FeatureScenarios(kvm, gic).all();
            }
        },
        /** Linux, by itself and from a disk. */
        LINUX {
            @Override
            Map<String, Runnable> scenarios(Hypervisor kvm, GicVersion gic, Path files) {
                return new LinuxScenarios(files).all();
            }
        };

        /**
         * The scenarios by name, in the order to run them.
         *
         * @param gic the interrupt controller of the guests
         * @param files what the job brought along
         */
        abstract Map<String, Runnable> scenarios(Hypervisor kvm, GicVersion gic, Path files);
    }

    private KvmProof() {}

    /** @param arguments the folder of the job's files, the guests' interrupt controller, the groups to run */
    public static void main(String[] arguments) {
        Hypervisor kvm = ServiceLoader.load(Hypervisor.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(hypervisor -> hypervisor.name().equals("kvm"))
                .findFirst()
                .orElseThrow();
        Availability availability = kvm.probe();
        System.out.println("PROOF probe " + availability + ", " + kvm.gicVersions());
        Path files = Path.of(arguments[0]);
        GicVersion gic = GicVersion.valueOf(arguments[1]);
        Map<String, Runnable> scenarios = new LinkedHashMap<>();
        for (int i = 2; i < arguments.length; i++) {
            scenarios.putAll(Group.valueOf(arguments[i]).scenarios(kvm, gic, files));
        }
        scenarios.forEach(KvmProof::run);
        System.out.println("PROOF end");
    }

    private static void run(String name, Runnable scenario) {
        long start = System.nanoTime();
        try {
            scenario.run();
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.println("PROOF ok " + name + " (" + millis + " ms)");
        } catch (RuntimeException | AssertionError | LinkageError e) {
            System.out.println("PROOF failed " + name + ": " + e);
            e.printStackTrace(System.out);
        }
    }
}
