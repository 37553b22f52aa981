// SPDX-License-Identifier: Apache-2.0
// What the kernels share. A kernel is a function that does one round of its work and gives a checksum that is the same in every
// round, whatever the amount of work asked: so there is one right checksum a kernel.
#pragma once
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long u64;

// Neither in the file nor cleared.
#define UNSET __attribute__((section(".bss.unset")))
#define NOINLINE __attribute__((noinline))

typedef u64 (*kernel_round)(void);

void text(const char *string);
void number(u64 value);
void hexadecimal(u64 value);
void power_off(void) __attribute__((noreturn));
u64 now(void);
u64 frequency(void);

// Xorshift of George Marsaglia, 32 bits of state.
static inline u32 next_random(u32 *state) {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static inline u64 mixed(u64 sum, u64 value) {
    return (sum ^ value) * 0x100000001b3UL;
}

// A fault that a kernel can't go on from: says so and ends the guest.
void broken(const char *what) __attribute__((noreturn));

// Runs the kernel if the command line asks for it: once and then until warm, then timed, and prints the result.
// Rounds at scale 40 are those given.
void measure(const char *name, void (*prepare)(void), kernel_round round, u32 rounds);

// Whether the command line names it; "all" names those that need nothing but one vCPU and memory.
int asked(const char *name);

void integer_kernels(void);
void memory_kernels(void);
void fp_kernels(void);
void system_kernels(void);
void parallel_kernels(void);
void disk_kernel(void);

// System level
#define PAGE 4096UL
#define USER_CODE 0x100000000UL
#define USER_DATA 0x100001000UL
#define FAULTS 0x140000000UL
#define SMALL_PAGES 0x180000000UL

extern u64 level1[512];
extern u8 user_code[4096];
extern u8 secondary[];

// Maps pages of normal memory that only EL1 may use, from this address of SMALL_PAGES's GiB on.
void map_small_pages(void *memory, u64 size);
