// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * QEMU's TCG.
 *
 * @param program and its first arguments
 */
record Qemu(List<String> program) implements Vmm {
    Qemu {
        program = List.copyOf(program);
    }

    @Override
    public String label() {
        return "QEMU TCG";
    }

    /** How it calls itself. */
    String version() throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(program);
        line.add("--version");
        return Commands.run(line).lines().findFirst().orElse("QEMU");
    }

    @Override
    public List<String> command(Guest guest, Path folder) {
        List<String> line = new ArrayList<>(program);
        line.addAll(List.of("-M", "virt,gic-version=3", "-cpu", "cortex-a72", "-accel", "tcg"));
        line.addAll(List.of("-smp", Integer.toString(guest.cpus()), "-m", guest.mebibytes() + "M", "-nodefaults"));
        line.addAll(List.of("-display", "none", "-no-reboot", "-monitor", "none", "-serial", "stdio"));
        // The register layout of virtio 1.0 and later, which is the only one jvmm has.
        line.addAll(List.of("-global", "virtio-mmio.force-legacy=false"));
        switch (guest) {
            case Guest.Direct direct -> {
                line.addAll(List.of("-kernel", direct.kernel().toString()));
                direct.initramfs().ifPresent(file -> line.addAll(List.of("-initrd", file.toString())));
                direct.disk().ifPresent(file -> line.addAll(disk(file, ",readonly=on")));
                if (!direct.commandLine().isEmpty()) {
                    line.addAll(List.of("-append", direct.commandLine()));
                }
            }
            case Guest.Disk disk -> {
                // EDK2 reads etc/boot-menu-wait only when the menu is on; menu=off gives its own 5 s.
                line.addAll(List.of("-boot", "menu=on,splash-time=0"));
                line.addAll(flash(0, disk.firmware().code(), ",readonly=on"));
                line.addAll(flash(1, disk.variables(folder), ""));
                line.addAll(disk(disk.image(folder), ""));
            }
        }
        return line;
    }

    private static List<String> disk(Path file, String more) {
        return List.of(
                "-drive",
                "if=none,id=disk,format=raw,file=" + escaped(file) + more,
                "-device",
                "virtio-blk-device,drive=disk");
    }

    private static List<String> flash(int unit, Path file, String more) {
        return List.of("-drive", "if=pflash,format=raw,unit=" + unit + ",file=" + escaped(file) + more);
    }

    /** QEMU's options are separated by commas, and two of them are one. */
    static String escaped(Path file) {
        return file.toString().replace(",", ",,");
    }
}
