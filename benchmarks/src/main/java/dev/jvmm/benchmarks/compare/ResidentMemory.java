// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a VMM occupies beside its guest's memory (proc_pid_smaps(5)). */
final class ResidentMemory {
    private static final Pattern KIBIBYTES = Pattern.compile("(Size|Rss): +([0-9]+) kB");
    private static final long SLACK_KIB = 4096;

    private ResidentMemory() {}

    /**
     * Resident MiB of the process without the mapping that is the guest's memory, known by its size.
     *
     * @throws IOException when no mapping has that size: then nothing may be said
     */
    static double beyondGuest(long processId, int guestMebibytes) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc", Long.toString(processId), "smaps"));
        long guest = (long) guestMebibytes << 10;
        long size = 0;
        long resident = 0;
        boolean found = false;
        for (String line : lines) {
            Matcher value = KIBIBYTES.matcher(line);
            if (!value.lookingAt()) {
                continue;
            }
            long kibibytes = Long.parseLong(value.group(2));
            if (value.group(1).equals("Size")) {
                size = kibibytes;
            } else if (size >= guest && size < guest + SLACK_KIB) {
                found = true;
            } else {
                resident += kibibytes;
            }
        }
        if (!found) {
            throw new IOException("process " + processId + " has no mapping of " + guestMebibytes + " MiB");
        }
        return resident / 1024.0;
    }
}
