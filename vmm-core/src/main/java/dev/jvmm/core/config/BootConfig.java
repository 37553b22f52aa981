// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.config;

import dev.jvmm.core.error.VmException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the VM executes first. */
public sealed interface BootConfig {
    /** Firmware found by itself, variables in the VM's state directory. */
    static Firmware firmware() {
        return new Firmware(null, null, false);
    }

    /**
     * Firmware in flash, which finds the operating system on a disk.
     *
     * @param code the firmware's image ({@code --firmware}); null to look for one
     * @param variables the file that keeps the UEFI variables ({@code --vars}); null for the one in the VM's state
     *     directory
     * @param resetVariables whether to begin with the variables of a new machine ({@code --reset-vars})
     */
    record Firmware(@Nullable Path code, @Nullable Path variables, boolean resetVariables) implements BootConfig {}

    /**
     * A kernel put in memory, without firmware (Linux Documentation/arch/arm64/booting.rst).
     *
     * @param kernel {@code --kernel}: an arm64 Image, plain or gzip'd, an EFI zboot image, an ELF executable, or a flat
     *     binary
     * @param initrd {@code --initrd}; null for none
     * @param commandLine {@code --cmdline}; may be empty
     */
    record Kernel(Path kernel, @Nullable Path initrd, String commandLine) implements BootConfig {
        private static final int LONGEST_COMMAND_LINE = 2047;

        public Kernel {
            if (commandLine.indexOf('\0') >= 0) {
                throw VmException.usage("--cmdline: a NUL character ends a command line, take it out");
            }
            if (commandLine.length() > LONGEST_COMMAND_LINE) {
                throw VmException.usage("--cmdline: " + commandLine.length() + " characters, but an arm64 kernel takes "
                        + LONGEST_COMMAND_LINE + ": shorten it");
            }
        }
    }
}
