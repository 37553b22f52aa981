// SPDX-License-Identifier: Apache-2.0
/**
 * Decoding of A64 instructions: {@code Opcode}, {@code Decoder}, {@code Fields} and {@code DisassemblyTemplates} are
 * generated from {@code src/main/decode/a64.decode}.
 */
@NullMarked
package dev.jvmm.softcpu.decode;

import org.jspecify.annotations.NullMarked;
