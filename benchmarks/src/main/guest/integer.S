// SPDX-License-Identifier: Apache-2.0
// Entered as a flat kernel, at any address and at EL1: switches the MMU and the caches on, since that is how a guest runs,
// and calls guest_main. RAM at 1 GiB is normal memory, everything below it is device memory, both mapped one to one.
    .section .text.start, "ax"
    .global _start
_start:
    msr     daifset, #0xf
    mov     x0, #(3 << 20)              // CPACR_EL1.FPEN: the compiler may use SIMD registers
    msr     cpacr_el1, x0
    adrp    x0, table
    add     x0, x0, :lo12:table
    mov     x1, #0x401                  // block at 0, attributes 0, access flag
    str     x1, [x0]
    mov     x1, #0x705                  // block, attributes 1, inner shareable, access flag
    movk    x1, #0x4000, lsl #16
    str     x1, [x0, #8]
    mov     x1, #0xff00                 // 1: write-back, 0: device nGnRnE
    msr     mair_el1, x1
    mov     x1, #0x3519                 // T0SZ 25, write-back walks, inner shareable, 4 KiB granule
    movk    x1, #0x0080, lsl #16        // EPD1
    movk    x1, #0x2, lsl #32           // IPS 40 bits
    msr     tcr_el1, x1
    msr     ttbr0_el1, x0
    dsb     sy
    tlbi    vmalle1
    dsb     sy
    isb
    mrs     x1, sctlr_el1
    mov     x2, #0x1005                 // M, C, I
    orr     x1, x1, x2
    msr     sctlr_el1, x1
    isb
    adrp    x0, stack_top
    add     x0, x0, :lo12:stack_top
    mov     sp, x0
    bl      guest_main
    mov     w0, #0x0008                 // PSCI SYSTEM_OFF
    movk    w0, #0x8400, lsl #16
    hvc     #0
1:  wfi
    b       1b

    // In the file, not in .bss: a flat kernel says nothing of memory beyond its end.
    .data
    .balign 4096
table:
    .fill   4096, 1, 0
    .fill   16384, 1, 0
stack_top:
