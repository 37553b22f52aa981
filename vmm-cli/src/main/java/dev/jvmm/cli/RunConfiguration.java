// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.config.CpuConfig;
import dev.jvmm.core.config.DiskConfig;
import dev.jvmm.core.config.Policies;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.error.VmException;
import dev.jvmm.core.memory.MemoryBacking;
import dev.jvmm.machine.config.ConfigFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What the options of {@code jvmm run} ask for.
 *
 * @param isNameless whether the user gave the VM no name and it boots a kernel, so that it leaves nothing behind
 */
record RunConfiguration(VmConfig config, MemoryBacking memoryBacking, boolean isNameless) {
    private static final int LONGEST_STEM = 40;

    /** @throws VmException when they contradict each other, lack something, or hold a wrong value */
    static RunConfiguration of(RunOptions options) {
        RunOptions.Boot boot = options.boot;
        RunOptions.Machine machine = options.machine;
        RunOptions.Life life = options.life;
        refuseContradictions(boot);

        Path file = boot.config;
        VmConfig base = file == null ? VmConfig.named("default") : ConfigFile.read(file);
        BootConfig bootConfig = bootsOtherwise(boot) ? bootConfig(boot) : base.boot();
        List<DiskConfig> disks = disks(boot);
        if (disks.isEmpty()) {
            disks = base.disks();
        }
        if (file == null && machine.dumpDeviceTree == null && boot.firmware == null) {
            refuseNothing(bootConfig, disks);
        }

        String name = machine.name;
        boolean isNameless = name == null && file == null && bootConfig instanceof BootConfig.Kernel;
        if (name == null) {
            name = file == null ? standardName(bootConfig, disks) : base.name();
        }
        MemoryArgument memory = machine.memory == null ? null : MemoryArgument.parse(machine.memory);
        Policies policies = base.policies();
        VmConfig config = new VmConfig(
                name,
                Objects.requireNonNullElse(machine.cpus, base.cpus()),
                memory == null ? base.memory() : memory.bytes(),
                cpu(machine, base.cpu()),
                Objects.requireNonNullElse(machine.gic, base.gic()),
                Objects.requireNonNullElse(machine.backend, base.backend()),
                bootConfig,
                disks,
                Objects.requireNonNullElse(options.console.device, base.console()),
                base.rng(),
                new Policies(
                        Objects.requireNonNullElse(life.onReset, policies.onReset()),
                        Objects.requireNonNullElse(life.onShutdown, policies.onShutdown()),
                        Objects.requireNonNullElse(life.onPanic, policies.onPanic())));
        return new RunConfiguration(config, memory == null ? MemoryBacking.LAZY : memory.backing(), isNameless);
    }

    private static CpuConfig cpu(RunOptions.Machine machine, CpuConfig base) {
        CpuConfig cpu = machine.cpu == null ? base : CpuArgument.parse(machine.cpu);
        return machine.aarch32 ? new CpuConfig(cpu.off(), cpu.vectorBits(), true) : cpu;
    }

    private static void refuseContradictions(RunOptions.Boot boot) {
        if (boot.kernel == null) {
            refuseWithout("--kernel", boot.initrd, "--initrd");
            refuseWithout("--kernel", boot.commandLine, "--cmdline");
            return;
        }
        refuseBeside("--kernel", boot.firmware, "--firmware");
        refuseBeside("--kernel", boot.variables, "--vars");
        refuseBeside("--kernel", boot.resetVariables ? Boolean.TRUE : null, "--reset-vars");
    }

    private static void refuseWithout(String needed, @Nullable Object value, String option) {
        if (value != null) {
            throw VmException.usage(option + " goes with " + needed + ": give that too, or leave " + option + " out");
        }
    }

    private static void refuseBeside(String other, @Nullable Object value, String option) {
        if (value != null) {
            throw VmException.usage(
                    option + " and " + other + " contradict: a kernel starts without firmware; leave one out");
        }
    }

    private static void refuseNothing(BootConfig boot, List<DiskConfig> disks) {
        if (disks.isEmpty() && boot instanceof BootConfig.Firmware) {
            throw VmException.usage("nothing to boot: give --image FILE or --kernel FILE, or try jvmm quickstart");
        }
    }

    private static boolean bootsOtherwise(RunOptions.Boot boot) {
        return boot.kernel != null || boot.firmware != null || boot.variables != null || boot.resetVariables;
    }

    private static BootConfig bootConfig(RunOptions.Boot boot) {
        Path kernel = boot.kernel;
        if (kernel == null) {
            return new BootConfig.Firmware(boot.firmware, boot.variables, boot.resetVariables);
        }
        return new BootConfig.Kernel(kernel, boot.initrd, Objects.requireNonNullElse(boot.commandLine, ""));
    }

    private static List<DiskConfig> disks(RunOptions.Boot boot) {
        List<DiskConfig> disks = new ArrayList<>();
        Path image = boot.image;
        if (image != null) {
            if (image.toString().isEmpty()) {
                throw VmException.usage("--image is empty: name a disk image");
            }
            disks.add(DiskConfig.image(image));
        }
        boot.disks.forEach(disk -> disks.add(DiskArgument.parse(disk)));
        return disks;
    }

    /** The same for the same image and different for others, so that each image has its own UEFI variables. */
    private static String standardName(BootConfig boot, List<DiskConfig> disks) {
        Path origin = switch (boot) {
            case BootConfig.Kernel kernel -> kernel.kernel();
            case BootConfig.Firmware firmware ->
                disks.isEmpty() ? firmware.code() : disks.getFirst().path();
        };
        if (origin == null || origin.getFileName() == null) {
            return "default";
        }
        String stem = origin.getFileName()
                .toString()
                .replaceFirst("\\.(img|raw|fd|bin)$", "")
                .replaceAll("[^A-Za-z0-9._-]", "-")
                .replaceFirst("^[^A-Za-z0-9]+", "");
        CRC32 checksum = new CRC32();
        checksum.update(origin.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
        String shortened = stem.isEmpty() ? "vm" : stem.substring(0, Math.min(LONGEST_STEM, stem.length()));
        return shortened + "-" + HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
