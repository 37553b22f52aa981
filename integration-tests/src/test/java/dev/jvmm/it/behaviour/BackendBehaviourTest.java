// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.behaviour;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvmm.core.cpu.Availability;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.Hypervisor;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One suite of behaviour for every backend, with each interrupt controller it can make on this host. */
class BackendBehaviourTest {
    @TestFactory
    Stream<DynamicNode> everyBackendDoesTheSame() {
        return ServiceLoader.load(Hypervisor.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(backend -> DynamicContainer.dynamicContainer(backend.name(), scenarios(backend)));
    }

    private static Stream<DynamicTest> scenarios(Hypervisor backend) {
        return switch (backend.probe()) {
            case Availability.Available() -> Stream.of(GicVersion.values()).flatMap(gic -> scenarios(backend, gic));
            case Availability.Unavailable(String reason) ->
                Stream.of(DynamicTest.dynamicTest(backend.name(), () -> assumeTrue(false, reason)));
        };
    }

    private static Stream<DynamicTest> scenarios(Hypervisor backend, GicVersion gic) {
        if (!backend.gicVersions().contains(gic)) {
            return Stream.of(DynamicTest.dynamicTest(
                    backend.name() + " with GIC" + gic,
                    () -> assumeTrue(false, "this host has no GIC" + gic + " for guests")));
        }
        return Scenarios.of(backend, gic).entrySet().stream()
                .map(scenario ->
                        DynamicTest.dynamicTest(backend.name() + " " + scenario.getKey(), scenario.getValue()::run));
    }
}
