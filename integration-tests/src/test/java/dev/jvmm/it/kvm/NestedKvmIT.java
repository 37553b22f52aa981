// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.kvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.jr.ob.JSON;
import dev.jvmm.cli.debian.DebianArchive;
import dev.jvmm.cli.debian.Firmware;
import dev.jvmm.cli.debian.Kernels;
import dev.jvmm.cli.debian.Progress;
import dev.jvmm.cli.debian.Suite;
import dev.jvmm.cli.debian.TinyImage;
import dev.jvmm.cli.debian.TinyInitramfs;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.tukaani.xz.XZInputStream;

/** The KVM backend on a real arm64 KVM, in an emulated arm64 machine; one boot of it serves every test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NestedKvmIT {
    private static final int CPUS = 2;
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

    private static final String GUEST_COMMAND_LINE =
            "console=ttyAMA0 quiet panic=-1 jvmm.run=efivar-read,efivar-write jvmm.value=persisted";

    private static final String SCRIPT = """
            cd /job
            exec $(echo /usr/lib/jvm/java-25-openjdk-*/bin/java) -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto \
              --enable-native-access=ALL-UNNAMED -cp "$(echo /job/lib/* | tr ' ' ':')" dev.jvmm.it.kvm.KvmProof /job
            """;

    private final List<String> console = new ArrayList<>();

    @BeforeAll
    void bootAndRun(@TempDir Path work)
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
        try {
            DebianArchive archive = DebianArchive.open(Progress.NONE);
            Kernels.Kernel kernel = new Kernels(archive).kernel(Suite.TRIXIE, Kernels.Flavour.CLOUD);
            Path initramfs = work.resolve("initramfs");
            TinyInitramfs.write(initramfs, TinyInitramfs.busybox(archive, Suite.BOOKWORM), kernel);
            files.add(new NestedSystem.JobFile("kernel", kernel.image()));
            files.add(new NestedSystem.JobFile("initramfs", initramfs));
            Firmware.Edk2 firmware = new Firmware(archive).edk2(Suite.BOOKWORM);
            files.add(new NestedSystem.JobFile("AAVMF_CODE.fd", firmware.code()));
            files.add(new NestedSystem.JobFile("AAVMF_VARS.fd", firmware.variables()));
            Path disk = work.resolve("disk.img");
            new TinyImage(archive).write(disk, Suite.BOOKWORM, kernel, GUEST_COMMAND_LINE);
            files.add(new NestedSystem.JobFile("disk.img", disk));
            console.addAll(new NestedSystem(archive).run(work, SCRIPT, files, CPUS, TIMEOUT_SECONDS));
        } catch (VmException e) {
            assumeTrue(false, "the nested arm64 system cannot be made here: " + e.getMessage());
        }
    }

    @Test
    void theKernelOffersKvmAndTheBackendSeesIt() {
        assertThat(console).anySatisfy(line -> assertThat(line).startsWith("PROOF probe Available[], [V3]"));
    }

    @Test
    void theProgramRanToItsEndAndTheSystemPoweredOff() {
        assertThat(console).contains("PROOF end");
        assertThat(console).anySatisfy(line -> assertThat(line).startsWith("NESTED end 0 "));
    }

    @TestFactory
    Stream<DynamicTest> scenarios() {
        // Not run here: only their names are needed.
        Hypervisor notUsed = new KvmHypervisor();
        return Stream.of(
                        new BareMetalScenarios(notUsed).all(),
                        new KvmScenarios(notUsed).all(),
                        new LinuxScenarios(Path.of("")).all())
                .flatMap(scenarios -> scenarios.keySet().stream())
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> assertThat(outcome(name)).startsWith("PROOF ok ")));
    }

    private String outcome(String scenario) {
        return console.stream()
                .filter(line -> line.startsWith("PROOF ok " + scenario) || line.startsWith("PROOF failed " + scenario))
                .findFirst()
                .orElse("nothing about it on the console");
    }
}
