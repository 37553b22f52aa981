// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.core.cpu.Availability;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.machine.boot.FirmwareFiles;
import dev.jvmm.machine.boot.FirmwareLocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a host has that virtual machines need, and the mend for what it lacks.
 *
 * @param canRun whether it can run any virtual machine
 */
record Diagnosis(List<Line> lines, boolean canRun) {
    private static final long MIB = 1 << 20;
    private static final long LITTLE_MEMORY = 1024 * MIB;

    /** How it stands with one thing. */
    enum Status {
        OK("ok  "),
        /** Works without, or not as well. */
        LACKS("-   "),
        /** No VM runs without. */
        FAILS("FAIL");

        private final String mark;

        Status(String mark) {
            this.mark = mark;
        }
    }

    /** One thing, in one line. */
    record Line(Status status, String subject, String finding) {
        @Override
        public String toString() {
            return status.mark + "  " + subject + ": " + finding;
        }
    }

    /**
     * What is looked at.
     *
     * @param javaVersion of the JDK that runs this
     * @param memory bytes of memory that the process may have
     * @param memoryFileSystem where guest memory is kept
     * @param temporary where it is kept when that has no room
     */
    record Host(
            Runtime.Version javaVersion,
            long memory,
            Path memoryFileSystem,
            Path temporary,
            List<Hypervisor> backends,
            FirmwareLocator firmware) {}

    static Diagnosis of(Host host) {
        List<Line> lines = new ArrayList<>();
        lines.add(java(host.javaVersion()));
        boolean anyBackend = false;
        List<Hypervisor> byPreference = host.backends().stream()
                .sorted(Comparator.comparingInt(Hypervisor::preference).reversed())
                .toList();
        for (Hypervisor backend : byPreference) {
            switch (backend.probe()) {
                case Availability.Available() -> {
                    lines.add(new Line(
                            Status.OK,
                            "backend " + backend.name(),
                            anyBackend ? "can be used" : "can be used, and is what --backend auto takes"));
                    anyBackend = true;
                }
                case Availability.Unavailable(String reason) ->
                    lines.add(new Line(Status.LACKS, "backend " + backend.name(), reason));
            }
        }
        if (!anyBackend) {
            lines.add(
                    new Line(Status.FAILS, "backends", "none can be used: mend one of those above, or reinstall jvmm"));
        }
        lines.add(firmware(host.firmware()));
        lines.add(memory(host.memory()));
        Line guestMemory = guestMemory(host);
        lines.add(guestMemory);
        return new Diagnosis(lines, lines.stream().noneMatch(line -> line.status() == Status.FAILS));
    }

    private static Line java(Runtime.Version version) {
        return version.feature() >= 25
                ? new Line(Status.OK, "JDK", version.toString())
                : new Line(Status.FAILS, "JDK", version + ": install JDK 25 or newer and set JAVA_HOME to it");
    }

    private static Line firmware(FirmwareLocator locator) {
        Optional<FirmwareFiles> files = locator.find();
        return files.map(found -> new Line(Status.OK, "firmware", found.code() + " (" + found.source() + ")"))
                .orElseGet(() -> new Line(
                        Status.LACKS,
                        "firmware",
                        "none found, so only --kernel and --firmware boot: install the package qemu-efi-aarch64 (Fedora:"
                                + " edk2-aarch64), or run jvmm quickstart"));
    }

    private static Line memory(long bytes) {
        return bytes >= LITTLE_MEMORY
                ? new Line(Status.OK, "memory", bytes / MIB + " MiB")
                : new Line(
                        Status.LACKS,
                        "memory",
                        bytes / MIB + " MiB, less than a VM has by default: give VMs less with --memory");
    }

    /** Guest memory is a map of a file: it needs room there, though only what the guest touches is taken. */
    private static Line guestMemory(Host host) {
        long shared = room(host.memoryFileSystem());
        if (shared >= LITTLE_MEMORY) {
            return new Line(
                    Status.OK, host.memoryFileSystem().toString(), "room for " + shared / MIB + " MiB of guest memory");
        }
        long temporary = room(host.temporary());
        String little = "room for only " + shared / MIB + " MiB of guest memory";
        String mend =
                ": enlarge it (mount -o remount,size=4G " + host.memoryFileSystem() + ", docker run --shm-size=4g)";
        if (temporary >= LITTLE_MEMORY) {
            return new Line(
                    Status.LACKS,
                    host.memoryFileSystem().toString(),
                    little + ", larger VMs live in " + host.temporary() + ", which may be slower" + mend);
        }
        boolean none = Math.max(shared, temporary) < 8 * MIB;
        return new Line(
                none ? Status.FAILS : Status.LACKS,
                host.memoryFileSystem().toString(),
                little + ", and " + host.temporary() + " has " + temporary / MIB + " MiB" + mend);
    }

    private static long room(Path directory) {
        try {
            return Files.isWritable(directory) ? Files.getFileStore(directory).getUsableSpace() : 0;
        } catch (IOException _) {
            return 0; // as good as not there
        }
    }
}
