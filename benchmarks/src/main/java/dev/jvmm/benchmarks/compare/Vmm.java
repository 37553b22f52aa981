// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The two programs compared, each with one vCPU, the console on standard output and no wait in the firmware. */
enum Vmm {
    JVMM {
        @Override
        List<String> command(Ingredients ingredients, Guest guest, Path folder) {
            List<String> line = new ArrayList<>(List.of(ingredients.launcher().toString(), "run"));
            line.addAll(List.of("--backend", "soft", "--cpus", "1", "--gic", "3", "--on-reset", "exit", "--stats"));
            line.addAll(List.of("--memory", guest.mebibytes() + "M"));
            switch (guest) {
                case Guest.Direct direct -> {
                    line.addAll(List.of("--kernel", direct.kernel().toString()));
                    direct.initramfs().ifPresent(file -> line.addAll(List.of("--initrd", file.toString())));
                    if (!direct.commandLine().isEmpty()) {
                        line.addAll(List.of("--cmdline", direct.commandLine()));
                    }
                }
                case Guest.Disk disk -> {
                    line.addAll(List.of(
                            "--name", "compare", "--image", disk.image(folder).toString()));
                    line.addAll(List.of("--firmware", disk.firmware().code().toString()));
                    line.addAll(List.of("--vars", disk.variables(folder).toString()));
                }
            }
            return line;
        }
    },
    QEMU {
        @Override
        List<String> command(Ingredients ingredients, Guest guest, Path folder) {
            List<String> line = new ArrayList<>(ingredients.qemu());
            line.addAll(List.of("-M", "virt,gic-version=3", "-cpu", "cortex-a72", "-accel", "tcg", "-smp", "1"));
            line.addAll(List.of("-m", guest.mebibytes() + "M", "-nodefaults", "-display", "none", "-no-reboot"));
            line.addAll(List.of("-monitor", "none", "-serial", "stdio"));
            switch (guest) {
                case Guest.Direct direct -> {
                    line.addAll(List.of("-kernel", direct.kernel().toString()));
                    direct.initramfs().ifPresent(file -> line.addAll(List.of("-initrd", file.toString())));
                    if (!direct.commandLine().isEmpty()) {
                        line.addAll(List.of("-append", direct.commandLine()));
                    }
                }
                case Guest.Disk disk -> {
                    // EDK2 reads etc/boot-menu-wait only when the menu is on; menu=off gives its own 5 s.
                    line.addAll(List.of("-boot", "menu=on,splash-time=0"));
                    line.addAll(flash(0, disk.firmware().code(), ",readonly=on"));
                    line.addAll(flash(1, disk.variables(folder), ""));
                    line.addAll(List.of("-drive", "if=none,id=disk,format=raw,file=" + escaped(disk.image(folder))));
                    line.addAll(List.of("-device", "virtio-blk-device,drive=disk"));
                }
            }
            return line;
        }
    };

    /**
     * The command line that boots this guest.
     *
     * @param folder where {@link Guest.Disk#prepare} put what the guest may write to
     */
    abstract List<String> command(Ingredients ingredients, Guest guest, Path folder);

    private static List<String> flash(int unit, Path file, String more) {
        return List.of("-drive", "if=pflash,format=raw,unit=" + unit + ",file=" + escaped(file) + more);
    }

    /** QEMU's options are separated by commas, and two of them are one. */
    private static String escaped(Path file) {
        return file.toString().replace(",", ",,");
    }
}
