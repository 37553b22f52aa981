// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.decode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes the generated files without compiling them first: run in the module's directory where the checked-in ones no
 * longer compile.
 */
final class RegenerateDecoder {
    private RegenerateDecoder() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of("src/main/java/dev/jvmm/softcpu/decode");
        for (Map.Entry<String, String> file :
                new DecoderGenerator(DecodeTable.read()).generate().entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), file.getValue());
        }
    }
}
