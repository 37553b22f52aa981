// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Shows progress on a terminal as one line that is written over, or elsewhere as a line at the start and end of each
 * step. Confined to the thread that reports.
 */
public final class ProgressPrinter implements Progress {
    private static final long INTERVAL_NANOS = 200_000_000;

    private final PrintStream stream;
    private final boolean overwrites;
    private String step = "";
    private long stepStart;
    private long lastShown;

    /** @param overwrites whether the stream is a terminal, where a carriage return starts the line anew */
    public ProgressPrinter(PrintStream stream, boolean overwrites) {
        this.stream = stream;
        this.overwrites = overwrites;
    }

    @Override
    public void report(String reported, long done, long total, Unit unit) {
        long now = System.nanoTime();
        boolean isNew = !reported.equals(step);
        if (isNew) {
            step = reported;
            stepStart = now;
        }
        boolean isDone = done == total;
        if (!isDone && (isNew || now - lastShown > INTERVAL_NANOS)) {
            lastShown = now;
            if (overwrites) {
                stream.print("\r\033[K" + reported + " ... " + amount(done, total, unit));
                stream.flush();
            } else if (isNew) {
                stream.println(reported + " ...");
            }
        }
        if (isDone) {
            String time = String.format(Locale.ROOT, "%.1f s", (now - stepStart) / 1e9);
            stream.println((overwrites ? "\r\033[K" : "") + reported + ": " + time);
            step = "";
        }
    }

    private static String amount(long done, long total, Unit unit) {
        if (total < 0) {
            return "";
        }
        return switch (unit) {
            case BYTES -> String.format(Locale.ROOT, "%.1f of %.1f MB", done / 1e6, total / 1e6);
            case PERCENT -> done + " %";
            case ITEMS -> done + " of " + total;
        };
    }
}
