// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.softcpu;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.bus.MmioDevice;
import dev.jvmm.core.bus.MmioRegion;
import dev.jvmm.core.clock.VmClock;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.GuestEventListener;
import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.cpu.VirtualMachine;
import dev.jvmm.core.memory.HostMemory;
import dev.jvmm.softcpu.machine.SoftHypervisor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.SynchronousQueue;

/**
 * A whole machine with one software vCPU at EL1, MMU on with pages of 4 KiB, whose guest runs one loop as often as asked. The
 * guest asks by a load from a device, which blocks until {@link #run}; what that costs is spread over the loop's turns.
 *
 * <p>For the loop's body: X0 counts down and must be kept, X27 is the start of {@value #DATA_SIZE} bytes of memory, X24 is 4096,
 * X25 {@value #DATA_SIZE} - 1; X1 to X15 are free. SVC comes back at once. Encodings are those of Arm ARM DDI 0487 C6.2.
 */
final class LoopMachine {
    static final long DATA_SIZE = 64 << 20;

    static final int NOP = 0xD503201F;
    /** ADD X1, X1, X0. */
    static final int ADD = 0x8B000021;
    /** EOR X2, X1, X0. */
    static final int EOR = 0xCA000022;
    /** B to the next instruction: the end of a basic block. */
    static final int BRANCH_ON = 0x14000001;
    /** LDR X2, [X27]. */
    static final int LOAD = 0xF9400362;
    /** ADD X3, X3, X24. */
    static final int NEXT_PAGE = 0x8B180063;
    /** AND X3, X3, X25. */
    static final int WRAP = 0x8A190063;
    /** LDR X2, [X27, X3]. */
    static final int LOAD_INDEXED = 0xF8636B62;

    static final int SVC = 0xD4000001;
    /** MRS X2, TPIDR_EL1. */
    static final int READ_TPIDR = 0xD538D082;
    /** MSR TPIDR_EL1, X2. */
    static final int WRITE_TPIDR = 0xD518D082;
    /** MRS X2, CNTVCT_EL0. */
    static final int READ_COUNTER = 0xD53BE042;

    private static final int ERET = 0xD69F03E0;
    private static final int HVC = 0xD4000002;
    private static final int LOOP_END = 0xF1000400; // SUBS X0, X0, #1
    private static final int BRANCH_NOT_EQUAL = 0x54000001;

    private static final long DEVICE = 0x0900_0000L;
    private static final long RAM = 0x4000_0000L;
    private static final long RAM_SIZE = 256 << 20;
    private static final long CODE = RAM + 0x1_0000;
    private static final long VECTORS = RAM + 0x2_0000;
    private static final long VECTOR_SYNCHRONOUS = 0x200;
    private static final long LEVEL1 = RAM + 0x10_0000;
    private static final long LEVEL2 = LEVEL1 + 0x1000;
    private static final long LEVEL3 = LEVEL1 + 0x2000;

    private static final long BLOCK_DEVICE = 0x401;
    private static final long TABLE = 3;
    private static final long PAGE_NORMAL = 0x707;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment ram = HostMemory.map(arena, RAM_SIZE);
    private final VirtualMachine machine;
    private final SynchronousQueue<Long> turns = new SynchronousQueue<>();
    private final SynchronousQueue<Boolean> done = new SynchronousQueue<>();

    /**
     * Makes and starts it.
     *
     * @param body instructions of the loop, without its end
     */
    LoopMachine(int... body) {
        MachineSpec spec = new MachineSpec(
                1,
                new MachineSpec.Gic(GicVersion.V3, 0x0800_0000L, 0, 0x080A_0000L, 32),
                new MachineSpec.TimerInterrupts(29, 30, 27, 26),
                40,
                VmClock.host());
        Bus bus = new Bus();
        bus.add(List.of(new MmioRegion("turns", DEVICE, 0x1000, new Turns())));
        machine = new SoftHypervisor().create(spec, bus, new Listener());
        machine.map(RAM, ram, VirtualMachine.Access.READ_WRITE_EXECUTE);
        writeTables();
        ram.set(ValueLayout.JAVA_INT, VECTORS + VECTOR_SYNCHRONOUS - RAM, ERET);
        writeCode(body);
        machine.setEntry(CODE, 0);
        machine.start();
    }

    /** The loop, this many times. */
    void run(long times) throws InterruptedException {
        turns.put(times);
        done.take();
    }

    private void writeTables() {
        put(LEVEL1, BLOCK_DEVICE);
        put(LEVEL1 + 8, LEVEL2 | TABLE);
        for (long page = 0; page < RAM_SIZE >> 12; page++) {
            put(LEVEL2 + (page >> 9) * 8, LEVEL3 + (page >> 9 << 12) | TABLE);
            put(LEVEL3 + page * 8, RAM + (page << 12) | PAGE_NORMAL);
        }
    }

    private void put(long gpa, long value) {
        ram.set(ValueLayout.JAVA_LONG, gpa - RAM, value);
    }

    private void writeCode(int[] body) {
        List<Integer> code = new ArrayList<>(List.of(
                0xD2A80200, // MOV X0, #LEVEL1
                0xD2A80042, // MOV X2, #VECTORS
                0xD29FE001, // MOV X1, #0xff00: attributes 0 device, 1 write-back
                0xD518A201, // MSR MAIR_EL1, X1
                0xD286A321, // MOV X1, #0x3519: 39 bits, write-back walks, 4 KiB
                0xF2A01001, // MOVK X1, #0x80, LSL #16: EPD1
                0xF2C00041, // MOVK X1, #0x2, LSL #32: 40 bits of physical address
                0xD5182041, // MSR TCR_EL1, X1
                0xD5182000, // MSR TTBR0_EL1, X0
                0xD518C002, // MSR VBAR_EL1, X2
                0xD5033FDF, // ISB
                0xD5381001, // MRS X1, SCTLR_EL1
                0xD28200A3, // MOV X3, #0x1005: M, C, I
                0xAA030021, // ORR X1, X1, X3
                0xD5181001, // MSR SCTLR_EL1, X1
                0xD5033FDF, // ISB
                0xD2A8801B, // MOV X27, #0x44000000: the data
                0xD2820018, // MOV X24, #4096
                0xB24067F9, // MOV X25, #DATA_SIZE - 1
                0xD2A1201C, // MOV X28, #DEVICE
                0xD2800003)); // MOV X3, #0
        int turn = code.size();
        int loop = turn + 2;
        int off = loop + body.length + 4;
        code.add(0xF9400380); // LDR X0, [X28]
        code.add(0xB4000000 | off - code.size() << 5); // CBZ X0, off
        for (int instruction : body) {
            code.add(instruction);
        }
        code.add(LOOP_END);
        code.add(BRANCH_NOT_EQUAL | (loop - code.size() & 0x7FFFF) << 5);
        code.add(0xF9000380); // STR X0, [X28]
        code.add(0x14000000 | turn - code.size() & 0x3FFFFFF); // B turn
        code.add(0x52B08000); // off: MOV W0, #SYSTEM_OFF
        code.add(0x72800100);
        code.add(HVC);
        for (int i = 0; i < code.size(); i++) {
            ram.set(ValueLayout.JAVA_INT, CODE - RAM + 4L * i, code.get(i));
        }
    }

    /** Ends the guest and frees everything. */
    void close() throws InterruptedException {
        turns.put(0L);
        done.take();
        machine.close();
        arena.close();
    }

    private void tellDone() {
        try {
            done.put(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A load gives the number of turns, a store says that they are done. On the vCPU's thread. */
    private final class Turns implements MmioDevice {
        @Override
        public long read(long offset, int size) {
            try {
                return turns.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }

        @Override
        public void write(long offset, int size, long value) {
            tellDone();
        }
    }

    private final class Listener implements GuestEventListener {
        @Override
        public void systemOff() {
            tellDone();
        }

        @Override
        public void systemReset() {
            throw new IllegalStateException("the loop resets nothing");
        }

        @Override
        public void cpuStopped(int cpu, String report) {
            System.err.println(report);
            tellDone();
        }
    }
}
