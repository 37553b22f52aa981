// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.config;

import dev.jvmm.core.error.VmException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * All that makes a VM what it is: plain data, valid once made. What depends on the host (how much memory it has, whether
 * a file is there) is looked at when the VM is created.
 *
 * @param name names the VM's state directory; letters, digits, {@code . _ -}, at most 63
 * @param cpus number of vCPUs ({@code --cpus}); 1 to 8 with GICv2, to {@value #MOST_CPUS} otherwise
 * @param memory bytes of RAM ({@code --memory}); a multiple of 1 MiB
 * @param cpu which features of the CPU the guest sees ({@code --cpu}, {@code --aarch32})
 * @param gic {@code --gic}
 * @param backend {@code --backend}: {@code auto}, or the name of a backend ({@code kvm}, {@code soft})
 * @param boot firmware or kernel
 * @param disks in the order in which firmware tries them
 * @param console what the console speaks through
 * @param rng whether the guest has an entropy device
 * @param policies what follows a reset, power-off or panic
 */
public record VmConfig(
        String name,
        int cpus,
        long memory,
        CpuConfig cpu,
        GicChoice gic,
        String backend,
        BootConfig boot,
        List<DiskConfig> disks,
        ConsoleDevice console,
        boolean rng,
        Policies policies) {
    /** The backend is chosen by what the host has. */
    public static final String AUTO = "auto";

    /** GICv2 has eight CPU interfaces (Arm IHI 0048B section 1.1). */
    public static final int MOST_CPUS_GIC_V2 = 8;

    /** As many redistributors as the machine's layout has room for. */
    public static final int MOST_CPUS = 123;

    private static final long MIB = 1 << 20;
    private static final long LEAST_MEMORY = 8 * MIB;
    private static final long MOST_MEMORY = 255L << 30;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    public VmConfig {
        if (name.isEmpty()) {
            throw VmException.usage("--name is empty: give the VM a name, or leave the option out");
        }
        if (!NAME.matcher(name).matches()) {
            throw VmException.usage("--name " + name
                    + ": a name has 1 to 63 letters, digits, '.', '_' or '-', and begins with a letter or digit");
        }
        if (cpus < 1) {
            throw VmException.usage("--cpus " + cpus + ": a VM needs at least one CPU");
        }
        if (gic == GicChoice.V2 && cpus > MOST_CPUS_GIC_V2) {
            throw VmException.usage("--cpus " + cpus + ": GICv2 serves at most " + MOST_CPUS_GIC_V2
                    + " CPUs: give fewer, or use --gic 3");
        }
        if (cpus > MOST_CPUS) {
            throw VmException.usage("--cpus " + cpus + ": a VM has at most " + MOST_CPUS + " CPUs: give fewer");
        }
        if (memory <= 0) {
            throw VmException.usage("--memory " + memory + ": a VM needs memory, as in --memory 1G");
        }
        if (memory % MIB != 0) {
            throw VmException.usage(
                    "--memory: " + memory + " bytes is not a multiple of 1 MiB: round it, as in --memory "
                            + Math.max(LEAST_MEMORY, memory - memory % MIB) / MIB + "M");
        }
        if (memory < LEAST_MEMORY) {
            throw VmException.usage("--memory " + memory / MIB + "M: the machine's own tables need more, give at least "
                    + LEAST_MEMORY / MIB + "M");
        }
        if (memory > MOST_MEMORY) {
            throw VmException.usage("--memory " + memory / MIB + "M: the machine's layout has room for "
                    + MOST_MEMORY / MIB + "M: give less");
        }
        if (backend.isEmpty()) {
            throw VmException.usage("--backend is empty: use auto, kvm or soft");
        }
        disks = List.copyOf(disks);
    }

    /** One CPU, 1 GiB, firmware, no disk, everything else as most want it. */
    public static VmConfig named(String name) {
        return new VmConfig(
                name,
                1,
                1024 * MIB,
                CpuConfig.HOST,
                GicChoice.MAX,
                AUTO,
                BootConfig.firmware(),
                List.of(),
                ConsoleDevice.PL011,
                true,
                Policies.STANDARD);
    }

    public VmConfig withName(String value) {
        return new VmConfig(value, cpus, memory, cpu, gic, backend, boot, disks, console, rng, policies);
    }

    public VmConfig withCpus(int value) {
        return new VmConfig(name, value, memory, cpu, gic, backend, boot, disks, console, rng, policies);
    }

    /** With {@code value} bytes of RAM. */
    public VmConfig withMemory(long value) {
        return new VmConfig(name, cpus, value, cpu, gic, backend, boot, disks, console, rng, policies);
    }

    public VmConfig withCpu(CpuConfig value) {
        return new VmConfig(name, cpus, memory, value, gic, backend, boot, disks, console, rng, policies);
    }

    public VmConfig withGic(GicChoice value) {
        return new VmConfig(name, cpus, memory, cpu, value, backend, boot, disks, console, rng, policies);
    }

    public VmConfig withBackend(String value) {
        return new VmConfig(name, cpus, memory, cpu, gic, value, boot, disks, console, rng, policies);
    }

    public VmConfig withBoot(BootConfig value) {
        return new VmConfig(name, cpus, memory, cpu, gic, backend, value, disks, console, rng, policies);
    }

    public VmConfig withDisks(List<DiskConfig> value) {
        return new VmConfig(name, cpus, memory, cpu, gic, backend, boot, value, console, rng, policies);
    }

    public VmConfig withConsole(ConsoleDevice value) {
        return new VmConfig(name, cpus, memory, cpu, gic, backend, boot, disks, value, rng, policies);
    }

    public VmConfig withRng(boolean value) {
        return new VmConfig(name, cpus, memory, cpu, gic, backend, boot, disks, console, value, policies);
    }

    public VmConfig withPolicies(Policies value) {
        return new VmConfig(name, cpus, memory, cpu, gic, backend, boot, disks, console, rng, value);
    }
}
