// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.config;

import dev.jvmm.core.error.VmException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A disk ({@code --image}, {@code --disk}).
 *
 * @param path the image
 * @param format how it is laid out
 * @param readOnly whether the guest is refused to write
 * @param serial what the guest reads as the serial number, at most 20 ASCII characters (virtio 1.3 section 5.2.6,
 *     VIRTIO_BLK_T_GET_ID); null for one made from the disk's position
 */
public record DiskConfig(
        Path path,
        DiskFormat format,
        boolean readOnly,
        @Nullable String serial) {
    private static final int LONGEST_SERIAL = 20;

    public DiskConfig {
        if (path.toString().isEmpty()) {
            throw VmException.usage("--disk without a path: give it one, as in --disk path=disk.img");
        }
        if (serial != null && (serial.isEmpty() || serial.length() > LONGEST_SERIAL || !isAscii(serial))) {
            throw VmException.usage("--disk serial=" + serial + ": a serial number has 1 to " + LONGEST_SERIAL
                    + " printable ASCII characters");
        }
    }

    /** An image that the guest may write and whose format nobody has said: {@code --image}. */
    public static DiskConfig image(Path path) {
        return new DiskConfig(path, DiskFormat.AUTO, false, null);
    }

    /** A raw image that the guest may write. */
    public static DiskConfig raw(Path path) {
        return new DiskConfig(path, DiskFormat.RAW, false, null);
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text)
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
