// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import dev.jvmm.cli.debian.Arch;
import dev.jvmm.cli.debian.DebianArchive;
import dev.jvmm.cli.debian.Suite;
import dev.jvmm.it.build.SourceTree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * The image of packaging/oci/Containerfile, on a base that is imported from Debian's packages: no registry is asked. The
 * base has the recipe's JRE already, so that building needs no network.
 */
final class ContainerImage {
    static final String NAME = "jvmm-integration-test:local";

    private static final String BASE = "jvmm-integration-test-base";
    private static final List<String> PACKAGES =
            List.of("openjdk-25-jre-headless", "base-files", "bash", "dash", "coreutils", "zlib1g", "libstdc++6");
    private static final int EXECUTABLE = 0111;

    private final DockerClient docker;
    private final DebianArchive archive;

    ContainerImage(DockerClient docker, DebianArchive archive) {
        this.docker = docker;
        this.archive = archive;
    }

    void build() throws IOException, InterruptedException {
        importBase(archive.tree(Suite.TRIXIE_SECURITY, Arch.host(), "container-base", PACKAGES));
        try (InputStream context = new ByteArrayInputStream(context(SourceTree.root()))) {
            docker.buildImageCmd(context)
                    .withDockerfilePath("packaging/oci/Containerfile")
                    .withBuildArg("BASE", BASE)
                    .withBuildArg("PACKAGES", "")
                    .withPull(false)
                    .withNetworkMode("none")
                    .withTags(Set.of(NAME))
                    .exec(new BuildImageResultCallback())
                    .awaitImageId();
        }
    }

    private void importBase(Path tree) throws IOException, InterruptedException {
        Path root = Files.createTempFile("jvmm-container", ".tar");
        try {
            Process tar = new ProcessBuilder(
                            "tar",
                            "-c",
                            "--numeric-owner",
                            "--owner=0",
                            "--group=0",
                            "-f",
                            root.toString(),
                            "-C",
                            tree.toString(),
                            ".")
                    .inheritIO()
                    .start();
            if (tar.waitFor() != 0) {
                throw new IOException("tar failed with " + tar.exitValue());
            }
            // By the command: docker-java's own import ends the stream early ("unexpected EOF" from Docker 20.10).
            Process importing = new ProcessBuilder("docker", "import", root.toString(), BASE)
                    .inheritIO()
                    .start();
            if (importing.waitFor() != 0) {
                throw new IOException("docker import failed with " + importing.exitValue());
            }
        } finally {
            Files.deleteIfExists(root);
        }
    }

    /** What the recipe copies, as a tar. */
    private static byte[] context(Path source) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (String part : List.of("packaging/oci", "vmm-cli/src/main/dist", "vmm-cli/target/dist/lib")) {
                try (Stream<Path> files = Files.walk(source.resolve(part))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        add(tar, file, source.relativize(file).toString());
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void add(TarArchiveOutputStream tar, Path file, String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(file, name);
        entry.setMode(TarArchiveEntry.DEFAULT_FILE_MODE | (Files.isExecutable(file) ? EXECUTABLE : 0));
        tar.putArchiveEntry(entry);
        Files.copy(file, tar);
        tar.closeArchiveEntry();
    }
}
