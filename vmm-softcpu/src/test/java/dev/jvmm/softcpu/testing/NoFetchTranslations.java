// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.testing;

import dev.jvmm.softcpu.mmu.FetchTranslations;

/** Of a vCPU that fetches nothing. */
public final class NoFetchTranslations implements FetchTranslations {
    @Override
    public void clear() {}

    @Override
    public void clear(long va) {}

    @Override
    public void clearAsid(int asid) {}

    @Override
    public void select(int asid) {}
}
