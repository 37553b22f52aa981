// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.gpio;

import static dev.jvmm.devices.gpio.Pl061Registers.*;

import dev.jvmm.core.irq.IrqLine;
import dev.jvmm.devices.amba.PrimeCell;

/**
 * Arm PrimeCell GPIO (PL061), DDI 0190: eight lines, each an input driven by the host or an output driven by the guest, with
 * edge and level interrupts. A line that nobody drives is low.
 */
public final class Pl061 extends PrimeCell {
    // All state is guarded by the lock; one bit for each line.
    private int inputs; // what the host drives
    private int outputs;
    private int direction;
    private int sense;
    private int bothEdges;
    private int event;
    private int enable;
    private int edges; // latched edges
    private int hardwareControl;

    public Pl061(IrqLine irq) {
        super(irq, PERIPHERAL_ID);
        reset();
    }

    /**
     * Drives a line from outside, as long as the guest has it as an input.
     *
     * @param line 0 to 7
     */
    public void setInput(int line, boolean high) {
        if (line < 0 || line >= LINES) {
            throw new IllegalStateException("PL061 has no line " + line);
        }
        synchronized (lock) {
            int before = levels();
            inputs = high ? inputs | (1 << line) : inputs & ~(1 << line);
            latchEdges(before);
            updateInterrupt();
        }
    }

    /** The level of each line, bit 0 for line 0. */
    public int lines() {
        synchronized (lock) {
            return levels();
        }
    }

    @Override
    protected void resetRegisters() {
        outputs = 0;
        direction = 0;
        sense = 0;
        bothEdges = 0;
        event = 0;
        enable = 0;
        edges = 0;
        hardwareControl = 0;
    }

    @Override
    protected int readRegister(int offset) {
        if (offset >= 0 && offset <= DATA_LAST) {
            return levels() & (offset >>> 2);
        }
        return switch (offset) {
            case DIR -> direction;
            case IS -> sense;
            case IBE -> bothEdges;
            case IEV -> event;
            case IE -> enable;
            case RIS -> raw();
            case MIS -> raw() & enable;
            case AFSEL -> hardwareControl;
            default -> 0;
        };
    }

    @Override
    protected void writeRegister(int offset, int value) {
        int before = levels();
        int bits = value & LINE_MASK;
        if (offset >= 0 && offset <= DATA_LAST) {
            int mask = offset >>> 2;
            outputs = (outputs & ~mask) | (bits & mask);
        } else {
            switch (offset) {
                case DIR -> direction = bits;
                case IS -> sense = bits;
                case IBE -> bothEdges = bits;
                case IEV -> event = bits;
                case IE -> enable = bits;
                case IC -> edges &= ~bits;
                case AFSEL -> hardwareControl = bits;
                default -> {}
            }
        }
        latchEdges(before);
    }

    @Override
    protected boolean interruptPending() {
        return (raw() & enable) != 0;
    }

    private int levels() {
        return (inputs & ~direction) | (outputs & direction);
    }

    private void latchEdges(int before) {
        int rising = levels() & ~before;
        int falling = ~levels() & before;
        int wanted = ((rising | falling) & bothEdges) | (((rising & event) | (falling & ~event)) & ~bothEdges);
        edges |= wanted & ~sense;
    }

    private int raw() {
        int matching = ~(levels() ^ event) & LINE_MASK;
        return (edges & ~sense) | (matching & sense);
    }
}
