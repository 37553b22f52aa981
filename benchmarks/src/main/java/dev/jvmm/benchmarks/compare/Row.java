// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

/** A line of the table. */
record Row(Group group, String name, Unit unit) {}
