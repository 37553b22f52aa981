// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.config;

/** How the bytes of a disk image are laid out. */
public enum DiskFormat {
    /**
     * Nobody said: raw, but an image that begins like one of another format is refused, and the guest may not make its
     * disk begin so.
     */
    AUTO,
    /** Byte n of the file is byte n of the disk. */
    RAW
}
