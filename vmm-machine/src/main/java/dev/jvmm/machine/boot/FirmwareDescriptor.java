// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.boot;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one of QEMU's firmware descriptors (docs/interop/firmware.json). */
final class FirmwareDescriptor {
    private static final Logger LOG = LoggerFactory.getLogger(FirmwareDescriptor.class);
    private static final int LARGEST = 1 << 20;

    private FirmwareDescriptor() {}

    /**
     * The files it names; empty when it describes firmware for another machine, in a format or with demands this machine
     * does not meet, or is broken (which is logged).
     */
    static Optional<FirmwareFiles> read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                LOG.warn("{}: too large for a firmware descriptor", file);
                return Optional.empty();
            }
            Object root = JSON.std.anyFrom(Files.readAllBytes(file));
            return files(root, file);
        } catch (IOException e) {
            LOG.warn("{}: not a firmware descriptor: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<FirmwareFiles> files(@Nullable Object root, Path file) {
        // A build with enrolled keys starts nothing but what those keys signed; SMM does not exist on Arm.
        List<?> features = list(root, "features");
        if (!list(root, "interface-types").contains("uefi")
                || list(root, "targets").stream().noneMatch(FirmwareDescriptor::isOurs)
                || features.contains("enrolled-keys")
                || features.contains("requires-smm")) {
            return Optional.empty();
        }
        Object mapping = get(root, "mapping");
        if ("memory".equals(get(mapping, "device"))) {
            return path(get(mapping, "filename")).map(code -> new FirmwareFiles(code, null, file.toString()));
        }
        Object mode = get(mapping, "mode");
        if (!"flash".equals(get(mapping, "device")) || "combined".equals(mode)) {
            return Optional.empty();
        }
        Optional<Path> code = raw(get(mapping, "executable"));
        Optional<Path> template = raw(get(mapping, "nvram-template"));
        boolean stateless = "stateless".equals(mode);
        if (code.isEmpty() || template.isEmpty() && !stateless) {
            return Optional.empty();
        }
        return Optional.of(new FirmwareFiles(code.get(), template.orElse(null), file.toString()));
    }

    private static boolean isOurs(@Nullable Object target) {
        return "aarch64".equals(get(target, "architecture"))
                && list(target, "machines").stream()
                        .anyMatch(machine -> machine instanceof String pattern
                                && (pattern.equals("virt") || pattern.startsWith("virt-")));
    }

    private static Optional<Path> raw(@Nullable Object flashFile) {
        return "raw".equals(get(flashFile, "format")) ? path(get(flashFile, "filename")) : Optional.empty();
    }

    private static Optional<Path> path(@Nullable Object name) {
        return name instanceof String text && text.startsWith("/") ? Optional.of(Path.of(text)) : Optional.empty();
    }

    private static @Nullable Object get(@Nullable Object object, String key) {
        return object instanceof Map<?, ?> map ? map.get(key) : null;
    }

    private static List<?> list(@Nullable Object object, String key) {
        return get(object, key) instanceof List<?> list ? list : List.of();
    }
}
