// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.flash;

import dev.jvmm.core.bus.MmioDevice;
import dev.jvmm.core.memory.DirectMapping;
import java.lang.foreign.MemorySegment;

/**
 * A bank of NOR flash: two 16-bit chips of the Intel command set side by side on a 32-bit bus, blocks of 256 KiB (128 KiB of each
 * chip). The chips are independent: a command that reaches one half of the bus reaches one chip.
 *
 * <p>While both chips are in read-array mode the bank is mapped directly into the guest. A store narrower than a chip drives the
 * data lines it has; the others read as ones, which programming leaves alone.
 */
public final class CfiFlash implements MmioDevice {
    /** Bytes of a block of the bank, what one erase command to both chips erases. */
    public static final int BLOCK_BYTES = 4 * CfiFlashRegisters.BLOCK_WORDS;

    private final DirectMapping mapping;
    private final FlashStorage storage;
    private final long size;
    private final Object lock = new Object();
    // Guarded by lock:
    private final FlashChip low;
    private final FlashChip high;
    private boolean mapped;

    /**
     * @param content the array, a power of two of at least one block; shared with the direct mapping
     * @param readOnly whether programming and erasing fail as on locked blocks
     * @param storage told of every change
     */
    public CfiFlash(MemorySegment content, boolean readOnly, DirectMapping mapping, FlashStorage storage) {
        size = content.byteSize();
        if (size < BLOCK_BYTES || Long.bitCount(size) != 1) {
            throw new IllegalStateException("a flash bank of " + size + " bytes");
        }
        this.mapping = mapping;
        this.storage = storage;
        low = new FlashChip(content, 0, readOnly);
        high = new FlashChip(content, 1, readOnly);
        mapped = true;
        mapping.set(true);
    }

    @Override
    public long read(long offset, int accessSize) {
        synchronized (lock) {
            if (offset < 0 || offset > size - accessSize) {
                return 0;
            }
            boolean ready = storage.ready();
            long value = 0;
            for (int i = 0; i < accessSize; ) {
                long at = offset + i;
                int shift = (int) (at & 1) * 8;
                int lanes = Math.min(2 - (int) (at & 1), accessSize - i);
                int data = chip(at).read((int) (at >>> 2), ready) >>> shift;
                value |= (data & ((1L << (8 * lanes)) - 1)) << (8 * i);
                i += lanes;
            }
            return value;
        }
    }

    @Override
    public void write(long offset, int accessSize, long value) {
        synchronized (lock) {
            if (offset < 0 || offset > size - accessSize) {
                return;
            }
            for (int i = 0; i < accessSize; ) {
                long at = offset + i;
                // A cycle of the bus: both chips see it at once when it covers the whole aligned word.
                boolean both = (at & 3) == 0 && accessSize - i >= 4;
                if (both) {
                    writeBoth(at, (int) (value >>> (8 * i)));
                    i += 4;
                } else {
                    int shift = (int) (at & 1) * 8;
                    int lanes = Math.min(2 - (int) (at & 1), accessSize - i);
                    int mask = ((1 << (8 * lanes)) - 1) << shift;
                    writeOne(at, (int) (value >>> (8 * i)) << shift, mask);
                    i += lanes;
                }
            }
            updateMapping();
        }
    }

    /** Puts both chips into read-array mode, as the reset line does; the content stays. */
    public void reset() {
        synchronized (lock) {
            low.reset();
            high.reset();
            updateMapping();
        }
    }

    private FlashChip chip(long offset) {
        return (offset & 2) == 0 ? low : high;
    }

    private void writeBoth(long offset, int value) {
        int address = (int) (offset >>> 2);
        boolean ready = storage.ready();
        low.write(address, value & 0xFFFF, 0xFFFF, ready);
        high.write(address, value >>> 16, 0xFFFF, ready);
        if (low.changedWords() > 0
                && low.changedWords() == high.changedWords()
                && low.changedFrom() == high.changedFrom()
                && low.erased() == high.erased()) {
            store(4L * low.changedFrom(), 4 * low.changedWords(), low.erased());
        } else {
            storeLane(low, 0);
            storeLane(high, 2);
        }
    }

    private void writeOne(long offset, int value, int mask) {
        FlashChip chip = chip(offset);
        chip.write((int) (offset >>> 2), value, mask, storage.ready());
        storeLane(chip, offset & 2);
    }

    /** A change of one chip alone; an erase, whose words lie between the other chip's, is stored as what the block is now. */
    private void storeLane(FlashChip chip, long lane) {
        if (chip.changedWords() > 0) {
            store(4L * chip.changedFrom() + lane, 4 * chip.changedWords() - 2, false);
        }
    }

    private void store(long offset, int length, boolean erased) {
        if (erased) {
            storage.erased(offset, length);
        } else {
            storage.programmed(offset, length);
        }
    }

    private void updateMapping() {
        boolean now = low.inArrayMode() && high.inArrayMode();
        if (now != mapped) {
            mapped = now;
            mapping.set(now);
        }
    }
}
