// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.junit.jupiter.api.Test;

class CpioArchiveTest {
    @Test
    void foldersComeBeforeWhatLiesInThemAndAllBelongsToRoot() throws IOException {
        List<String> listing = new ArrayList<>();
        try (CpioArchiveInputStream cpio =
                new CpioArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(sample())))) {
            for (CpioArchiveEntry entry = cpio.getNextEntry(); entry != null; entry = cpio.getNextEntry()) {
                listing.add(Long.toOctalString(entry.getMode()) + " " + entry.getUID() + ":" + entry.getGID() + " "
                        + entry.getName() + " "
                        + new String(cpio.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII));
            }
        }

        assertThat(listing)
                .containsExactly(
                        "40755 0:0 usr ",
                        "40755 0:0 usr/bin ",
                        "100755 0:0 usr/bin/tool content",
                        "120777 0:0 bin usr/bin");
    }

    @Test
    void theSameContentMakesTheSameBytes() throws IOException {
        assertThat(sample()).isEqualTo(sample());
    }

    private static byte[] sample() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CpioArchive archive = new CpioArchive(out)) {
            archive.file("usr/bin/tool", 0755, "content".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            archive.symbolicLink("bin", "usr/bin");
        }
        return out.toByteArray();
    }
}
