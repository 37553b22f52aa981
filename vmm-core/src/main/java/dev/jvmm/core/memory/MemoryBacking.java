// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.memory;

/**
 * What kind of host memory stands behind guest RAM.
 *
 * @param hugePages from the host's pool of huge pages ({@code /proc/sys/vm/nr_hugepages}) rather than small pages
 * @param prefault every page is taken from the host before the guest starts, so that it never waits for one later
 */
public record MemoryBacking(boolean hugePages, boolean prefault) {
    /** Small pages, taken when first touched. */
    public static final MemoryBacking LAZY = new MemoryBacking(false, false);
}
