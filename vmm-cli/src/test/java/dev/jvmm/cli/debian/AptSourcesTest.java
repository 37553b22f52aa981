// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AptSourcesTest {
    private static final String DEB822 = """
            # a comment
            Types: deb deb-src
            URIs: http://mirror.test/debian
            Suites: bookworm bookworm-updates
            Components: main contrib
            Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

            types: deb
            uris: http://mirror.test/debian-security
            suites: bookworm-security
            components: main
            signed-by: /usr/share/keyrings/debian-archive-keyring.gpg

            Types: deb-src
            URIs: http://sources.test/debian
            Suites: trixie
            Components: main

            Enabled: no
            Types: deb
            URIs: http://disabled.test/debian
            Suites: trixie
            Components: main
            """;

    @TempDir
    Path folder;

    @Test
    void deb822EntriesOfBinaryPackagesAreReadWhateverTheCaseOfTheirFields() {
        List<AptSource> sources = AptSources.parseDeb822(DEB822);

        assertThat(sources).hasSize(2);
        assertThat(sources.getFirst().uris()).containsExactly("http://mirror.test/debian");
        assertThat(sources.getFirst().suites()).containsExactly("bookworm", "bookworm-updates");
        assertThat(sources.getFirst().components()).containsExactly("main", "contrib");
        assertThat(sources.get(1).signedBy()).isEqualTo("/usr/share/keyrings/debian-archive-keyring.gpg");
    }

    @Test
    void aKeyWithinTheEntryKeepsItsLines() {
        List<AptSource> sources = AptSources.parseDeb822("""
                Types: deb
                URIs: http://mirror.test/debian
                Suites: trixie
                Components: main
                Signed-By:
                 -----BEGIN PGP PUBLIC KEY BLOCK-----
                 .
                 mQINBF
                 -----END PGP PUBLIC KEY BLOCK-----
                """);

        assertThat(sources.getFirst().signedBy())
                .isEqualTo("\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n mQINBF\n -----END PGP PUBLIC KEY BLOCK-----");
    }

    @Test
    void oneLineEntriesAreReadWithTheirOptions() {
        List<AptSource> sources = AptSources.parseOneLine("""
                # deb http://commented.test/debian trixie main
                deb [arch=amd64,arm64 signed-by=/etc/apt/keyrings/a.gpg] http://mirror.test/debian trixie main non-free # end
                deb-src http://mirror.test/debian trixie main
                deb\thttp://plain.test/debian sid main
                deb broken
                deb [unclosed http://mirror.test/debian trixie main
                """);

        assertThat(sources).hasSize(2);
        assertThat(sources.getFirst().options())
                .isEqualTo(Map.of("Architectures", "amd64 arm64", "Signed-By", "/etc/apt/keyrings/a.gpg"));
        assertThat(sources.getFirst().components()).containsExactly("main", "non-free");
        assertThat(sources.get(1).uris()).containsExactly("http://plain.test/debian");
    }

    @Test
    void anotherReleaseComesFromTheMirrorOfTheMachinesOwnAndSecurityFromItsOwnArchive() throws IOException {
        AptSources sources = readFrom(Map.of(), DEB822);

        assertThat(sources.archiveOf(Suite.SID).uris()).containsExactly("http://mirror.test/debian");
        assertThat(sources.archiveOf(Suite.TRIXIE_BACKPORTS).uris()).containsExactly("http://mirror.test/debian");
        assertThat(sources.archiveOf(Suite.TRIXIE_SECURITY).uris())
                .containsExactly("http://mirror.test/debian-security");
    }

    @Test
    void aVendorsArchiveForTheSameReleaseIsNotTakenForDebians() throws IOException {
        AptSources sources = readFrom(Map.of(), """
                Types: deb
                URIs: http://vendor.test/packages
                Suites: bookworm
                Components: main
                Signed-By: /usr/share/keyrings/vendor.gpg

                """ + DEB822);

        assertThat(sources.archiveOf(Suite.TRIXIE).uris()).containsExactly("http://mirror.test/debian");
    }

    @Test
    void theArchiveNamedInTheEnvironmentWins() throws IOException {
        Map<String, String> environment =
                Map.of(AptSources.MIRROR_VARIABLE, "http://chosen.test/debian", AptSources.KEYRING_VARIABLE, "/k.gpg");

        AptSource archive = readFrom(environment, DEB822).archiveOf(Suite.TRIXIE);

        assertThat(archive.uris()).containsExactly("http://chosen.test/debian");
        assertThat(archive.signedBy()).isEqualTo("/k.gpg");
    }

    @Test
    void aMachineWithoutADebianArchiveIsToldHowToNameOne() throws IOException {
        AptSources sources = readFrom(Map.of(), """
                Types: deb
                URIs: http://mirror.test/ubuntu
                Suites: noble noble-updates
                Components: main universe
                """);

        assertThat(sources.archiveOf(new Suite("noble")).uris()).containsExactly("http://mirror.test/ubuntu");
        assertThatThrownBy(() -> sources.archiveOf(Suite.TRIXIE))
                .isInstanceOf(VmException.class)
                .hasMessageContaining(AptSources.MIRROR_VARIABLE)
                .hasMessageNotContaining("\n");
    }

    private AptSources readFrom(Map<String, String> environment, String deb822) throws IOException {
        Files.createDirectories(folder.resolve("sources.list.d"));
        Files.writeString(folder.resolve("sources.list.d/debian.sources"), deb822);
        Files.writeString(folder.resolve("sources.list.d/old.sources.save"), deb822.replace("mirror", "saved"));
        return AptSources.read(folder, environment);
    }
}
