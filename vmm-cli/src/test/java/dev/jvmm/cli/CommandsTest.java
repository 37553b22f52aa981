// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvmm.cli.debian.Firmware;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    private Path folder;

    @Test
    void the_completion_script_knows_commands_options_and_their_words() throws IOException, InterruptedException {
        CommandRun run = CommandRun.of("generate-completion");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("quickstart", "'--on-panic'", "\"poweroff\" \"pause\"", "complete -F");

        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no /bin/bash to check the script with");
        Path script = Files.writeString(folder.resolve("completion.bash"), run.out());
        Process bash = new ProcessBuilder("/bin/bash", "-n", script.toString())
                .inheritIO()
                .start();
        assertThat(bash.waitFor()).isZero();
    }

    @Test
    void the_version_names_jvmm_and_the_jdk() {
        assertThat(CommandRun.of("version").out()).startsWith("jvmm ").contains("JDK ");
        assertThat(CommandRun.of("--version").out())
                .isEqualTo(CommandRun.of("version").out());
    }

    @Test
    void a_command_that_lacks_is_a_mistake() {
        assertThat(CommandRun.of().code()).isEqualTo(2);
        assertThat(CommandRun.of("image").code()).isEqualTo(2);
        assertThat(CommandRun.of("image", "check").err()).startsWith("jvmm: Missing required parameter");
    }

    @Test
    void an_image_that_breaks_a_clause_is_told_which() throws IOException {
        Path image = Files.write(folder.resolve("zeroes.img"), new byte[1 << 20]);
        CommandRun run = CommandRun.of("image", "check", image.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains(image + ": breaks I1: ");
    }

    @Test
    void an_image_that_cannot_be_read_is_one_line() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.img"));
        for (Path wrong : List.of(empty, folder, folder.resolve("missing"))) {
            CommandRun run = CommandRun.of("image", "check", wrong.toString());
            assertThat(run.code()).as(wrong.toString()).isEqualTo(1);
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.err()).startsWith("jvmm: " + wrong);
        }
    }

    @Test
    void the_quickstart_refuses_what_run_would_before_anything_is_fetched() {
        CommandRun run = CommandRun.of("quickstart", "--timeuot", "5");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--timeuot", "did you mean --timeout");
        assertThat(CommandRun.of("quickstart", "--timeout=0").code()).isEqualTo(2);
    }

    @Test
    void the_quickstarts_command_can_be_pasted_into_a_shell() {
        assertThat(QuickstartCommand.commandLine(List.of("run", "--image", "/a b/it's.img", "--cpus=2")))
                .isEqualTo("jvmm run --image '/a b/it'\\''s.img' --cpus=2");
    }

    @Test
    void fetched_firmware_is_found_trixie_first() throws IOException {
        Path bookworm = fetched("bookworm");
        assertThat(Firmware.cached(folder)).containsExactly(edk2(bookworm));
        Path trixie = fetched("trixie");
        assertThat(Firmware.cached(folder)).containsExactly(edk2(trixie), edk2(bookworm));
        assertThat(Firmware.cached(folder.resolve("missing"))).isEmpty();
    }

    private Path fetched(String suite) throws IOException {
        Path aavmf = Files.createDirectories(
                folder.resolve("packages/" + suite + "-arm64/qemu-efi-aarch64_1-2/usr/share/AAVMF"));
        Files.createFile(aavmf.resolve("AAVMF_CODE.fd"));
        Files.createFile(aavmf.resolve("AAVMF_VARS.fd"));
        return aavmf;
    }

    private static Firmware.Edk2 edk2(Path aavmf) {
        return new Firmware.Edk2(aavmf.resolve("AAVMF_CODE.fd"), aavmf.resolve("AAVMF_VARS.fd"));
    }
}
