// SPDX-License-Identifier: Apache-2.0
// Kernels whose time is memory's: dependent loads far beyond any cache and TLB, a copy, scans for a byte.
#include "guest.h"
#include <arm_neon.h>

#define NODE 64
#define CHASED (64UL << 20)
#define NODES (CHASED / NODE)
static u8 chased[CHASED] UNSET __attribute__((aligned(4096)));

// One cycle through all nodes in random order (Sattolo's algorithm), through pages of 4 KiB.
static void prepare_chase(void) {
    map_small_pages(chased, CHASED);
    u64 base = SMALL_PAGES;
    u32 state = 99;
    for (u64 i = 0; i < NODES; i++) *(u32 *)(base + i * NODE) = (u32)i;
    for (u64 i = NODES - 1; i > 0; i--) {
        u64 j = (u64)next_random(&state) * i >> 32;
        u32 *a = (u32 *)(base + i * NODE), *b = (u32 *)(base + j * NODE);
        u32 t = *a;
        *a = *b;
        *b = t;
    }
    for (u64 i = 0; i < NODES; i++) {
        u64 *node = (u64 *)(base + i * NODE);
        node[0] = base + (u64) * (u32 *)node * NODE;
        node[1] = i;
    }
}

static u64 chase(void) {
    u64 sum = 0;
    const u64 *node = (const u64 *)SMALL_PAGES;
    for (u64 i = 0; i < NODES; i++) {
        sum += node[1];
        node = (const u64 *)node[0];
    }
    return mixed(sum, (u64)node);
}

#define COPIED (512UL << 10)
static u8 source[COPIED + 64] UNSET __attribute__((aligned(64)));
static u8 target[COPIED + 64] UNSET __attribute__((aligned(64)));

static void prepare_copy(void) {
    u32 state = 5;
    for (u64 i = 0; i < sizeof source; i++) source[i] = (u8)(next_random(&state) >> 8);
}

// As a library's memcpy copies what is long: 64 bytes a turn, the source not aligned.
NOINLINE static void copy_vectors(u8 *to, const u8 *from, u64 size) {
    __asm__ volatile(
        "1: ldp q0, q1, [%1]\n"
        "   ldp q2, q3, [%1, #32]\n"
        "   add %1, %1, #64\n"
        "   stp q0, q1, [%0]\n"
        "   stp q2, q3, [%0, #32]\n"
        "   add %0, %0, #64\n"
        "   subs %2, %2, #64\n"
        "   b.ne 1b\n"
        : "+r"(to), "+r"(from), "+r"(size)::"v0", "v1", "v2", "v3", "memory", "cc");
}

static u64 copy(void) {
    u64 sum = 0;
    for (u32 offset = 1; offset <= 48; offset++) {
        copy_vectors(target, source + offset, COPIED);
        sum = mixed(sum, *(const u64 *)(target + offset * 8191));
    }
    return sum;
}

#define STRING 4096
static u8 string[STRING + 64];

static void prepare_strings(void) {
    u32 state = 3;
    for (u32 i = 0; i < STRING; i++) string[i] = (u8)('a' + next_random(&state) % 26);
}

// Bytes before the first that is equal, 16 at a time; string is aligned and has one.
NOINLINE static u64 until(const u8 *from, u8 wanted) {
    uint8x16_t all = vdupq_n_u8(wanted);
    for (u64 at = 0;; at += 16) {
        uint8x16_t equal = vceqq_u8(vld1q_u8(from + at), all);
        uint8x8_t nibbles = vshrn_n_u16(vreinterpretq_u16_u8(equal), 4);
        u64 mask = vget_lane_u64(vreinterpret_u64_u8(nibbles), 0);
        if (mask) return at + ((u64)__builtin_ctzl(mask) >> 2);
    }
}

// The same, asking first whether any byte is zero: UMINV and a move to a general register.
NOINLINE static u64 length_of(const u8 *from) {
    for (u64 at = 0;; at += 16) {
        uint8x16_t bytes = vld1q_u8(from + at);
        if (vminvq_u8(bytes)) continue;
        while (from[at]) at++;
        return at;
    }
}

static u64 strlen_kernel(void) {
    u64 sum = 0;
    for (u32 i = 0; i < 4000; i++) {
        u32 end = STRING - 1 - (i & 1023);
        u8 before = string[end];
        string[end] = 0;
        sum = mixed(sum, length_of(string));
        string[end] = before;
    }
    return sum;
}

static u64 memchr_kernel(void) {
    u64 sum = 0;
    for (u32 i = 0; i < 4000; i++) {
        u32 end = STRING - 1 - (i & 1023);
        u8 before = string[end];
        string[end] = '!';
        sum = mixed(sum, until(string, '!'));
        string[end] = before;
    }
    return sum;
}

void memory_kernels(void) {
    measure("chase", prepare_chase, chase, 1);
    measure("copy", prepare_copy, copy, 40);
    measure("strlen", prepare_strings, strlen_kernel, 30);
    measure("memchr", prepare_strings, memchr_kernel, 28);
}
