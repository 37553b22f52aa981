// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.arm64;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.config.CpuFeature;
import dev.jvmm.core.cpu.Availability;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.GuestEventListener;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.cpu.VirtualMachine;
import dev.jvmm.core.error.VmException;
import dev.jvmm.core.memory.MemoryBacking;
import dev.jvmm.kvm.KvmSystem;
import dev.jvmm.kvm.KvmVm;
import dev.jvmm.kvm.abi.KvmConstants;
import dev.jvmm.kvm.sys.Errno;
import dev.jvmm.kvm.sys.Mapping;
import dev.jvmm.kvm.sys.OpenFiles;
import dev.jvmm.kvm.sys.SystemCallException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.Set;

/** The backend {@code kvm}: vCPUs run on the host's own CPUs. */
public final class KvmHypervisor implements Hypervisor {
    private static final int PREFERENCE = 100;

    /** Made by the service loader. */
    public KvmHypervisor() {}

    @Override
    public String name() {
        return "kvm";
    }

    @Override
    public int preference() {
        return PREFERENCE;
    }

    @Override
    public Availability probe() {
        return probe(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Availability probe(String system, String architecture) {
        if (!system.equals("Linux")) {
            return new Availability.Unavailable("KVM is a part of Linux, and this is " + system);
        }
        try (KvmSystem kvm = KvmSystem.open()) {
            if (!architecture.equals("aarch64")) {
                return new Availability.Unavailable("this host's KVM runs " + guests(architecture)
                        + " guests, not arm64 ones: the software CPU is used");
            }
            if (kvm.capability(KvmConstants.KVM_CAP_IMMEDIATE_EXIT) == 0
                    || kvm.capability(KvmConstants.KVM_CAP_ARM_PSCI_0_2) == 0) {
                return new Availability.Unavailable("this host's KVM is too old: use Linux 4.13 or newer");
            }
            return new Availability.Available();
        } catch (VmException e) {
            return new Availability.Unavailable(String.valueOf(e.getMessage()));
        } catch (UnsatisfiedLinkError e) {
            return new Availability.Unavailable("JNA has no native library for this host (" + e.getMessage() + ")");
        }
    }

    private static String guests(String architecture) {
        return switch (architecture) {
            case "amd64", "x86_64", "x86" -> "x86";
            case String other -> other;
        };
    }

    @Override
    public Set<GicVersion> gicVersions() {
        Set<GicVersion> versions = EnumSet.noneOf(GicVersion.class);
        try (KvmSystem kvm = KvmSystem.open();
                KvmVm vm = kvm.createVm(0)) {
            for (GicVersion version : GicVersion.values()) {
                if (KvmMachine.supports(vm, version)) {
                    versions.add(version);
                }
            }
        }
        return versions;
    }

    @Override
    public Set<CpuFeature> cpuFeatures() {
        try (KvmSystem kvm = KvmSystem.open()) {
            return VcpuFeatures.ofHost(kvm);
        }
    }

    @Override
    public boolean hasInterruptTranslation() {
        try (KvmSystem kvm = KvmSystem.open();
                KvmVm vm = kvm.createVm(0)) {
            return vm.canCreateDevice(KvmConstants.KVM_DEV_TYPE_ARM_VGIC_ITS);
        }
    }

    @Override
    public VirtualMachine create(MachineSpec spec, Bus bus, GuestEventListener listener) {
        try {
            return new KvmMachine(spec, bus, listener);
        } catch (SystemCallException e) {
            String mend = e.is(Errno.EMFILE) ? OpenFiles.mend() : "try fewer --cpus, or --backend soft";
            throw new VmException(
                    VmException.Kind.HOST, "KVM refuses this machine (" + e.getMessage() + "): " + mend, e);
        }
    }

    @Override
    public MemorySegment allocateMemory(Arena arena, long size, MemoryBacking backing) {
        try {
            MemorySegment memory = Mapping.anonymous("jvmm-ram", size, backing.hugePages(), arena);
            if (!backing.hugePages()) {
                Mapping.adviseHugePages(memory);
            }
            if (backing.prefault()) {
                Mapping.populate(memory);
            }
            return memory;
        } catch (SystemCallException e) {
            String mend = backing.hugePages()
                    ? "raise /proc/sys/vm/nr_hugepages, make --memory a multiple of the huge page size, or leave out"
                            + " hugepages=on"
                    : "give the VM less with --memory";
            throw new VmException(
                    VmException.Kind.HOST,
                    "no " + (size >> 20) + " MiB of guest memory (" + e.getMessage() + "): " + mend,
                    e);
        }
    }
}
