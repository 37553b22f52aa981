// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.testing;

import dev.jvmm.core.irq.IrqLine;

/** A line that remembers its level and counts its rising edges. */
public final class RecordingIrqLine implements IrqLine {
    private boolean level;
    private int risingEdges;

    @Override
    public synchronized void set(boolean high) {
        if (high && !level) {
            risingEdges++;
        }
        level = high;
    }

    public synchronized boolean level() {
        return level;
    }

    public synchronized int risingEdges() {
        return risingEdges;
    }
}
