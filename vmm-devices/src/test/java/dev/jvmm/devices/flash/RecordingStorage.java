// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.flash;

import java.util.ArrayList;
import java.util.List;

/** Storage that remembers what it was told, and is busy when the test says so. */
final class RecordingStorage implements FlashStorage {
    final List<String> changes = new ArrayList<>();
    boolean ready = true;

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    public void programmed(long offset, int length) {
        changes.add("program 0x%x+%d".formatted(offset, length));
    }

    @Override
    public void erased(long offset, int length) {
        changes.add("erase 0x%x+%d".formatted(offset, length));
    }
}
