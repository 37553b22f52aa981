// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.sys;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** mmap(2) as memory segments. */
public final class Mapping {
    /** Flag of memfd_create(2): pages of the host's pool of huge pages, of the default size. */
    private static final int MFD_HUGETLB = 4;

    private static final int MFD_CLOEXEC = 1;
    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_SHARED = 1;
    private static final int MADV_HUGEPAGE = 14;
    private static final int MADV_POPULATE_WRITE = 23;

    private Mapping() {}

    /** Maps {@code size} bytes of an open file, shared; unmapped when {@code arena} is closed. */
    // reinterpret: the kernel has just told us that these bytes are mapped, and only this segment unmaps them.
    @SuppressWarnings("restricted")
    public static MemorySegment map(FileDescriptor file, long size, Arena arena) {
        long address = Libc.mmap(0, size, PROT_READ_WRITE, MAP_SHARED, file.number(), 0);
        if (address == -1) {
            throw new SystemCallException("mmap of " + size + " bytes", Libc.errno());
        }
        return MemorySegment.ofAddress(address).reinterpret(size, arena, gone -> Libc.munmap(address, size));
    }

    /**
     * Maps {@code size} zeroed bytes of memory that has no name and that other processes can be handed.
     *
     * @param hugePages from the host's pool of huge pages; {@code size} must be a multiple of their size
     */
    public static MemorySegment anonymous(String name, long size, boolean hugePages, Arena arena) {
        try (Arena confined = Arena.ofConfined()) {
            int number = Libc.memfd_create(
                    confined.allocateFrom(name).address(), MFD_CLOEXEC | (hugePages ? MFD_HUGETLB : 0));
            if (number < 0) {
                throw new SystemCallException("memfd_create", Libc.errno());
            }
            // The mapping keeps the memory; the descriptor is not needed after it.
            try (FileDescriptor file = new FileDescriptor(number)) {
                if (Libc.ftruncate(number, size) < 0) {
                    throw new SystemCallException("ftruncate to " + size + " bytes", Libc.errno());
                }
                return map(file, size, arena);
            }
        }
    }

    /** Asks for transparent huge pages; a kernel without them is no error. */
    public static void adviseHugePages(MemorySegment memory) {
        Libc.madvise(memory.address(), memory.byteSize(), MADV_HUGEPAGE);
    }

    /** Takes every page from the host now (MADV_POPULATE_WRITE, Linux 5.14). */
    public static void populate(MemorySegment memory) {
        if (Libc.madvise(memory.address(), memory.byteSize(), MADV_POPULATE_WRITE) < 0) {
            throw new SystemCallException("madvise MADV_POPULATE_WRITE", Libc.errno());
        }
    }
}
