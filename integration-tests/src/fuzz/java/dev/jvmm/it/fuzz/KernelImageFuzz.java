// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jvmm.core.error.VmException;
import dev.jvmm.machine.boot.KernelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A kernel file is either taken or refused with a message for the user. */
class KernelImageFuzz {
    private static final long LIMIT = 1 << 20;

    @FuzzTest
    void a_kernel_file_is_taken_or_refused(byte[] content) throws IOException {
        Path file = Files.createTempFile("kernel", ".fuzz");
        try {
            Files.write(file, content);
            KernelReader.read(file, LIMIT);
        } catch (VmException refusal) {
            // What a bad file deserves.
        } finally {
            Files.delete(file);
        }
    }
}
