// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.kvm;

import static dev.jvmm.it.behaviour.BareMetalVm.expectEqual;
import static dev.jvmm.it.behaviour.GuestCode.DEVICE;

import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.it.behaviour.A64;
import dev.jvmm.it.behaviour.BareMetalVm;
import dev.jvmm.it.behaviour.GuestCode;
import dev.jvmm.kvm.KvmSystem;
import dev.jvmm.kvm.KvmVcpu;
import dev.jvmm.kvm.KvmVm;
import dev.jvmm.kvm.abi.KvmConstants;
import dev.jvmm.kvm.abi.KvmRun;
import dev.jvmm.kvm.abi.KvmStructs;
import dev.jvmm.kvm.sys.HotCall;
import dev.jvmm.kvm.sys.Mapping;
import dev.jvmm.machine.Vm;
import dev.jvmm.machine.VmOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What things take on KVM: figures on the console, behind PROOF figure. Nothing is expected of them. */
final class FigureScenarios {
    private static final int ROUNDS = 4;
    private static final int EXITS = 1000;
    private static final int RAM_SIZE = 0x1_0000;
    /** KVM_REG_ARM64 | KVM_REG_SIZE_U64 | KVM_REG_ARM_CORE | regs.pc. */
    private static final long PC = 0x6030_0000_0010_0040L;

    private final Path files;
    private final GuestCode guest;

    FigureScenarios(GicVersion gic, Path files) {
        this.files = files;
        this.guest = new GuestCode(gic, BareMetalVm.RAM);
    }

    Map<String, Runnable> all() {
        Map<String, Runnable> scenarios = new LinkedHashMap<>();
        // First of all: with classes loaded it would be another figure.
        scenarios.put("the first instruction of a guest is executed", this::firstInstruction);
        scenarios.put("exits are compared with those of a C program", this::exitLatency);
        return scenarios;
    }

    private void firstInstruction() {
        A64 code = guest.start().store(1, DEVICE, DEVICE, 0).label("stay").branch("stay");
        try {
            Path kernel = Files.createTempFile("first", ".bin");
            ByteBuffer bytes = ByteBuffer.allocate(code.words().length * 4).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asIntBuffer().put(code.words());
            Files.write(kernel, bytes.array());
            long start = System.nanoTime();
            VmConfig config =
                    VmConfig.named("first").withBackend("kvm").withBoot(new BootConfig.Kernel(kernel, null, ""));
            try (Vm vm = Vm.create(config, VmOptions.standard().withStateRoot(kernel.resolveSibling("first-state")))) {
                long created = System.nanoTime();
                vm.start();
                expectEqual(vm.consoleOutput().read() >= 0, true);
                long end = System.nanoTime();
                long process = System.currentTimeMillis()
                        - ProcessHandle.current()
                                .info()
                                .startInstant()
                                .orElseThrow()
                                .toEpochMilli();
                figure(
                        "start to first guest instruction: %d ms since Vm.create, %d ms since Vm.start, %d ms since the"
                                + " JVM's start",
                        (end - start) / 1_000_000, (end - created) / 1_000_000, process);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void exitLatency() {
        Path program = files.resolve(ExitLoop.NAME);
        double c = Double.MAX_VALUE;
        double java = Double.MAX_VALUE;
        HotCall.makeReady();
        try (Arena arena = Arena.ofShared();
                KvmSystem system = KvmSystem.open();
                KvmVm vm = system.createVm(0)) {
            MemorySegment ram = Mapping.anonymous("guest", RAM_SIZE, false, arena);
            // MOVZ X1, #0x900, LSL #16; STR W0, [X1]; back to the store.
            int[] code = {0xd2a12001, 0xb9000020, 0x17ffffff};
            MemorySegment.copy(code, 0, ram, ValueLayout.JAVA_INT, 0, code.length);
            vm.setMemory(0, BareMetalVm.RAM, RAM_SIZE, ram.address(), false);
            try (KvmVcpu vcpu = vm.createVcpu(0)) {
                MemorySegment init = arena.allocate(KvmStructs.VCPU_INIT);
                vm.preferredTarget(init);
                vcpu.ioctl("KVM_ARM_VCPU_INIT", KvmConstants.KVM_ARM_VCPU_INIT, init.address());
                vcpu.setRegister(PC, BareMetalVm.RAM);
                for (int round = 0; round < ROUNDS; round++) {
                    if (Files.isExecutable(program) || program.toFile().setExecutable(true)) {
                        c = Math.min(c, run(program));
                    }
                    java = Math.min(java, exits(vcpu));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (c == Double.MAX_VALUE) {
            figure("exit with an MMIO store: %.0f ns; there is no C program to compare with", java);
        } else {
            figure(
                    "exit with an MMIO store, best of %d rounds: C %.0f ns, Java %.0f ns, %.2f",
                    ROUNDS, c, java, java / c);
        }
    }

    private static double exits(KvmVcpu vcpu) {
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
        expectEqual(sum > 0, true);
        return each;
    }

    private static double run(Path program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program.toString(), String.valueOf(EXITS))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException("the C loop failed with " + code + ": " + output);
        }
        return Double.parseDouble(output);
    }

    private static void figure(String format, Object... values) {
        System.out.println("PROOF figure " + String.format(Locale.ROOT, format, values));
    }
}
