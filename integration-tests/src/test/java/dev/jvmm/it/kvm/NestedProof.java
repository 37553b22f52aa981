// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.kvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.jr.ob.JSON;
import dev.jvmm.cli.debian.DebianArchive;
import dev.jvmm.cli.debian.Progress;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.core.error.VmException;
import dev.jvmm.devices.uart.Pl011;
import dev.jvmm.kvm.arm64.KvmHypervisor;
import dev.jvmm.machine.Vm;
import io.airlift.compress.v3.MalformedInputException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.slf4j.Logger;
import org.tukaani.xz.XZInputStream;

/** One boot of the nested system, with {@link KvmProof} in it, and what it said. */
final class NestedProof {
    private static final long TIMEOUT_SECONDS = 1200;

    /** One class of each module and library that the program inside needs. */
    private static final List<Class<?>> CODE = List.of(
            KvmProof.class,
            KvmHypervisor.class,
            Vm.class,
            Pl011.class,
            Hypervisor.class,
            Logger.class,
            JSON.class,
            JsonFactory.class,
            XZInputStream.class,
            MalformedInputException.class);

    private static final String SCRIPT = """
            cd /job
            exec $(echo /usr/lib/jvm/java-25-openjdk-*/bin/java) -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto \
              --enable-native-access=ALL-UNNAMED -cp "$(echo /job/lib/* | tr ' ' ':')" dev.jvmm.it.kvm.KvmProof /job\
            """;

    /** QEMU leaves SSE, bit 21, out of the syndrome of a data abort, so that no hypervisor in it can extend a load. */
    private static final String NEEDS_SSE = "a signed load extends what the device answers";

    private final GicVersion gic;
    private final List<KvmProof.Group> groups;
    private final List<String> console = new ArrayList<>();

    /** @param gic the interrupt controller of host and guests */
    NestedProof(GicVersion gic, KvmProof.Group... groups) {
        this.gic = gic;
        this.groups = List.of(groups);
    }

    /** What the guests need beside the code. */
    interface Files {
        List<NestedSystem.JobFile> make(DebianArchive archive) throws IOException, InterruptedException;
    }

    /** Boots the system and runs the program; the tests of the caller are skipped where the system cannot be had. */
    void run(Path work, NestedSystem.Hardware hardware, Files more)
            throws IOException, InterruptedException, URISyntaxException, ClassNotFoundException {
        List<NestedSystem.JobFile> files = new ArrayList<>();
        List<Class<?>> code = new ArrayList<>(CODE);
        // By name: the rule that vmm-kvm alone uses JNA holds here too.
        code.add(Class.forName("com.sun.jna.Native"));
        for (Class<?> one : code) {
            Path place = Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
            String suffix = place.toString().endsWith(".jar") ? ".jar" : "";
            files.add(new NestedSystem.JobFile("lib/" + files.size() + suffix, place));
        }
        String script =
                groups.stream().map(Enum::name).collect(Collectors.joining(" ", SCRIPT + " " + gic + " ", "\n"));
        try {
            DebianArchive archive = DebianArchive.open(Progress.NONE);
            files.addAll(more.make(archive));
            console.addAll(new NestedSystem(archive).run(work, script, files, hardware, TIMEOUT_SECONDS));
        } catch (VmException e) {
            assumeTrue(false, "the nested arm64 system cannot be made here: " + e.getMessage());
        }
    }

    /** The lines of the console. */
    List<String> console() {
        return console;
    }

    /** The kernel inside offers KVM, the backend sees it, and the program came to its end. */
    void check() {
        assertThat(console).contains("PROOF probe Available[], [" + gic + "]");
        assertThat(console).contains("PROOF end");
        assertThat(console).anySatisfy(line -> assertThat(line).startsWith("NESTED end 0 "));
    }

    /** A test for each scenario. */
    Stream<DynamicTest> scenarios() {
        // Not run here: only their names are needed.
        Hypervisor notUsed = new KvmHypervisor();
        return groups.stream()
                .flatMap(group -> group.scenarios(notUsed, gic, Path.of("")).keySet().stream())
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    String outcome = outcome(name);
                    assumeFalse(
                            name.endsWith(NEEDS_SSE) && outcome.startsWith("PROOF failed"),
                            "QEMU's syndrome of a signed load lacks SSE");
                    assertThat(outcome).startsWith("PROOF ok ");
                }));
    }

    private String outcome(String scenario) {
        return console.stream()
                .filter(line -> line.startsWith("PROOF ok " + scenario + " (")
                        || line.startsWith("PROOF failed " + scenario + ":"))
                .findFirst()
                .orElse("nothing about it on the console");
    }
}
