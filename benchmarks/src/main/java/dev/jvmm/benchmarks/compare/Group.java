// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import java.util.Arrays;
import java.util.Optional;

/** Workloads that answer one question; what runs in one guest belongs to one group. */
enum Group {
    INTEGER("integer", "integer code in steady state: what computing costs once everything is warm"),
    MEMORY("memory", "code whose time is memory's: TLB misses, copies, scans"),
    FP("fp", "floating point and vectors"),
    SYSTEM("system", "what an operating system asks of a processor: exceptions, translation, a device"),
    PARALLEL("parallel", "the same work on one vCPU and on each of two"),
    LINUX("linux", "what Linux does for programs"),
    BOOT("boot", "from the start of the process to a line on the console: cold code"),
    VM("vm", "what a VM costs that does nothing");

    final String label;
    final String why;

    Group(String label, String why) {
        this.label = label;
        this.why = why;
    }

    static Optional<Group> named(String name) {
        return Arrays.stream(values()).filter(group -> group.label.equals(name)).findFirst();
    }
}
