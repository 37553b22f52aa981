// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.core.config.DiskConfig;
import dev.jvmm.core.config.DiskFormat;
import dev.jvmm.core.error.VmException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** The value of {@code --disk}. */
final class DiskArgument {
    private static final List<String> KEYS = List.of("path", "format", "readonly", "serial");

    private DiskArgument() {}

    static DiskConfig parse(String text) {
        KeyValues values = KeyValues.parse("--disk", text, "path", KEYS);
        String path = values.get("path");
        if (path == null || path.isEmpty()) {
            throw VmException.usage("--disk " + text + ": a disk needs a path, as in --disk path=disk.img");
        }
        DiskFormat format = switch (values.get("format", "auto")) {
            case "auto" -> DiskFormat.AUTO;
            case "raw" -> DiskFormat.RAW;
            default ->
                throw VmException.usage("--disk format=" + values.get("format")
                        + ": it is auto or raw; convert others with: qemu-img convert -O raw IN OUT");
        };
        return new DiskConfig(pathOf(path), format, values.flag("readonly"), values.get("serial"));
    }

    private static Path pathOf(String path) {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw VmException.usage("--disk path=" + path + ": " + e.getReason() + ": correct the path");
        }
    }
}
