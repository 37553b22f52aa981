// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import dev.jvmm.cli.debian.TinyInitramfs;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalDouble;

/** Workloads whose figure is of the whole process, seen from outside. */
enum Whole implements Batch {
    BOOT_DIRECT(Group.BOOT, "Linux 6.1 without firmware to the first line of its init: how fast code is first run") {
        @Override
        public Guest guest(Ingredients ingredients) throws IOException {
            return ingredients.linuxDirect();
        }

        @Override
        public Figures measure(GuestRun run, Guest guest, Duration patience) throws IOException, InterruptedException {
            return bootedAndOff(run, patience);
        }
    },
    BOOT_EFI(Group.BOOT, "EDK2, GRUB, the same Linux: what a user's image goes through, with flash, disk, MMU off") {
        @Override
        public Guest guest(Ingredients ingredients) throws IOException {
            return ingredients.linuxByFirmware();
        }

        @Override
        public Figures measure(GuestRun run, Guest guest, Duration patience) throws IOException, InterruptedException {
            return bootedAndOff(run, patience);
        }
    },
    BOOT_DEBIAN(Group.BOOT, "the quickstart's Debian to its login prompt: systemd, many processes, a page cache") {
        @Override
        public Guest guest(Ingredients ingredients) throws IOException {
            return ingredients.debian();
        }

        @Override
        public Figures measure(GuestRun run, Guest guest, Duration patience) throws IOException, InterruptedException {
            double seconds = run.secondsUntil("login:", patience);
            run.stop();
            return Figures.of(row(), seconds, run.instructionsPerSecond());
        }
    },
    START(Group.VM, "process start to the guest's first instruction, a store to the console") {
        @Override
        public Guest guest(Ingredients ingredients) throws IOException, InterruptedException {
            return ingredients.firstByte();
        }

        @Override
        public Figures measure(GuestRun run, Guest guest, Duration patience) throws IOException, InterruptedException {
            double seconds = run.secondsUntil("!", patience);
            run.stop();
            return Figures.of(row(), seconds, OptionalDouble.empty());
        }
    },
    RESIDENT(
            Group.VM, "resident memory of an idle VM (a WFI loop) beyond the guest's own: how many VMs fit on a host") {
        @Override
        Unit unit() {
            return Unit.MEBIBYTES;
        }

        @Override
        public Guest guest(Ingredients ingredients) throws IOException, InterruptedException {
            return ingredients.firstByte();
        }

        @Override
        public Figures measure(GuestRun run, Guest guest, Duration patience) throws IOException, InterruptedException {
            run.secondsUntil("!", patience);
            Thread.sleep(SETTLE);
            double mebibytes = ResidentMemory.beyondGuest(run.processId(), guest.mebibytes());
            run.stop();
            return Figures.of(row(), mebibytes, OptionalDouble.empty());
        }
    };

    /** After it nothing of the start is still at work. */
    private static final Duration SETTLE = Duration.ofSeconds(3);

    private final Group group;
    final String why;

    Whole(Group group, String why) {
        this.group = group;
        this.why = why;
    }

    @Override
    public Group group() {
        return group;
    }

    String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    Unit unit() {
        return Unit.SECONDS;
    }

    Row row() {
        return new Row(group, label(), unit());
    }

    /** The tiny guest says its marker and soon switches off. */
    Figures bootedAndOff(GuestRun run, Duration patience) throws IOException, InterruptedException {
        double seconds = run.secondsUntil(TinyInitramfs.MARKER, patience);
        run.awaitEnd(patience);
        return Figures.of(row(), seconds, run.instructionsPerSecond());
    }
}
