// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine;

import dev.jvmm.core.clock.VmClock;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.core.memory.MemoryBacking;
import dev.jvmm.machine.boot.FirmwareLocator;
import dev.jvmm.machine.platform.MemoryMap;
import dev.jvmm.machine.state.StateDirectory;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * What a VM gets from the program that runs it, as opposed to what it is ({@link dev.jvmm.core.config.VmConfig}).
 *
 * @param consoleOutput gets what the guest writes to its console, as it comes; stays the caller's. Null to read it from
 *     {@link Vm#consoleOutput()} alone
 * @param stateRoot the directory that holds one state directory for each name
 * @param firmware where firmware is looked for
 * @param backends to choose from
 * @param clock the time the VM lives in
 * @param memoryBacking what stands behind guest RAM
 * @param layout where devices and RAM stand; anything but the stock one is for kernels booted without firmware
 */
public record VmOptions(
        @Nullable OutputStream consoleOutput,
        Path stateRoot,
        FirmwareLocator firmware,
        List<Hypervisor> backends,
        VmClock clock,
        MemoryBacking memoryBacking,
        MemoryMap layout) {
    public VmOptions {
        backends = List.copyOf(backends);
    }

    /** The user's own directories, every backend on the class path, the host's time. */
    public static VmOptions standard() {
        List<Hypervisor> backends = ServiceLoader.load(Hypervisor.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return new VmOptions(
                null,
                StateDirectory.root(System.getenv()),
                FirmwareLocator.ofHost(System.getenv(), List.of()),
                backends,
                VmClock.host(),
                MemoryBacking.LAZY,
                MemoryMap.stock());
    }

    public VmOptions withConsoleOutput(OutputStream value) {
        return new VmOptions(value, stateRoot, firmware, backends, clock, memoryBacking, layout);
    }

    public VmOptions withStateRoot(Path value) {
        return new VmOptions(consoleOutput, value, firmware, backends, clock, memoryBacking, layout);
    }

    public VmOptions withFirmware(FirmwareLocator value) {
        return new VmOptions(consoleOutput, stateRoot, value, backends, clock, memoryBacking, layout);
    }

    public VmOptions withBackends(List<Hypervisor> value) {
        return new VmOptions(consoleOutput, stateRoot, firmware, value, clock, memoryBacking, layout);
    }

    public VmOptions withClock(VmClock value) {
        return new VmOptions(consoleOutput, stateRoot, firmware, backends, value, memoryBacking, layout);
    }

    public VmOptions withMemoryBacking(MemoryBacking value) {
        return new VmOptions(consoleOutput, stateRoot, firmware, backends, clock, value, layout);
    }

    public VmOptions withLayout(MemoryMap value) {
        return new VmOptions(consoleOutput, stateRoot, firmware, backends, clock, memoryBacking, value);
    }
}
