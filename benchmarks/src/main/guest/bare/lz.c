// SPDX-License-Identifier: Apache-2.0
// Compression by back references, and back: a hash table of what was seen, bytes compared and copied one by one. The format is
// this file's own. A token byte: below 128, that many and one literals follow; otherwise the length less 4 of a match in its low 7
// bits, then its distance in two bytes.
#include "guest.h"

#define PLAIN 65536
#define HASHES 4096
#define LONGEST (127 + 4)

static u8 plain[PLAIN], packed[PLAIN * 2], unpacked[PLAIN];
static u32 seen[HASHES];

// Text of few words, so that there is something to find.
void prepare_lz(void) {
    u32 state = 12345;
    for (u32 at = 0; at < PLAIN;) {
        u32 word = next_random(&state) % 97;
        u32 letters = 2 + word % 7;
        u32 seed = word * 2654435761u + 1;
        for (u32 i = 0; i < letters && at < PLAIN; i++) plain[at++] = (u8)('a' + next_random(&seed) % 26);
        if (at < PLAIN) plain[at++] = next_random(&state) % 11 ? ' ' : '\n';
    }
}

static u32 four(const u8 *at) {
    return (u32)at[0] | (u32)at[1] << 8 | (u32)at[2] << 16 | (u32)at[3] << 24;
}

static u32 put_literals(u32 out, u32 from, u32 to) {
    while (from < to) {
        u32 count = to - from < 128 ? to - from : 128;
        packed[out++] = (u8)(count - 1);
        for (u32 i = 0; i < count; i++) packed[out++] = plain[from++];
    }
    return out;
}

NOINLINE static u32 compress(void) {
    u32 out = 0, literals = 0, at = 0;
    for (u32 i = 0; i < HASHES; i++) seen[i] = ~0u;
    while (at + 4 <= PLAIN) {
        u32 hash = four(plain + at) * 2654435761u >> 20;
        u32 before = seen[hash];
        seen[hash] = at;
        if (before == ~0u || at - before > 65535 || four(plain + before) != four(plain + at)) {
            at++;
            continue;
        }
        u32 length = 4;
        while (length < LONGEST && at + length < PLAIN && plain[before + length] == plain[at + length]) length++;
        out = put_literals(out, literals, at);
        packed[out++] = (u8)(128 + length - 4);
        packed[out++] = (u8)(at - before);
        packed[out++] = (u8)((at - before) >> 8);
        at += length;
        literals = at;
    }
    return put_literals(out, literals, PLAIN);
}

NOINLINE static u32 uncompress(u32 size) {
    u32 out = 0;
    for (u32 at = 0; at < size;) {
        u32 token = packed[at++];
        if (token < 128) {
            for (u32 i = 0; i <= token; i++) unpacked[out++] = packed[at++];
            continue;
        }
        u32 distance = packed[at] | (u32)packed[at + 1] << 8;
        at += 2;
        for (u32 i = token - 128 + 4; i; i--, out++) unpacked[out] = unpacked[out - distance];
    }
    return out;
}

u64 lz(void) {
    u64 sum = 0;
    for (int round = 0; round < 4; round++) {
        u32 size = compress();
        if (uncompress(size) != PLAIN) return 0;
        for (u32 i = 0; i < PLAIN; i++) {
            if (plain[i] != unpacked[i]) return 0;
        }
        sum = mixed(sum, size);
        for (u32 i = 0; i < size; i += 16) sum = mixed(sum, packed[i]);
    }
    return sum;
}
