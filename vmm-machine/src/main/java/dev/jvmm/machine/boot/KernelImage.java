// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.boot;

import java.util.List;

/** A kernel as read from its file, uncompressed: what has to be where. */
public sealed interface KernelImage {
    /**
     * An arm64 {@code Image} (Linux Documentation/arch/arm64/booting.rst section 4): goes {@code textOffset} bytes after
     * a multiple of 2 MiB and begins with its first byte.
     *
     * @param bytes the whole file
     * @param memorySize bytes it needs from there, its BSS included; at least the file's
     */
    record Arm64Image(byte[] bytes, long textOffset, long memorySize) implements KernelImage {}

    /**
     * An ELF executable: goes where its program headers say.
     *
     * @param entry physical address of the first instruction
     */
    record Elf(List<Segment> segments, long entry) implements KernelImage {
        public Elf {
            segments = List.copyOf(segments);
        }
    }

    /** A binary without a header: goes 2 MiB after the start of RAM and begins with its first byte. */
    record Flat(byte[] bytes) implements KernelImage {}

    /**
     * A part of an ELF executable: {@code length} bytes of {@code file} from {@code offset} go to {@code address}, zeroes
     * follow up to {@code memorySize} bytes.
     */
    record Segment(byte[] file, int offset, int length, long address, long memorySize) {}
}
