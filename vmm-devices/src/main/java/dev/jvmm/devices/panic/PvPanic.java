// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.panic;

import dev.jvmm.core.bus.MmioDevice;

/**
 * The register through which a guest's kernel reports its panic (QEMU docs/specs/pvpanic.rst; Linux
 * drivers/misc/pvpanic/pvpanic-mmio.c): one byte, each bit an event. A load tells which events are known.
 */
public final class PvPanic implements MmioDevice {
    private static final int PANICKED = 1;
    /** The kernel panicked and starts another one to write a dump: it goes on. */
    private static final int CRASH_LOADED = 1 << 1;

    private final Runnable onPanic;

    /** @param onPanic called on the vCPU's thread; must return at once */
    public PvPanic(Runnable onPanic) {
        this.onPanic = onPanic;
    }

    @Override
    public long read(long offset, int size) {
        return offset == 0 ? PANICKED | CRASH_LOADED : 0;
    }

    @Override
    public void write(long offset, int size, long value) {
        if (offset == 0 && (value & PANICKED) != 0) {
            onPanic.run();
        }
    }
}
