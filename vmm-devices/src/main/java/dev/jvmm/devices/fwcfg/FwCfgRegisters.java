// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.fwcfg;

/** Registers and keys of the firmware configuration device: QEMU's docs/specs/fw_cfg, memory-mapped layout of Arm. */
final class FwCfgRegisters {
    /** Data: 8 bytes; a load takes as many bytes of the selected item as it is wide, in address order. */
    static final int DATA = 0;
    /** Selector: 2 bytes, big-endian, write only. */
    static final int SELECTOR = 8;
    /** DMA address: 8 bytes, big-endian; a store to the low half starts the transfer. Reads as the DMA signature. */
    static final int DMA_HIGH = 16;

    static final int DMA_LOW = 20;

    /** Bytes of the whole register block. */
    static final int SIZE = 24;

    /** "QEMU CFG", big-endian. */
    static final long DMA_SIGNATURE = 0x5145_4D55_2043_4647L;

    /** Selector bit: the item is to be written; writability does not depend on it. */
    static final int KEY_WRITE = 1 << 14;

    static final int KEY_SIGNATURE = 0x0000;
    static final int KEY_ID = 0x0001;
    static final int KEY_FILE_DIRECTORY = 0x0019;
    static final int KEY_FILE_FIRST = 0x0020;
    /** Keys of files end here: above are the write bit and the architecture's own items. */
    static final int KEY_FILE_END = 0x4000;

    static final int ID_TRADITIONAL = 1;
    static final int ID_DMA = 1 << 1;

    /** Bytes of an entry of the file directory, and of the name in it, which ends in a NUL. */
    static final int DIRECTORY_ENTRY_BYTES = 64;

    static final int NAME_BYTES = 56;

    // struct FWCfgDmaAccess, big-endian: control (4), length (4), address (8).
    static final int DMA_ACCESS_BYTES = 16;
    static final int DMA_LENGTH = 4;
    static final int DMA_ADDRESS = 8;

    static final int CONTROL_ERROR = 1;
    static final int CONTROL_READ = 1 << 1;
    static final int CONTROL_SKIP = 1 << 2;
    static final int CONTROL_SELECT = 1 << 3;
    static final int CONTROL_WRITE = 1 << 4;

    private FwCfgRegisters() {}
}
