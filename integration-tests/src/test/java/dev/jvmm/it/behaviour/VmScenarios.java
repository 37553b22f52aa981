// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.behaviour;

import static dev.jvmm.it.behaviour.BareMetalVm.expectEqual;

import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.config.GicChoice;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.core.event.VmExit;
import dev.jvmm.machine.Vm;
import dev.jvmm.machine.VmOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What a program that embeds jvmm does with a VM, through the public interface alone; the guest is a bare program. */
final class VmScenarios extends Scenarios {
    /** A flat program is loaded this far above the start of RAM. */
    private static final long LOAD_OFFSET = 2 << 20;

    private static final long FLAG = BareMetalVm.RAM + (16 << 20);
    private static final long MEMORY = 64 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ROUNDS = 10;

    // The power button: line 3 of the PL061 (Arm DDI 0190 3.3), whose interrupt is the machine's wire 7.
    private static final long GPIO = 0x0903_0000L;
    private static final int GPIO_INTERRUPT = 32 + 7;
    private static final int BUTTON = 1 << 3;
    private static final int GPIOIEV = 0x40c;
    private static final int GPIOIE = 0x410;
    private static final int GPIOIC = 0x41c;

    private final GuestCode program;

    VmScenarios(Hypervisor hypervisor, GicVersion gic) {
        super(hypervisor, gic);
        this.program = new GuestCode(gic, BareMetalVm.RAM + LOAD_OFFSET);
    }

    @Override
    Map<String, Runnable> all() {
        Map<String, Runnable> scenarios = new LinkedHashMap<>();
        scenarios.put("a press of the power button interrupts a waiting guest, which powers off", this::powerButton);
        scenarios.put("the guest's reset starts the machine again with its program loaded anew", this::guestReset);
        scenarios.put("a reset from outside starts a guest that hangs again, paused or not", this::reset);
        scenarios.put("a paused VM says nothing until it is resumed", this::pause);
        scenarios.put("a VM that computes, or waits, is stopped from outside", this::stop);
        return scenarios;
    }

    /** Runs {@code body} with a VM whose kernel is {@code code}. */
    private void with(A64 code, Body body) {
        try {
            Path folder = Files.createTempDirectory("vm-scenario");
            Path kernel = folder.resolve("program");
            int[] words = code.words();
            ByteBuffer bytes = ByteBuffer.allocate(words.length * 4).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asIntBuffer().put(words);
            Files.write(kernel, bytes.array());
            VmConfig config = VmConfig.named("scenario")
                    .withBackend(hypervisor.name())
                    .withGic(gic == GicVersion.V2 ? GicChoice.V2 : GicChoice.V3)
                    .withMemory(MEMORY)
                    .withBoot(new BootConfig.Kernel(kernel, null, ""));
            VmOptions options =
                    VmOptions.standard().withStateRoot(folder.resolve("state")).withBackends(List.of(hypervisor));
            try (Vm vm = Vm.create(config, options)) {
                vm.start();
                // A guest that stays silent is stopped, and whoever listens to it hears the end.
                CompletableFuture<Void> limit = CompletableFuture.runAsync(
                        vm::stop, CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
                body.run(vm);
                limit.cancel(false);
            } finally {
                Files.delete(kernel);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What happens to the VM from outside. */
    private interface Body {
        void run(Vm vm) throws IOException, InterruptedException;
    }

    private static A64 say(A64 code, char what) {
        return code.mov(1, what).store(1, 1, DEVICE, 0);
    }

    private static void expectSaid(Vm vm, String wanted) throws IOException {
        InputStream console = vm.consoleOutput();
        for (int i = 0; i < wanted.length(); i++) {
            expectEqual(console.read(), (int) wanted.charAt(i));
        }
    }

    private static void expectExit(Vm vm, Class<? extends VmExit> wanted) throws InterruptedException {
        Optional<VmExit> exit = vm.awaitExit(PATIENCE);
        expectEqual(exit.map(Object::getClass), Optional.of(wanted));
    }

    private void powerButton() {
        A64 code = program.enableInterrupt(program.useVectors(program.start().mov(10, 0)), GPIO_INTERRUPT, false);
        code.mov(2, GPIO).mov(1, BUTTON).store(4, 1, 2, GPIOIEV).store(4, 1, 2, GPIOIE);
        GuestCode.powerOff(GuestCode.waitForService(say(code, 'r')));
        program.vectors(
                code,
                service ->
                        say(service.mov(10, 1), 'b').mov(2, GPIO).mov(1, BUTTON).store(4, 1, 2, GPIOIC));
        with(code, vm -> {
            expectSaid(vm, "r");
            vm.powerButton();
            expectSaid(vm, "b");
            expectExit(vm, VmExit.PoweredOff.class);
        });
    }

    private void guestReset() {
        A64 code = say(program.start(), 's');
        // Its own first word is overwritten, and RAM beyond the program stays.
        code.mov(2, BareMetalVm.RAM + LOAD_OFFSET).store(4, A64.ZERO, 2, 0);
        code.mov(2, FLAG).load(4, 5, 2, 0).branchIfZero(5, "first");
        GuestCode.powerOff(code);
        code.label("first").mov(1, 1).store(4, 1, 2, 0);
        GuestCode.systemReset(code);
        with(code, vm -> {
            expectSaid(vm, "ss");
            expectExit(vm, VmExit.PoweredOff.class);
            expectEqual(vm.stats().resets(), 1L);
        });
    }

    private void reset() {
        A64 code = say(program.start(), 's').label("stay").branch("stay");
        with(code, vm -> {
            for (int round = 0; round < ROUNDS; round++) {
                expectSaid(vm, "s");
                vm.reset();
            }
            expectSaid(vm, "s");
            vm.pause();
            vm.reset();
            vm.resume();
            expectSaid(vm, "s");
        });
    }

    private void pause() {
        // Says a letter for each letter it hears. CR: UARTEN, TXE, RXE (Arm DDI 0183 3.3.8).
        A64 code = program.start().mov(1, 0x301).store(4, 1, DEVICE, 0x30);
        code.label("listen").load(4, 2, DEVICE, 0x18);
        // FR.RXFE, bit 4: nothing to read (Arm DDI 0183 3.3.3).
        code.instruction(0xd3441042)
                .branchIfNotZero(2, "listen")
                .load(4, 1, DEVICE, 0)
                .store(1, 1, DEVICE, 0)
                .branch("listen");
        with(code, vm -> {
            vm.consoleInput().write('a');
            expectSaid(vm, "a");
            for (int round = 0; round < ROUNDS; round++) {
                vm.pause();
                vm.consoleInput().write('b');
                expectEqual(vm.consoleOutput().available(), 0);
                vm.resume();
                expectSaid(vm, "b");
            }
        });
    }

    private void stop() {
        A64 computing = say(program.start(), 'c').label("stay").branch("stay");
        A64 waiting = say(program.start(), 'w').label("stay").waitForInterrupt().branch("stay");
        for (A64 code : List.of(computing, waiting)) {
            with(code, vm -> {
                expectEqual(vm.consoleOutput().read() > 0, true);
                vm.stop();
                expectExit(vm, VmExit.Stopped.class);
            });
        }
    }
}
