// SPDX-License-Identifier: Apache-2.0
// Integer work without an operating system. For each kernel one line on the console, decimal:
//   RESULT name ticks checksum frequency
// with ticks of the virtual counter at that frequency in Hz. SCALE (from the command line) is the amount of work.
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long u64;

#define IN_FILE __attribute__((section(".data")))

static void put(char c) {
    *(volatile u32 *)0x09000000UL = (u8)c;
}

static void text(const char *s) {
    while (*s) put(*s++);
}

static void number(u64 value) {
    char digits[20];
    int count = 0;
    do {
        digits[count++] = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    while (count) put(digits[--count]);
}

static u64 now(void) {
    u64 ticks;
    __asm__ volatile("isb\n mrs %0, cntvct_el0" : "=r"(ticks)::"memory");
    return ticks;
}

static u64 frequency(void) {
    u64 hertz;
    __asm__ volatile("mrs %0, cntfrq_el0" : "=r"(hertz));
    return hertz;
}

// Freestanding compilers still call it.
void *memset(void *to, int value, u64 size) {
    volatile u8 *bytes = to;
    for (u64 i = 0; i < size; i++) bytes[i] = (u8)value;
    return to;
}

#define ELEMENTS 16384
static u32 words[ELEMENTS] IN_FILE = {1};
static u32 table[256] IN_FILE = {1};

static u32 random_state IN_FILE = 1;

static u32 next_random(void) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 17;
    random_state ^= random_state << 5;
    return random_state;
}

// Loads that depend on each other, from a table that fits the first cache.
static u64 crc32(u32 rounds) {
    for (u32 i = 0; i < 256; i++) {
        u32 c = i;
        for (int k = 0; k < 8; k++) c = (c >> 1) ^ ((c & 1) ? 0xedb88320u : 0);
        table[i] = c;
    }
    u32 crc = ~0u;
    for (u32 round = 0; round < rounds; round++) {
        const u8 *bytes = (const u8 *)words;
        for (u32 i = 0; i < ELEMENTS * 4; i++) crc = table[(crc ^ bytes[i]) & 255] ^ (crc >> 8);
    }
    return ~crc;
}

// Calls and returns, the stack, little else.
__attribute__((noinline)) static u64 fibonacci(u32 n) {
    __asm__ volatile("");
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

static u64 calls(u32 rounds) {
    u64 sum = 0;
    for (u32 round = 0; round < rounds; round++) sum += fibonacci(20);
    return sum;
}

// Branches that depend on data, loads and stores, recursion.
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

static u64 quicksort(u32 rounds) {
    u64 sum = 0;
    for (u32 round = 0; round < rounds; round++) {
        for (u32 i = 0; i < ELEMENTS; i++) words[i] = next_random();
        sort(words, 0, ELEMENTS - 1);
        sum = sum * 31 + words[ELEMENTS / 2];
    }
    return sum;
}

// A state machine over text: the compiler makes an indirect branch of it.
static u64 states(u32 rounds) {
    u64 count[8] = {0, 0, 0, 0, 0, 0, 0, 0};
    u32 state = 0;
    for (u32 round = 0; round < rounds; round++) {
        const u8 *bytes = (const u8 *)words;
        for (u32 i = 0; i < ELEMENTS; i++) {
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
    for (int i = 0; i < 8; i++) sum = sum * 31 + count[i];
    return sum;
}

// A tenth of the work first, which warms translators up; steady state is what is asked.
__attribute__((noinline)) static void measure(const char *name, u64 (*kernel)(u32), u32 rounds) {
    kernel(rounds / 10 + 1);
    u64 start = now();
    u64 checksum = kernel(rounds);
    u64 ticks = now() - start;
    text("RESULT ");
    text(name);
    put(' ');
    number(ticks);
    put(' ');
    number(checksum);
    put(' ');
    number(frequency());
    put('\r');
    put('\n');
}

void guest_main(void) {
    for (u32 i = 0; i < ELEMENTS; i++) words[i] = next_random();
    measure("crc32", crc32, 10 * SCALE);
    measure("calls", calls, 20 * SCALE);
    measure("quicksort", quicksort, SCALE);
    measure("states", states, 50 * SCALE);
}
