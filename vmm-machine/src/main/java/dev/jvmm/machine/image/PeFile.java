// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.image;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The head of an EFI application (Microsoft PE/COFF Specification, as UEFI Specification 2.10 section 2.1.1 uses it). */
final class PeFile {
    /** Enough for the headers of every linker in use. */
    static final int HEAD = 4096;

    private static final int MZ = 0x5a4d;
    private static final int PE = 0x0000_4550;
    private static final int MACHINE_AARCH64 = 0xaa64;
    private static final int OPTIONAL_HEADER_64 = 0x20b;
    private static final int SUBSYSTEM_EFI_APPLICATION = 10;

    private PeFile() {}

    /** What keeps the file with this head from being an EFI application for AArch64; empty when nothing does. */
    static Optional<String> problem(ByteBuffer head) {
        if (head.limit() < 64 || Short.toUnsignedInt(head.getShort(0)) != MZ) {
            return Optional.of("is no PE file");
        }
        int at = head.getInt(0x3c);
        if (at < 0 || at > head.limit() - 96 || head.getInt(at) != PE) {
            return Optional.of("has no PE header");
        }
        int machine = Short.toUnsignedInt(head.getShort(at + 4));
        if (machine != MACHINE_AARCH64) {
            return Optional.of("is for " + machineName(machine) + ", not AArch64");
        }
        int magic = Short.toUnsignedInt(head.getShort(at + 24));
        int subsystem = Short.toUnsignedInt(head.getShort(at + 24 + 68));
        if (magic != OPTIONAL_HEADER_64 || subsystem != SUBSYSTEM_EFI_APPLICATION) {
            return Optional.of("is no EFI application (subsystem " + subsystem + ")");
        }
        return Optional.empty();
    }

    private static String machineName(int machine) {
        return switch (machine) {
            case 0x8664 -> "x86-64";
            case 0x014c -> "32-bit x86";
            case 0x01c0, 0x01c2, 0x01c4 -> "32-bit Arm";
            case 0x5064 -> "64-bit RISC-V";
            default -> "machine 0x" + Integer.toHexString(machine);
        };
    }
}
