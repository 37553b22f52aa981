// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.behaviour;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.bus.Doorbell;
import dev.jvmm.core.bus.MmioDevice;
import dev.jvmm.core.bus.MmioRegion;
import dev.jvmm.core.clock.VmClock;
import dev.jvmm.core.cpu.CpuOptions;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.GuestEventListener;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.cpu.VirtualMachine;
import dev.jvmm.core.memory.MemoryBacking;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One VM of some backend with 1 MiB of RAM, code at its start, a device that notes what is stored to it, and nothing
 * else.
 */
public final class BareMetalVm implements AutoCloseable {
    public static final long RAM = 0x4000_0000L;
    public static final int RAM_SIZE = 0x10_0000;
    /** A multiple of 64 KiB from here on may be mapped by a scenario. */
    public static final long FLASH = 0x0400_0000L;

    /** Words of RAM, beyond the code and its vectors, that guests count in and tell each other with. */
    static final int COUNTER = 0x8000;

    static final int FLAG = 0x8100;

    static final long DEVICE = 0x0900_0000L;
    /** Nothing is here. */
    static final long NOWHERE = 0x0b00_0000L;

    // Where the interrupt controller's parts are: as in the machine that jvmm makes.
    static final long DISTRIBUTOR = 0x0800_0000L;
    static final long CPU_INTERFACE = 0x0801_0000L;
    static final long REDISTRIBUTORS = 0x080a_0000L;
    public static final long ITS = 0x0808_0000L;

    static final int DEVICE_SIZE = 0x1000;
    private static final int SPIS = 96;
    private static final int ADDRESS_BITS = 36;
    private static final MachineSpec.TimerInterrupts TIMERS = new MachineSpec.TimerInterrupts(29, 30, 27, 26);
    /** A guest that has not answered by then never will. */
    private static final int PATIENCE_SECONDS = 180;

    /** Called on the vCPU's or the backend's thread for every store, before it is noted. */
    public interface OnStore {
        void stored(long offset, long value);
    }

    private final class Recorder implements MmioDevice {
        private final List<Doorbell> doorbells;

        Recorder(List<Doorbell> doorbells) {
            this.doorbells = doorbells;
        }

        @Override
        public long read(long offset, int size) {
            return 0x8877665544332211L + offset;
        }

        @Override
        public void write(long offset, int size, long value) {
            onStore.stored(offset, value);
            // Before the store is heard of: whoever waits for it then looks here.
            threads.add(Thread.currentThread().getName());
            heard.add("%x/%d=%x".formatted(offset, size, value));
        }

        @Override
        public List<Doorbell> doorbells() {
            return doorbells;
        }
    }

    public final Bus bus = new Bus();
    public final Arena arena = Arena.ofShared();
    public final VirtualMachine machine;
    public final MemorySegment ram;

    /** Stores and guest events in the order they came. */
    public final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    /** The threads that brought the stores. */
    public final List<String> threads = Collections.synchronizedList(new ArrayList<>());

    /** Set before the guest starts. */
    public volatile OnStore onStore = (offset, value) -> {};

    BareMetalVm(Hypervisor hypervisor, GicVersion gic, int cpus) {
        this(hypervisor, spec(gic, cpus, 0, CpuOptions.HOST), List.of());
    }

    /** @param doorbells what the recording device says of its notification registers */
    public BareMetalVm(Hypervisor hypervisor, MachineSpec spec, List<Doorbell> doorbells) {
        bus.add(List.of(new MmioRegion("recorder", DEVICE, DEVICE_SIZE, new Recorder(doorbells))));
        machine = hypervisor.create(spec, bus, new GuestEventListener() {
            @Override
            public void systemOff() {
                heard.add("off");
            }

            @Override
            public void systemReset() {
                heard.add("reset");
            }

            @Override
            public void cpuStopped(int cpu, String report) {
                heard.add("vCPU " + cpu + " stopped: " + report);
            }
        });
        ram = hypervisor.allocateMemory(arena, RAM_SIZE, MemoryBacking.LAZY);
        machine.map(RAM, ram, VirtualMachine.Access.READ_WRITE_EXECUTE);
    }

    /** What {@link #BareMetalVm} asks of the backend. */
    public static MachineSpec spec(GicVersion gic, int cpus, long its, CpuOptions cpu) {
        return new MachineSpec(
                cpus,
                new MachineSpec.Gic(gic, DISTRIBUTOR, CPU_INTERFACE, REDISTRIBUTORS, its, SPIS),
                TIMERS,
                ADDRESS_BITS,
                VmClock.host(),
                cpu);
    }

    /** Puts the code at the start of RAM and starts vCPU 0 there. */
    public void run(A64 code) {
        int[] words = code.words();
        MemorySegment.copy(words, 0, ram, ValueLayout.JAVA_INT, 0, words.length);
        machine.setEntry(RAM, 0);
        machine.start();
    }

    /** Waits for what comes next; the guest's state where nothing comes. */
    public String next() {
        try {
            String next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next != null) {
                return next;
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        machine.pause();
        return "nothing, with the guest at " + machine.dumpState();
    }

    /** Fails unless exactly these come next. */
    public void expect(String... wanted) {
        for (String one : wanted) {
            expectEqual(next(), one);
        }
    }

    public static void expectEqual(Object actual, Object wanted) {
        if (!actual.equals(wanted)) {
            throw new AssertionError("expected " + wanted + ", got " + actual);
        }
    }

    /** A 32-bit word of RAM that the guest counts in. */
    public int word(int offset) {
        return (int) ValueLayout.JAVA_INT.varHandle().getVolatile(ram, (long) offset);
    }

    @Override
    public void close() {
        machine.close();
        arena.close();
    }
}
