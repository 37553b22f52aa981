// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.boot;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds UEFI firmware for AArch64 on the host: by QEMU's descriptors (docs/interop/firmware.json), then where
 * distributions are known to put it, then where the caller says.
 *
 * <p>Descriptors of all directories are tried in the order of their file names. Of several with one name only that in the
 * directory of the highest priority counts, and an empty one there hides the others.
 *
 * @param descriptorDirectories highest priority first
 * @param wellKnown tried in order
 * @param further tried last: firmware that the user had unpacked
 */
public record FirmwareLocator(
        List<Path> descriptorDirectories, List<FirmwareFiles> wellKnown, List<FirmwareFiles> further) {
    private static final Logger LOG = LoggerFactory.getLogger(FirmwareLocator.class);

    public FirmwareLocator {
        descriptorDirectories = List.copyOf(descriptorDirectories);
        wellKnown = List.copyOf(wellKnown);
        further = List.copyOf(further);
    }

    /** Where this host has firmware, and {@code further} places. */
    public static FirmwareLocator ofHost(Map<String, String> environment, List<FirmwareFiles> further) {
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        Path configHome = config.startsWith("/") ? Path.of(config) : home.resolve(".config");
        return new FirmwareLocator(
                List.of(
                        configHome.resolve("qemu/firmware"),
                        Path.of("/etc/qemu/firmware"),
                        Path.of("/usr/share/qemu/firmware")),
                wellKnownOfDistributions(),
                further);
    }

    /** A locator that also looks at {@code more}, last. */
    public FirmwareLocator with(FirmwareFiles more) {
        List<FirmwareFiles> all = new ArrayList<>(further);
        all.add(more);
        return new FirmwareLocator(descriptorDirectories, wellKnown, all);
    }

    private static List<FirmwareFiles> wellKnownOfDistributions() {
        return List.of(
                // Debian, Ubuntu: qemu-efi-aarch64
                known("/usr/share/AAVMF/AAVMF_CODE.fd", "/usr/share/AAVMF/AAVMF_VARS.fd"),
                known("/usr/share/AAVMF/AAVMF_CODE.no-secboot.fd", "/usr/share/AAVMF/AAVMF_VARS.fd"),
                known("/usr/share/qemu-efi-aarch64/QEMU_EFI.fd", null),
                // Fedora: edk2-aarch64
                known(
                        "/usr/share/edk2/aarch64/QEMU_EFI-pflash.raw",
                        "/usr/share/edk2/aarch64/vars-template-pflash.raw"),
                known("/usr/share/edk2/aarch64/QEMU_EFI.fd", null),
                // Arch: edk2-aarch64
                known("/usr/share/edk2/aarch64/QEMU_CODE.fd", "/usr/share/edk2/aarch64/QEMU_VARS.fd"),
                // SUSE: qemu-uefi-aarch64
                known("/usr/share/qemu/aavmf-aarch64-code.bin", "/usr/share/qemu/aavmf-aarch64-vars.bin"),
                known("/usr/share/qemu/qemu-uefi-aarch64.bin", null),
                // QEMU's own build
                known("/usr/share/qemu/edk2-aarch64-code.fd", "/usr/share/qemu/edk2-arm-vars.fd"),
                // Alpine: aavmf
                known("/usr/share/AAVMF/QEMU_EFI.fd", "/usr/share/AAVMF/QEMU_VARS.fd"));
    }

    private static FirmwareFiles known(String code, @Nullable String variables) {
        return new FirmwareFiles(Path.of(code), variables == null ? null : Path.of(variables), "well-known path");
    }

    /**
     * The firmware to use.
     *
     * @throws VmException when there is none
     */
    public FirmwareFiles locate() {
        return find().orElseThrow(() -> VmException.host("no UEFI firmware for AArch64 found: install the package"
                + " qemu-efi-aarch64 (Fedora: edk2-aarch64), run 'jvmm quickstart', or name one with --firmware"));
    }

    /**
     * The firmware whose code is {@code code}, with the variables it goes with as far as the host says; erased flash
     * otherwise, which EDK2 sets up by itself.
     */
    public FirmwareFiles withTemplateOf(Path code) {
        return Stream.concat(
                        descriptors().stream().flatMap(path -> FirmwareDescriptor.read(path).stream()),
                        Stream.concat(wellKnown.stream(), further.stream()))
                .filter(files -> files.code().equals(code) && usable(files))
                .findFirst()
                .orElse(new FirmwareFiles(code, null, "--firmware"));
    }

    /** The firmware to use; empty when there is none. */
    public Optional<FirmwareFiles> find() {
        for (Path descriptor : descriptors()) {
            Optional<FirmwareFiles> files = FirmwareDescriptor.read(descriptor);
            if (files.isPresent() && usable(files.get())) {
                return files;
            }
        }
        return Stream.concat(wellKnown.stream(), further.stream())
                .filter(FirmwareLocator::usable)
                .findFirst();
    }

    private static boolean usable(FirmwareFiles files) {
        Path variables = files.variablesTemplate();
        boolean usable = Files.isReadable(files.code()) && (variables == null || Files.isReadable(variables));
        if (!usable) {
            LOG.debug("{}: {} or its variables cannot be read", files.source(), files.code());
        }
        return usable;
    }

    /** Descriptors in the order in which they are tried, hidden ones left out. */
    private List<Path> descriptors() {
        TreeMap<String, Path> byName = new TreeMap<>();
        for (Path directory : descriptorDirectories) {
            if (!Files.isDirectory(directory)) {
                continue;
            }
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*.json")) {
                for (Path entry : entries) {
                    byName.putIfAbsent(String.valueOf(entry.getFileName()), entry);
                }
            } catch (IOException e) {
                LOG.warn("{}: firmware descriptors cannot be listed: {}", directory, e.getMessage());
            }
        }
        return byName.values().stream().filter(path -> !isEmpty(path)).toList();
    }

    private static boolean isEmpty(Path path) {
        try {
            return Files.size(path) == 0; // also a link to /dev/null
        } catch (IOException e) {
            return true;
        }
    }
}
