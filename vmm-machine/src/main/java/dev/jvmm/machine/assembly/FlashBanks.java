// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.assembly;

import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.cpu.VirtualMachine;
import dev.jvmm.core.error.VmException;
import dev.jvmm.core.memory.DirectMapping;
import dev.jvmm.core.memory.HostMemory;
import dev.jvmm.devices.flash.CfiFlash;
import dev.jvmm.devices.flash.FlashStorage;
import dev.jvmm.devices.flash.VariableStore;
import dev.jvmm.machine.boot.DeviceDescription;
import dev.jvmm.machine.boot.FirmwareFiles;
import dev.jvmm.machine.boot.FirmwareImage;
import dev.jvmm.machine.boot.FirmwareLocator;
import dev.jvmm.machine.platform.AddressRange;
import dev.jvmm.machine.platform.MemoryMap;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;

/** The two banks of flash: firmware's code, which the guest cannot change, and its variables, which outlive the VM. */
final class FlashBanks {
    private FlashBanks() {}

    /** Looks at the files that {@code config} names, if it names any. */
    static void checkNamed(BootConfig.Firmware config, MemoryMap map) {
        Path code = config.code();
        if (code != null) {
            FirmwareImage.check(code, map.codeFlash().size());
        }
        Path variables = config.variables();
        Path folder = variables == null ? null : variables.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw VmException.configuration("--vars " + variables + ": there is no directory " + folder
                    + ": make it, or name a file in a writable directory");
        }
    }

    /** The firmware that {@code config} names or the host has; looked at, not yet read. */
    static FirmwareFiles choose(BootConfig.Firmware config, FirmwareLocator locator, MemoryMap map) {
        Path named = config.code();
        FirmwareFiles files = named == null ? locator.locate() : locator.withTemplateOf(named);
        FirmwareImage.check(files.code(), map.codeFlash().size());
        return files;
    }

    /**
     * Adds both banks.
     *
     * @param files what {@link #choose} gave
     * @param variables where the variables are kept unless {@code config} says otherwise
     */
    static void add(
            MachineParts parts,
            MemoryMap map,
            VirtualMachine cpus,
            Arena arena,
            BootConfig.Firmware config,
            FirmwareFiles files,
            Path variables) {
        MemorySegment code = HostMemory.map(arena, map.codeFlash().size());
        FirmwareImage.load(files.code(), code);
        addBank(parts, "code flash", map.codeFlash(), cpus, code, true, FlashStorage.NONE);

        MemorySegment content = HostMemory.map(arena, map.variableFlash().size());
        Path own = config.variables();
        VariableStore store = parts.hold(
                "UEFI variables",
                VariableStore.open(
                        own == null ? variables : own, files.variablesTemplate(), config.resetVariables(), content));
        addBank(parts, "variable flash", map.variableFlash(), cpus, content, false, store);
        parts.describe(new DeviceDescription.Flash(map.codeFlash(), map.variableFlash()));
    }

    private static void addBank(
            MachineParts parts,
            String name,
            AddressRange where,
            VirtualMachine cpus,
            MemorySegment content,
            boolean readOnly,
            FlashStorage storage) {
        CfiFlash bank = new CfiFlash(content, readOnly, mapping(where.base(), cpus, content), storage);
        parts.onBus(name, where, bank);
        parts.onReset(bank::reset);
    }

    private static DirectMapping mapping(long gpa, VirtualMachine cpus, MemorySegment content) {
        return mapped -> {
            if (mapped) {
                cpus.map(gpa, content, VirtualMachine.Access.READ_EXECUTE);
            } else {
                cpus.unmap(gpa);
            }
        };
    }
}
