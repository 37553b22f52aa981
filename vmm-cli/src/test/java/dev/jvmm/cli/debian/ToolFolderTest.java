// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a tree whose loader says what it was given in place of starting it. */
class ToolFolderTest {
    @TempDir
    Path folder;

    private Path tree;
    private Path script;

    @BeforeEach
    void plant() throws IOException {
        tree = folder.resolve("it's a tree");
        script = folder.resolve("dtc");
        Path loader = Path.of(Arch.host().dynamicLoader()).getFileName();
        executable(libraries().resolve(loader), "printf '<%s>' \"$VARIABLE\" \"$@\"");
        executable(tree.resolve("usr/bin/dtc"), "exit 99");
    }

    private Path libraries() {
        return tree.resolve("usr/lib").resolve(Arch.host().multiarchTriplet());
    }

    private static void executable(Path file, String command) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String said(String... arguments) {
        Tools.Tool started = new Tools.Tool(List.of(script.toString()));
        return HostCommand.run(folder, Map.of(), started.with(List.of(arguments)))
                .output();
    }

    @Test
    void a_script_starts_the_program_by_the_loader_of_its_tree_with_the_scripts_arguments() throws IOException {
        ToolFolder.write(script, Tools.inTree(tree, "dtc"));
        assertThat(said("-I", "dtb", "two words"))
                .isEqualTo("<><--library-path><%s><%s><-I><dtb><two words>"
                        .formatted(libraries(), tree.resolve("usr/bin/dtc")));
    }

    @Test
    void a_script_sets_the_variables_that_the_program_needs() throws IOException {
        List<String> command = Tools.inTree(tree, "dtc").command();
        ToolFolder.write(script, new Tools.Tool(command, Map.of("VARIABLE", "it's $HOME")));
        assertThat(said()).startsWith("<it's $HOME>");
    }

    @Test
    void a_script_is_made_anew_when_the_tree_is_another_and_left_alone_otherwise() throws IOException {
        FileTime past = FileTime.from(Instant.EPOCH);
        ToolFolder.write(script, Tools.inTree(tree, "dtc"));
        Files.setLastModifiedTime(script, past);
        ToolFolder.write(script, Tools.inTree(tree, "dtc"));
        assertThat(Files.getLastModifiedTime(script)).isEqualTo(past);

        tree = Files.move(tree, folder.resolve("newer"));
        ToolFolder.write(script, Tools.inTree(tree, "dtc"));
        assertThat(said()).contains(folder.resolve("newer/usr/bin/dtc").toString());
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("newer", "dtc");
    }

    @Test
    void a_script_that_cannot_be_executed_is_mended() throws IOException {
        ToolFolder.write(script, Tools.inTree(tree, "dtc"));
        assertThat(script.toFile().setExecutable(false)).isTrue();
        ToolFolder.write(script, Tools.inTree(tree, "dtc"));
        assertThat(script).isExecutable();
    }

    @Test
    void the_folder_itself_is_no_place_where_a_program_is_installed() {
        Path shell = HostCommand.find("sh").orElseThrow();
        Path installed = Objects.requireNonNull(shell.getParent());
        assertThat(HostCommand.findOutside(folder, "sh")).contains(shell);
        assertThat(HostCommand.findOutside(installed, "sh")).isNotEqualTo(Optional.of(shell));
    }
}
