// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.mmu;

/** Cached translations of instruction addresses, dropped together with those of data. */
public interface FetchTranslations {
    /** Forgets all. */
    void clear();
}
