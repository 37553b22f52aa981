// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import dev.jvmm.core.error.VmException;
import java.util.Locale;

/** A Debian architecture that this program obtains packages for. */
public enum Arch {
    ARM64("arm64", "aarch64-linux-gnu", "lib/ld-linux-aarch64.so.1"),
    AMD64("amd64", "x86_64-linux-gnu", "lib64/ld-linux-x86-64.so.2");

    private final String debianName;
    private final String multiarchTriplet;
    private final String dynamicLoader;

    Arch(String debianName, String multiarchTriplet, String dynamicLoader) {
        this.debianName = debianName;
        this.multiarchTriplet = multiarchTriplet;
        this.dynamicLoader = dynamicLoader;
    }

    /** The name in package files and apt's configuration, for example {@code arm64}. */
    public String debianName() {
        return debianName;
    }

    /** The folder below {@code usr/lib} that holds the libraries of this architecture. */
    public String multiarchTriplet() {
        return multiarchTriplet;
    }

    /** The dynamic loader's path relative to the root. */
    String dynamicLoader() {
        return dynamicLoader;
    }

    /** The architecture this JVM runs on. */
    public static Arch host() {
        String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> AMD64;
            case "aarch64", "arm64" -> ARM64;
            default ->
                throw VmException.host(
                        "no Debian packages for a host of architecture '" + name + "': run on x86-64 or arm64");
        };
    }

    @Override
    public String toString() {
        return debianName;
    }
}
