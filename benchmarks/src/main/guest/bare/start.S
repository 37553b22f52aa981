// SPDX-License-Identifier: Apache-2.0
// Entered as Linux is (Documentation/arch/arm64/booting.rst): at EL1, MMU off, X0 the device tree. Switches the MMU and the
// caches on, since that is how a guest runs, and calls guest_main. Position independent: nothing here or in the C sources may
// hold an absolute address that the linker wrote.
//
// Virtual memory (39 bits), both bases of it in memory: level1 is the kernel's, system.c adds to it.
//   0            1 GiB device memory, one to one
//   0x4000_0000  1 GiB RAM, one to one, EL1 only
#define BLOCK_DEVICE    0x401           // attributes 0, access flag
#define BLOCK_NORMAL    0x705           // attributes 1, inner shareable, access flag

    .section .text.start, "ax"
    .global _start
_start:
    b       primary
    .word   0
    .quad   0                           // text offset
    .quad   image_end                   // linked at 0, so a size
    .quad   0xa                         // little endian, 4 KiB pages, anywhere in RAM
    .quad   0, 0, 0
    .ascii  "ARM\x64"
    .word   0

primary:
    msr     daifset, #0xf
    mov     x19, x0
    adrp    x0, zeroed_start
    adrp    x1, zeroed_end              // both are multiples of a page
1:  stp     xzr, xzr, [x0], #16
    cmp     x0, x1
    b.lo    1b
    adrp    x0, level1
    add     x0, x0, :lo12:level1
    mov     x1, #BLOCK_DEVICE
    str     x1, [x0]
    mov     x1, #BLOCK_NORMAL
    movk    x1, #0x4000, lsl #16
    str     x1, [x0, #8]
    bl      mmu_on
    adrp    x0, stack_top
    add     x0, x0, :lo12:stack_top
    mov     sp, x0
    mov     x0, x19
    bl      guest_main
    .global power_off
power_off:
    mov     w0, #0x0008                 // PSCI SYSTEM_OFF
    movk    w0, #0x8400, lsl #16
    hvc     #0
1:  wfi
    b       1b

    // PSCI CPU_ON comes here, with the top of a stack in X0.
    .global secondary
secondary:
    msr     daifset, #0xf
    mov     x19, x0
    bl      mmu_on
    mov     sp, x19
    bl      secondary_main
1:  wfi
    b       1b

mmu_on:
    mov     x0, #(3 << 20)              // CPACR_EL1.FPEN: the compiler may use SIMD registers
    msr     cpacr_el1, x0
    adrp    x0, vectors
    add     x0, x0, :lo12:vectors
    msr     vbar_el1, x0
    mov     x1, #0xff00                 // 1: write-back, 0: device nGnRnE
    msr     mair_el1, x1
    mov     x1, #0x3519                 // T0SZ 25, write-back walks, inner shareable, 4 KiB granule
    movk    x1, #0x0080, lsl #16        // EPD1
    movk    x1, #0x2, lsl #32           // IPS 40 bits
    msr     tcr_el1, x1
    adrp    x0, level1
    add     x0, x0, :lo12:level1
    msr     ttbr0_el1, x0
    dsb     sy
    tlbi    vmalle1
    dsb     sy
    isb
    mrs     x1, sctlr_el1
    mov     x2, #0x1005                 // M, C, I
    movk    x2, #0x0080, lsl #16        // SPAN: exceptions leave PSTATE.PAN alone
    orr     x1, x1, x2
    msr     sctlr_el1, x1
    isb
    ret

    // Saves what a C function may change, for handlers that go on where they were.
    .macro  save_volatile
    stp     x0, x1, [sp, #-176]!
    stp     x2, x3, [sp, #16]
    stp     x4, x5, [sp, #32]
    stp     x6, x7, [sp, #48]
    stp     x8, x9, [sp, #64]
    stp     x10, x11, [sp, #80]
    stp     x12, x13, [sp, #96]
    stp     x14, x15, [sp, #112]
    stp     x16, x17, [sp, #128]
    stp     x18, x30, [sp, #144]
    .endm
    .macro  restore_volatile
    ldp     x2, x3, [sp, #16]
    ldp     x4, x5, [sp, #32]
    ldp     x6, x7, [sp, #48]
    ldp     x8, x9, [sp, #64]
    ldp     x10, x11, [sp, #80]
    ldp     x12, x13, [sp, #96]
    ldp     x14, x15, [sp, #112]
    ldp     x16, x17, [sp, #128]
    ldp     x18, x30, [sp, #144]
    ldp     x0, x1, [sp], #176
    .endm

    .balign 2048
vectors:
    .macro  vector target
    .balign 128
    mov     x18, #(. - vectors)
    b       \target
    .endm
    .rept   4                           // current EL, SP_EL0: never used
    vector  unexpected
    .endr
    .balign 128
    b       same_level                  // synchronous, current EL
    .rept   3
    vector  unexpected
    .endr
    .balign 128
    b       from_user                   // synchronous, EL0
    .rept   3
    vector  unexpected
    .endr
    .rept   4                           // AArch32
    vector  unexpected
    .endr

unexpected:
    mov     x0, x18
    mrs     x1, esr_el1
    mrs     x2, elr_el1
    mrs     x3, far_el1
    bl      report_exception
    b       power_off

same_level:
    save_volatile
    mrs     x0, esr_el1
    lsr     x1, x0, #26
    cmp     x1, #0x25                   // data abort, same level
    b.ne    unexpected
    mrs     x0, far_el1
    bl      page_fault
    restore_volatile
    eret

    // A system call as a kernel takes it: all of the program's state is saved, a C function finds what was asked.
from_user:
    sub     sp, sp, #272
    stp     x0, x1, [sp]
    stp     x2, x3, [sp, #16]
    stp     x4, x5, [sp, #32]
    stp     x6, x7, [sp, #48]
    stp     x8, x9, [sp, #64]
    stp     x10, x11, [sp, #80]
    stp     x12, x13, [sp, #96]
    stp     x14, x15, [sp, #112]
    stp     x16, x17, [sp, #128]
    stp     x18, x19, [sp, #144]
    stp     x20, x21, [sp, #160]
    stp     x22, x23, [sp, #176]
    stp     x24, x25, [sp, #192]
    stp     x26, x27, [sp, #208]
    stp     x28, x29, [sp, #224]
    mrs     x21, sp_el0
    mrs     x22, elr_el1
    mrs     x23, spsr_el1
    stp     x30, x21, [sp, #240]
    stp     x22, x23, [sp, #256]
    mrs     x0, esr_el1
    lsr     x1, x0, #26
    cmp     x1, #0x15                   // SVC
    b.ne    unexpected
    mov     x0, sp
    bl      system_call
    ldp     x30, x21, [sp, #240]
    ldp     x22, x23, [sp, #256]
    msr     sp_el0, x21
    msr     elr_el1, x22
    msr     spsr_el1, x23
    ldp     x0, x1, [sp]
    ldp     x2, x3, [sp, #16]
    ldp     x4, x5, [sp, #32]
    ldp     x6, x7, [sp, #48]
    ldp     x8, x9, [sp, #64]
    ldp     x10, x11, [sp, #80]
    ldp     x12, x13, [sp, #96]
    ldp     x14, x15, [sp, #112]
    ldp     x16, x17, [sp, #128]
    ldp     x18, x19, [sp, #144]
    ldp     x20, x21, [sp, #160]
    ldp     x22, x23, [sp, #176]
    ldp     x24, x25, [sp, #192]
    ldp     x26, x27, [sp, #208]
    ldp     x28, x29, [sp, #224]
    add     sp, sp, #272
    eret

    .macro  save_kept
    stp     x19, x20, [sp, #-96]!
    stp     x21, x22, [sp, #16]
    stp     x23, x24, [sp, #32]
    stp     x25, x26, [sp, #48]
    stp     x27, x28, [sp, #64]
    stp     x29, x30, [sp, #80]
    .endm
    .macro  restore_kept
    ldp     x21, x22, [sp, #16]
    ldp     x23, x24, [sp, #32]
    ldp     x25, x26, [sp, #48]
    ldp     x27, x28, [sp, #64]
    ldp     x29, x30, [sp, #80]
    ldp     x19, x20, [sp], #96
    .endm

    // u64 enter_user(u64 pc, u64 stack, u64 argument): runs a program at EL0 until its leave_user, whose value it gives.
    .global enter_user
enter_user:
    save_kept
    mov     x9, sp
    adrp    x10, kernel_stack
    str     x9, [x10, :lo12:kernel_stack]
    msr     elr_el1, x0
    msr     sp_el0, x1
    mov     x9, #0x3c0                  // EL0, everything masked
    msr     spsr_el1, x9
    mov     x0, x2
    eret

    // void leave_user(u64 value): from within system_call.
    .global leave_user
leave_user:
    adrp    x10, kernel_stack
    ldr     x9, [x10, :lo12:kernel_stack]
    mov     sp, x9
    restore_kept
    ret

    // void switch_stack(u64 *save_here, u64 resume)
    .global switch_stack
switch_stack:
    save_kept
    mov     x9, sp
    str     x9, [x0]
    mov     sp, x1
    restore_kept
    ret

    // What runs at EL0: asks as often as X0 says and adds the answers up.
    .balign 4096
    .global user_code
user_code:
    mov     x19, x0
    mov     x20, #0
1:  mov     x8, #1
    mov     x0, x19
    svc     #0
    add     x20, x20, x0
    subs    x19, x19, #1
    b.ne    1b
    mov     x8, #0
    mov     x0, x20
    svc     #0
    .balign 4096

    .bss
    .balign 4096
    .global level1
level1:
    .skip   4096
    .skip   65536
stack_top:
kernel_stack:
    .skip   8
