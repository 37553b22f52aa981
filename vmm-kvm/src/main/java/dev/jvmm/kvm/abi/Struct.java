// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.abi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * A structure in native memory, its fields found by name. For calls that set things up; what runs at every exit uses
 * offsets computed once.
 */
public final class Struct {
    private final StructLayout layout;
    private final MemorySegment memory;

    /** A zeroed structure. */
    public Struct(Arena arena, StructLayout layout) {
        this.layout = layout;
        this.memory = arena.allocate(layout);
    }

    public Struct setInt(String field, int value) {
        memory.set(ValueLayout.JAVA_INT, offset(field), value);
        return this;
    }

    public Struct setLong(String field, long value) {
        memory.set(ValueLayout.JAVA_LONG, offset(field), value);
        return this;
    }

    public int getInt(String field) {
        return memory.get(ValueLayout.JAVA_INT, offset(field));
    }

    /** The structure's native address. */
    public long address() {
        return memory.address();
    }

    public MemorySegment memory() {
        return memory;
    }

    private long offset(String field) {
        return layout.byteOffset(PathElement.groupElement(field));
    }
}
