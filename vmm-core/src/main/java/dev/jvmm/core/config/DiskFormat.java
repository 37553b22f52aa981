// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.config;

/** How the bytes of a disk image are laid out. Always stated, never guessed from what a guest may have written. */
public enum DiskFormat {
    /** Byte n of the file is byte n of the disk. */
    RAW
}
