// SPDX-License-Identifier: Apache-2.0
/**
 * Real guests from Debian's archive: packages fetched and unpacked without touching the system, firmware, kernels,
 * disk images and the small Debian of {@code jvmm quickstart}.
 *
 * <p>{@link dev.jvmm.cli.debian.DebianArchive} is the door; everything else is built on it.
 */
@NullMarked
package dev.jvmm.cli.debian;

import org.jspecify.annotations.NullMarked;
