// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Timeout(120)
class AotTrainingCommandTest {
    @Test
    void a_machine_starts_and_ends_clean() {
        assertThat(CommandRun.of("aot-training")).isEqualTo(new CommandRun(0, "", ""));
    }

    @Test
    void it_is_no_command_for_people() {
        assertThat(CommandRun.of("--help").out()).contains("quickstart").doesNotContain("aot-training");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "version"})
    void a_command_that_is_read_alone_is_the_one_that_is_read_with_the_others(String name) {
        CommandLine alone = Main.commandLine(name);
        assertThat(alone.getSubcommands()).containsOnlyKeys(name);
        assertThat(usage(alone, name)).isEqualTo(usage(Main.commandLine(), name));
    }

    @Test
    void others_are_read_together_so_that_help_and_suggestions_know_them() {
        for (List<String> arguments : List.of(List.<String>of(), List.of("--help"), List.of("image"), List.of("rum"))) {
            assertThat(Main.commandLine(arguments.toArray(String[]::new)).getSubcommands())
                    .containsKeys("run", "quickstart", "image", "doctor", "version", "generate-completion");
        }
    }

    private static String usage(CommandLine command, String name) {
        return requireNonNull(command.getSubcommands().get(name)).getUsageMessage();
    }
}
