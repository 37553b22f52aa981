// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.kvm;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.bus.Doorbell;
import dev.jvmm.core.bus.MmioDevice;
import dev.jvmm.core.bus.MmioRegion;
import dev.jvmm.core.clock.VmClock;
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

/** One VM of some backend with 64 KiB of code, a device that notes what is stored to it, and nothing else. */
final class BareMetalProof implements AutoCloseable {
    static final long RAM = 0x4000_0000L;
    static final int RAM_SIZE = 0x10_0000;
    static final int VECTORS = 0x1000;
    static final long DEVICE = 0x0900_0000L;
    static final long DISTRIBUTOR = 0x0800_0000L;
    static final long REDISTRIBUTORS = 0x080a_0000L;
    static final long FLASH = 0x0400_0000L;

    private static final long ITS = 0x0808_0000L;
    private static final int DEVICE_SIZE = 0x1000;
    private static final int SPIS = 96;
    private static final int ADDRESS_BITS = 36;
    private static final MachineSpec.TimerInterrupts TIMERS = new MachineSpec.TimerInterrupts(29, 30, 27, 26);
    /** A guest that has not answered by then never will. */
    private static final int PATIENCE_SECONDS = 180;

    /** Called on the vCPU's or the backend's thread for every store, before it is noted. */
    interface OnStore {
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

    final Bus bus = new Bus();
    final Arena arena = Arena.ofShared();
    final VirtualMachine machine;
    final MemorySegment ram;

    /** Stores and guest events in the order they came. */
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    /** The threads that brought the stores. */
    final List<String> threads = Collections.synchronizedList(new ArrayList<>());

    /** Set before the guest starts. */
    volatile OnStore onStore = (offset, value) -> {};

    BareMetalProof(Hypervisor hypervisor, int cpus, List<Doorbell> doorbells) {
        bus.add(List.of(new MmioRegion("recorder", DEVICE, DEVICE_SIZE, new Recorder(doorbells))));
        MachineSpec.Gic gic = new MachineSpec.Gic(GicVersion.V3, DISTRIBUTOR, 0, REDISTRIBUTORS, ITS, SPIS);
        machine = hypervisor.create(
                new MachineSpec(cpus, gic, TIMERS, ADDRESS_BITS, VmClock.host()), bus, new GuestEventListener() {
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

    /** Puts the code at the start of RAM and starts vCPU 0 there. */
    void run(A64 code) {
        int[] words = code.words();
        MemorySegment.copy(words, 0, ram, ValueLayout.JAVA_INT, 0, words.length);
        machine.setEntry(RAM, 0);
        machine.start();
    }

    /** Waits for what comes next; the guest's state where nothing comes. */
    String next() {
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
    void expect(String... wanted) {
        for (String one : wanted) {
            expectEqual(next(), one);
        }
    }

    static void expectEqual(Object actual, Object wanted) {
        if (!actual.equals(wanted)) {
            throw new AssertionError("expected " + wanted + ", got " + actual);
        }
    }

    /** A 32-bit word of RAM that the guest counts in. */
    int word(int offset) {
        return (int) ValueLayout.JAVA_INT.varHandle().getVolatile(ram, (long) offset);
    }

    @Override
    public void close() {
        machine.close();
        arena.close();
    }
}
