// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.amba;

import dev.jvmm.core.bus.MmioDevice;
import dev.jvmm.core.irq.IrqLine;

/**
 * A peripheral on the AMBA peripheral bus: 32-bit registers at multiples of four, and one interrupt line.
 *
 * <p>Every access of a guest, and every event of the host, goes through the device's one lock and ends in
 * {@link #updateInterrupt}. The bus has no byte strobes: a store narrower than a register writes it zero-extended, a
 * store that begins inside a register is ignored, a load sees the bytes it asks for, and an 8-byte access is two 4-byte
 * ones, lower address first.
 */
public abstract class PrimeCell implements MmioDevice {
    /** Offset of UARTPeriphID0 and its like; four PeriphID and four PCellID registers of one byte each follow. */
    public static final int PERIPHERAL_ID_0 = 0xFE0;

    private static final int PCELL_ID_0 = 0xFF0;
    private static final int PCELL_ID = 0xB105_F00D;

    /** Guards all state of the device. */
    protected final Object lock = new Object();

    private final IrqLine irq;
    private final int peripheralId;
    private boolean level; // guarded by lock

    /**
     * @param peripheralId PeriphID3 to PeriphID0, highest byte first
     */
    protected PrimeCell(IrqLine irq, int peripheralId) {
        this.irq = irq;
        this.peripheralId = peripheralId;
    }

    @Override
    public final long read(long offset, int size) {
        synchronized (lock) {
            long value;
            int register = (int) offset & ~3;
            if (size == 8) {
                value = Integer.toUnsignedLong(readWord(register)) | ((long) readWord(register + 4) << 32);
            } else {
                long word = readWord(register) & 0xFFFF_FFFFL;
                value = (word >>> (8 * (offset & 3))) & ((1L << (8 * size)) - 1);
            }
            updateInterrupt();
            return value;
        }
    }

    @Override
    public final void write(long offset, int size, long value) {
        if ((offset & 3) != 0) {
            return;
        }
        synchronized (lock) {
            writeRegister((int) offset, (int) value);
            if (size == 8) {
                writeRegister((int) offset + 4, (int) (value >>> 32));
            }
            updateInterrupt();
        }
    }

    /** Puts the device into the state after a system reset. */
    public final void reset() {
        synchronized (lock) {
            resetRegisters();
            updateInterrupt();
        }
    }

    /** The value of the register at {@code offset}, a multiple of four; 0 where there is none. Called with the lock. */
    protected abstract int readRegister(int offset);

    /** A store to the register at {@code offset}, a multiple of four. Called with the lock. */
    protected abstract void writeRegister(int offset, int value);

    /** Whether an unmasked interrupt is pending. Called with the lock. */
    protected abstract boolean interruptPending();

    /** Sets every register to its reset value. Called with the lock. */
    protected abstract void resetRegisters();

    /** Drives the interrupt line from the state; the end of everything that can change it. Called with the lock. */
    protected final void updateInterrupt() {
        boolean now = interruptPending();
        if (now != level) {
            level = now;
            irq.set(now);
        }
    }

    private int readWord(int offset) {
        if (offset >= PCELL_ID_0 && offset < PCELL_ID_0 + 16) {
            return (PCELL_ID >>> (2 * (offset - PCELL_ID_0))) & 0xFF;
        }
        if (offset >= PERIPHERAL_ID_0 && offset < PCELL_ID_0) {
            return (peripheralId >>> (2 * (offset - PERIPHERAL_ID_0))) & 0xFF;
        }
        return readRegister(offset);
    }
}
