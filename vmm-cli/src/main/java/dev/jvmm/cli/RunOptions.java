// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.core.config.ConsoleDevice;
import dev.jvmm.core.config.GicChoice;
import dev.jvmm.core.config.Policies.OnPanic;
import dev.jvmm.core.config.Policies.OnReset;
import dev.jvmm.core.config.Policies.OnShutdown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options of {@code jvmm run}, as given: null where one was left out. */
final class RunOptions {
    @ArgGroup(validate = false, heading = "%nWhat to boot:%n")
    final Boot boot = new Boot();

    @ArgGroup(validate = false, heading = "%nThe machine:%n")
    final Machine machine = new Machine();

    @ArgGroup(validate = false, heading = "%nThe console:%n")
    final Console console = new Console();

    @ArgGroup(validate = false, heading = "%nThe VM's life:%n")
    final Life life = new Life();

    /** What to boot. */
    static final class Boot {
        @Option(names = "--image", paramLabel = "FILE", description = "Disk image to boot: the first disk.")
        @Nullable
        Path image;

        @Option(
                names = "--disk",
                paramLabel = "path=FILE[,format=auto|raw][,readonly=on][,serial=TEXT]",
                description = "A further disk; may be repeated. A comma in a value is written twice.")
        List<String> disks = new ArrayList<>();

        @Option(
                names = "--kernel",
                paramLabel = "FILE",
                description = "Kernel to start without firmware: Image, gzip'd Image, EFI zboot, ELF or flat binary.")
        @Nullable
        Path kernel;

        @Option(names = "--initrd", paramLabel = "FILE", description = "Initial RAM disk of --kernel.")
        @Nullable
        Path initrd;

        @Option(names = "--cmdline", paramLabel = "WORDS", description = "Command line of --kernel.")
        @Nullable
        String commandLine;

        @Option(
                names = "--firmware",
                paramLabel = "FILE",
                description = "UEFI or U-Boot code for QEMU's virt machine (default: the one found, see jvmm doctor).")
        @Nullable
        Path firmware;

        @Option(
                names = "--vars",
                paramLabel = "FILE",
                description = "Where UEFI variables are kept (default: the VM's state directory).")
        @Nullable
        Path variables;

        @Option(names = "--reset-vars", description = "Begin with the UEFI variables of a new machine.")
        boolean resetVariables;

        @Option(
                names = "--config",
                paramLabel = "FILE",
                description = "Configuration in JSON; options beside it win over what it says.")
        @Nullable
        Path config;
    }

    /** The machine. */
    static final class Machine {
        @Option(names = "--name", paramLabel = "NAME", description = "Name of the VM and of its state directory.")
        @Nullable
        String name;

        @Option(names = "--cpus", paramLabel = "N", description = "Number of CPUs (default: 1).")
        @Nullable
        Integer cpus;

        @Option(
                names = "--memory",
                paramLabel = "SIZE[,hugepages=on][,prefault=on]",
                description = "RAM, as in 512M or 4G; a bare number is MiB (default: 1G).")
        @Nullable
        String memory;

        @Option(
                names = "--cpu",
                paramLabel = "host[,FEATURE=off][,sve=BITS]",
                description = "The host's CPU without some features (pmu, sve, pauth, steal-time), or with shorter"
                        + " vectors (default: host).")
        @Nullable
        String cpu;

        @Option(names = "--aarch32", description = "Start in AArch32 at EL1.")
        boolean aarch32;

        @Option(
                names = "--gic",
                paramLabel = "VERSION",
                converter = Words.OfGic.class,
                completionCandidates = Words.OfGic.class,
                description = "Interrupt controller: ${COMPLETION-CANDIDATES} (default: max).")
        @Nullable
        GicChoice gic;

        @Option(
                names = "--backend",
                paramLabel = "NAME",
                completionCandidates = Words.OfBackend.class,
                description = "What runs the CPUs: ${COMPLETION-CANDIDATES} (default: auto).")
        @Nullable
        String backend;

        @Option(names = "--dump-dtb", paramLabel = "FILE", description = "Write the device tree to FILE and exit.")
        @Nullable
        Path dumpDeviceTree;
    }

    /** The console. */
    static final class Console {
        @Option(
                names = "--console",
                paramLabel = "stdio|file=FILE|none",
                defaultValue = "stdio",
                description = "Where the guest's console is (default: stdio).")
        String target = "stdio";

        @Option(
                names = "--console-device",
                paramLabel = "DEVICE",
                converter = Words.OfConsoleDevice.class,
                completionCandidates = Words.OfConsoleDevice.class,
                description = "What the guest's console is: ${COMPLETION-CANDIDATES} (default: pl011).")
        @Nullable
        ConsoleDevice device;
    }

    /** The VM's life. */
    static final class Life {
        @Option(names = "--timeout", paramLabel = "SECONDS", description = "End the VM after that time, exit code 124.")
        @Nullable
        Long timeout;

        @Option(
                names = "--on-reset",
                paramLabel = "ACTION",
                converter = Words.OfOnReset.class,
                completionCandidates = Words.OfOnReset.class,
                description = "When the guest resets the machine: ${COMPLETION-CANDIDATES} (default: reset).")
        @Nullable
        OnReset onReset;

        @Option(
                names = "--on-shutdown",
                paramLabel = "ACTION",
                converter = Words.OfOnShutdown.class,
                completionCandidates = Words.OfOnShutdown.class,
                description = "When it switches the machine off: ${COMPLETION-CANDIDATES} (default: poweroff).")
        @Nullable
        OnShutdown onShutdown;

        @Option(
                names = "--on-panic",
                paramLabel = "ACTION",
                converter = Words.OfOnPanic.class,
                completionCandidates = Words.OfOnPanic.class,
                description = "When its kernel panics: ${COMPLETION-CANDIDATES} (default: exit).")
        @Nullable
        OnPanic onPanic;

        @Option(names = "--stats", description = "Print counters on standard error when the VM has ended.")
        boolean stats;
    }
}
