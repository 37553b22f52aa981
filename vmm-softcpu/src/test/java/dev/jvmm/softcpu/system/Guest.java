// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.clock.VmClock;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.GuestEventListener;
import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.cpu.VirtualMachine;
import dev.jvmm.core.memory.HostMemory;
import dev.jvmm.softcpu.machine.SoftHypervisor;
import dev.jvmm.softcpu.testing.Engine;
import dev.jvmm.softcpu.testing.ErrorLog;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A machine of software CPUs with 16 MiB of RAM for bare-metal programs at EL1, executed by {@link Engine#current}.
 *
 * <p>Its exception vectors record each exception ({@link #taken}) and then go on at X19, with PSTATE from X18 unless that
 * is zero; with X19 zero the program ends. They use X17 (where to record next) and X20 to X25. Programs report values by
 * X16 ({@link #values}), and end by PSCI SYSTEM_OFF. A program starts with translation off or, after {@link #mmuOn}, with
 * memory both where it is and 2^64 - 2^39 higher, through both table bases.
 */
final class Guest implements AutoCloseable {
    /** An exception as the vectors saw it. */
    record Taken(int vector, long esr, long far, long elr, long spsr) {}

    static final long RAM = 0x4000_0000L;
    static final long RAM_SIZE = 16 << 20;
    /** Where the high half shows guest-physical address 0, while both bases are the system's. */
    static final long HIGH = -1L << 39;
    /** Physical, the program of vCPU 0. */
    static final long CODE = RAM + 0x1_0000;
    /** Physical, what else may be executed. */
    static final long MORE_CODE = RAM + 0x2_0000;

    static final long TABLES = RAM + 0x10_0000;
    /** Physical, free for data; a multiple of 64 KiB. */
    static final long DATA = RAM + 0x80_0000;

    static final long DISTRIBUTOR = 0x0800_0000L;
    static final long REDISTRIBUTORS = 0x080A_0000L;
    static final int VIRTUAL_TIMER = 27;

    static final long SCTLR_MMU = 0x30D0_0805L | 1L << 23 | 1L << 12;
    /** TCR for the system's tables: 39 bits, 4K granule, both halves; 48-bit output. */
    static final long TCR_SYSTEM = 5L << 32 | 2L << 30 | 25L << 16 | 25;
    /** Attribute 0 Device-nGnRnE, 1 Normal write-back, 2 Device-nGnRE. */
    static final long MAIR_VALUE = 0x04_FF_00L;

    private static final long VECTORS = RAM;
    private static final long SYSTEM_TABLE = RAM + 0x8000;
    private static final long TAKEN = RAM + 0x4_0000;
    private static final long VALUES = RAM + 0x8_0000;
    private static final int RECORD_BYTES = 40;
    private static final long PSCI_SYSTEM_OFF = 0x8400_0008L;
    private static final long PSCI_CPU_ON = 0xC400_0003L;
    private static final int SECONDS = 60;

    final VirtualMachine machine;
    final A64 program = new A64();
    private final Arena arena = Arena.ofShared();
    private final MemorySegment ram = HostMemory.map(arena, RAM_SIZE);
    private final CountDownLatch off = new CountDownLatch(1);
    private final List<String> reports = new ArrayList<>();

    Guest() {
        this(1);
    }

    Guest(int cpus) {
        MachineSpec spec = new MachineSpec(
                cpus,
                new MachineSpec.Gic(GicVersion.V3, DISTRIBUTOR, 0, REDISTRIBUTORS, 32),
                new MachineSpec.TimerInterrupts(29, 30, VIRTUAL_TIMER, 26),
                40,
                VmClock.host());
        machine = new SoftHypervisor(Engine.current().options).create(spec, new Bus(), new Listener());
        machine.map(RAM, ram, VirtualMachine.Access.READ_WRITE_EXECUTE);
        machine.setEntry(CODE, 0);
        put(VECTORS, vectors());
        // Level 1 of a 39-bit space: devices, then RAM.
        write(SYSTEM_TABLE, PageTables.DEVICE | PageTables.NEVER_EXECUTE | 1);
        write(SYSTEM_TABLE + 8, RAM | PageTables.NORMAL | 1);
        program.mov(16, VALUES).mov(17, TAKEN).mov(18, 0).mov(19, 0).set(Registers.VBAR, VECTORS);
    }

    private static A64 vectors() {
        A64 code = new A64();
        for (int vector = 0; vector < 0x800; vector += 0x80) {
            while (code.offset() < vector) {
                code.nop();
            }
            code.mov(20, vector).b("record");
        }
        code.label("record").mrs(21, Registers.ESR).mrs(22, Registers.FAR).mrs(23, Registers.ELR);
        code.mrs(24, Registers.SPSR);
        for (int register = 20; register <= 24; register++) {
            code.strPost(register, 17, 8);
        }
        code.cbz(19, "off").msr(Registers.ELR, 19).cbz(18, "return").msr(Registers.SPSR, 18);
        code.label("return").eret();
        return code.label("off").mov(0, PSCI_SYSTEM_OFF).hvc();
    }

    /** Turns translation on by the system's tables and goes on in the half that {@code offset} says: 0 or {@link #HIGH}. */
    void mmuOn(long offset) {
        program.set(Registers.MAIR, MAIR_VALUE).set(Registers.TCR, TCR_SYSTEM);
        program.set(Registers.TTBR0, SYSTEM_TABLE).set(Registers.TTBR1, SYSTEM_TABLE);
        program.isb().set(Registers.SCTLR, SCTLR_MMU).isb();
        program.mov(16, offset + VALUES).mov(17, offset + TAKEN).set(Registers.VBAR, offset + VECTORS);
        String here = program.fresh();
        program.adr(9, here).mov(10, offset == 0 ? 0 : offset);
        program.word(0xAA0A_0129).br(9).label(here); // ORR X9, X9, X10
    }

    /** What {@code code} writes is expected to fault; the program goes on after it. */
    void expectFault(Runnable code) {
        String after = program.fresh();
        program.adr(19, after);
        code.run();
        program.label(after).mov(19, 0);
    }

    /** Records the value of a register. */
    void report(int register) {
        program.strPost(register, 16, 8);
    }

    /** PSCI SYSTEM_OFF: the program's end. */
    void end() {
        program.mov(0, PSCI_SYSTEM_OFF).hvc();
    }

    /** Starts a vCPU at a physical address, by PSCI CPU_ON. */
    void cpuOn(int number, long entry) {
        program.mov(0, PSCI_CPU_ON).mov(1, number).mov(2, entry).mov(3, 0).hvc();
    }

    /** Goes on at EL0, at the next instruction. */
    void toUser(long spsr) {
        String user = program.fresh();
        program.set(Registers.SPSR, spsr)
                .adr(9, user)
                .msr(Registers.ELR, 9)
                .eret()
                .label(user);
    }

    /** Writes code to a physical address. */
    void put(long gpa, A64 code) {
        int[] words = code.words();
        for (int i = 0; i < words.length; i++) {
            ram.set(ValueLayout.JAVA_INT, gpa - RAM + 4L * i, words[i]);
        }
    }

    void write(long gpa, long value) {
        ram.set(ValueLayout.JAVA_LONG, gpa - RAM, value);
    }

    long read(long gpa) {
        return ram.get(ValueLayout.JAVA_LONG, gpa - RAM);
    }

    /** Executes the program to its end. */
    void run() {
        start();
        awaitEnd();
    }

    void start() {
        put(CODE, program);
        machine.start();
    }

    /** Waits for SYSTEM_OFF; a program that doesn't get there is a failure that shows the registers. */
    void awaitEnd() {
        try {
            if (!off.await(SECONDS, TimeUnit.SECONDS)) {
                machine.pause();
                throw new AssertionError("the program does not end:\n" + machine.dumpState() + taken());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
        synchronized (reports) {
            if (!reports.isEmpty()) {
                throw new AssertionError(reports.toString());
            }
        }
    }

    /** The exceptions, first to last. */
    List<Taken> taken() {
        List<Taken> all = new ArrayList<>();
        for (long at = TAKEN; read(at + 32) != 0; at += RECORD_BYTES) {
            all.add(new Taken((int) read(at), read(at + 8), read(at + 16), read(at + 24), read(at + 32)));
        }
        return all;
    }

    /** The one exception there was. */
    Taken onlyTaken() {
        List<Taken> all = taken();
        if (all.size() != 1) {
            throw new AssertionError("not one exception: " + all);
        }
        return all.getFirst();
    }

    /** Reported value {@code index}. */
    long value(int index) {
        return read(VALUES + 8L * index);
    }

    @Override
    public void close() {
        machine.close();
        arena.close();
        ErrorLog.requireEmpty();
    }

    private final class Listener implements GuestEventListener {
        @Override
        public void systemOff() {
            off.countDown();
        }

        @Override
        public void systemReset() {
            report("SYSTEM_RESET");
        }

        @Override
        public void cpuStopped(int cpu, String report) {
            report(report);
        }

        private void report(String text) {
            synchronized (reports) {
                reports.add(text);
            }
            off.countDown();
        }
    }
}
