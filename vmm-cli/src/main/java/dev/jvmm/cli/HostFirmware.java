// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.cli.debian.DebianArchive;
import dev.jvmm.cli.debian.Firmware;
import dev.jvmm.machine.boot.FirmwareFiles;
import dev.jvmm.machine.boot.FirmwareLocator;
import java.util.List;
import java.util.Map;

/** Firmware on this host, what {@code jvmm quickstart} has fetched included. */
final class HostFirmware {
    private HostFirmware() {}

    static FirmwareLocator locator(Map<String, String> environment) {
        List<FirmwareFiles> fetched = Firmware.cached(DebianArchive.defaultCache(environment)).stream()
                .map(edk2 -> new FirmwareFiles(edk2.code(), edk2.variables(), "fetched by jvmm"))
                .toList();
        return FirmwareLocator.ofHost(environment, fetched);
    }
}
