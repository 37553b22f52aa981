// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.config.CpuConfig;
import dev.jvmm.core.config.CpuFeature;
import dev.jvmm.core.config.GicChoice;
import dev.jvmm.core.config.Policies;
import dev.jvmm.core.config.Policies.OnPanic;
import dev.jvmm.core.config.Policies.OnReset;
import dev.jvmm.core.config.Policies.OnShutdown;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.cpu.CpuOptions;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.error.VmException;
import dev.jvmm.core.event.VmEvent;
import dev.jvmm.core.event.VmExit;
import dev.jvmm.core.event.VmState;
import dev.jvmm.devices.virtio.transport.VirtioMmioRegisters;
import dev.jvmm.machine.FakeHypervisor.FakeMachine;
import dev.jvmm.machine.boot.FirmwareLocator;
import dev.jvmm.machine.platform.MemoryMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class VmTest {
    private static final long UART = MemoryMap.stock().uart().base();
    private static final int UART_DR = 0;
    private static final int UART_FR = 0x18;
    private static final int FR_RXFE = 1 << 4;

    @TempDir
    Path directory;

    private final FakeHypervisor hypervisor = new FakeHypervisor();
    private final BlockingQueue<VmEvent> events = new LinkedBlockingQueue<>();
    private Path kernel;

    @BeforeEach
    void makeKernel() throws IOException {
        kernel = Files.write(directory.resolve("kernel"), new byte[] {1, 2, 3, 4});
    }

    private VmConfig config(String name) {
        return VmConfig.named(name).withMemory(16 << 20).withBoot(new BootConfig.Kernel(kernel, null, "quiet"));
    }

    private VmOptions options() {
        return VmOptions.standard()
                .withStateRoot(directory.resolve("state"))
                .withFirmware(new FirmwareLocator(List.of(), List.of(), List.of()))
                .withBackends(List.of(hypervisor));
    }

    private Vm create(VmConfig config) {
        Vm vm = Vm.create(config, options());
        vm.onEvent(events::add);
        return vm;
    }

    private VmEvent nextEvent() throws InterruptedException {
        VmEvent event = events.poll(30, TimeUnit.SECONDS);
        assertThat(event).as("an event").isNotNull();
        return event;
    }

    @Test
    void startsRunsAndEndsWhenTheGuestPowersOff() throws Exception {
        try (Vm vm = create(config("a"))) {
            assertThat(vm.state()).isEqualTo(VmState.CREATED);
            vm.start();
            assertThat(vm.state()).isEqualTo(VmState.RUNNING);
            assertThat(nextEvent()).isEqualTo(new VmEvent.Started("fake"));

            hypervisor.machine().guest.systemOff();

            assertThat(vm.awaitExit()).isEqualTo(new VmExit.PoweredOff());
            assertThat(vm.state()).isEqualTo(VmState.ENDED);
            assertThat(nextEvent()).isEqualTo(new VmEvent.PoweredOff());
            assertThat(nextEvent()).isEqualTo(new VmEvent.Exited(new VmExit.PoweredOff()));
            assertThat(hypervisor.machine().log).containsExactly("start", "pause", "close");
        }
    }

    @Test
    void awaitingTheExitOfALivingVmGivesNothingAfterTheTimeout() throws Exception {
        try (Vm vm = create(config("a"))) {
            vm.start();
            assertThat(vm.awaitExit(Duration.ofMillis(1))).isEmpty();
        }
    }

    @Test
    void aGuestsResetBringsKernelAndDevicesBackAndGoesOn() throws Exception {
        try (Vm vm = create(config("a"))) {
            vm.start();
            FakeMachine machine = hypervisor.machine();
            long entry = machine.pc;
            machine.bus.write(UART + 0x24, 4, 17); // UARTIBRD
            byte[] scribble = machine.bytes(entry, 4);
            assertThat(scribble).containsExactly(1, 2, 3, 4);
            assertThat(nextEvent()).isInstanceOf(VmEvent.Started.class);

            machine.guest.systemReset();

            assertThat(nextEvent()).isEqualTo(new VmEvent.ResetRequested(true));
            assertThat(nextEvent()).isEqualTo(new VmEvent.WasReset());
            assertThat(machine.bus.read(UART + 0x24, 4)).isZero();
            assertThat(machine.log).containsExactly("start", "pause", "reset", "resume");
            assertThat(vm.state()).isEqualTo(VmState.RUNNING);
            assertThat(vm.stats().resets()).isEqualTo(1);
        }
    }

    @Test
    void eachBootGetsAnotherSeed() throws Exception {
        try (Vm vm = create(config("a"))) {
            vm.start();
            FakeMachine machine = hypervisor.machine();
            byte[] first = machine.bytes(machine.x0, 4096);
            vm.reset();
            assertThat(machine.bytes(machine.x0, 4096)).isNotEqualTo(first);
        }
    }

    @Test
    void aGuestsResetEndsTheVmWhenThePolicySaysSo() throws Exception {
        Policies policies = new Policies(OnReset.EXIT, OnShutdown.POWEROFF, OnPanic.EXIT);
        try (Vm vm = create(config("a").withPolicies(policies))) {
            vm.start();
            hypervisor.machine().guest.systemReset();
            assertThat(vm.awaitExit()).isEqualTo(new VmExit.GuestReset());
        }
    }

    @Test
    void twoVcpusThatResetAtOnceResetTheMachineOnce() throws Exception {
        try (Vm vm = create(config("a"))) {
            vm.start();
            nextEvent();
            FakeMachine machine = hypervisor.machine();
            // The second vCPU makes its call while the first one's is being served.
            machine.duringPause = machine.guest::systemReset;
            machine.guest.systemReset();
            assertThat(nextEvent()).isEqualTo(new VmEvent.ResetRequested(true));
            assertThat(nextEvent()).isEqualTo(new VmEvent.WasReset());
            machine.duringPause = () -> {};
            vm.powerButton(); // the control thread has served everything before this
            assertThat(vm.stats().resets()).isEqualTo(1);
        }
    }

    @Test
    void aPowerOffCanLeaveTheVmPausedForALook() throws Exception {
        Policies policies = new Policies(OnReset.RESET, OnShutdown.PAUSE, OnPanic.EXIT);
        try (Vm vm = create(config("a").withPolicies(policies))) {
            vm.start();
            nextEvent();
            hypervisor.machine().guest.systemOff();
            assertThat(nextEvent()).isEqualTo(new VmEvent.PoweredOff());
            assertThat(nextEvent()).isEqualTo(new VmEvent.Paused());
            assertThat(vm.state()).isEqualTo(VmState.PAUSED);
            assertThat(vm.dumpState()).startsWith("PC");
        }
    }

    @Test
    void aKernelsPanicEndsTheVmOrWhateverThePolicySays() throws Exception {
        long panic = MemoryMap.stock().panic().base();
        try (Vm vm = create(config("a"))) {
            vm.start();
            assertThat(hypervisor.machine().bus.read(panic, 1))
                    .as("events known")
                    .isEqualTo(3);
            hypervisor.machine().bus.write(panic, 1, 2); // a crash kernel takes over: no end
            hypervisor.machine().bus.write(panic, 1, 1);
            assertThat(vm.awaitExit()).isEqualTo(new VmExit.GuestPanicked());
        }
        while (!(nextEvent() instanceof VmEvent.Exited)) {
            // Events come on a thread of their own: the first VM's are not to be taken for the second's.
        }
        Policies policies = new Policies(OnReset.RESET, OnShutdown.POWEROFF, OnPanic.PAUSE);
        try (Vm vm = create(config("b").withPolicies(policies))) {
            vm.start();
            nextEvent();
            hypervisor.machine().bus.write(panic, 1, 1);
            assertThat(nextEvent()).isEqualTo(new VmEvent.GuestPanicked());
            assertThat(nextEvent()).isEqualTo(new VmEvent.Paused());
        }
    }

    @Test
    void aDeviceThatNeedsAResetSaysSoOnceUntilItHasHadOne() throws Exception {
        try (Vm vm = create(config("a"))) {
            vm.start();
            assertThat(nextEvent()).isEqualTo(new VmEvent.Started("fake"));
            for (int round = 0; round < 2; round++) {
                breakQueue();
                assertThat(nextEvent())
                        .isEqualTo(new VmEvent.DeviceNeedsReset(
                                "rng", "queue 0: queue size 3 is not a power of two from 1 to 64"));
            }
            // Nothing more came before this.
            vm.powerButton();
            assertThat(nextEvent()).isEqualTo(new VmEvent.PowerButtonPressed());
        }
    }

    /** Resets the only virtio device, and starts it with a queue that cannot be. */
    private void breakQueue() {
        write(VirtioMmioRegisters.STATUS, 0);
        write(VirtioMmioRegisters.STATUS, 3); // ACKNOWLEDGE | DRIVER
        write(VirtioMmioRegisters.DRIVER_FEATURES_SEL, 1);
        write(VirtioMmioRegisters.DRIVER_FEATURES, 1); // VIRTIO_F_VERSION_1
        write(VirtioMmioRegisters.STATUS, 0xb); // FEATURES_OK too
        write(VirtioMmioRegisters.QUEUE_SIZE, 3);
        write(VirtioMmioRegisters.QUEUE_READY, 1);
        write(VirtioMmioRegisters.STATUS, 0xf); // DRIVER_OK too
        long status = MemoryMap.stock().virtioMmio(0).base() + VirtioMmioRegisters.STATUS;
        assertThat(hypervisor.machine().bus.read(status, 4)).isEqualTo(0x4f);
    }

    private void write(int register, int value) {
        hypervisor.machine().bus.write(MemoryMap.stock().virtioMmio(0).base() + register, 4, value);
    }

    @Test
    void aVcpuThatCannotGoOnEndsTheVmWithItsReport() throws Exception {
        try (Vm vm = create(config("a"))) {
            vm.start();
            hypervisor.machine().guest.cpuStopped(3, "vector loop at 0x200\nx0 1");
            VmExit exit = vm.awaitExit();
            assertThat(exit)
                    .isEqualTo(new VmExit.Failed("vCPU 3 stopped: vector loop at 0x200", "vector loop at 0x200\nx0 1"));
        }
    }

    @Test
    void aBugInTheBackendEndsThatVmAlone() throws Exception {
        try (Vm broken = create(config("a"));
                Vm sound = create(config("b"))) {
            broken.start();
            sound.start();
            hypervisor.machines.getFirst().failNextReset = new IllegalStateException("a bug");
            hypervisor.machines.getFirst().guest.systemReset();
            assertThat(broken.awaitExit())
                    .isInstanceOfSatisfying(
                            VmExit.Failed.class,
                            failed -> assertThat(failed.reason()).isEqualTo("a bug"));
            assertThat(sound.state()).isEqualTo(VmState.RUNNING);
        }
    }

    @Test
    void pauseAndResumeMayBeRepeated() {
        try (Vm vm = create(config("a"))) {
            vm.start();
            vm.pause();
            vm.pause();
            vm.resume();
            vm.resume();
            assertThat(hypervisor.machine().log).containsExactly("start", "pause", "resume");
        }
    }

    @Test
    void aPausedVmThatIsResetStaysPaused() {
        try (Vm vm = create(config("a"))) {
            vm.start();
            vm.pause();
            vm.reset();
            assertThat(vm.state()).isEqualTo(VmState.PAUSED);
            assertThat(hypervisor.machine().log).containsExactly("start", "pause", "reset");
        }
    }

    @Test
    void commandsThatMakeNoSenseSayWhy() {
        Vm vm = create(config("a"));
        assertThatThrownBy(vm::pause).isInstanceOf(VmException.class).hasMessageContaining("start it first");
        vm.start();
        assertThatThrownBy(vm::start).isInstanceOf(VmException.class).hasMessageContaining("started before");
        vm.close();
        assertThatThrownBy(vm::resume).isInstanceOf(VmException.class).hasMessageContaining("has ended");
        vm.stop();
        vm.close();
    }

    @Test
    void thePowerButtonPullsItsLine() throws Exception {
        try (Vm vm = create(config("a"))) {
            vm.start();
            nextEvent();
            long gpio = MemoryMap.stock().gpio().base();
            FakeMachine machine = hypervisor.machine();
            machine.bus.write(gpio + 0x408, 4, 8); // GPIOIBE: both edges of line 3
            machine.bus.write(gpio + 0x410, 4, 8); // GPIOIE
            vm.powerButton();
            assertThat(nextEvent()).isEqualTo(new VmEvent.PowerButtonPressed());
            assertThat(machine.lines).containsEntry(7, true);
        }
    }

    @Test
    void theConsoleCarriesBytesBothWays() throws Exception {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        Vm vm = Vm.create(config("a"), options().withConsoleOutput(seen));
        vm.start();
        FakeMachine machine = hypervisor.machine();
        for (byte b : "hello".getBytes(StandardCharsets.US_ASCII)) {
            machine.bus.write(UART + UART_DR, 4, b);
        }
        InputStream output = vm.consoleOutput();
        assertThat(new String(output.readNBytes(5), StandardCharsets.US_ASCII)).isEqualTo("hello");
        machine.bus.write(UART + 0x30, 4, 0x301); // UARTCR: enable
        vm.consoleInput().write('x');
        assertThat(machine.bus.read(UART + UART_FR, 4) & FR_RXFE).isZero();
        assertThat(machine.bus.read(UART + UART_DR, 4)).isEqualTo('x');
        vm.close();
        assertThat(seen.toString(StandardCharsets.US_ASCII)).isEqualTo("hello");
        assertThat(output.read()).isEqualTo(-1);
    }

    @Test
    void twoVmsOfOneNameExcludeEachOtherUntilTheFirstHasEnded() {
        Vm first = create(config("same"));
        assertThatThrownBy(() -> create(config("same")))
                .isInstanceOf(VmException.class)
                .hasMessageContaining("--name");
        first.close();
        create(config("same")).close();
    }

    @Test
    void autoTakesTheBackendOfHighestPreferenceThatCanRunAndTellsOfTheOthers() {
        FakeHypervisor best = FakeHypervisor.unavailable("best", 100, "no /dev/best: load its module");
        FakeHypervisor good = FakeHypervisor.named("good", 50);
        FakeHypervisor poor = FakeHypervisor.named("poor", 10);
        try (Vm vm = Vm.create(config("a"), options().withBackends(List.of(poor, best, good)))) {
            assertThat(vm.backend()).isEqualTo("good");
            assertThat(vm.backendsPassedOver()).containsExactly("best: no /dev/best: load its module");
        }
    }

    @Test
    void aBackendThatCannotRunOrDoesNotExistIsRefused() {
        FakeHypervisor best = FakeHypervisor.unavailable("best", 100, "no /dev/best: load its module");
        VmOptions options = options().withBackends(List.of(best));
        assertThatThrownBy(() -> Vm.create(config("a").withBackend("best"), options))
                .isInstanceOfSatisfying(
                        VmException.class, e -> assertThat(e.kind()).isEqualTo(VmException.Kind.HOST))
                .hasMessageContaining("load its module");
        assertThatThrownBy(() -> Vm.create(config("a").withBackend("other"), options))
                .hasMessageContaining("there are: auto, best");
    }

    @Test
    void whatTheBackendHasGetsItsPlaceInTheMachineUnlessItIsSwitchedOff() {
        FakeHypervisor rich = FakeHypervisor.withEverything();
        CpuConfig less = new CpuConfig(Set.of(CpuFeature.PMU, CpuFeature.STEAL_TIME), 256, false);
        try (Vm all = Vm.create(config("a"), options().withBackends(List.of(rich)));
                Vm some = Vm.create(config("b").withCpu(less), options().withBackends(List.of(rich)));
                Vm old = Vm.create(config("c").withGic(GicChoice.V2), options().withBackends(List.of(rich)));
                Vm plain = create(config("d"))) {
            assertThat(rich.machines.getFirst().spec.cpu()).isEqualTo(new CpuOptions(CpuConfig.HOST, 23, 0x090a_0000L));
            assertThat(rich.machines.getFirst().spec.gic().its()).isEqualTo(0x0808_0000L);
            assertThat(rich.machines.get(1).spec.cpu()).isEqualTo(new CpuOptions(less, 0, 0));
            assertThat(rich.machines.getLast().spec.gic().its()).isZero();
            assertThat(hypervisor.machine().spec.cpu()).isEqualTo(CpuOptions.HOST);
            assertThat(tree(all)).contains("arm,gic-v3-its", "arm,armv8-pmuv3");
            assertThat(tree(some)).contains("arm,gic-v3-its").doesNotContain("arm,armv8-pmuv3");
            assertThat(tree(old)).doesNotContain("arm,gic-v3-its");
            assertThat(tree(plain)).doesNotContain("arm,gic-v3-its", "arm,armv8-pmuv3");
        }
    }

    private static String tree(Vm vm) {
        return new String(vm.deviceTree(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void theNewestInterruptControllerIsGicV2WhereTheBackendHasNoOther() {
        FakeHypervisor old = FakeHypervisor.withGicV2Only();
        VmOptions options = options().withBackends(List.of(old));
        try (Vm vm = Vm.create(config("a").withCpus(8), options)) {
            assertThat(old.machine().spec.gic().version()).isEqualTo(GicVersion.V2);
            assertThat(vm.state()).isEqualTo(VmState.CREATED);
        }
        assertThatThrownBy(() -> Vm.create(config("a").withCpus(9), options)).isInstanceOf(VmException.class);
        assertThatThrownBy(() -> Vm.create(config("a").withGic(GicChoice.V3), options))
                .isInstanceOf(VmException.class);
    }

    @Test
    void moreMemoryThanTheHostHasIsRefused() {
        assertThatThrownBy(() -> create(config("a").withMemory(250L << 30)))
                .isInstanceOf(VmException.class)
                .hasMessageStartingWith("--memory 256000M: the host has");
    }

    @Test
    void aMissingKernelIsRefusedAndTheNameIsFreeAgain() {
        VmConfig missing = config("a").withBoot(new BootConfig.Kernel(directory.resolve("none"), null, ""));
        assertThatThrownBy(() -> create(missing))
                .isInstanceOf(VmException.class)
                .hasMessageContaining("no such file");
        create(config("a")).close();
    }

    @Test
    void aKernelStartsWhereverTheMapHasBeenMoved() {
        MemoryMap moved = MemoryMap.moved(1L << 32, 5L << 30);
        try (Vm vm = Vm.create(config("a"), options().withLayout(moved))) {
            vm.start();
            FakeMachine machine = hypervisor.machine();
            assertThat(machine.x0).isEqualTo(5L << 30);
            assertThat(machine.load32(machine.pc)).isEqualTo(0x04030201);
            machine.bus.write(moved.uart().base() + 0x24, 4, 5);
            assertThat(machine.bus.read(moved.uart().base() + 0x24, 4)).isEqualTo(5);
            assertThat(machine.bus.unclaimedAccesses()).isZero();
        }
    }

    @Test
    void accessesThatReachNothingAreCounted() {
        try (Vm vm = create(config("a"))) {
            hypervisor.machine().bus.read(0x2000_0000L, 4);
            assertThat(vm.stats().unclaimedAccesses()).isEqualTo(1);
        }
    }
}
