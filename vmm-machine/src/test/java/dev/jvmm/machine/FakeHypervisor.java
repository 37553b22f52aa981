// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.config.CpuFeature;
import dev.jvmm.core.cpu.Availability;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.GuestEventListener;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.cpu.VirtualMachine;
import dev.jvmm.core.error.VmException;
import dev.jvmm.core.irq.IrqLine;
import dev.jvmm.core.irq.MsiTarget;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A backend whose guest is the test: it makes the accesses and calls a guest would. */
public final class FakeHypervisor implements Hypervisor {
    private final String name;
    private final int preference;
    private final Availability availability;
    private final boolean onlyGicV2;
    private final boolean isRich;
    public final List<FakeMachine> machines = new CopyOnWriteArrayList<>();

    private FakeHypervisor(String name, int preference, Availability availability, boolean onlyGicV2, boolean isRich) {
        this.name = name;
        this.preference = preference;
        this.availability = availability;
        this.onlyGicV2 = onlyGicV2;
        this.isRich = isRich;
    }

    public FakeHypervisor() {
        this("fake", 1, new Availability.Available(), false, false);
    }

    public static FakeHypervisor named(String name, int preference) {
        return new FakeHypervisor(name, preference, new Availability.Available(), false, false);
    }

    public static FakeHypervisor unavailable(String name, int preference, String reason) {
        return new FakeHypervisor(name, preference, new Availability.Unavailable(reason), false, false);
    }

    public static FakeHypervisor withGicV2Only() {
        return new FakeHypervisor("fake", 1, new Availability.Available(), true, false);
    }

    /** Has every optional feature of a CPU, and an ITS. */
    public static FakeHypervisor withEverything() {
        return new FakeHypervisor("fake", 1, new Availability.Available(), false, true);
    }

    /** The machine made last. */
    public FakeMachine machine() {
        return machines.getLast();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int preference() {
        return preference;
    }

    @Override
    public Availability probe() {
        return availability;
    }

    @Override
    public Set<CpuFeature> cpuFeatures() {
        return isRich ? EnumSet.allOf(CpuFeature.class) : Set.of();
    }

    @Override
    public boolean hasInterruptTranslation() {
        return isRich;
    }

    @Override
    public VirtualMachine create(MachineSpec spec, Bus bus, GuestEventListener listener) {
        if (onlyGicV2 && spec.gic().version() != GicVersion.V2) {
            throw VmException.host("this host has GICv2 only: use --gic 2");
        }
        FakeMachine machine = new FakeMachine(spec, bus, listener);
        machines.add(machine);
        return machine;
    }

    /** One machine; its log names the control calls in order. */
    public static final class FakeMachine implements VirtualMachine {
        public final MachineSpec spec;
        public final Bus bus;
        public final GuestEventListener guest;
        public final List<String> log = new CopyOnWriteArrayList<>();
        public final Map<Integer, Boolean> lines = new ConcurrentHashMap<>();
        private final Map<Long, MemorySegment> mapped = new ConcurrentHashMap<>();
        public volatile long pc;
        public volatile long x0;
        public volatile @Nullable RuntimeException failNextReset;
        public volatile Runnable duringPause = () -> {};

        FakeMachine(MachineSpec spec, Bus bus, GuestEventListener guest) {
            this.spec = spec;
            this.bus = bus;
            this.guest = guest;
        }

        @Override
        public void map(long gpa, MemorySegment memory, Access access) {
            mapped.put(gpa, memory);
        }

        @Override
        public void unmap(long gpa) {
            mapped.remove(gpa);
        }

        /** What a load of the guest at {@code gpa} gives: from mapped memory, else from the bus. */
        public int load32(long gpa) {
            for (Map.Entry<Long, MemorySegment> block : mapped.entrySet()) {
                long offset = gpa - block.getKey();
                if (offset >= 0 && offset < block.getValue().byteSize()) {
                    return block.getValue().get(ValueLayout.JAVA_INT_UNALIGNED, offset);
                }
            }
            return (int) bus.read(gpa, 4);
        }

        public byte[] bytes(long gpa, int length) {
            for (Map.Entry<Long, MemorySegment> block : mapped.entrySet()) {
                long offset = gpa - block.getKey();
                if (offset >= 0 && offset < block.getValue().byteSize()) {
                    return block.getValue().asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
                }
            }
            throw new IllegalStateException("nothing is mapped there");
        }

        @Override
        public IrqLine spi(int spi) {
            return level -> lines.put(spi, level);
        }

        @Override
        public @Nullable MsiTarget msi() {
            return null;
        }

        @Override
        public void setEntry(long newPc, long newX0) {
            pc = newPc;
            x0 = newX0;
        }

        @Override
        public void start() {
            log.add("start");
        }

        @Override
        public void pause() {
            log.add("pause");
            duringPause.run();
        }

        @Override
        public void resume() {
            log.add("resume");
        }

        @Override
        public void reset() {
            RuntimeException failure = failNextReset;
            if (failure != null) {
                throw failure;
            }
            log.add("reset");
        }

        @Override
        public String dumpState() {
            return "PC " + pc;
        }

        @Override
        public void close() {
            log.add("close");
        }
    }
}
