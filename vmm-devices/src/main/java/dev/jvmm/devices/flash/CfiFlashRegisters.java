// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.flash;

/**
 * Commands, status bits and tables of the Intel command set (CFI primary command set 0x0001).
 *
 * <p>Sources: Common Flash Interface, JEDEC JESD68 and JEP137 (query structure); Intel StrataFlash Memory J3 datasheet
 * (commands, status register, identifier codes, geometry of equal blocks); Intel StrataFlash P30 datasheet (buffer of 32
 * words, block locking).
 */
final class CfiFlashRegisters {
    // Commands, in the low byte of a store.
    static final int BLOCK_LOCK_CONFIRM = 0x01;
    static final int WORD_PROGRAM_ALTERNATE = 0x10;
    static final int BLOCK_ERASE = 0x20;
    static final int BLOCK_LOCK_DOWN_CONFIRM = 0x2F;
    static final int WORD_PROGRAM = 0x40;
    static final int CLEAR_STATUS = 0x50;
    static final int BLOCK_LOCK_SETUP = 0x60;
    static final int READ_STATUS = 0x70;
    static final int READ_IDENTIFIER = 0x90;
    static final int READ_QUERY = 0x98;
    static final int PROTECTION_PROGRAM = 0xC0;
    static final int CONFIRM = 0xD0;
    static final int BUFFERED_PROGRAM = 0xE8;
    static final int READ_ARRAY = 0xFF;

    // Status register.
    static final int STATUS_BLOCK_LOCKED = 1 << 1;
    static final int STATUS_PROGRAM_ERROR = 1 << 4;
    static final int STATUS_ERASE_ERROR = 1 << 5;
    static final int STATUS_READY = 1 << 7;
    /** Both error bits: the commands did not make sense together. */
    static final int STATUS_SEQUENCE_ERROR = STATUS_PROGRAM_ERROR | STATUS_ERASE_ERROR;

    // Identifier codes: word addresses, the last one within each block.
    static final int ID_MANUFACTURER = 0;
    static final int ID_DEVICE = 1;
    static final int ID_BLOCK_LOCK = 2;
    static final int MANUFACTURER_INTEL = 0x89;
    /** 28F256J3: 256 Mbit in equal blocks. */
    static final int DEVICE_28F256J3 = 0x1D;

    static final int LOCKED = 1;
    static final int LOCKED_DOWN = 1 << 1;

    /** Words (of 16 bits) of the write buffer of one chip. */
    static final int BUFFER_WORDS = 32;
    /** Words of a block of one chip: 128 KiB. */
    static final int BLOCK_WORDS = 64 * 1024;

    private static final int QUERY_START = 0x10;
    private static final int EXTENDED_TABLE = 0x31;

    private CfiFlashRegisters() {}

    /**
     * The CFI query structure of one chip, a byte for each word address from 0; what is not in it reads as 0.
     *
     * @param chipBytes size of the chip, a power of two
     */
    static byte[] query(long chipBytes) {
        int blocks = (int) (chipBytes / (2L * BLOCK_WORDS));
        int blockUnits = 2 * BLOCK_WORDS / 256;
        int[] table = {
            'Q',
            'R',
            'Y',
            0x01,
            0x00, // primary command set: Intel/Sharp extended
            EXTENDED_TABLE,
            0x00,
            0x00,
            0x00,
            0x00,
            0x00, // no alternate command set
            0x27,
            0x36, // Vcc 2.7 V to 3.6 V
            0x00,
            0x00, // no Vpp pin
            0x07,
            0x07,
            0x0A,
            0x00, // typical times: word 2^7 us, buffer 2^7 us, block erase 2^10 ms, no chip erase
            0x04,
            0x04,
            0x04,
            0x00, // at most 2^4 times as long
            Long.numberOfTrailingZeros(chipBytes),
            0x01,
            0x00, // x16 interface
            Integer.numberOfTrailingZeros(2 * BUFFER_WORDS),
            0x00,
            0x01, // one region of equal blocks
            (blocks - 1) & 0xFF,
            (blocks - 1) >>> 8,
            blockUnits & 0xFF,
            blockUnits >>> 8,
            // Primary extended table, version 1.0 without optional features.
            'P',
            'R',
            'I',
            '1',
            '0',
            0x00,
            0x00,
            0x00,
            0x00, // no suspend, no protection registers, blocks come up unlocked
            0x00, // nothing after suspend
            0x03,
            0x00, // block status: lock and lock-down bits
            0x33,
            0x00, // best Vcc 3.3 V, no Vpp
            0x00 // no protection fields
        };
        byte[] query = new byte[QUERY_START + table.length];
        for (int i = 0; i < table.length; i++) {
            query[QUERY_START + i] = (byte) table[i];
        }
        return query;
    }
}
