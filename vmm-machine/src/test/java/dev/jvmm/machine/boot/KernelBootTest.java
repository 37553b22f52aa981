// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.core.clock.VmClock;
import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.error.VmException;
import dev.jvmm.core.memory.GuestMemory;
import dev.jvmm.machine.platform.AddressRange;
import dev.jvmm.machine.platform.InterruptMap;
import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class KernelBootTest {
    private static final long RAM = 0x4000_0000L;
    private static final long MIB = 1 << 20;

    @TempDir
    Path directory;

    private final GuestMemory memory =
            new GuestMemory(List.of(new GuestMemory.Region(RAM, Arena.ofAuto().allocate(16 * MIB))));

    private static MachineDescription machine() {
        MachineSpec.Gic gic = new MachineSpec.Gic(GicVersion.V3, 0x800_0000, 0x801_0000, 0x80a_0000, 256);
        MachineSpec spec = new MachineSpec(1, gic, InterruptMap.TIMER, 40, VmClock.host());
        return new MachineDescription(
                spec, new AddressRange(RAM, 16 * MIB), List.of(), MachineDescription.Chosen.NOTHING);
    }

    private BootLoader.Entry boot(byte[] kernel, byte... initrd) throws IOException {
        Path file = Files.write(directory.resolve("kernel"), kernel);
        Path initrdFile = initrd.length == 0 ? null : Files.write(directory.resolve("initrd"), initrd);
        return new KernelBoot(new BootConfig.Kernel(file, initrdFile, "quiet")).load(machine(), memory);
    }

    private byte[] at(long address, int length) {
        byte[] bytes = new byte[length];
        memory.read(address, bytes, 0, length);
        return bytes;
    }

    /** An Image whose body is recognisable. */
    private static byte[] image(long textOffset, long imageSize) {
        byte[] bytes = new byte[4096];
        new Random(1).nextBytes(bytes);
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, 0x1400_0000)
                .putLong(8, textOffset)
                .putLong(16, imageSize)
                .putInt(56, 0x644d_5241);
        return bytes;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] xz(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new XZOutputStream(packed, new LZMA2Options())) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] zstd(byte[] bytes) {
        ZstdJavaCompressor compressor = new ZstdJavaCompressor();
        byte[] packed = new byte[compressor.maxCompressedLength(bytes.length)];
        int length = compressor.compress(bytes, 0, bytes.length, packed, 0, packed.length);
        return Arrays.copyOf(packed, length);
    }

    private static byte[] zboot(String method, byte[] payload) {
        ByteBuffer out = ByteBuffer.allocate(128 + payload.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(0, new byte[] {'M', 'Z', 0, 0, 'z', 'i', 'm', 'g'});
        out.putInt(8, 128).putInt(12, payload.length);
        out.put(24, method.getBytes(StandardCharsets.US_ASCII));
        out.put(128, payload);
        return out.array();
    }

    private void assertImageBooted(BootLoader.Entry entry, byte[] image) {
        assertThat(entry.pc()).isEqualTo(RAM + 2 * MIB);
        assertThat(entry.x0()).isEqualTo(RAM);
        assertThat(at(entry.pc(), image.length)).isEqualTo(image);
        assertThat(memory.readInt(entry.x0())).isEqualTo(Integer.reverseBytes(0xd00dfeed));
    }

    @Test
    void anImageGoesToItsTextOffsetAfterAMultipleOfTwoMebibytes() throws IOException {
        byte[] image = image(0x8_0000, 8192);
        BootLoader.Entry entry = boot(image);
        assertThat(entry.pc()).isEqualTo(RAM + 2 * MIB + 0x8_0000);
        assertThat(at(entry.pc(), image.length)).isEqualTo(image);
    }

    @Test
    void anImageFromBeforeLinux317HasTheOldOffset() throws IOException {
        assertThat(boot(image(0, 0)).pc()).isEqualTo(RAM + 2 * MIB + 0x8_0000);
    }

    @Test
    void compressedImagesAreUnpacked() throws IOException {
        byte[] image = image(0, 8192);
        assertImageBooted(boot(image), image);
        assertImageBooted(boot(gzip(image)), image);
        assertImageBooted(boot(zboot("gzip", gzip(image))), image);
        assertImageBooted(boot(zboot("zstd", zstd(image))), image);
        assertImageBooted(boot(zboot("xzkern", xz(image))), image);
    }

    @Test
    void theInitialRamDiskStandsAfterTheKernelAndItsBss() throws IOException {
        BootLoader.Entry entry = boot(image(0, 3 * MIB), new byte[] {9, 8, 7});
        assertThat(at(RAM + 6 * MIB, 3)).containsExactly(9, 8, 7);
        assertThat(entry.pc()).isEqualTo(RAM + 2 * MIB);
    }

    @Test
    void aFlatBinaryBeginsWithItsFirstByte() throws IOException {
        BootLoader.Entry entry = boot(new byte[] {1, 2, 3, 4});
        assertThat(entry.pc()).isEqualTo(RAM + 2 * MIB);
        assertThat(at(entry.pc(), 4)).containsExactly(1, 2, 3, 4);
    }

    private static byte[] elf(long physical, long virtual, long entry, int fileSize, long memorySize) {
        ByteBuffer out = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0, 0x464c_457f).put(4, (byte) 2).put(5, (byte) 1).putShort(18, (short) 183);
        out.putLong(24, entry).putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) 1);
        out.putInt(64, 1).putLong(72, 1024).putLong(80, virtual).putLong(88, physical);
        out.putLong(96, fileSize).putLong(104, memorySize);
        out.putInt(1024, 0x1234);
        return out.array();
    }

    @Test
    void anElfFileGoesWhereItsHeadersSayAndTheDeviceTreeMakesWay() throws IOException {
        memory.writeInt(RAM + 8, -1);
        BootLoader.Entry entry = boot(elf(RAM, 0xffff_0000_0000L, 0xffff_0000_0004L, 8, 64));
        assertThat(entry.pc()).isEqualTo(RAM + 4);
        assertThat(memory.readInt(RAM)).isEqualTo(0x1234);
        assertThat(memory.readInt(RAM + 8)).as("its BSS is cleared").isZero();
        assertThat(entry.x0()).isEqualTo(RAM + 2 * MIB);
    }

    private void assertRefused(byte[] kernel, String message) {
        assertThatThrownBy(() -> boot(kernel))
                .isInstanceOf(VmException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void kernelsThatCannotRunAreRefusedWithTheReason() throws IOException {
        byte[] x86 = elf(RAM, 0, 0, 8, 8);
        x86[18] = 62;
        assertRefused(x86, "another machine");
        assertRefused(elf(0, 0, 0, 8, 8), "link the kernel for RAM");
        assertRefused(elf(RAM, 0, 0, 8, 1L << 62), "--memory");
        assertRefused(elf(RAM, 0, 0, 4000, 4000), "lies outside it");
        assertRefused(image(0, 1L << 40), "larger than");
        assertRefused(image(0, 15 * MIB), "give the VM more with --memory");
        assertRefused(zboot("lz4", new byte[8]), "'lz4'");
        assertRefused(zboot("gzip", new byte[8]), "cannot be unpacked");
        byte[] cut = gzip(image(0, 8192));
        assertRefused(Arrays.copyOf(cut, cut.length / 2), "cannot be unpacked");
        assertRefused(gzip(new byte[(int) (17 * MIB)]), "unpacked it is larger");
        assertRefused(gzip(gzip(gzip(gzip(image(0, 8192))))), "times over");
        byte[] efi = new byte[128];
        efi[0] = 'M';
        efi[1] = 'Z';
        assertRefused(efi, "EFI application");
        assertRefused(new byte[0], "empty");
    }

    @Test
    void anInitialRamDiskWithoutRoomIsRefused() {
        assertThatThrownBy(() -> boot(image(0, 8 * MIB), new byte[(int) (7 * MIB)]))
                .isInstanceOf(VmException.class)
                .hasMessageContaining("--initrd")
                .hasMessageContaining("--memory");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void damagedKernelsAreRefusedOrLoadedButNeverABug(long seed) throws IOException {
        Random random = new Random(seed);
        byte[][] sources = {
            image(0, 8192),
            gzip(image(0, 8192)),
            zboot("zstd", zstd(image(0, 8192))),
            elf(RAM, 0, 0, 8, 64),
            zboot("xzkern", xz(image(0, 8192)))
        };
        for (int round = 0; round < 300; round++) {
            byte[] kernel = sources[random.nextInt(sources.length)].clone();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                kernel[random.nextInt(Math.min(kernel.length, 160))] = (byte) random.nextInt();
            }
            try {
                assertThat(boot(kernel).x0()).isNotNegative();
            } catch (VmException e) {
                assertThat(e).as("seed %d, round %d", seed, round).hasMessageContaining("kernel");
            }
        }
    }
}
