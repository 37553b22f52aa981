// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.flash;

import static dev.jvmm.devices.flash.CfiFlashRegisters.*;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One 16-bit wide chip of a bank of two: its words are every second one of the bank. Commands take no time. Addresses
 * are in words of the chip. Guarded by the lock of {@link CfiFlash}.
 */
final class FlashChip {
    private static final ValueLayout.OfShort WORD = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int CHIPS = 2;

    /** What loads see. */
    private enum ReadMode {
        ARRAY,
        STATUS,
        IDENTIFIER,
        QUERY
    }

    /** What the next store is. */
    private enum WriteState {
        COMMAND,
        PROGRAM_DATA,
        PROTECTION_DATA,
        ERASE_CONFIRM,
        LOCK_CONFIRM,
        BUFFER_COUNT,
        BUFFER_DATA,
        BUFFER_CONFIRM
    }

    private final MemorySegment content;
    private final int lane;
    private final boolean readOnly;
    private final byte[] query;
    private final byte[] locks;

    private ReadMode readMode = ReadMode.ARRAY;
    private WriteState writeState = WriteState.COMMAND;
    private int errors; // status register without the ready bit
    private boolean bufferRefused; // reads as busy until the next command, so that the driver asks for the buffer again
    private int eraseBlock;
    private final int[] bufferAddresses = new int[BUFFER_WORDS];
    private final short[] bufferData = new short[BUFFER_WORDS];
    private int bufferLength;
    private int bufferExpected;

    // What the last store changed, for the bank to hand to its storage.
    private int changedFrom;
    private int changedWords;
    private boolean erased;

    /**
     * @param lane which half of each 32-bit word is this chip's, 0 or 1
     */
    FlashChip(MemorySegment content, int lane, boolean readOnly) {
        this.content = content;
        this.lane = lane;
        this.readOnly = readOnly;
        long words = content.byteSize() / (2 * CHIPS);
        query = query(2 * words);
        locks = new byte[(int) (words / BLOCK_WORDS)];
        reset();
    }

    void reset() {
        readMode = ReadMode.ARRAY;
        writeState = WriteState.COMMAND;
        errors = 0;
        bufferRefused = false;
        Arrays.fill(locks, (byte) (readOnly ? LOCKED | LOCKED_DOWN : 0));
    }

    boolean inArrayMode() {
        return readMode == ReadMode.ARRAY;
    }

    /** The 16 bits at {@code address}. */
    int read(int address, boolean ready) {
        return switch (readMode) {
            case ARRAY -> content.get(WORD, byteOffset(address)) & 0xFFFF;
            case STATUS -> errors | (ready && !bufferRefused ? STATUS_READY : 0);
            case IDENTIFIER -> identifier(address);
            case QUERY -> address < query.length ? query[address] & 0xFF : 0;
        };
    }

    /**
     * A store.
     *
     * @param mask which of the 16 data lines the store drives
     * @param ready whether a change could be stored now
     */
    void write(int address, int value, int mask, boolean ready) {
        changedWords = 0;
        int command = value & mask & 0xFF;
        switch (writeState) {
            case COMMAND -> command(address, command, ready);
            case PROGRAM_DATA -> {
                writeState = WriteState.COMMAND;
                if (mayChange(address, STATUS_PROGRAM_ERROR, ready)) {
                    program(address, value | ~mask);
                    changed(address, 1, false);
                }
            }
            case PROTECTION_DATA -> fail(STATUS_PROGRAM_ERROR);
            case ERASE_CONFIRM -> eraseConfirm(command, ready);
            case LOCK_CONFIRM -> lockConfirm(address, command);
            case BUFFER_COUNT -> bufferCount(address, value & mask);
            case BUFFER_DATA -> bufferData(address, value | ~mask);
            case BUFFER_CONFIRM -> bufferConfirm(command, ready);
        }
    }

    /** How many words the last store changed, from {@link #changedFrom} on. */
    int changedWords() {
        return changedWords;
    }

    int changedFrom() {
        return changedFrom;
    }

    /** Whether the last store's change was an erase. */
    boolean erased() {
        return erased;
    }

    private void command(int address, int command, boolean ready) {
        bufferRefused = false;
        switch (command) {
            case READ_ARRAY -> readMode = ReadMode.ARRAY;
            case READ_STATUS -> readMode = ReadMode.STATUS;
            case READ_IDENTIFIER -> readMode = ReadMode.IDENTIFIER;
            case READ_QUERY -> readMode = ReadMode.QUERY;
            case CLEAR_STATUS -> errors = 0;
            case WORD_PROGRAM, WORD_PROGRAM_ALTERNATE -> begin(WriteState.PROGRAM_DATA);
            case PROTECTION_PROGRAM -> begin(WriteState.PROTECTION_DATA);
            case BLOCK_ERASE -> {
                eraseBlock = address / BLOCK_WORDS;
                begin(WriteState.ERASE_CONFIRM);
            }
            case BLOCK_LOCK_SETUP -> begin(WriteState.LOCK_CONFIRM);
            case BUFFERED_PROGRAM -> {
                bufferRefused = !ready;
                begin(ready ? WriteState.BUFFER_COUNT : WriteState.COMMAND);
            }
            default -> {} // not one of this chip's: probes for other command sets send many
        }
    }

    private void begin(WriteState next) {
        readMode = ReadMode.STATUS;
        writeState = next;
    }

    private void eraseConfirm(int command, boolean ready) {
        writeState = WriteState.COMMAND;
        if (command != CONFIRM) {
            fail(STATUS_SEQUENCE_ERROR);
            return;
        }
        int first = eraseBlock * BLOCK_WORDS;
        if (!mayChange(first, STATUS_ERASE_ERROR, ready)) {
            return;
        }
        for (int address = first; address < first + BLOCK_WORDS; address++) {
            content.set(WORD, byteOffset(address), (short) -1);
        }
        changed(first, BLOCK_WORDS, true);
    }

    private void lockConfirm(int address, int command) {
        writeState = WriteState.COMMAND;
        int block = address / BLOCK_WORDS;
        boolean lockedDown = (locks[block] & LOCKED_DOWN) != 0;
        switch (command) {
            case BLOCK_LOCK_CONFIRM -> locks[block] |= LOCKED;
            case BLOCK_LOCK_DOWN_CONFIRM -> locks[block] |= LOCKED | LOCKED_DOWN;
            case CONFIRM -> {
                if (!lockedDown) {
                    locks[block] = 0;
                }
            }
            default -> fail(STATUS_SEQUENCE_ERROR);
        }
    }

    private void bufferCount(int address, int lastWord) {
        if (lastWord >= BUFFER_WORDS) {
            fail(STATUS_SEQUENCE_ERROR);
            return;
        }
        bufferLength = 0;
        bufferExpected = lastWord + 1;
        eraseBlock = address / BLOCK_WORDS;
        writeState = WriteState.BUFFER_DATA;
    }

    private void bufferData(int address, int value) {
        if (address / BLOCK_WORDS != eraseBlock) {
            fail(STATUS_SEQUENCE_ERROR);
            return;
        }
        bufferAddresses[bufferLength] = address;
        bufferData[bufferLength] = (short) value;
        bufferLength++;
        if (bufferLength == bufferExpected) {
            writeState = WriteState.BUFFER_CONFIRM;
        }
    }

    private void bufferConfirm(int command, boolean ready) {
        writeState = WriteState.COMMAND;
        if (command != CONFIRM) {
            fail(STATUS_SEQUENCE_ERROR);
            return;
        }
        if (!mayChange(bufferAddresses[0], STATUS_PROGRAM_ERROR, ready)) {
            return;
        }
        int first = bufferAddresses[0];
        int last = first;
        for (int i = 0; i < bufferLength; i++) {
            program(bufferAddresses[i], bufferData[i]);
            first = Math.min(first, bufferAddresses[i]);
            last = Math.max(last, bufferAddresses[i]);
        }
        changed(first, last - first + 1, false);
    }

    private void fail(int bits) {
        errors |= bits;
        writeState = WriteState.COMMAND;
    }

    private boolean mayChange(int address, int error, boolean ready) {
        if ((locks[address / BLOCK_WORDS] & LOCKED) != 0) {
            errors |= error | STATUS_BLOCK_LOCKED;
            return false;
        }
        if (!ready) {
            errors |= error; // the driver did not wait for the ready bit
            return false;
        }
        return true;
    }

    /** Programming only takes bits from 1 to 0. */
    private void program(int address, int value) {
        long offset = byteOffset(address);
        content.set(WORD, offset, (short) (content.get(WORD, offset) & value));
    }

    private void changed(int from, int words, boolean byErase) {
        changedFrom = from;
        changedWords = words;
        erased = byErase;
    }

    private int identifier(int address) {
        return switch (address) {
            case ID_MANUFACTURER -> MANUFACTURER_INTEL;
            case ID_DEVICE -> DEVICE_28F256J3;
            default -> address % BLOCK_WORDS == ID_BLOCK_LOCK ? locks[address / BLOCK_WORDS] : 0;
        };
    }

    private long byteOffset(int address) {
        return 2L * (CHIPS * (long) address + lane);
    }
}
