// SPDX-License-Identifier: Apache-2.0
// The same work on one vCPU and on each of two at once: what a second one is worth. Needs to be asked for, and two vCPUs.
#include "guest.h"

// Not WFE: QEMU 11.1.3 was seen asleep in it for good, on both vCPUs.
#define PAUSE() __asm__ volatile("yield")

#define ELEMENTS 8192
static u32 own[2][ELEMENTS];
static u64 shared;
static u64 sums[2];
static u32 started, finished;
static u8 stack[16384] __attribute__((aligned(16)));

// A shell sort: memory of its own, and now and then an atomic addition to what both have.
NOINLINE static void work(u32 me) {
    u32 *a = own[me];
    u64 sum = 0;
    for (u32 round = 0; round < 4; round++) {
        u32 state = 17 + round;
        for (u32 i = 0; i < ELEMENTS; i++) a[i] = next_random(&state);
        for (u32 gap = 3280; gap; gap /= 3) {
            for (u32 i = gap; i < ELEMENTS; i++) {
                u32 value = a[i], j = i;
                for (; j >= gap && a[j - gap] > value; j -= gap) a[j] = a[j - gap];
                a[j] = value;
                if ((i & 255) == 0) __atomic_fetch_add(&shared, value, __ATOMIC_ACQ_REL);
            }
        }
        for (u32 i = 0; i < ELEMENTS; i++) sum = mixed(sum, a[i]);
    }
    sums[me] = sum;
}

void secondary_main(void) {
    for (u32 seen = 0;;) {
        u32 go = __atomic_load_n(&started, __ATOMIC_ACQUIRE);
        if (go == seen) {
            PAUSE();
            continue;
        }
        seen = go;
        work(1);
        __atomic_store_n(&finished, go, __ATOMIC_RELEASE);
    }
}

static u64 alone(void) {
    shared = 0;
    work(0);
    return mixed(sums[0], shared);
}

static u64 together(void) {
    shared = 0;
    u32 go = started + 1;
    __atomic_store_n(&started, go, __ATOMIC_RELEASE);
    work(0);
    while (__atomic_load_n(&finished, __ATOMIC_ACQUIRE) != go) PAUSE();
    return mixed(mixed(sums[0], sums[1]), shared);
}

static void start_secondary(void) {
    register u64 function __asm__("x0") = 0xc4000003; // PSCI CPU_ON
    register u64 target __asm__("x1") = 1;
    register u64 entry __asm__("x2") = (u64)secondary;
    register u64 context __asm__("x3") = (u64)(stack + sizeof stack);
    __asm__ volatile("hvc #0" : "+r"(function), "+r"(target), "+r"(entry), "+r"(context)::"x4", "x5", "x6", "x7", "x8",
        "x9", "x10", "x11", "x12", "x13", "x14", "x15", "x16", "x17", "memory");
    if (function != 0) broken("no second vCPU");
}

void parallel_kernels(void) {
    if (asked("parallel-1")) measure("parallel-1", 0, alone, 40);
    if (asked("parallel-2")) measure("parallel-2", start_secondary, together, 40);
}
