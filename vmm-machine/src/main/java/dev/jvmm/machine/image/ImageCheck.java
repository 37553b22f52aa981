// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.image;

import dev.jvmm.core.error.VmException;
import dev.jvmm.machine.image.DiskReader.BrokenImageException;
import dev.jvmm.machine.image.Finding.Severity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says which clauses of the ARM VM System Specification a disk image breaks: I1 (GPT), I2 (EFI system partition, FAT32),
 * I3 (the removable media path). Only reads, and only a bounded amount, whatever the image claims.
 */
public final class ImageCheck {
    private static final int BLOCK = GptTable.BLOCK;
    private static final int QCOW2_MAGIC_LITTLE_ENDIAN = 0xfb49_4651;
    private static final int PROTECTIVE = 0xee;
    private static final String BOOT_FILE = "\\EFI\\BOOT\\BOOTAA64.EFI";

    private final DiskReader disk;
    private final List<Finding> findings = new ArrayList<>();

    private ImageCheck(DiskReader disk) {
        this.disk = disk;
    }

    /**
     * Looks at a raw image.
     *
     * @return what is wrong; empty when the image keeps the clauses
     * @throws VmException when it is no file or cannot be read
     */
    public static List<Finding> check(Path image) {
        if (Files.isDirectory(image)) {
            throw VmException.configuration(image + ": it is a directory: name a disk image");
        }
        if (!Files.exists(image)) {
            throw VmException.configuration(image + ": there is no such file: check the path");
        }
        try (FileChannel channel = FileChannel.open(image, StandardOpenOption.READ)) {
            ImageCheck check = new ImageCheck(DiskReader.of(channel));
            if (channel.size() == 0) {
                throw VmException.configuration(image + ": the file is empty: name a disk image");
            }
            check.run();
            return List.copyOf(check.findings);
        } catch (IOException e) {
            throw new VmException(
                    VmException.Kind.CONFIGURATION,
                    image + ": it cannot be read (" + e.getMessage() + "): check its permissions and its disk",
                    e);
        }
    }

    private void run() throws IOException {
        if (disk.size() < 4 * BLOCK) {
            breaks("I1", "with " + disk.size() + " bytes it is too small for a partition table", "use a whole image");
            return;
        }
        if (disk.read(0, 4).getInt(0) == QCOW2_MAGIC_LITTLE_ENDIAN) {
            breaks("I1", "it is a qcow2 image, not a raw one", "convert it: qemu-img convert -O raw IN OUT");
            return;
        }
        if (disk.size() % BLOCK != 0) {
            weak(
                    "I1",
                    "its size is not a multiple of " + BLOCK + " bytes, so that its end cannot be read by the guest",
                    "enlarge it: truncate -s %" + BLOCK + " IMAGE");
        }
        GptTable table = table();
        if (table == null) {
            return;
        }
        protectiveMbr();
        List<GptTable.Partition> systems = table.partitions().stream()
                .filter(partition -> partition.type().equals(GptTable.EFI_SYSTEM))
                .toList();
        if (systems.isEmpty()) {
            breaks("I2", "no partition has the type of an EFI system partition", "set it: sgdisk -t NUMBER:ef00 IMAGE");
            return;
        }
        // Firmware tries one after the other: the image is as good as the best of them.
        List<Finding> least = null;
        for (GptTable.Partition system : systems) {
            List<Finding> mine = systemPartition(system);
            if (least == null || mine.size() < least.size()) {
                least = mine;
            }
        }
        if (least != null) {
            findings.addAll(least);
        }
    }

    private @Nullable GptTable table() throws IOException {
        String problem;
        try {
            GptTable primary = GptTable.read(disk, 1);
            try {
                GptTable.read(disk, disk.size() / BLOCK - 1);
            } catch (BrokenImageException e) {
                weak(
                        "I1",
                        "the backup partition table at its end is damaged: " + e.getMessage(),
                        "write it anew: sgdisk -e IMAGE");
            }
            return primary;
        } catch (BrokenImageException e) {
            problem = e.getMessage();
        }
        try {
            GptTable backup = GptTable.read(disk, disk.size() / BLOCK - 1);
            weak(
                    "I1",
                    "the primary partition table is damaged (" + problem + "), its backup is used",
                    "restore it: sgdisk -e IMAGE, or gdisk's recovery menu");
            return backup;
        } catch (BrokenImageException e) {
            breaks("I1", "it has no GUID partition table" + instead(), "make one: sgdisk or parted mklabel gpt");
            return null;
        }
    }

    /** What stands there in place of a partition table, as far as that shows. */
    private String instead() throws IOException {
        ByteBuffer start = disk.read(0, BLOCK);
        if (disk.size() >= 2 * 4096 && disk.read(4096, 8).getLong(0) == GptTable.SIGNATURE) {
            return " for blocks of 512 bytes (it was made for blocks of 4096)";
        }
        if (Short.toUnsignedInt(start.getShort(510)) != 0xaa55) {
            return "";
        }
        return " (but a boot sector or an MBR partition table)";
    }

    // UEFI Specification 2.10 section 5.2.3
    private void protectiveMbr() throws IOException {
        ByteBuffer mbr = disk.read(0, BLOCK);
        boolean signed = Short.toUnsignedInt(mbr.getShort(510)) == 0xaa55;
        boolean protective = false;
        for (int entry = 0; entry < 4; entry++) {
            protective |= Byte.toUnsignedInt(mbr.get(446 + 16 * entry + 4)) == PROTECTIVE;
        }
        if (!signed || !protective) {
            weak(
                    "I1",
                    "it has no protective MBR, so that older tools see an empty disk",
                    "write one: gdisk IMAGE, then w");
        }
    }

    private List<Finding> systemPartition(GptTable.Partition system) {
        ImageCheck part = new ImageCheck(disk);
        String name = "EFI system partition " + system.number();
        long blocks = disk.size() / BLOCK;
        if (system.first() < 1 || system.last() < system.first() || system.last() >= blocks) {
            part.breaks("I2", name + " lies outside the image", "make the image as large as its table says");
            return part.findings;
        }
        FatVolume volume;
        try {
            volume = FatVolume.open(disk.part(system.offset(), system.size()));
        } catch (IOException e) {
            part.breaks("I2", name + " " + e.getMessage(), "format it: mkfs.vfat -F 32");
            return part.findings;
        }
        try {
            part.bootFile(volume);
        } catch (IOException e) {
            part.breaks("I3", name + ": " + BOOT_FILE + " cannot be read: " + e.getMessage(), "run fsck.vfat on it");
        }
        return part.findings;
    }

    private void bootFile(FatVolume volume) throws IOException {
        Optional<FatVolume.Entry> file = volume.find("EFI", "BOOT", "BOOTAA64.EFI");
        if (file.isEmpty() || file.get().directory()) {
            boolean arm32 = volume.find("EFI", "BOOT", "BOOTARM.EFI").isPresent();
            breaks(
                    "I3",
                    "there is no " + BOOT_FILE + (arm32 ? ", only \\EFI\\BOOT\\BOOTARM.EFI for 32-bit firmware" : ""),
                    "install a boot loader there: grub-install --removable --target=arm64-efi");
            return;
        }
        Optional<String> problem = PeFile.problem(volume.head(file.get(), PeFile.HEAD));
        problem.ifPresent(what -> breaks("I3", BOOT_FILE + " " + what, "put an arm64 EFI application there"));
    }

    private void breaks(String clause, String what, String mend) {
        findings.add(new Finding(Severity.BREAKS, clause, what, mend));
    }

    private void weak(String clause, String what, String mend) {
        findings.add(new Finding(Severity.WEAK, clause, what, mend));
    }
}
