// SPDX-License-Identifier: Apache-2.0
// Console, clock, command line and the measurement itself. For each kernel one line on the console, decimal:
//   RESULT name ticks checksum frequency
// with ticks of the virtual counter at that frequency in Hz.
//
// Words of the kernel command line (the device tree's /chosen/bootargs):
//   run=NAME,NAME    kernels to run; all of those that need one vCPU and no disk where absent
//   scale=N          amount of work, 40 where absent; 1 is one round of each kernel
//   warm=MS          how long a kernel runs, untimed, before it counts; 0 (one round) where absent
#include "guest.h"

static const char *run;
static u64 scale;
static u64 warm;

void text(const char *string) {
    while (*string) *(volatile u32 *)0x09000000UL = (u8)*string++;
}

void number(u64 value) {
    char digits[21];
    int at = 20;
    digits[at] = 0;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    text(digits + at);
}

void hexadecimal(u64 value) {
    text("0x");
    for (int shift = 60; shift >= 0; shift -= 4) {
        char digit[2] = {"0123456789abcdef"[value >> shift & 15], 0};
        text(digit);
    }
}

u64 now(void) {
    u64 ticks;
    __asm__ volatile("isb\n mrs %0, cntvct_el0" : "=r"(ticks)::"memory");
    return ticks;
}

u64 frequency(void) {
    u64 hertz;
    __asm__ volatile("mrs %0, cntfrq_el0" : "=r"(hertz));
    return hertz;
}

// Freestanding compilers still call these.
void *memset(void *to, int value, u64 size) {
    u8 *bytes = to;
    for (u64 i = 0; i < size; i++) bytes[i] = (u8)value;
    return to;
}

void *memcpy(void *to, const void *from, u64 size) {
    u8 *target = to;
    const u8 *source = from;
    for (u64 i = 0; i < size; i++) target[i] = source[i];
    return to;
}

void broken(const char *what) {
    text("BROKEN ");
    text(what);
    text("\r\n");
    power_off();
}

void report_exception(u64 vector, u64 esr, u64 elr, u64 far) {
    text("BROKEN exception at vector ");
    hexadecimal(vector);
    text(" ESR ");
    hexadecimal(esr);
    text(" ELR ");
    hexadecimal(elr);
    text(" FAR ");
    hexadecimal(far);
    text("\r\n");
}

static int is_same(const char *a, const char *b) {
    while (*a && *a == *b) a++, b++;
    return *a == *b;
}

static u32 big_endian(const u8 *at) {
    return (u32)at[0] << 24 | (u32)at[1] << 16 | (u32)at[2] << 8 | at[3];
}

// The property "bootargs", which only /chosen has (Devicetree Specification 0.4, sections 3.6 and 5).
static const char *command_line(const u8 *tree) {
    if (big_endian(tree) != 0xd00dfeedu) broken("no device tree in X0");
    const u8 *at = tree + big_endian(tree + 8);
    const char *strings = (const char *)tree + big_endian(tree + 12);
    for (;;) {
        u32 token = big_endian(at);
        at += 4;
        if (token == 1) { // FDT_BEGIN_NODE and its name
            u32 length = 0;
            while (at[length]) length++;
            at += (length + 4) & ~3u;
        } else if (token == 3) { // FDT_PROP
            u32 length = big_endian(at);
            if (is_same(strings + big_endian(at + 4), "bootargs")) return (const char *)at + 8;
            at += 8 + ((length + 3) & ~3u);
        } else if (token == 9) { // FDT_END
            return "";
        }
    }
}

// What follows "name=" in the command line, or null.
static const char *word(const char *line, const char *name) {
    while (*line) {
        const char *at = line, *wanted = name;
        while (*wanted && *at == *wanted) at++, wanted++;
        if (!*wanted && *at == '=') return at + 1;
        while (*line && *line != ' ') line++;
        while (*line == ' ') line++;
    }
    return 0;
}

static u64 number_of(const char *digits, u64 otherwise) {
    if (!digits) return otherwise;
    u64 value = 0;
    while (*digits >= '0' && *digits <= '9') value = value * 10 + (u64)(*digits++ - '0');
    return value;
}

static int is_listed(const char *name) {
    const char *at = run;
    while (*at && *at != ' ') {
        const char *wanted = name;
        while (*wanted && *at == *wanted) at++, wanted++;
        if (!*wanted && (!*at || *at == ',' || *at == ' ')) return 1;
        while (*at && *at != ',' && *at != ' ') at++;
        if (*at == ',') at++;
    }
    return 0;
}

int asked(const char *name) {
    return run ? is_listed(name) : 0;
}

NOINLINE void measure(const char *name, void (*prepare)(void), kernel_round round, u32 rounds) {
    if (run && !is_listed(name)) return;
    u64 count = (rounds * scale + 39) / 40;
    if (scale == 1) count = 1;
    if (prepare) prepare();
    u64 checksum = round();
    u64 enough = warm * frequency() / 1000;
    for (u64 start = now(); now() - start < enough;) {
        if (round() != checksum) broken(name);
    }
    u64 different = 0;
    u64 start = now();
    for (u64 i = 0; i < count; i++) different |= round() ^ checksum;
    u64 ticks = now() - start;
    if (different) broken(name);
    text("RESULT ");
    text(name);
    text(" ");
    number(ticks);
    text(" ");
    number(checksum);
    text(" ");
    number(frequency());
    text("\r\n");
}

void guest_main(const u8 *tree) {
    const char *line = command_line(tree);
    run = word(line, "run");
    scale = number_of(word(line, "scale"), 40);
    warm = number_of(word(line, "warm"), 0);
    if (scale == 0) scale = 1;
    integer_kernels();
    memory_kernels();
    fp_kernels();
    system_kernels();
    parallel_kernels();
    disk_kernel();
    text("DONE\r\n");
}
