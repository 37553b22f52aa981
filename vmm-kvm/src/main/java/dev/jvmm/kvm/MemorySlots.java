// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which memory slot of a VM holds what. Safe from any thread. */
public final class MemorySlots {
    private record Slot(int number, long size, MemorySegment memory, boolean readOnly) {}

    private final KvmVm vm;
    // Both guarded by the monitor of this.
    private final BitSet used = new BitSet();
    private final Map<Long, Slot> slots = new HashMap<>();

    public MemorySlots(KvmVm vm) {
        this.vm = vm;
    }

    /** Shows {@code memory} to the guest at {@code gpa}; a mapping that is there already stays. */
    public synchronized void map(long gpa, MemorySegment memory, boolean readOnly) {
        Slot there = slots.get(gpa);
        if (there != null) {
            if (there.memory.equals(memory) && there.readOnly == readOnly) {
                return;
            }
            throw new IllegalStateException("0x" + Long.toHexString(gpa) + " is mapped already");
        }
        int number = used.nextClearBit(0);
        vm.setMemory(number, gpa, memory.byteSize(), memory.address(), readOnly);
        used.set(number);
        slots.put(gpa, new Slot(number, memory.byteSize(), memory, readOnly));
    }

    /** Takes away what was mapped at {@code gpa}; nothing there is no error. */
    public synchronized void unmap(long gpa) {
        Slot slot = slots.remove(gpa);
        if (slot != null) {
            vm.setMemory(slot.number, gpa, 0, slot.memory.address(), slot.readOnly);
            used.clear(slot.number);
        }
    }
}
