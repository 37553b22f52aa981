// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.mmu;

/** The watchpoints of a vCPU as the slow path sees them. */
public interface Watchpoints {
    /** None is enabled. */
    Watchpoints NONE = new Watchpoints() {
        @Override
        public void check(long va, int size, boolean write, boolean user) {}

        @Override
        public boolean coversPage(long va) {
            return false;
        }
    };

    /** Throws a watchpoint exception when an enabled watchpoint matches the access. */
    void check(long va, int size, boolean write, boolean user);

    /** Whether accesses to the page of {@code va} must be checked. */
    boolean coversPage(long va);
}
