// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.model.Device;
import dev.jvmm.cli.debian.DebianArchive;
import dev.jvmm.cli.debian.Kernels;
import dev.jvmm.cli.debian.Progress;
import dev.jvmm.cli.debian.Suite;
import dev.jvmm.cli.debian.TinyInitramfs;
import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** jvmm's container image, started as an orchestrator would; no registry, no network, no privileges. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainerIT {
    private static final Path KVM = Path.of("/dev/kvm");
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    @TempDir
    private Path work;

    private @Nullable DebianArchive archive;

    /** Made for the first test that runs. */
    @BeforeEach
    void build() throws IOException, InterruptedException {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "no Docker engine that Testcontainers can talk to: start one, or set DOCKER_HOST");
        if (archive != null) {
            return;
        }
        DebianArchive opened = DebianArchive.open(Progress.NONE);
        try {
            new ContainerImage(DockerClientFactory.instance().client(), opened).build();
        } catch (VmException e) {
            assumeTrue(false, "the image cannot be made here: " + e.getMessage());
        }
        archive = opened;
    }

    @Test
    void aGuestBootsOnTheSoftwareCpuAndTheContainerEndsWithIt() throws IOException {
        try (GenericContainer<?> container = guest("soft")) {
            bootToItsEnd(container);
        }
    }

    @Test
    void aGuestBootsOnKvmWhereTheDeviceIsPassedIn() throws IOException {
        assumeTrue(System.getProperty("os.arch").equals("aarch64"), "this host is not arm64");
        assumeTrue(Files.isReadable(KVM), "no " + KVM + " here that this user may use");
        try (GenericContainer<?> container = withDevice(guest("kvm"))) {
            bootToItsEnd(container);
        }
    }

    @Test
    void theDoctorSaysHowToPassTheDeviceIn() {
        try (GenericContainer<?> container =
                container("doctor").waitingFor(Wait.forLogMessage(".*backend kvm: .*", 1))) {
            container.start();
            assertThat(container.getLogs())
                    .contains("backend kvm: no /dev/kvm", "--device /dev/kvm")
                    .contains("backend soft: can be used, and is what --backend auto takes");
        }
    }

    @Test
    void theDoctorOpensTheDeviceThatIsPassedIn() {
        assumeTrue(Files.isReadable(KVM), "no " + KVM + " here that this user may use");
        try (GenericContainer<?> container =
                withDevice(container("doctor")).waitingFor(Wait.forLogMessage(".*backend kvm: .*", 1))) {
            container.start();
            assertThat(container.getLogs())
                    .containsAnyOf("backend kvm: can be used", "backend kvm: this host's KVM runs x86 guests");
        }
    }

    private GenericContainer<?> guest(String backend) throws IOException {
        DebianArchive packages = Objects.requireNonNull(archive);
        Kernels.Kernel kernel = new Kernels(packages).kernel(Suite.TRIXIE, Kernels.Flavour.CLOUD);
        Path initramfs = work.resolve("initramfs");
        TinyInitramfs.write(initramfs, TinyInitramfs.busybox(packages, Suite.BOOKWORM), kernel);
        return container(
                        "run",
                        "--kernel",
                        "/guest/kernel",
                        "--initrd",
                        "/guest/initramfs",
                        "--cmdline",
                        "console=ttyAMA0 quiet panic=-1",
                        "--memory",
                        "256M",
                        "--backend",
                        backend)
                .withCopyFileToContainer(MountableFile.forHostPath(kernel.image()), "/guest/kernel")
                .withCopyFileToContainer(MountableFile.forHostPath(initramfs), "/guest/initramfs")
                .withSharedMemorySize(512L << 20)
                .waitingFor(Wait.forLogMessage(".*CHECK done.*", 1).withStartupTimeout(PATIENCE));
    }

    /** A short-lived container is all right: the wait for its log decides. */
    private static GenericContainer<?> container(String... command) {
        return new GenericContainer<>(DockerImageName.parse(ContainerImage.NAME))
                .withImagePullPolicy(image -> false)
                .withStartupCheckStrategy(new StartedOnce())
                .withCommand(command);
    }

    private static GenericContainer<?> withDevice(GenericContainer<?> container) {
        return container.withCreateContainerCmdModifier(command -> Objects.requireNonNull(command.getHostConfig())
                .withDevices(List.of(new Device("rwm", KVM.toString(), KVM.toString()))));
    }

    private static void bootToItsEnd(GenericContainer<?> container) throws IOException {
        container.start();
        try (WaitContainerResultCallback end = container
                .getDockerClient()
                .waitContainerCmd(container.getContainerId())
                .start()) {
            assertThat(end.awaitStatusCode(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as(container.getLogs())
                    .isZero();
        }
        assertThat(container.getLogs()).contains("CHECK done");
    }
}
