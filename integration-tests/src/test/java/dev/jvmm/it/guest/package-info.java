// SPDX-License-Identifier: Apache-2.0
/** Real firmware and real guests through the public interface, on the software CPU unless a test says otherwise. */
@NullMarked
package dev.jvmm.it.guest;

import org.jspecify.annotations.NullMarked;
