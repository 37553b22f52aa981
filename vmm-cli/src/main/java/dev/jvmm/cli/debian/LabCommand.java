// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jvmm lab}: real firmware, kernels, images and tools for whoever develops this program. */
@Command(
        name = "lab",
        hidden = true,
        description = "Obtains firmware, kernels, tools and disk images to develop with.",
        synopsisSubcommandLabel = "COMMAND")
public final class LabCommand {
    @Option(names = "--cache", paramLabel = "FOLDER", description = "Cache folder (default: jvmm in the user's cache)")
    private Path cache = DebianArchive.defaultCache(System.getenv());

    private DebianArchive archive() {
        return DebianArchive.open(cache, new ProgressPrinter(System.err, System.console() != null));
    }

    @Command(name = "firmware", description = "Prints the paths of a suite's EDK2 code and variables.")
    void firmware(@Parameters(paramLabel = "SUITE") String suite) {
        Firmware.Edk2 edk2 = new Firmware(archive()).edk2(new Suite(suite));
        System.out.println(edk2.code());
        System.out.println(edk2.variables());
    }

    @Command(name = "u-boot", description = "Prints the path of a suite's U-Boot.")
    void uBoot(@Parameters(paramLabel = "SUITE") String suite) {
        System.out.println(new Firmware(archive()).uBoot(new Suite(suite)));
    }

    @Command(name = "kernel", description = "Prints the path of a suite's newest kernel image.")
    void kernel(
            @Parameters(paramLabel = "SUITE") String suite,
            @Option(names = "--flavour", defaultValue = "generic", description = "generic or cloud") String flavour) {
        System.out.println(kernelOf(archive(), suite, flavour).image());
    }

    @Command(name = "package", description = "Prints the folder of an unpacked package.")
    void unpackedPackage(
            @Parameters(paramLabel = "SUITE") String suite,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--arch", defaultValue = "arm64", description = "arm64 or amd64") String arch) {
        System.out.println(archive().packageRoot(new Suite(suite), archOf(arch), name));
    }

    @Command(name = "tiny-initramfs", description = "Writes an initramfs that prints what it finds and powers off.")
    void tinyInitramfs(
            @Parameters(paramLabel = "SUITE", description = "whose kernel") String suite,
            @Option(names = "--flavour", defaultValue = "generic", description = "generic or cloud") String flavour,
            @Option(names = "--out", required = true, paramLabel = "FILE") Path out)
            throws IOException {
        DebianArchive archive = archive();
        TinyInitramfs.write(out, TinyInitramfs.busybox(archive, Suite.BOOKWORM), kernelOf(archive, suite, flavour));
    }

    @Command(name = "tiny-image", description = "Writes a disk image with GRUB, a kernel and the tiny initramfs.")
    void tinyImage(
            @Parameters(paramLabel = "SUITE", description = "whose kernel") String suite,
            @Option(names = "--flavour", defaultValue = "generic", description = "generic or cloud") String flavour,
            @Option(names = "--grub", defaultValue = "bookworm", paramLabel = "SUITE") String grub,
            @Option(names = "--cmdline", defaultValue = TinyImage.COMMAND_LINE, paramLabel = "WORDS")
                    String commandLine,
            @Option(names = "--out", required = true, paramLabel = "FILE") Path out)
            throws IOException {
        DebianArchive archive = archive();
        new TinyImage(archive).write(out, new Suite(grub), kernelOf(archive, suite, flavour), commandLine);
    }

    @Command(name = "quickstart-image", description = "Writes the disk image of a small Debian.")
    void quickstartImage(
            @Option(names = "--suite", defaultValue = "trixie", paramLabel = "SUITE") String suite,
            @Option(names = "--cmdline", defaultValue = DebianRoot.COMMAND_LINE, paramLabel = "WORDS")
                    String commandLine,
            @Option(names = "--out", required = true, paramLabel = "FILE") Path out)
            throws IOException {
        new DebianRoot(archive(), new Suite(suite)).writeImage(out, commandLine);
    }

    @Command(name = "qemu", description = "Prints how to start a suite's qemu-system-aarch64.")
    void qemu(@Parameters(paramLabel = "SUITE", defaultValue = "sid") String suite) {
        System.out.println(String.join(
                " ", new Tools(archive()).qemuSystem(new Suite(suite)).command()));
    }

    @Command(
            name = "tools",
            description = {
                "Obtains the programs that tests start and this machine lacks.",
                "Prints the folder that has them, to be put at the end of PATH."
            })
    void tools() {
        System.out.println(new ToolFolder(archive()).fill());
    }

    private static Kernels.Kernel kernelOf(DebianArchive archive, String suite, String flavour) {
        Kernels.Flavour wanted = switch (flavour) {
            case "generic" -> Kernels.Flavour.GENERIC;
            case "cloud" -> Kernels.Flavour.CLOUD;
            default -> throw VmException.usage("--flavour " + flavour + ": give generic or cloud");
        };
        return new Kernels(archive).kernel(new Suite(suite), wanted);
    }

    private static Arch archOf(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "arm64" -> Arch.ARM64;
            case "amd64" -> Arch.AMD64;
            default -> throw VmException.usage("--arch " + name + ": give arm64 or amd64");
        };
    }

    /** The command by itself. */
    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new LabCommand());
        command.setExecutionExceptionHandler((failure, line, result) -> {
            if (failure instanceof VmException) {
                System.err.println("jvmm: " + failure.getMessage());
                return 1;
            }
            throw failure;
        });
        System.exit(command.execute(arguments));
    }
}
