// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.kvm;

import dev.jvmm.cli.debian.DebianArchive;
import dev.jvmm.cli.debian.Firmware;
import dev.jvmm.cli.debian.Kernels;
import dev.jvmm.cli.debian.Suite;
import dev.jvmm.cli.debian.TinyImage;
import dev.jvmm.cli.debian.TinyInitramfs;
import dev.jvmm.core.cpu.GicVersion;
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

/** The KVM backend on a real arm64 KVM with GICv3, in an emulated arm64 machine; one boot of it serves every test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NestedKvmIT {
    private static final String GUEST_COMMAND_LINE =
            "console=ttyAMA0 quiet panic=-1 jvmm.run=efivar-read,efivar-write jvmm.value=persisted";

    private final NestedProof proof = new NestedProof(
            GicVersion.V3, KvmProof.Group.FIGURES, KvmProof.Group.BEHAVIOUR, KvmProof.Group.KVM, KvmProof.Group.LINUX);

    @BeforeAll
    void bootAndRun(@TempDir Path work)
            throws IOException, InterruptedException, URISyntaxException, ClassNotFoundException {
        proof.run(work, NestedSystem.Hardware.GICV3, archive -> guests(work, archive));
    }

    private static List<NestedSystem.JobFile> guests(Path work, DebianArchive archive)
            throws IOException, InterruptedException {
        Kernels.Kernel kernel = new Kernels(archive).kernel(Suite.TRIXIE, Kernels.Flavour.CLOUD);
        Path initramfs = work.resolve("initramfs");
        TinyInitramfs.write(initramfs, TinyInitramfs.busybox(archive, Suite.BOOKWORM), kernel);
        Firmware.Edk2 firmware = new Firmware(archive).edk2(Suite.BOOKWORM);
        Path disk = work.resolve("disk.img");
        new TinyImage(archive).write(disk, Suite.BOOKWORM, kernel, GUEST_COMMAND_LINE);
        List<NestedSystem.JobFile> files = new ArrayList<>();
        ExitLoop.compile(work).ifPresent(program -> files.add(new NestedSystem.JobFile(ExitLoop.NAME, program)));
        files.addAll(List.of(
                new NestedSystem.JobFile("kernel", kernel.image()),
                new NestedSystem.JobFile("initramfs", initramfs),
                new NestedSystem.JobFile("AAVMF_CODE.fd", firmware.code()),
                new NestedSystem.JobFile("AAVMF_VARS.fd", firmware.variables()),
                new NestedSystem.JobFile("disk.img", disk)));
        return files;
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
