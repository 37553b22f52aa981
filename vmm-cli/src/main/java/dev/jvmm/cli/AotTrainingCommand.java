// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.cli.console.RawTerminal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jline.terminal.spi.SystemStream;
import picocli.CommandLine.Command;

/**
 * {@code jvmm aot-training}: starts and ends a machine, so that the classes this takes come into the AOT cache. The launcher
 * runs it once.
 */
@Command(name = "aot-training", hidden = true, description = "Starts a machine that does nothing, for the AOT cache.")
final class AotTrainingCommand implements Callable<Integer> {
    /** Loops long enough for the loop to be translated, then PSCI SYSTEM_OFF. */
    private static final int[] PROGRAM = {
        0xd2a0_0101, // movz x1, #8, lsl #16
        0xf100_0421, // subs x1, x1, #1
        0x54ff_ffe1, // b.ne the one before
        0x52b0_8000, // movz w0, #0x8400, lsl #16
        0x7280_0100, // movk w0, #8
        0xd400_0002, // hvc #0
        0x1400_0000 // b itself
    };

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("jvmm-training");
        Path kernel = folder.resolve("kernel.bin");
        Path disk = folder.resolve("disk.img");
        try {
            ByteBuffer bytes = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
            for (int instruction : PROGRAM) {
                bytes.putInt(instruction);
            }
            Files.write(kernel, bytes.array());
            Files.write(disk, new byte[1 << 20]);
            // What only a start at a terminal loads; the training has none.
            boolean unused = RawTerminal.ask(SystemStream.Input);
            String[] run = {"run", "--kernel=" + kernel, "--image=" + disk, "--memory=64M", "--timeout=60"};
            return Main.commandLine(run).execute(run);
        } finally {
            Files.deleteIfExists(kernel);
            Files.deleteIfExists(disk);
            Files.delete(folder);
        }
    }
}
