// SPDX-License-Identifier: Apache-2.0
// What embedded programs do all day, a little of each: a linked list that is searched, reversed and merge-sorted; products of
// small integer matrices; numbers read from text. Short loops, short calls, everything in the first cache.
#include "guest.h"

#define ITEMS 128
#define SIDE 12
#define TEXT 512

struct item {
    struct item *next;
    u16 key;
    u16 place;
};

static struct item items[ITEMS];
static short left_matrix[SIDE * SIDE], right_matrix[SIDE * SIDE];
static int product[SIDE * SIDE];
static char numbers[TEXT];

static struct item *list_of_items(u32 *state) {
    for (u32 i = 0; i < ITEMS; i++) {
        items[i].next = i + 1 < ITEMS ? &items[i + 1] : 0;
        items[i].key = (u16)next_random(state);
        items[i].place = (u16)i;
    }
    return items;
}

NOINLINE static const struct item *find(const struct item *list, u32 key) {
    while (list && list->key != key) list = list->next;
    return list;
}

NOINLINE static struct item *reversed(struct item *list) {
    struct item *result = 0;
    while (list) {
        struct item *next = list->next;
        list->next = result;
        result = list;
        list = next;
    }
    return result;
}

static int by_key(const struct item *a, const struct item *b) {
    return (int)a->key - (int)b->key;
}

static int by_place(const struct item *a, const struct item *b) {
    return (int)a->place - (int)b->place;
}

// Calls the order through a pointer, as a library's sort does.
NOINLINE static struct item *sorted(struct item *list, int (*order)(const struct item *, const struct item *)) {
    if (!list || !list->next) return list;
    struct item *slow = list, *fast = list->next;
    while (fast && fast->next) slow = slow->next, fast = fast->next->next;
    struct item *second = sorted(slow->next, order);
    slow->next = 0;
    struct item *first = sorted(list, order);
    struct item *head = 0, **end = &head;
    while (first && second) {
        struct item **smaller = order(first, second) <= 0 ? &first : &second;
        *end = *smaller;
        end = &(*smaller)->next;
        *smaller = *end;
    }
    *end = first ? first : second;
    return head;
}

static u64 lists(u32 *state) {
    struct item *list = list_of_items(state);
    u64 sum = 0;
    for (u32 i = 0; i < ITEMS; i += 4) {
        const struct item *found = find(list, items[i].key);
        sum = mixed(sum, found ? found->place : ITEMS);
        sum += find(list, 0x10000) != 0;
    }
    list = reversed(sorted(list, by_key));
    for (const struct item *at = list; at; at = at->next) sum = mixed(sum, at->key);
    list = sorted(list, by_place);
    return mixed(sum, list->key);
}

NOINLINE static void multiply(const short *a, const short *b, int *c) {
    for (int i = 0; i < SIDE; i++) {
        for (int j = 0; j < SIDE; j++) {
            int sum = 0;
            for (int k = 0; k < SIDE; k++) {
                sum += a[i * SIDE + k] * b[k * SIDE + j];
                __asm__("" : "+r"(sum)); // scalar code: the vectors have kernels of their own
            }
            c[i * SIDE + j] = sum;
        }
    }
}

static u64 matrices(u32 *state) {
    for (int i = 0; i < SIDE * SIDE; i++) {
        left_matrix[i] = (short)(next_random(state) & 1023);
        right_matrix[i] = (short)(next_random(state) & 1023);
    }
    multiply(left_matrix, right_matrix, product);
    u64 sum = 0;
    for (int i = 0; i < SIDE * SIDE; i++) sum = mixed(sum, (u64)(product[i] >> 3 & 0xffff));
    return sum;
}

static void write_numbers(u32 *state) {
    u32 at = 0;
    while (at < TEXT - 16) {
        u32 value = next_random(state);
        if (value & 1) numbers[at++] = '-';
        for (u32 digits = 1 + (value >> 1) % 6; digits; digits--, value >>= 4) numbers[at++] = (char)('0' + (value >> 8) % 10);
        if (value & 16) numbers[at++] = 'x';
        numbers[at++] = ',';
    }
    numbers[at] = 0;
}

enum reading { START, SIGN, DIGITS, BAD };

NOINLINE static u64 read_numbers(const char *at) {
    enum reading state = START;
    long value = 0;
    int negative = 0;
    u64 sum = 0;
    for (; *at; at++) {
        char c = *at;
        if (c == ',') {
            sum = mixed(sum, state == DIGITS ? (u64)(negative ? -value : value) : (u64)state);
            state = START;
            value = 0;
            negative = 0;
            continue;
        }
        switch (state) {
            case START:
            case SIGN:
                if (c == '-' && state == START) state = SIGN, negative = 1;
                else if (c >= '0' && c <= '9') state = DIGITS, value = c - '0';
                else state = BAD;
                break;
            case DIGITS:
                if (c >= '0' && c <= '9') value = value * 10 + (c - '0');
                else state = BAD;
                break;
            case BAD:
                break;
        }
    }
    return sum;
}

void prepare_mix(void) {
    u32 state = 77;
    write_numbers(&state);
}

u64 mix(void) {
    u32 state = 4711;
    u64 sum = 0;
    for (u32 i = 0; i < 120; i++) {
        sum = mixed(sum, lists(&state));
        sum = mixed(sum, matrices(&state));
        for (int k = 0; k < 4; k++) sum = mixed(sum, read_numbers(numbers));
    }
    return sum;
}
