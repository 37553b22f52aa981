// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import java.util.List;
import java.util.Map;

/**
 * One entry of apt's sources, from either format (sources.list(5)).
 *
 * @param uris base addresses; tried in order
 * @param suites suites named there
 * @param options the entry's options by the name that the deb822 format gives them, for example {@code Signed-By};
 *     a value may have several lines (an embedded key)
 */
record AptSource(List<String> uris, List<String> suites, List<String> components, Map<String, String> options) {
    AptSource {
        uris = List.copyOf(uris);
        suites = List.copyOf(suites);
        components = List.copyOf(components);
        options = Map.copyOf(options);
    }

    /** The keyring or key that signs this archive; empty when the machine's trusted keys do. */
    String signedBy() {
        return options.getOrDefault("Signed-By", "");
    }
}
