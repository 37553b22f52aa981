// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.fwcfg;

import static dev.jvmm.devices.fwcfg.FwCfgRegisters.*;

import dev.jvmm.core.bus.MmioDevice;
import dev.jvmm.core.error.VmException;
import dev.jvmm.core.memory.GuestMemory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The firmware configuration device: named and numbered items that firmware reads, by register or by DMA, after QEMU's
 * docs/specs/fw_cfg.
 *
 * <p>A DMA transfer must lie in one region of RAM, and may ask for at most {@value #MOST_PADDING} bytes more than the item
 * has; else it fails with the error bit and changes nothing but that.
 */
public final class FwCfg implements MmioDevice {
    /** Number of vCPUs, 2 bytes, little-endian: {@code FW_CFG_NB_CPUS}. */
    public static final int KEY_NB_CPUS = 0x0005;

    /** Whether there is a boot menu, 2 bytes, little-endian: {@code FW_CFG_BOOT_MENU}. */
    public static final int KEY_BOOT_MENU = 0x000E;

    /** Greatest number of vCPUs, 2 bytes, little-endian: {@code FW_CFG_MAX_CPUS}. */
    public static final int KEY_MAX_CPUS = 0x000F;

    private static final int MOST_PADDING = 1 << 20;

    /** An item: its content, which a guest changes in place if it may. */
    private record Item(byte[] data, boolean writable) {
        static final Item NONE = new Item(new byte[0], false);
    }

    private final GuestMemory memory;
    private final Map<Integer, Item> items; // not changed after construction; the content of writable items by lock
    private final Map<String, Integer> fileKeys;
    private final Object lock = new Object();
    // Guarded by lock:
    private Item selected = Item.NONE;
    private int position;
    private int addressHigh;

    private FwCfg(GuestMemory memory, Map<Integer, Item> items, Map<String, Integer> fileKeys) {
        this.memory = memory;
        this.items = items;
        this.fileKeys = fileKeys;
        reset();
    }

    /** Collects the items of a device. For one thread. */
    public static final class Builder {
        private final Map<Integer, Item> numbered = new HashMap<>();
        private final TreeMap<String, Item> files = new TreeMap<>();

        /**
         * Adds an item by key.
         *
         * @param key 0x0002 to 0x001F but for the file directory's 0x0019, or the architecture's 0x8000 to 0xBFFF
         */
        public Builder item(int key, byte[] data) {
            boolean generic = key > KEY_ID && key < KEY_FILE_FIRST && key != KEY_FILE_DIRECTORY;
            boolean architecture = key >= 0x8000 && key < 0xC000;
            if ((!generic && !architecture) || numbered.putIfAbsent(key, new Item(data.clone(), false)) != null) {
                throw new IllegalStateException("fw_cfg item 0x" + Integer.toHexString(key) + " is taken");
            }
            return this;
        }

        /** Adds an item of two bytes by key. */
        public Builder item(int key, short value) {
            return item(key, new byte[] {(byte) value, (byte) (value >>> 8)});
        }

        /**
         * Adds a file, which the guest can only read.
         *
         * @throws VmException when the name is not 1 to 55 characters of ASCII, or is taken
         */
        public Builder file(String name, byte[] data) {
            return file(name, data, false);
        }

        /** Adds a file that the guest can overwrite, by DMA, but not resize; see {@link FwCfg#content}. */
        public Builder writableFile(String name, byte[] data) {
            return file(name, data, true);
        }

        private Builder file(String name, byte[] data, boolean writable) {
            boolean wellFormed = !name.isEmpty()
                    && name.length() < NAME_BYTES
                    && name.chars().allMatch(c -> c > 0 && c < 128);
            if (!wellFormed) {
                throw VmException.usage(
                        "fw_cfg file '" + name + "': a name has 1 to " + (NAME_BYTES - 1) + " characters of ASCII");
            }
            if (files.putIfAbsent(name, new Item(data.clone(), writable)) != null) {
                throw VmException.usage("fw_cfg file '" + name + "' is there already; choose another name");
            }
            return this;
        }

        /**
         * The device.
         *
         * @param memory where DMA goes
         */
        public FwCfg build(GuestMemory memory) {
            if (files.size() > KEY_FILE_END - KEY_FILE_FIRST) {
                throw new IllegalStateException(files.size() + " fw_cfg files");
            }
            Map<Integer, Item> items = new HashMap<>(numbered);
            Map<String, Integer> keys = new HashMap<>();
            ByteBuffer directory = ByteBuffer.allocate(4 + files.size() * DIRECTORY_ENTRY_BYTES);
            directory.putInt(files.size());
            int key = KEY_FILE_FIRST;
            for (Map.Entry<String, Item> file : files.entrySet()) {
                items.put(key, file.getValue());
                keys.put(file.getKey(), key);
                directory
                        .putInt(file.getValue().data.length)
                        .putShort((short) key)
                        .putShort((short) 0);
                directory.put(Arrays.copyOf(file.getKey().getBytes(StandardCharsets.US_ASCII), NAME_BYTES));
                key++;
            }
            items.put(KEY_SIGNATURE, new Item("QEMU".getBytes(StandardCharsets.US_ASCII), false));
            items.put(KEY_ID, new Item(new byte[] {ID_TRADITIONAL | ID_DMA, 0, 0, 0}, false));
            items.put(KEY_FILE_DIRECTORY, new Item(directory.array(), false));
            return new FwCfg(memory, Map.copyOf(items), Map.copyOf(keys));
        }
    }

    /** Bytes of the register block. */
    public static long registerBytes() {
        return SIZE;
    }

    /** A copy of a file as it is now, or null if there is none of that name. */
    public byte @Nullable [] content(String name) {
        Integer key = fileKeys.get(name);
        Item item = key == null ? null : items.get(key);
        if (item == null) {
            return null;
        }
        synchronized (lock) {
            return item.data.clone();
        }
    }

    /** Selects the first item again; written files keep their content. */
    public void reset() {
        synchronized (lock) {
            select(KEY_SIGNATURE);
            addressHigh = 0;
        }
    }

    @Override
    public long read(long offset, int size) {
        synchronized (lock) {
            if (offset >= DATA && offset < SELECTOR) {
                return readData(size);
            }
            if (offset >= DMA_HIGH && offset + size <= SIZE) {
                long signature = Long.reverseBytes(DMA_SIGNATURE) >>> (8 * (offset - DMA_HIGH));
                return size == 8 ? signature : signature & ((1L << (8 * size)) - 1);
            }
            return 0;
        }
    }

    @Override
    public void write(long offset, int size, long value) {
        synchronized (lock) {
            if (offset == SELECTOR && size == 2) {
                select(Short.toUnsignedInt(Short.reverseBytes((short) value)));
            } else if (offset == DMA_HIGH && size == 8) {
                transfer(Long.reverseBytes(value));
            } else if (offset == DMA_HIGH && size == 4) {
                addressHigh = Integer.reverseBytes((int) value);
            } else if (offset == DMA_LOW && size == 4) {
                long low = Integer.toUnsignedLong(Integer.reverseBytes((int) value));
                transfer(((long) addressHigh << 32) | low);
            }
        }
    }

    private void select(int key) {
        selected = items.getOrDefault(key & ~KEY_WRITE, Item.NONE);
        position = 0;
    }

    private long readData(int size) {
        byte[] data = selected.data;
        long value = 0;
        for (int i = 0; i < size && position < data.length; i++) {
            value |= (data[position++] & 0xFFL) << (8 * i);
        }
        return value;
    }

    private void transfer(long access) {
        addressHigh = 0;
        if (!memory.contains(access, DMA_ACCESS_BYTES)) {
            return; // nowhere to report to
        }
        // Copied once, before anything is checked: another vCPU may change it meanwhile.
        int control = Integer.reverseBytes(memory.readInt(access));
        long length = Integer.toUnsignedLong(Integer.reverseBytes(memory.readInt(access + DMA_LENGTH)));
        long address = Long.reverseBytes(memory.readLong(access + DMA_ADDRESS));
        if ((control & CONTROL_SELECT) != 0) {
            select(control >>> 16);
        }
        boolean done = true;
        if ((control & CONTROL_READ) != 0) {
            done = readTo(address, length);
        } else if ((control & CONTROL_WRITE) != 0) {
            done = writeFrom(address, length);
        } else if ((control & CONTROL_SKIP) != 0) {
            position += (int) Math.min(length, remaining());
        }
        memory.writeInt(access, Integer.reverseBytes(done ? 0 : CONTROL_ERROR));
    }

    private boolean readTo(long address, long length) {
        if (length == 0) {
            return true;
        }
        MemorySegment target = memory.slice(address, length);
        if (target == null || length - remaining() > MOST_PADDING) {
            return false;
        }
        int count = (int) Math.min(length, remaining());
        MemorySegment.copy(selected.data, position, target, ValueLayout.JAVA_BYTE, 0, count);
        target.asSlice(count).fill((byte) 0);
        position += count;
        return true;
    }

    private boolean writeFrom(long address, long length) {
        if (!selected.writable || length > remaining() || !memory.contains(address, length)) {
            return false;
        }
        memory.read(address, selected.data, position, (int) length);
        position += (int) length;
        return true;
    }

    private int remaining() {
        return selected.data.length - position;
    }
}
