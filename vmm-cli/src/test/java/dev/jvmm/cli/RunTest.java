// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Machines of a few instructions, on the software CPU. */
@Timeout(300)
class RunTest {
    private static final int HVC = 0xd400_0002;
    private static final int LOOP = 0x1400_0000;

    @TempDir
    private Path folder;

    private String program(int... instructions) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        for (int instruction : instructions) {
            bytes.putInt(instruction);
        }
        return Files.write(folder.resolve("program.bin"), bytes.array()).toString();
    }

    /** MOVZ and MOVK: W0 becomes the value. */
    private static int[] loadW0(int value, int... then) {
        int[] all = new int[then.length + 2];
        all[0] = 0x5280_0000 | (value & 0xffff) << 5;
        all[1] = 0x72a0_0000 | (value >>> 16) << 5;
        System.arraycopy(then, 0, all, 2, then.length);
        return all;
    }

    private static CommandRun run(String kernel, String... options) {
        String[] all = new String[options.length + 5];
        System.arraycopy(new String[] {"run", "--kernel", kernel, "--backend=soft", "--memory=64M"}, 0, all, 0, 5);
        System.arraycopy(options, 0, all, 5, options.length);
        return CommandRun.of(all);
    }

    @Test
    void a_guest_that_switches_off_ends_clean() throws IOException {
        CommandRun run = run(program(loadW0(0x8400_0008, HVC, LOOP)), "--console=none");
        assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    }

    @Test
    void a_guest_that_resets_ends_clean_when_that_is_the_policy() throws IOException {
        CommandRun run = run(program(loadW0(0x8400_0009, HVC, LOOP)), "--console=none", "--on-reset=exit");
        assertThat(run.code()).isZero();
    }

    @Test
    void a_guest_that_never_ends_is_ended_by_the_timeout() throws IOException {
        assertThat(run(program(LOOP), "--console=none", "--timeout=1").code()).isEqualTo(124);
    }

    @Test
    void the_console_goes_to_the_file() throws IOException {
        Path file = Files.writeString(folder.resolve("console.txt"), "what was there before");
        // W1 = 'A'; X2 = PL011; STR W1, [X2]; then off
        int[] off = loadW0(0x8400_0008, HVC, LOOP);
        int[] all = new int[off.length + 3];
        all[0] = 0x5280_0001 | 'A' << 5;
        all[1] = 0xd2a1_2002;
        all[2] = 0xb900_0041;
        System.arraycopy(off, 0, all, 3, off.length);
        assertThat(run(program(all), "--console=file=" + file).code()).isZero();
        assertThat(file).hasContent("A");
    }

    @Test
    void a_vm_that_cannot_be_made_leaves_the_console_file_alone() throws IOException {
        Path old = Files.writeString(folder.resolve("old.txt"), "kept");
        Path fresh = folder.resolve("fresh.txt");
        String missing = folder.resolve("missing").toString();
        assertThat(run(missing, "--console=file=" + old).code()).isEqualTo(1);
        assertThat(run(missing, "--console=file=" + fresh).code()).isEqualTo(1);
        assertThat(old).hasContent("kept");
        assertThat(fresh).doesNotExist();
    }

    @Test
    void the_device_tree_is_written_and_nothing_runs() throws IOException {
        Path tree = folder.resolve("vm.dtb");
        assertThat(run(program(LOOP), "--dump-dtb=" + tree).code()).isZero();
        assertThat(ByteBuffer.wrap(Files.readAllBytes(tree)).getInt()).isEqualTo(0xd00d_feed);
    }
}
