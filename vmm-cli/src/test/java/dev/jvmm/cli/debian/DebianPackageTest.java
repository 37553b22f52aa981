// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DebianPackageTest {
    @Test
    void aUriLineOfAptNamesThePackageItsVersionWithEpochAndItsSize() {
        DebianPackage parsed = DebianPackage.fromUriLine("'http://mirror.test/pool/b/busybox_1.37.0-6_arm64.deb' "
                        + "busybox-static_1%3a1.37.0-6+b9_arm64.deb 865000 SHA256:00ff")
                .orElseThrow();

        assertThat(parsed).isEqualTo(new DebianPackage("busybox-static", "1%3a1.37.0-6+b9", "arm64", 865_000));
        assertThat(parsed.fileName()).isEqualTo("busybox-static_1%3a1.37.0-6+b9_arm64.deb");
        assertThat(parsed.aptArgument()).isEqualTo("busybox-static=1:1.37.0-6+b9");
    }

    @Test
    void otherLinesOfAptNameNoPackage() {
        assertThat(DebianPackage.fromUriLine("Reading package lists...")).isEmpty();
        assertThat(DebianPackage.fromUriLine("dlstatus:1:20.5:Retrieving file 1 of 2"))
                .isEmpty();
    }
}
