// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.jvmm.softcpu.mmu;

import org.jspecify.annotations.NullMarked;
