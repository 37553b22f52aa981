// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.mmu;

/**
 * What happens when the TLB has no entry: translation, permission and alignment checks, accesses that cross pages,
 * devices. Every method throws {@link dev.jvmm.softcpu.exception.GuestException} with the architected syndrome and fault
 * address where the access is not allowed.
 */
public interface SlowPath {
    /** Loads {@code size} (1, 2, 4, 8) bytes, zero-extended; fills the TLB when the page is ordinary memory. */
    long load(int regime, long va, int size);

    /** Stores the low {@code size} (1, 2, 4, 8) bytes of {@code value}; fills the TLB likewise. */
    void store(int regime, long va, int size, long value);

    /** Throws an alignment fault. */
    void alignmentFault(long va, boolean write);

    /** The host address for {@link Mmu#atomicAddress}. */
    long atomicAddress(int regime, long va, int size, boolean write);

    /**
     * The guest-physical address of the instruction at {@code va}.
     *
     * @throws dev.jvmm.softcpu.exception.GuestException an instruction abort
     */
    long fetchAddress(int regime, long va);

    /** Whether the translation of the last {@link #fetchAddress} is of the ASID in use only. */
    boolean fetchedNonGlobal();

    /** log2 of the bytes that the translation of the last {@link #fetchAddress} covers. */
    int fetchedShift();

    /** The host address of {@code va} for DC ZVA of the block of {@code bytes} around it. */
    long zeroAddress(int regime, long va, int bytes);

    /**
     * The guest-physical address for a cache maintenance instruction by virtual address, or its data abort.
     *
     * @param write whether it needs permission to write (DC IVAC)
     */
    long maintenanceAddress(int regime, long va, boolean write);

    /** PAR_EL1 as an address translation instruction leaves it. */
    long translationResult(int regime, long va, boolean write);
}
