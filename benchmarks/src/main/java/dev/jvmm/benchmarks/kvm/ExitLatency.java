// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.kvm;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.bus.MmioDevice;
import dev.jvmm.core.bus.MmioRegion;
import dev.jvmm.kvm.KvmSystem;
import dev.jvmm.kvm.KvmVcpu;
import dev.jvmm.kvm.KvmVm;
import dev.jvmm.kvm.abi.KvmConstants;
import dev.jvmm.kvm.abi.KvmRun;
import dev.jvmm.kvm.sys.FileDescriptor;
import dev.jvmm.kvm.sys.HotCall;
import dev.jvmm.kvm.sys.Mapping;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Why it exists: jvmm makes its system calls through JNA, KVM_RUN alone by java.lang.foreign, and a VMM lives by the time
 * of one exit. A C loop, JNA's direct mapping and java.lang.foreign do the same two things in turn, several times over: the cheapest
 * ioctl there is, and a whole MMIO exit. x86 hosts, whose KVM is at hand; the calls are the same everywhere.
 */
public final class ExitLatency {
    private static final int ROUNDS = 9;
    private static final int CALLS = 300_000;
    private static final int EXITS = 200_000;
    private static final long MMIO = 0x20000;

    // Offsets in x86's struct kvm_sregs and kvm_regs (asm/kvm.h), and the requests for them.
    private static final int SREGS_SIZE = 312;
    private static final int REGS_SIZE = 144;
    private static final int SELECTOR = 12;
    private static final int DS = 24;
    private static final int RIP = 128;
    private static final int RFLAGS = 136;
    private static final long KVM_SET_REGS = 0x4090ae82L;
    private static final long KVM_GET_SREGS = 0x8138ae83L;
    private static final long KVM_SET_SREGS = 0x4138ae84L;

    /** mov [0x10], al; jmp back: one MMIO exit a round. In the data segment of {@link #MMIO}. */
    private static final byte[] GUEST = {(byte) 0xa2, 0x10, 0x00, (byte) 0xeb, (byte) 0xfb};

    private static final String C = """
            #include <fcntl.h>
            #include <linux/kvm.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            #include <sys/ioctl.h>
            #include <sys/mman.h>
            #include <time.h>
            static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec * 1e9 + t.tv_nsec; }
            static volatile unsigned long sink;
            int main(int argc, char **argv) {
              long calls = atol(argv[1]), exits = atol(argv[2]);
              int kvm = open("/dev/kvm", O_RDWR), vm = ioctl(kvm, KVM_CREATE_VM, 0);
              unsigned char *ram = mmap(0, 65536, 3, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
              unsigned char code[] = {0xa2, 0x10, 0x00, 0xeb, 0xfb};
              memcpy(ram + 0x1000, code, sizeof code);
              struct kvm_userspace_memory_region slot = {0, 0, 0, 65536, (unsigned long)ram};
              ioctl(vm, KVM_SET_USER_MEMORY_REGION, &slot);
              int vcpu = ioctl(vm, KVM_CREATE_VCPU, 0);
              struct kvm_run *run = mmap(0, ioctl(kvm, KVM_GET_VCPU_MMAP_SIZE, 0), 3, MAP_SHARED, vcpu, 0);
              struct kvm_sregs s; ioctl(vcpu, KVM_GET_SREGS, &s);
              s.cs.base = 0; s.cs.selector = 0; s.ds.base = 0x20000; s.ds.selector = 0x2000;
              ioctl(vcpu, KVM_SET_SREGS, &s);
              struct kvm_regs r; memset(&r, 0, sizeof r); r.rip = 0x1000; r.rflags = 2; ioctl(vcpu, KVM_SET_REGS, &r);
              double a = now();
              for (long i = 0; i < calls; i++) sink += ioctl(kvm, KVM_GET_API_VERSION, 0);
              double b = now();
              for (long i = 0; i < exits; i++) {
                if (ioctl(vcpu, KVM_RUN, 0) || run->exit_reason != KVM_EXIT_MMIO || !run->mmio.is_write) return 1;
                sink += run->mmio.phys_addr + run->mmio.data[0];
              }
              double c = now();
              printf("%f %f\\n", (b - a) / calls, (c - b) / exits);
              return 0;
            }
            """;

    private static final MethodHandle FOREIGN = foreignIoctl();

    private ExitLatency() {}

    // A benchmark of the restricted call itself.
    @SuppressWarnings("restricted")
    private static MethodHandle foreignIoctl() {
        Linker linker = Linker.nativeLinker();
        StructLayout state = Linker.Option.captureStateLayout();
        if (state.byteSize() == 0) {
            throw new IllegalStateException("no errno");
        }
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("ioctl"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG),
                Linker.Option.firstVariadicArg(2),
                Linker.Option.captureCallState("errno"));
    }

    public static void main(String[] arguments) throws Throwable {
        Path folder = Files.createTempDirectory("exit-latency");
        Path program = compile(folder);
        HotCall.makeReady();
        try (Arena arena = Arena.ofShared();
                KvmSystem system = KvmSystem.open();
                FileDescriptor device = FileDescriptor.open(KvmSystem.DEVICE.toString());
                KvmVm vm = system.createVm(0)) {
            MemorySegment ram = Mapping.anonymous("guest", 0x10000, false, arena);
            MemorySegment.copy(GUEST, 0, ram, ValueLayout.JAVA_BYTE, 0x1000, GUEST.length);
            vm.setMemory(0, 0, 0x10000, ram.address(), false);
            try (KvmVcpu vcpu = vm.createVcpu(0)) {
                prepare(vcpu, arena);
                double[] call = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
                double[] exit = call.clone();
                for (int round = 0; round < ROUNDS; round++) {
                    String[] c = run(program).trim().split(" ", -1);
                    best(call, Double.parseDouble(c[0]), jnaCalls(device), ffmCalls(device, arena), Double.MAX_VALUE);
                    best(exit, Double.parseDouble(c[1]), jnaExits(vcpu), ffmExits(vcpu), busExits(vcpu));
                }
                System.out.println("best of " + ROUNDS + ", ns          C   Java  Java/C");
                print("KVM_GET_API_VERSION", call[0], call[1]);
                print("  java.lang.foreign", call[0], call[2]);
                print("KVM_RUN with MMIO", exit[0], exit[1]);
                print("  java.lang.foreign", exit[0], exit[2]);
                print("  through the bus", exit[0], exit[3]);
            }
        } finally {
            Files.deleteIfExists(program);
            Files.deleteIfExists(folder.resolve("exit.c"));
            Files.deleteIfExists(folder);
        }
    }

    private static void best(double[] best, double... now) {
        for (int i = 0; i < best.length; i++) {
            best[i] = Math.min(best[i], now[i]);
        }
    }

    private static void print(String what, double c, double java) {
        System.out.println(String.format(Locale.ROOT, "%-20s %8.0f %6.0f %7.2f", what, c, java, java / c));
    }

    private static double jnaCalls(FileDescriptor kvm) {
        long sum = 0;
        long start = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            sum += kvm.ioctlOrErrno(KvmConstants.KVM_GET_API_VERSION, 0);
        }
        return checked(start, sum, CALLS);
    }

    private static double ffmCalls(FileDescriptor kvm, Arena arena) throws Throwable {
        MemorySegment errno = arena.allocate(Linker.Option.captureStateLayout());
        long sum = 0;
        long start = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            sum += (int) FOREIGN.invokeExact(errno, kvm.number(), KvmConstants.KVM_GET_API_VERSION, 0L);
        }
        return checked(start, sum, CALLS);
    }

    private static double checked(long start, long sum, int calls) {
        double each = (System.nanoTime() - start) / (double) calls;
        if (sum != 12L * calls) {
            throw new IllegalStateException("the calls failed");
        }
        return each;
    }

    private static double jnaExits(KvmVcpu vcpu) {
        KvmRun run = vcpu.run();
        long sum = 0;
        long start = System.nanoTime();
        for (int i = 0; i < EXITS; i++) {
            if (vcpu.ioctl("KVM_RUN", KvmConstants.KVM_RUN, 0) != 0
                    || run.exitReason() != KvmConstants.KVM_EXIT_MMIO
                    || !run.mmioIsWrite()) {
                throw new IllegalStateException("exit " + run.exitReason());
            }
            sum += run.mmioAddress() + (run.mmioData() & 0xff);
        }
        double each = (System.nanoTime() - start) / (double) EXITS;
        if (sum == 0) {
            throw new IllegalStateException("no exits");
        }
        return each;
    }

    private static double ffmExits(KvmVcpu vcpu) {
        KvmRun run = vcpu.run();
        long sum = 0;
        long start = System.nanoTime();
        for (int i = 0; i < EXITS; i++) {
            if (vcpu.enter() != 0 || run.exitReason() != KvmConstants.KVM_EXIT_MMIO || !run.mmioIsWrite()) {
                throw new IllegalStateException("exit " + run.exitReason());
            }
            sum += run.mmioAddress() + (run.mmioData() & 0xff);
        }
        double each = (System.nanoTime() - start) / (double) EXITS;
        if (sum == 0) {
            throw new IllegalStateException("no exits");
        }
        return each;
    }

    private static final class Counter implements MmioDevice {
        private long stores;

        @Override
        public long read(long offset, int size) {
            return 0;
        }

        @Override
        public void write(long offset, int size, long value) {
            stores++;
        }
    }

    private static double busExits(KvmVcpu vcpu) {
        Counter device = new Counter();
        Bus bus = new Bus();
        bus.add(List.of(new MmioRegion("counter", MMIO, 0x1000, device)));
        KvmRun run = vcpu.run();
        long start = System.nanoTime();
        for (int i = 0; i < EXITS; i++) {
            if (vcpu.enter() != 0 || run.exitReason() != KvmConstants.KVM_EXIT_MMIO) {
                throw new IllegalStateException("exit " + run.exitReason());
            }
            bus.write(run.mmioAddress(), run.mmioLength(), run.mmioData());
        }
        double each = (System.nanoTime() - start) / (double) EXITS;
        if (device.stores != EXITS) {
            throw new IllegalStateException("lost stores");
        }
        return each;
    }

    private static void prepare(KvmVcpu vcpu, Arena arena) {
        MemorySegment special =
                arena.allocate(MemoryLayout.paddingLayout(SREGS_SIZE).byteSize(), Long.BYTES);
        vcpu.ioctl("KVM_GET_SREGS", KVM_GET_SREGS, special.address());
        special.set(ValueLayout.JAVA_LONG, 0, 0);
        special.set(ValueLayout.JAVA_SHORT, SELECTOR, (short) 0);
        special.set(ValueLayout.JAVA_LONG, DS, MMIO);
        special.set(ValueLayout.JAVA_SHORT, DS + SELECTOR, (short) (MMIO >> 4));
        vcpu.ioctl("KVM_SET_SREGS", KVM_SET_SREGS, special.address());
        MemorySegment general = arena.allocate(REGS_SIZE, Long.BYTES);
        general.set(ValueLayout.JAVA_LONG, RIP, 0x1000);
        general.set(ValueLayout.JAVA_LONG, RFLAGS, 2);
        vcpu.ioctl("KVM_SET_REGS", KVM_SET_REGS, general.address());
    }

    private static Path compile(Path folder) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("exit.c"), C);
        Path program = folder.resolve("exit");
        Process process = new ProcessBuilder("gcc", "-O2", "-o", program.toString(), source.toString())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("gcc failed: install it to compare with C");
        }
        return program;
    }

    private static String run(Path program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program.toString(), String.valueOf(CALLS), String.valueOf(EXITS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the C loop failed");
        }
        return output;
    }
}
