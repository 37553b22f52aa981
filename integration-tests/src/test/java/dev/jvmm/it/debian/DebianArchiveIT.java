// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.cli.debian.Arch;
import dev.jvmm.cli.debian.DebianArchive;
import dev.jvmm.cli.debian.Firmware;
import dev.jvmm.cli.debian.Kernels;
import dev.jvmm.cli.debian.Program;
import dev.jvmm.cli.debian.Progress;
import dev.jvmm.cli.debian.Suite;
import dev.jvmm.cli.debian.TinyImage;
import dev.jvmm.cli.debian.ToolFolder;
import dev.jvmm.cli.debian.Tools;
import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs the network once; what it fetches stays in the user's cache. */
class DebianArchiveIT {
    private final DebianArchive archive = DebianArchive.open(Progress.NONE);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bookworm", "trixie", "sid"})
    void firmwareOfEachSuiteFillsItsFlashBanks(String suite) throws IOException {
        Firmware.Edk2 edk2 = new Firmware(archive).edk2(new Suite(suite));

        assertThat(Files.size(edk2.code())).isEqualTo(64L << 20);
        assertThat(Files.size(edk2.variables())).isEqualTo(64L << 20);
    }

    @Test
    void theNewestKernelIsAnArm64ImageWithItsModules() throws IOException {
        Kernels.Kernel kernel = new Kernels(archive).kernel(Suite.SID, Kernels.Flavour.GENERIC);

        byte[] header = new byte[64];
        try (var image = Files.newInputStream(kernel.image())) {
            assertThat(image.readNBytes(header, 0, header.length)).isEqualTo(header.length);
        }
        // "ARM\x64" at offset 56 (Documentation/arch/arm64/booting.rst)
        assertThat(new String(header, 56, 4, java.nio.charset.StandardCharsets.ISO_8859_1))
                .isEqualTo("ARMd");
        assertThat(kernel.modules().has("virtio_blk")).isTrue();
    }

    @Test
    void modulesComeAfterThoseTheyDependOn() {
        Kernels.Kernel kernel = new Kernels(archive).kernel(Suite.BOOKWORM, Kernels.Flavour.GENERIC);

        assertThat(kernel.modules().closure(List.of("virtio_net", "ext4")).keySet())
                .containsSubsequence("failover", "net_failover", "virtio_net")
                .containsSubsequence("jbd2", "ext4");
    }

    @Test
    void twoThreadsThatWantTheSamePackageBothGetIt() throws InterruptedException, ExecutionException {
        DebianArchive fresh = DebianArchive.open(folder, Progress.NONE);
        Callable<Path> want = () -> fresh.packageRoot(Suite.BOOKWORM, Arch.ARM64, "busybox-static");
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Path> first = threads.submit(want);
            Future<Path> second = threads.submit(want);

            assertThat(first.get()).isEqualTo(second.get());
            assertThat(first.get().resolve("bin/busybox")).isExecutable();
        }
    }

    @Test
    void aPackageThatIsNotThereIsNamedInOneLine() {
        assertThatThrownBy(() -> archive.packageRoot(Suite.BOOKWORM, Arch.ARM64, "no-such-package"))
                .isInstanceOf(VmException.class)
                .hasMessageContaining("no-such-package")
                .hasMessageNotContaining("\n");
    }

    @Test
    void theTinyImageIsTheSameEachTime() throws IOException {
        Kernels.Kernel kernel = new Kernels(archive).kernel(Suite.BOOKWORM, Kernels.Flavour.CLOUD);
        for (String name : List.of("a.img", "b.img")) {
            new TinyImage(archive).write(folder.resolve(name), Suite.BOOKWORM, kernel, TinyImage.COMMAND_LINE);
        }

        assertThat(Files.mismatch(folder.resolve("a.img"), folder.resolve("b.img")))
                .isEqualTo(-1);
        try (FileChannel disk = FileChannel.open(folder.resolve("a.img"))) {
            assertThat(disk.size() % (1 << 20)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUnpackedProgramRunsByItsScript(Program program) throws IOException, InterruptedException {
        String said = run(script(program), program == Program.FSCK_VFAT ? "--help" : "--version");

        assertThat(said)
                .containsIgnoringCase(
                        switch (program) {
                            case QEMU_USER -> "qemu-aarch64 version";
                            case DTC -> "Version: DTC";
                            case SGDISK -> "GPT fdisk";
                            case FSCK_VFAT -> "Check FAT filesystem";
                            case ASSEMBLER -> "GNU assembler";
                            case LINKER -> "GNU ld";
                            case OBJCOPY -> "GNU objcopy";
                            case OBJDUMP -> "GNU objdump";
                            case COMPILER -> "gcc";
                        });
    }

    @Test
    void theUnpackedCompilerFindsItsPartsAndHeadersAndWhatItMakesRuns() throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("hello.c"), """
                #include <linux/kvm.h>
                #include <stdio.h>
                int main(void) { return puts(sizeof(struct kvm_vcpu_init) > 0 ? "hello" : "") < 0; }
                """);
        String made = folder.resolve("hello").toString();
        run(script(Program.COMPILER), "-static", "-o", made, source.toString());

        assertThat(run(script(Program.QEMU_USER), made)).isEqualTo("hello\n");
    }

    private Path script(Program program) throws IOException {
        Path script = folder.resolve(program.fileName());
        ToolFolder.write(script, new Tools(archive).unpacked(program));
        return script;
    }

    private static String run(Path program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void theFolderOfToolsHasWhatIsNotInstalled() {
        Path tools = new ToolFolder(archive).fill();

        List<String> path = new ArrayList<>(List.of(System.getenv("PATH").split(":")));
        path.addAll(List.of("/usr/local/sbin", "/usr/sbin", "/sbin", tools.toString()));
        for (Program program : Program.values()) {
            assertThat(path).anyMatch(entry -> Files.isExecutable(Path.of(entry, program.fileName())));
        }
    }

    @Test
    void theLinksOfATreesMergedUsrStay() {
        Path tree = archive.tree(Suite.BOOKWORM, Arch.ARM64, "gdisk", List.of("gdisk"));

        for (String name : List.of("bin", "sbin", "lib")) {
            assertThat(tree.resolve(name)).isSymbolicLink();
        }
        assertThat(tree.resolve("usr/sbin/sgdisk")).isRegularFile();
    }
}
