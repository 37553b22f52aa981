// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.backend.disk;

import org.jspecify.annotations.Nullable;

/** Formats of image files that start with bytes of their own, and so are never taken for the bytes of a disk. */
enum ImageFormat {
    /** "QFI" 0xfb, versions 1 to 3. */
    QCOW2("qcow2", 0, "QFI\u00fb"),
    /** Sparse extents of VMware. */
    VMDK("vmdk", 0, "KDMV"),
    /** Sparse extents of VMware ESX. */
    VMDK_COW("vmdk", 0, "COWD"),
    /** A text file that lists extents. */
    VMDK_DESCRIPTOR("vmdk", 0, "# Disk DescriptorFile"),
    /** The footer's copy that dynamic images begin with. */
    VHD("vhd", 0, "conectix"),
    VHDX("vhdx", 0, "vhdxfile"),
    /** 0xbeda107f, little-endian, after 64 bytes of text. */
    VDI("vdi", 64, "\u007f\u0010\u00da\u00be"),
    QED("qed", 0, "QED\0");

    /** How many bytes of an image tell its format. */
    static final int HEADER_BYTES = DiskBackend.SECTOR;

    private final String label;
    private final int offset;
    // A character a byte.
    private final String magic;

    ImageFormat(String label, int offset, String magic) {
        this.label = label;
        this.offset = offset;
        this.magic = magic;
    }

    /** What users call it. */
    String label() {
        return label;
    }

    /** The format whose magic the first {@link #HEADER_BYTES} bytes of an image hold; null where none does. */
    static @Nullable ImageFormat recognise(byte[] header) {
        for (ImageFormat format : values()) {
            if (format.matches(header)) {
                return format;
            }
        }
        return null;
    }

    private boolean matches(byte[] header) {
        for (int i = 0; i < magic.length(); i++) {
            if (Byte.toUnsignedInt(header[offset + i]) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
