// SPDX-License-Identifier: Apache-2.0
// What an operating system asks of a processor: system calls, page faults, address spaces.
#include "guest.h"

#define TABLE 512
#define VALID_TABLE 3UL
// Page, attributes 1, inner shareable, access flag (Arm ARM DDI 0487 D8.3).
#define KERNEL_PAGE 0x707UL
#define USER_PAGE (KERNEL_PAGE | 1UL << 6 | 1UL << 11 | 1UL << 53)
#define NO_EXECUTE (1UL << 54)

static u64 tables[8][TABLE] __attribute__((aligned(4096)));
static u64 small_level2[TABLE] __attribute__((aligned(4096)));
static u64 small_level3[32][TABLE] __attribute__((aligned(4096)));
static u64 other_level1[TABLE] __attribute__((aligned(4096)));
static u64 other_tables[2][TABLE] __attribute__((aligned(4096)));
static u8 user_data[2][PAGE] __attribute__((aligned(4096)));
static u8 other_stack[16384] __attribute__((aligned(16)));

static void order_tables(void) {
    __asm__ volatile("dsb ishst\n isb" ::: "memory");
}

static u64 gibibyte(u64 va) {
    return va >> 30;
}

void map_small_pages(void *memory, u64 size) {
    for (u64 page = 0; page < size / PAGE; page++) {
        small_level3[page / TABLE][page % TABLE] = ((u64)memory + page * PAGE) | KERNEL_PAGE;
        small_level2[page / TABLE] = (u64)small_level3[page / TABLE] | VALID_TABLE;
    }
    level1[gibibyte(SMALL_PAGES)] = (u64)small_level2 | VALID_TABLE;
    order_tables();
}

// A user program's page of code and one of data, in these two tables.
static void map_user(u64 *root, u64 (*two)[TABLE], u8 *data) {
    two[1][0] = (u64)user_code | USER_PAGE;
    two[1][1] = (u64)data | USER_PAGE | NO_EXECUTE;
    two[0][0] = (u64)two[1] | VALID_TABLE;
    root[gibibyte(USER_CODE)] = (u64)two[0] | VALID_TABLE;
    order_tables();
}

struct frame {
    u64 x[31], stack, pc, status;
};

u64 enter_user(u64 pc, u64 stack, u64 argument);
void leave_user(u64 value) __attribute__((noreturn));
void switch_stack(u64 *save_here, u64 resume);

static u64 answers;

void system_call(struct frame *frame) {
    switch (frame->x[8]) {
        case 0: leave_user(frame->x[0]);
        case 1: frame->x[0] = ++answers ^ frame->x[0]; return;
        default: broken("system call");
    }
}

static void prepare_syscall(void) {
    map_user(level1, tables, user_data[0]);
}

static u64 syscall(void) {
    answers = 0;
    return mixed(enter_user(USER_CODE, USER_DATA + PAGE, 20000), answers);
}

#define FAULTING 2048
static u64 faults;

static u64 *fault_entry(u64 page) {
    return &tables[3 + page / TABLE][page % TABLE];
}

void page_fault(u64 va) {
    if (va - FAULTS >= FAULTING * PAGE) broken("data abort");
    faults++;
    u64 page = (va - FAULTS) / PAGE;
    *fault_entry(page) = ((u64)user_data[page & 1]) | KERNEL_PAGE;
    order_tables();
}

static void prepare_pagefault(void) {
    for (u64 i = 0; i < FAULTING / TABLE; i++) tables[2][i] = (u64)tables[3 + i] | VALID_TABLE;
    level1[gibibyte(FAULTS)] = (u64)tables[2] | VALID_TABLE;
    order_tables();
}

// Each page is touched, mapped by the handler, and unmapped as a kernel does it, one invalidation each.
static u64 pagefault(void) {
    faults = 0;
    *(volatile u64 *)user_data[0] = 11;
    *(volatile u64 *)user_data[1] = 31;
    u64 sum = 0;
    for (int round = 0; round < 4; round++) {
        for (u64 page = 0; page < FAULTING; page++) {
            volatile u64 *word = (volatile u64 *)(FAULTS + page * PAGE);
            sum = sum * 3 + *word;
            *word = *word + (page & 1);
        }
        for (u64 page = 0; page < FAULTING; page++) {
            *fault_entry(page) = 0;
            u64 operand = (FAULTS + page * PAGE) >> 12;
            __asm__ volatile("dsb ishst\n tlbi vaae1is, %0\n dsb ish\n isb" ::"r"(operand) : "memory");
        }
    }
    return mixed(sum, faults);
}

static u64 stack_of[2];
static u64 spaces[2];
static volatile u64 turns;

static void switch_to(u32 next) {
    __asm__ volatile("msr ttbr0_el1, %0\n isb" ::"r"(spaces[next]) : "memory");
    switch_stack(&stack_of[!next], stack_of[next]);
}

static void other_thread(void) {
    volatile u64 *word = (volatile u64 *)USER_DATA;
    for (;;) {
        *word = *word * 5 + turns;
        switch_to(0);
    }
}

// Two threads with an address space each, known by its ASID, that look at different memory by one address.
static void prepare_switch(void) {
    for (int i = 0; i < TABLE; i++) other_level1[i] = level1[i];
    map_user(level1, tables, user_data[0]);
    map_user(other_level1, other_tables, user_data[1]);
    spaces[0] = (u64)level1 | 1UL << 48;
    spaces[1] = (u64)other_level1 | 2UL << 48;
    // What restore_kept of start.S finds: twelve registers, the last of them the return address.
    u64 *frame = (u64 *)(other_stack + sizeof other_stack) - 12;
    frame[11] = (u64)other_thread;
    stack_of[1] = (u64)frame;
}

static u64 context_switch(void) {
    u64 kernel;
    __asm__ volatile("mrs %0, ttbr0_el1\n msr ttbr0_el1, %1\n isb" : "=&r"(kernel) : "r"(spaces[0]) : "memory");
    volatile u64 *word = (volatile u64 *)USER_DATA;
    *(volatile u64 *)user_data[0] = 7;
    *(volatile u64 *)user_data[1] = 9;
    for (turns = 0; turns < 3000; turns++) {
        *word = *word * 3 + turns;
        switch_to(1);
    }
    u64 sum = mixed(*word, *(volatile u64 *)user_data[1]);
    __asm__ volatile("msr ttbr0_el1, %0\n isb" ::"r"(kernel) : "memory");
    return sum;
}

void system_kernels(void) {
    measure("syscall", prepare_syscall, syscall, 14);
    measure("pagefault", prepare_pagefault, pagefault, 18);
    measure("switch", prepare_switch, context_switch, 12);
}
