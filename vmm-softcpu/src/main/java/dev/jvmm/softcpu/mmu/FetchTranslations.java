// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.mmu;

/** Cached translations of instruction addresses, dropped together with those of data. */
public interface FetchTranslations {
    /** Forgets all. */
    void clear();

    /** Forgets at least what came from the translation of {@code va}. */
    void clear(long va);

    /** Forgets at least what is not global and of an ASID. */
    void clearAsid(int asid);

    /** Changes the ASID in use. */
    void select(int asid);
}
