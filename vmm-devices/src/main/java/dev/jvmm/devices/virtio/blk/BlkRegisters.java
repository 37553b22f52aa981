// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.blk;

/** Numbers of the block device (virtio 1.3 section 5.2): feature bits, configuration layout, requests. */
final class BlkRegisters {
    static final int DEVICE_ID = 2;

    // Feature bits, section 5.2.3.
    static final long F_SEG_MAX = 1L << 2;
    static final long F_RO = 1L << 5;
    static final long F_BLK_SIZE = 1L << 6;
    static final long F_FLUSH = 1L << 9;
    static final long F_TOPOLOGY = 1L << 10;
    static final long F_CONFIG_WCE = 1L << 11;
    static final long F_MQ = 1L << 12;
    static final long F_DISCARD = 1L << 13;
    static final long F_WRITE_ZEROES = 1L << 14;

    // Configuration layout, section 5.2.4: offsets in bytes.
    static final int CONFIG_CAPACITY = 0;
    static final int CONFIG_SEG_MAX = 12;
    static final int CONFIG_BLK_SIZE = 20;
    static final int CONFIG_PHYSICAL_BLOCK_EXP = 24;
    static final int CONFIG_ALIGNMENT_OFFSET = 25;
    static final int CONFIG_MIN_IO_SIZE = 26;
    static final int CONFIG_OPT_IO_SIZE = 28;
    static final int CONFIG_WRITEBACK = 32;
    static final int CONFIG_NUM_QUEUES = 34;
    static final int CONFIG_MAX_DISCARD_SECTORS = 36;
    static final int CONFIG_MAX_DISCARD_SEG = 40;
    static final int CONFIG_DISCARD_SECTOR_ALIGNMENT = 44;
    static final int CONFIG_MAX_WRITE_ZEROES_SECTORS = 48;
    static final int CONFIG_MAX_WRITE_ZEROES_SEG = 52;
    static final int CONFIG_WRITE_ZEROES_MAY_UNMAP = 56;
    static final int CONFIG_BYTES = 60;

    // Request types, section 5.2.6.
    static final int T_IN = 0;
    static final int T_OUT = 1;
    static final int T_FLUSH = 4;
    static final int T_GET_ID = 8;
    static final int T_DISCARD = 11;
    static final int T_WRITE_ZEROES = 13;

    /** type, reserved (32 bits each), sector (64 bits). */
    static final int HEADER_BYTES = 16;

    static final int STATUS_BYTES = 1;

    /** sector (64 bits), number of sectors, flags (32 bits each). */
    static final int RANGE_BYTES = 16;

    static final int RANGE_FLAG_UNMAP = 1;
    static final int ID_BYTES = 20;

    private BlkRegisters() {}
}
