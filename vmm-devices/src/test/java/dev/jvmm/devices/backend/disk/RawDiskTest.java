// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.backend.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawDiskTest {
    @TempDir
    private Path directory;

    private Path image(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(directory, "image", ".img"), content);
    }

    private static byte[] pattern(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static MemorySegment nativeCopy(byte[] bytes) {
        return Arena.ofAuto().allocateFrom(ValueLayout.JAVA_BYTE, bytes);
    }

    private static void assertRefused(ThrowingCallable call, Path path, String... words) {
        assertThatExceptionOfType(VmException.class)
                .isThrownBy(call)
                .satisfies(e ->
                        assertThat(e.getMessage()).contains(path.toString()).contains(words));
    }

    @Test
    void readsAndWritesAnywhere() throws IOException {
        byte[] content = pattern(8192);
        Path path = image(content);
        try (RawDisk disk = RawDisk.open(path, false)) {
            assertThat(disk.size()).isEqualTo(8192);
            MemorySegment target = Arena.ofAuto().allocate(1000);
            disk.read(3, target);
            assertThat(target.mismatch(MemorySegment.ofArray(content).asSlice(3, 1000)))
                    .isEqualTo(-1);
            disk.write(4096, nativeCopy(pattern(512)));
            disk.flush();
        }
        System.arraycopy(pattern(512), 0, content, 4096, 512);
        assertThat(Files.readAllBytes(path)).isEqualTo(content);
    }

    @Test
    void zeroesWhatIsNotZeroYet() throws IOException {
        Path path = image(pattern(512 * 1024));
        try (RawDisk disk = RawDisk.open(path, false)) {
            disk.writeZeroes(512, 300 * 1024);
        }
        byte[] expected = pattern(512 * 1024);
        java.util.Arrays.fill(expected, 512, 512 + 300 * 1024, (byte) 0);
        assertThat(Files.readAllBytes(path)).isEqualTo(expected);
    }

    @Test
    void aDiscardFreesWholeBlocksAndLeavesTheRest() throws IOException {
        Path path = directory.resolve("discard.img");
        byte[] content = new byte[64 << 10];
        Arrays.fill(content, (byte) 0x5A);
        Files.write(path, content);
        try (RawDisk disk = RawDisk.open(path, false)) {
            assumeTrue(disk.discards(), "this host has no fallocate program");
            disk.discard(512, 16384);
        }
        byte[] after = Files.readAllBytes(path);
        assertThat(after).hasSize(content.length);
        for (int i = 0; i < after.length; i++) {
            boolean freed = i >= 4096 && i < 16384;
            assertThat(after[i]).as("byte %d", i).isEqualTo((byte) (freed ? 0 : 0x5A));
        }
    }

    @Test
    void aReadOnlyDiskIsNotWritten() throws IOException {
        Path path = image(pattern(1024));
        try (RawDisk disk = RawDisk.open(path, true)) {
            assertThat(disk.readOnly()).isTrue();
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> disk.write(0, nativeCopy(new byte[512])));
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> disk.writeZeroes(0, 512));
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> disk.discard(0, 512));
            disk.flush();
        }
        assertThat(Files.readAllBytes(path)).isEqualTo(pattern(1024));
    }

    @Test
    void anImageCutShortBeneathTheVmIsAnIoError() throws IOException {
        Path path = image(pattern(1024));
        try (RawDisk disk = RawDisk.open(path, true)) {
            Files.write(path, pattern(512));
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> disk.read(0, Arena.ofAuto().allocate(1024)));
        }
    }

    @Test
    void onlyOneVmWritesAnImage() throws IOException {
        Path path = image(pattern(512));
        Path link = Files.createLink(directory.resolve("another-name"), path);
        RawDisk first = RawDisk.open(path, false);
        assertRefused(() -> RawDisk.open(path, false), path, "already in use by another VM");
        assertRefused(() -> RawDisk.open(path, true), path, "already in use by another VM");
        assertRefused(() -> RawDisk.open(link, false), link, "already in use by another VM");
        first.close();
        first.close();
        RawDisk.open(link, false).close();
    }

    @Test
    void manyVmsReadAnImageWhileNoneWritesIt() throws IOException {
        Path path = image(pattern(512));
        RawDisk first = RawDisk.open(path, true);
        RawDisk second = RawDisk.open(path, true);
        assertRefused(() -> RawDisk.open(path, false), path, "already in use", "readonly=on");
        first.close();
        assertRefused(() -> RawDisk.open(path, false), path, "already in use");
        MemorySegment target = Arena.ofAuto().allocate(512);
        second.read(0, target);
        assertThat(target.toArray(ValueLayout.JAVA_BYTE)).isEqualTo(pattern(512));
        second.close();
        RawDisk.open(path, false).close();
    }

    @Test
    void anImageInUseByAnotherProcessIsRefused() throws Exception {
        Path path = image(pattern(512));
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        path.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("locked");
            assertRefused(() -> RawDisk.open(path, false), path, "already in use by another VM");
            assertRefused(() -> RawDisk.open(path, true), path, "already in use by another VM");
        } finally {
            other.getOutputStream().close();
            other.waitFor();
        }
        RawDisk.open(path, false).close();
    }

    /** Another VM, in a process of its own: holds an image until its input ends. */
    static final class LockHolder {
        private LockHolder() {}

        public static void main(String[] arguments) throws IOException {
            try (RawDisk disk = RawDisk.open(Path.of(arguments[0]), false)) {
                System.out.println(disk.size() > 0 ? "locked" : "empty");
                while (System.in.read() >= 0) {
                    // Nothing is said: only the end counts.
                }
            }
        }
    }

    @Test
    void whatCannotBeADiskIsRefusedWithTheMend() throws IOException {
        Path missing = directory.resolve("missing.img");
        assertRefused(() -> RawDisk.open(missing, false), missing, "does not exist", "truncate -s");
        assertRefused(() -> RawDisk.open(directory, false), directory, "directory");
        Path empty = image(new byte[0]);
        assertRefused(() -> RawDisk.open(empty, false), empty, "empty", "truncate -s");
        Path odd = image(new byte[1000]);
        assertRefused(() -> RawDisk.open(odd, false), odd, "1000 bytes", "truncate -s %512");
        // A refusal leaves no lock behind.
        Files.write(odd, new byte[1024]);
        RawDisk.open(odd, false).close();
    }

    @ParameterizedTest
    @CsvSource({
        "qcow2, 0, 514649fb",
        "vmdk, 0, 4b444d56",
        "vmdk, 0, 434f5744",
        "vmdk, 0, 23204469736b2044657363726970746f7246696c65",
        "vhd, 0, 636f6e6563746978",
        "vhdx, 0, 7668647866696c65",
        "vdi, 64, 7f10dabe",
        "qed, 0, 51454400",
    })
    void anImageOfAnotherFormatIsRefusedUnlessSaidToBeRaw(String format, int offset, String magic) throws IOException {
        byte[] content = new byte[1024];
        byte[] bytes = java.util.HexFormat.of().parseHex(magic);
        System.arraycopy(bytes, 0, content, offset, bytes.length);
        Path path = image(content);
        assertRefused(
                () -> RawDisk.openGuessingFormat(path, false),
                path,
                "is a " + format + " image",
                "qemu-img convert -O raw",
                "format=raw");
        RawDisk.open(path, false).close();
    }

    @Test
    void theGuestCannotMakeARawImageLookLikeAnotherFormat() throws IOException {
        Path path = image(pattern(2048));
        byte[] poison = new byte[1024];
        poison[0] = 'Q';
        poison[1] = 'F';
        poison[2] = 'I';
        poison[3] = (byte) 0xfb;
        try (RawDisk disk = RawDisk.openGuessingFormat(path, false)) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> disk.write(0, nativeCopy(poison)))
                    .withMessageContaining("qcow2");
            // Nor piece by piece.
            MemorySegment source = nativeCopy(poison);
            disk.write(0, source.asSlice(0, 2));
            disk.write(2, source.asSlice(2, 1));
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> disk.write(3, source.asSlice(3)));
            // Elsewhere, and with other content, writes go through.
            disk.write(512, source);
            byte[] bootRecord = pattern(1024);
            disk.write(0, nativeCopy(bootRecord));
            MemorySegment target = Arena.ofAuto().allocate(1024);
            disk.read(0, target);
            assertThat(target.toArray(ValueLayout.JAVA_BYTE)).isEqualTo(bootRecord);
        }
        RawDisk.openGuessingFormat(path, false).close();
        try (RawDisk disk = RawDisk.open(path, false)) {
            disk.write(0, nativeCopy(poison));
        }
        assertRefused(() -> RawDisk.openGuessingFormat(path, false), path, "qcow2");
    }
}
