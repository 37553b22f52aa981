// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import dev.jvmm.cli.debian.TinyInitramfs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is measured, and why. */
enum Workload {
    BOOT_DIRECT(
            "boot-direct",
            "s",
            "Linux 6.1 without firmware to the first line of its init: cold code throughout, so how fast code is first run") {
        @Override
        Guest guest(Ingredients ingredients) throws IOException {
            return ingredients.linuxDirect();
        }

        @Override
        Figures measure(GuestRun run, Guest guest, Duration patience) throws IOException, InterruptedException {
            return bootedAndOff(run, patience);
        }
    },
    BOOT_EFI(
            "boot-efi",
            "s",
            "EDK2, GRUB, the same Linux: what a user's image goes through, with flash, disk and MMU off at first") {
        @Override
        Guest guest(Ingredients ingredients) throws IOException {
            return ingredients.linuxByFirmware();
        }

        @Override
        Figures measure(GuestRun run, Guest guest, Duration patience) throws IOException, InterruptedException {
            return bootedAndOff(run, patience);
        }
    },
    BOOT_DEBIAN(
            "boot-debian", "s", "the quickstart's Debian to its login prompt: systemd, many processes, a page cache") {
        @Override
        Guest guest(Ingredients ingredients) throws IOException {
            return ingredients.debian();
        }

        @Override
        Figures measure(GuestRun run, Guest guest, Duration patience) throws IOException, InterruptedException {
            double seconds = run.secondsUntil("login:", patience);
            run.stop();
            return Figures.of(label, seconds, run.instructionsPerSecond());
        }
    },
    INTERPRETER(
            "interpreter",
            "s",
            "integer code in steady state, MMU on, timed by the guest: what computing costs once everything is warm") {
        @Override
        Guest guest(Ingredients ingredients) throws IOException, InterruptedException {
            return ingredients.integer();
        }

        @Override
        Figures measure(GuestRun run, Guest guest, Duration patience) throws IOException, InterruptedException {
            Map<String, Double> values = new LinkedHashMap<>();
            Matcher result = RESULT.matcher(run.awaitEnd(patience));
            while (result.find()) {
                values.put(
                        "integer " + result.group(1),
                        Double.parseDouble(result.group(2)) / Double.parseDouble(result.group(4)));
            }
            if (values.isEmpty()) {
                throw new IOException("the integer guest said no result");
            }
            return new Figures(values, run.instructionsPerSecond());
        }
    },
    START(
            "start",
            "s",
            "process start to the guest's first instruction, a store to the console: what a VM costs before it does anything") {
        @Override
        Guest guest(Ingredients ingredients) throws IOException, InterruptedException {
            return ingredients.firstByte();
        }

        @Override
        Figures measure(GuestRun run, Guest guest, Duration patience) throws IOException, InterruptedException {
            double seconds = run.secondsUntil("!", patience);
            run.stop();
            return Figures.of(label, seconds, OptionalDouble.empty());
        }
    },
    MEMORY(
            "memory",
            "MiB",
            "resident memory of an idle VM (a WFI loop) beyond the guest's own: how many VMs fit on a host") {
        @Override
        Guest guest(Ingredients ingredients) throws IOException, InterruptedException {
            return ingredients.firstByte();
        }

        @Override
        Figures measure(GuestRun run, Guest guest, Duration patience) throws IOException, InterruptedException {
            run.secondsUntil("!", patience);
            Thread.sleep(SETTLE);
            double mebibytes = ResidentMemory.beyondGuest(run.processId(), guest.mebibytes());
            run.stop();
            return Figures.of(label, mebibytes, OptionalDouble.empty());
        }
    };

    private static final Pattern RESULT = Pattern.compile("RESULT (\\w+) (\\d+) (\\d+) (\\d+)");

    /** After it nothing of the start is still at work. */
    private static final Duration SETTLE = Duration.ofSeconds(3);

    final String label;
    final String unit;
    final String why;

    Workload(String label, String unit, String why) {
        this.label = label;
        this.unit = unit;
        this.why = why;
    }

    static Workload named(String name) {
        return Arrays.stream(values())
                .filter(workload -> workload.label.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no workload '" + name + "'; there are "
                        + Arrays.stream(values())
                                .map(workload -> workload.label)
                                .toList()));
    }

    /** Makes or obtains what it runs. */
    abstract Guest guest(Ingredients ingredients) throws IOException, InterruptedException;

    /** Watches one run, which has just been started. */
    abstract Figures measure(GuestRun run, Guest guest, Duration patience) throws IOException, InterruptedException;

    /** One run of this VMM, in a folder of its own. */
    Figures run(Vmm vmm, Ingredients ingredients, Guest guest, Path folder, Duration patience)
            throws IOException, InterruptedException {
        if (guest instanceof Guest.Disk disk) {
            disk.prepare(folder);
        }
        try (GuestRun run = GuestRun.start(vmm.command(ingredients, guest, folder), folder)) {
            return measure(run, guest, patience);
        }
    }

    /** The tiny guest says its marker and soon switches off. */
    Figures bootedAndOff(GuestRun run, Duration patience) throws IOException, InterruptedException {
        double seconds = run.secondsUntil(TinyInitramfs.MARKER, patience);
        run.awaitEnd(patience);
        return Figures.of(label, seconds, run.instructionsPerSecond());
    }
}
