// SPDX-License-Identifier: Apache-2.0
/** The machine: its platform, boot, assembly and life cycle; the API that an embedding program depends on. */
@NullMarked
package dev.jvmm.machine;

import org.jspecify.annotations.NullMarked;
