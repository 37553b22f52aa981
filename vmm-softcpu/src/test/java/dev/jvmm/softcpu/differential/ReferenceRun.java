// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Executes instruction cases under user-mode QEMU, an independent implementation of the architecture. */
final class ReferenceRun {
    private static final String NAME = "qemu-aarch64";

    private ReferenceRun() {}

    /** The emulator: {@code -Djvmm.qemuAarch64=FILE}, or the one on PATH. */
    static Optional<Path> emulator() {
        String configured = System.getProperty("jvmm.qemuAarch64");
        Stream<Path> candidates = configured != null
                ? Stream.of(Path.of(configured))
                : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(directory -> Path.of(directory, NAME));
        return candidates.filter(Files::isExecutable).findFirst();
    }

    /** The states after the cases, in their order. */
    static List<MachineState> run(Path emulator, List<InstructionCase> cases, Path directory)
            throws IOException, InterruptedException {
        Path program = Files.write(directory.resolve("cases.elf"), TestProgram.elf(cases));
        Path output = directory.resolve("output");
        Path errors = directory.resolve("errors");
        program.toFile().setExecutable(true);
        int status = new ProcessBuilder(emulator.toString(), "-cpu", "max", program.toString())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start()
                .waitFor();
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(output)).order(ByteOrder.LITTLE_ENDIAN);
        int complete = bytes.limit() / MachineState.BYTES;
        if (status != 0 || complete != cases.size()) {
            String at = complete < cases.size()
                    ? cases.get(complete).describe(TestProgram.address(complete))
                    : "after the last case";
            throw new AssertionError(
                    "%s ended with status %d at %s: %s".formatted(emulator, status, at, Files.readString(errors)));
        }
        List<MachineState> states = new ArrayList<>(complete);
        for (int i = 0; i < complete; i++) {
            long[] words = new long[MachineState.WORDS];
            bytes.slice(i * MachineState.BYTES, MachineState.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asLongBuffer()
                    .get(words);
            states.add(new MachineState(words));
        }
        return states;
    }
}
