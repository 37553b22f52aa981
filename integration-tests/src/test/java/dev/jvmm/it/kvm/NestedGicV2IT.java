// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.kvm;

import dev.jvmm.core.cpu.GicVersion;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The KVM backend on a host whose interrupt controller is a GICv2, and whose CPU has every feature that QEMU knows; one
 * boot of it serves every test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NestedGicV2IT {
    private final NestedProof proof =
            new NestedProof(GicVersion.V2, KvmProof.Group.BEHAVIOUR, KvmProof.Group.KVM, KvmProof.Group.FEATURES);

    @BeforeAll
    void bootAndRun(@TempDir Path work)
            throws IOException, InterruptedException, URISyntaxException, ClassNotFoundException {
        proof.run(work, NestedSystem.Hardware.GICV2_MAX, archive -> List.of());
    }

    @Test
    void theBackendSeesKvmAndTheProgramRanToItsEnd() {
        proof.check();
    }

    @TestFactory
    Stream<DynamicTest> scenarios() {
        return proof.scenarios();
    }
}
