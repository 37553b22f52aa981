// SPDX-License-Identifier: Apache-2.0
/** Hot guest code as JVM bytecode: which instructions make a region, what bytecode each becomes, and when. */
@NullMarked
package dev.jvmm.softcpu.translate;

import org.jspecify.annotations.NullMarked;
