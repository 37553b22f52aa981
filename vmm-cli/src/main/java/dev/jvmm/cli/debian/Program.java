// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

/** A program that the project's tests and benchmarks start. The compiler comes with the headers of Linux and the C library. */
public enum Program {
    QEMU_USER("qemu-aarch64", "qemu-user"),
    DTC("dtc", "device-tree-compiler"),
    SGDISK("sgdisk", "gdisk"),
    FSCK_VFAT("fsck.vfat", "dosfstools"),
    ASSEMBLER("aarch64-linux-gnu-as", "binutils-aarch64-linux-gnu"),
    LINKER("aarch64-linux-gnu-ld", "binutils-aarch64-linux-gnu"),
    OBJCOPY("aarch64-linux-gnu-objcopy", "binutils-aarch64-linux-gnu"),
    OBJDUMP("aarch64-linux-gnu-objdump", "binutils-aarch64-linux-gnu"),
    COMPILER("aarch64-linux-gnu-gcc", "gcc-aarch64-linux-gnu");

    private final String fileName;
    private final String packageName;

    Program(String fileName, String packageName) {
        this.fileName = fileName;
        this.packageName = packageName;
    }

    /** What it is started as. */
    public String fileName() {
        return fileName;
    }

    /** Debian's package that has it. */
    public String packageName() {
        return packageName;
    }
}
