// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.core.error.VmException;
import dev.jvmm.core.memory.MemoryBacking;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of {@code --memory}.
 *
 * @param bytes how much
 */
record MemoryArgument(long bytes, MemoryBacking backing) {
    private static final List<String> KEYS = List.of("size", "hugepages", "prefault");
    private static final Pattern SIZE = Pattern.compile("([0-9]+)([KMGT]?)(i?B)?", Pattern.CASE_INSENSITIVE);

    static MemoryArgument parse(String text) {
        KeyValues values = KeyValues.parse("--memory", text, "size", KEYS);
        return new MemoryArgument(
                bytes(values.get("size", "")), new MemoryBacking(values.flag("hugepages"), values.flag("prefault")));
    }

    private static long bytes(String size) {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw VmException.usage(
                    "--memory " + size + ": give a number of MiB, or one with a unit, as in 512M or 4G");
        }
        int shift = switch (matcher.group(2)) {
            case "K", "k" -> 10;
            case "G", "g" -> 30;
            case "T", "t" -> 40;
            default -> 20; // M, or none
        };
        try {
            return Math.multiplyExact(Long.parseLong(matcher.group(1)), 1L << shift);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new VmException(
                    VmException.Kind.USAGE, "--memory " + size + ": no machine has that much: give less", e);
        }
    }
}
