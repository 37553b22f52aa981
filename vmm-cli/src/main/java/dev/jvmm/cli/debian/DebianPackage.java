// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A binary package at one version.
 *
 * @param version as in the file name, where the epoch's colon is written {@code %3a}
 * @param architecture {@code all} or a machine's architecture
 * @param size bytes of the package file
 */
record DebianPackage(String name, String version, String architecture, long size) {
    private static final Pattern URI_LINE = Pattern.compile(
            "'[^']*' (?<name>[^_ ]+)_(?<version>[^_ ]+)_(?<architecture>[^_. ]+)\\.deb (?<size>\\d+)\\b.*");

    /** What one line of {@code apt-get --print-uris} names: address, file name, size, hash. */
    static Optional<DebianPackage> fromUriLine(String line) {
        Matcher matcher = URI_LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new DebianPackage(
                matcher.group("name"),
                matcher.group("version"),
                matcher.group("architecture"),
                Long.parseLong(matcher.group("size"))));
    }

    String fileName() {
        return name + "_" + version + "_" + architecture + ".deb";
    }

    /** The package at this version, as apt's command line wants it. */
    String aptArgument() {
        return name + "=" + version.replace("%3a", ":");
    }
}
