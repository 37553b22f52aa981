// SPDX-License-Identifier: Apache-2.0
// Says one byte as early as a guest can, then waits for interrupts that never come: for the time to the first instruction
// and for the memory of an idle VM.
    .section .text.start, "ax"
    .global _start
_start:
    mov     x1, #0x09000000
    mov     w0, #'!'
    strb    w0, [x1]
1:  wfi
    b       1b
