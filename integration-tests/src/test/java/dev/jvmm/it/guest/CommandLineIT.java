// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.jvmm.cli.debian.Suite;
import dev.jvmm.it.guest.Ingredients.Linux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./jvmm run} as a user, or a user's script, starts it. */
class CommandLineIT {
    @TempDir
    private Path folder;

    @Test
    void aGuestOutlivesTheEndOfStandardInputAndItsPowerOffIsSuccess() throws IOException, InterruptedException {
        try (JvmmProcess jvmm = JvmmProcess.start("run-poweroff", folder, kernel("jvmm.run=sleep"))) {
            jvmm.closeInput()
                    .expect(Linux.V6_1.marker())
                    .expect(" cpus=1 ")
                    .expect("CHECK sleep: ")
                    .expect("CHECK done");
            assertThat(jvmm.exitCode()).as(jvmm.shown()).isZero();
            assertThat(jvmm.errors()).isEmpty();
        }
    }

    @Test
    void theTimeoutEndsAGuestThatDoesNotEnd() throws IOException, InterruptedException {
        // Without a disk firmware never ends by itself, however fast the host is.
        String code = Ingredients.edk2(Suite.BOOKWORM).code().toString();
        try (JvmmProcess jvmm = JvmmProcess.start(
                "run-timeout", folder, "run", "--backend", "soft", "--firmware", code, "--timeout", "3")) {
            assertThat(jvmm.exitCode()).as(jvmm.shown()).isEqualTo(124);
            assertThat(jvmm.errors().lines()).singleElement().asString().contains("--timeout 3");
        }
    }

    @Test
    void sigtermPressesThePowerButton() throws IOException, InterruptedException {
        try (JvmmProcess jvmm = JvmmProcess.start("run-sigterm", folder, kernel("jvmm.then=shell"))) {
            jvmm.expect("CHECK done")
                    .expect("# ")
                    // The key's interrupts are counted, so it does not matter which comes first.
                    .send("until grep -q ': *[1-9].*Poweroff' /proc/interrupts; do sleep 1; done; poweroff -f\n")
                    .terminate()
                    .expectError("pressed the power button");
            assertThat(jvmm.exitCode()).as(jvmm.shown()).isZero();
        }
    }

    @ParameterizedTest(name = "{0} ends with {1}", quoteTextArguments = false)
    @CsvSource({
        "run --image not-there.img,                                       1, not-there.img",
        "run --firmware not-there.fd --image disk.img,                    1, not-there.fd",
        "run --image disk.img --cpus none,                                2, --cpus",
        "run --image disk.img --memory 3,                                 2, --memory",
        "run,                                                             2, --image",
        "run --kernel Image --initrd not-there.gz,                        1, not-there.gz",
        "run --kernel Image --firmware code.fd,                           2, --firmware",
    })
    void aMistakeIsOneLineThatNamesIt(String command, int exitCode, String named)
            throws IOException, InterruptedException {
        Files.write(folder.resolve("disk.img"), new byte[1 << 20]);
        Files.write(folder.resolve("Image"), new byte[1 << 16]);
        try (JvmmProcess jvmm = JvmmProcess.start("run-mistake", folder, command.split(" "))) {
            assertThat(jvmm.exitCode()).as(jvmm.shown()).isEqualTo(exitCode);
            assertThat(jvmm.errors().lines()).as(jvmm.shown()).hasSize(1);
            assertThat(jvmm.errors()).startsWith("jvmm: ").contains(named);
        }
    }

    @Test
    void aLackOfTheHostIsOneLineToo() throws IOException, InterruptedException {
        assumeFalse(
                System.getProperty("os.arch").equals("aarch64") && Files.exists(Path.of("/dev/kvm")),
                "this host can run the backend that others lack");
        Files.write(folder.resolve("Image"), new byte[1 << 16]);
        try (JvmmProcess jvmm = JvmmProcess.start("run-lack", folder, "run", "--kernel", "Image", "--backend", "kvm")) {
            assertThat(jvmm.exitCode()).as(jvmm.shown()).isEqualTo(3);
            assertThat(jvmm.errors().lines()).as(jvmm.shown()).hasSize(1);
            assertThat(jvmm.errors()).startsWith("jvmm: --backend kvm: ");
        }
    }

    private static String[] kernel(String words) {
        List<String> arguments = new ArrayList<>(List.of("run", "--backend", "soft", "--memory", "512"));
        arguments.addAll(List.of("--kernel", Ingredients.kernel(Linux.V6_1).toString()));
        arguments.addAll(List.of("--initrd", Ingredients.initramfs(Linux.V6_1).toString()));
        arguments.addAll(List.of("--cmdline", Ingredients.COMMAND_LINE + " quiet " + words));
        return arguments.toArray(String[]::new);
    }
}
