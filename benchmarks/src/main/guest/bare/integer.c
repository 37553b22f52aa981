// SPDX-License-Identifier: Apache-2.0
// Integer kernels that are small enough to stand together: checksums, sorting, a state machine, calls.
#include "guest.h"

#define ELEMENTS 16384
static u32 words[ELEMENTS];
static u32 table[256];

static void fill_words(void) {
    u32 state = 1;
    for (u32 i = 0; i < ELEMENTS; i++) words[i] = next_random(&state);
}

static void prepare_crc32(void) {
    fill_words();
    for (u32 i = 0; i < 256; i++) {
        u32 c = i;
        for (int k = 0; k < 8; k++) c = (c >> 1) ^ ((c & 1) ? 0xedb88320u : 0);
        table[i] = c;
    }
}

// Loads that depend on each other, from a table that fits the first cache.
static u64 crc32(void) {
    u32 crc = ~0u;
    for (u32 round = 0; round < 20; round++) {
        const u8 *bytes = (const u8 *)words;
        for (u32 i = 0; i < sizeof words; i++) crc = table[(crc ^ bytes[i]) & 255] ^ (crc >> 8);
    }
    return ~crc;
}

static u32 sha256_constants[64];
static u32 sha256_start[8];

// The first 32 bits of the fractional part of a root of n (FIPS 180-4, sections 4.2.2 and 5.3.3).
static u32 fraction_of_root(u64 n, int power) {
    u64 low = 0, high = 1UL << 36;
    while (high - low > 1) {
        u64 middle = (low + high) / 2;
        unsigned __int128 value = (unsigned __int128)middle * middle;
        unsigned __int128 wanted = (unsigned __int128)n << 64;
        if (power == 3) {
            value *= middle;
            wanted <<= 32;
        }
        if (value <= wanted) low = middle;
        else high = middle;
    }
    return (u32)low;
}

static void prepare_sha256(void) {
    fill_words();
    for (u32 count = 0, n = 2; count < 64; n++) {
        int prime = 1;
        for (u32 d = 2; d * d <= n; d++) prime &= n % d != 0;
        if (!prime) continue;
        if (count < 8) sha256_start[count] = fraction_of_root(n, 2);
        sha256_constants[count++] = fraction_of_root(n, 3);
    }
}

static inline u32 right(u32 value, int by) {
    return value >> by | value << (32 - by);
}

static void sha256_block(u32 hash[8], const u32 block[16]) {
    u32 w[64];
    for (int i = 0; i < 16; i++) w[i] = __builtin_bswap32(block[i]);
    for (int i = 16; i < 64; i++) {
        u32 s0 = right(w[i - 15], 7) ^ right(w[i - 15], 18) ^ w[i - 15] >> 3;
        u32 s1 = right(w[i - 2], 17) ^ right(w[i - 2], 19) ^ w[i - 2] >> 10;
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    u32 a = hash[0], b = hash[1], c = hash[2], d = hash[3], e = hash[4], f = hash[5], g = hash[6], h = hash[7];
    for (int i = 0; i < 64; i++) {
        u32 t1 = h + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + ((e & f) ^ (~e & g)) + sha256_constants[i] + w[i];
        u32 t2 = (right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
    }
    hash[0] += a, hash[1] += b, hash[2] += c, hash[3] += d, hash[4] += e, hash[5] += f, hash[6] += g, hash[7] += h;
}

// Long basic blocks of shifts, rotations and additions: registers and little memory.
static u64 sha256(void) {
    u32 hash[8];
    for (int i = 0; i < 8; i++) hash[i] = sha256_start[i];
    for (u32 round = 0; round < 7; round++) {
        for (u32 i = 0; i < ELEMENTS; i += 16) sha256_block(hash, words + i);
    }
    u32 padding[16] = {0x80};
    padding[14] = 0;
    padding[15] = __builtin_bswap32(7 * sizeof words * 8);
    sha256_block(hash, padding);
    return (u64)hash[0] << 32 | hash[1];
}

static void sort(u32 *a, long low, long high) {
    while (low < high) {
        u32 pivot = a[(low + high) / 2];
        long i = low, j = high;
        while (i <= j) {
            while (a[i] < pivot) i++;
            while (a[j] > pivot) j--;
            if (i <= j) {
                u32 t = a[i];
                a[i++] = a[j];
                a[j--] = t;
            }
        }
        sort(a, low, j);
        low = i;
    }
}

// Branches that depend on data, loads and stores, recursion.
static u64 quicksort(void) {
    u32 state = 1;
    u64 sum = 0;
    for (u32 round = 0; round < 2; round++) {
        for (u32 i = 0; i < ELEMENTS; i++) words[i] = next_random(&state);
        sort(words, 0, ELEMENTS - 1);
        for (u32 i = 1; i < ELEMENTS; i++) {
            if (words[i - 1] > words[i]) return 0;
        }
        sum = mixed(sum, words[ELEMENTS / 2]);
    }
    return sum;
}

// A state machine over text: the compiler makes an indirect branch of it.
static u64 states(void) {
    u64 count[8] = {0, 0, 0, 0, 0, 0, 0, 0};
    u32 state = 0;
    for (u32 round = 0; round < 10; round++) {
        const u8 *bytes = (const u8 *)words;
        for (u32 i = 0; i < sizeof words; i++) {
            u32 symbol = bytes[i] & 3;
            switch (state) {
                case 0: state = symbol == 0 ? 1 : symbol == 1 ? 5 : 0; break;
                case 1: state = symbol == 2 ? 2 : 7; count[1] += symbol; break;
                case 2: state = symbol > 1 ? 3 : 0; count[2]++; break;
                case 3: state = 4 + symbol; count[3] ^= i; break;
                case 4: state = symbol == 3 ? 6 : 2; count[4] += 3; break;
                case 5: state = symbol ? 1 : 4; count[5] -= symbol; break;
                case 6: state = symbol == 1 ? 0 : 3; count[6] += i & 7; break;
                default: state = symbol; count[7] += 1; break;
            }
        }
    }
    u64 sum = state;
    for (int i = 0; i < 8; i++) sum = mixed(sum, count[i]);
    return sum;
}

// Calls and returns, the stack, little else.
NOINLINE static u64 fibonacci(u32 n) {
    __asm__ volatile("");
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

static u64 fib(void) {
    return fibonacci(29);
}

// Deep recursion: return addresses far beyond any return stack.
NOINLINE static u64 ackermann_of(u64 m, u64 n) {
    __asm__ volatile("");
    if (m == 0) return n + 1;
    u64 next = n == 0 ? 1 : ackermann_of(m, n - 1);
    __asm__ volatile("" : "+r"(next));
    u64 value = ackermann_of(m - 1, next);
    __asm__ volatile("" : "+r"(value));
    return value;
}

static u64 ackermann(void) {
    u64 sum = 0;
    for (int i = 0; i < 6; i++) sum += ackermann_of(2, 250) + ackermann_of(3, 5);
    return sum;
}

u64 mix(void);
u64 lz(void);
u64 bytecode(void);
void prepare_mix(void);
void prepare_lz(void);
void prepare_bytecode(void);

void integer_kernels(void) {
    measure("sort", 0, quicksort, 60);
    measure("sha256", prepare_sha256, sha256, 20);
    measure("crc32", prepare_crc32, crc32, 60);
    measure("states", fill_words, states, 40);
    measure("mix", prepare_mix, mix, 24);
    measure("lz", prepare_lz, lz, 90);
    measure("fib", 0, fib, 20);
    measure("ackermann", 0, ackermann, 32);
    measure("bytecode", prepare_bytecode, bytecode, 24);
}
