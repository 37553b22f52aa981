// SPDX-License-Identifier: Apache-2.0
// What a Linux kernel does for programs: run as "bench NAME SCALE WARM", for each a line "RESULT name ticks checksum frequency" with
// nanoseconds for ticks. Needs no library, so a cross compiler alone builds it. System call numbers are those of
// include/uapi/asm-generic/unistd.h.
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long u64;

enum { DUP3 = 24, PIPE2 = 59, CLOSE = 57, OPENAT = 56, READ = 63, WRITE = 64, PREAD64 = 67, EXIT_GROUP = 94, CLOCK_GETTIME = 113,
    SCHED_YIELD = 124, GETPPID = 173, CLONE = 220, EXECVE = 221, MMAP = 222, MUNMAP = 215, WAIT4 = 260 };

static long call6(long number, long a, long b, long c, long d, long e, long f) {
    register long x8 __asm__("x8") = number;
    register long x0 __asm__("x0") = a;
    register long x1 __asm__("x1") = b;
    register long x2 __asm__("x2") = c;
    register long x3 __asm__("x3") = d;
    register long x4 __asm__("x4") = e;
    register long x5 __asm__("x5") = f;
    __asm__ volatile("svc #0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5) : "memory");
    return x0;
}

static long call(long number, long a, long b, long c) {
    return call6(number, a, b, c, 0, 0, 0);
}

static void text(const char *string) {
    u64 length = 0;
    while (string[length]) length++;
    call(WRITE, 1, (long)string, (long)length);
}

static void number(u64 value) {
    char digits[21];
    int at = 20;
    digits[at] = 0;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    text(digits + at);
}

static void leave(int status) {
    for (;;) call(EXIT_GROUP, status, 0, 0);
}

static void must(int done, const char *what) {
    if (done) return;
    text("BROKEN ");
    text(what);
    text("\n");
    leave(1);
}

static int is_same(const char *a, const char *b) {
    while (*a && *a == *b) a++, b++;
    return *a == *b;
}

static u64 number_of(const char *digits) {
    u64 value = 0;
    while (*digits >= '0' && *digits <= '9') value = value * 10 + (u64)(*digits++ - '0');
    return value;
}

static u64 nanoseconds(void) {
    long time[2];
    call(CLOCK_GETTIME, 1, (long)time, 0);
    return (u64)time[0] * 1000000000UL + (u64)time[1];
}

// The cheapest system call there is.
static u64 system_calls(void) {
    u64 sum = 0;
    for (int i = 0; i < 5000; i++) sum += (u64)call(GETPPID, 0, 0, 0);
    return sum > 0;
}

// Memory mapped, each page touched, unmapped.
static u64 page_faults(void) {
    enum { PAGES = 256, PAGE = 4096 };
    long base = call6(MMAP, 0, PAGES * PAGE, 3, 0x22, -1, 0);
    must(base > 0, "mmap");
    u64 sum = 0;
    for (int i = 0; i < PAGES; i++) {
        volatile u64 *word = (volatile u64 *)(base + i * PAGE);
        sum += *word + (u64)i;
        *word = 1;
    }
    must(call(MUNMAP, base, PAGES * PAGE, 0) == 0, "munmap");
    return sum;
}

// A program that ends at once: this one, started anew.
static u64 processes(void) {
    u64 sum = 0;
    for (int i = 0; i < 4; i++) {
        long child = call6(CLONE, 17, 0, 0, 0, 0, 0);
        must(child >= 0, "clone");
        if (child == 0) {
            static const char *const arguments[] = {"bench", "exit", 0};
            static const char *const environment[] = {0};
            call(EXECVE, (long)"/proc/self/exe", (long)arguments, (long)environment);
            leave(1);
        }
        int status = -1;
        must(call6(WAIT4, child, (long)&status, 0, 0, 0, 0) == child, "wait4");
        sum += status == 42 << 8;
    }
    return sum;
}

static int there[2], back[2];

// A second process that sends back what it gets, plus one.
static void prepare_pipes(void) {
    must(call(PIPE2, (long)there, 0, 0) == 0 && call(PIPE2, (long)back, 0, 0) == 0, "pipe2");
    long child = call6(CLONE, 17, 0, 0, 0, 0, 0);
    must(child >= 0, "clone");
    if (child != 0) return;
    call(CLOSE, there[1], 0, 0);
    u8 byte;
    while (call(READ, there[0], (long)&byte, 1) == 1) {
        byte++;
        call(WRITE, back[1], (long)&byte, 1);
    }
    leave(0);
}

// Two context switches a turn.
static u64 pipes(void) {
    u64 sum = 0;
    for (int i = 0; i < 500; i++) {
        u8 byte = (u8)i;
        must(call(WRITE, there[1], (long)&byte, 1) == 1 && call(READ, back[0], (long)&byte, 1) == 1, "pipe");
        sum = sum * 7 + byte;
    }
    return sum;
}

static int disk;
static u8 chunk[1 << 18] __attribute__((aligned(4096)));

static void prepare_disk(void) {
    // AT_FDCWD; O_RDONLY | O_DIRECT: past the page cache, so that the device is asked each time.
    disk = (int)call(OPENAT, -100, (long)"/dev/vda", 0200000);
    must(disk >= 0, "/dev/vda");
}

// As dd reads: one request after the other.
static u64 disk_reads(void) {
    u64 sum = 0;
    for (long at = 0; at < 32 << 20; at += sizeof chunk) {
        long count = call6(PREAD64, disk, (long)chunk, sizeof chunk, (1 << 20) + at, 0, 0);
        must(count == sizeof chunk, "pread64");
        for (u32 i = 0; i < sizeof chunk; i += 4096) sum += *(const u64 *)(chunk + i);
    }
    return sum;
}

static const char *asked;
static u64 scale, warm;

static void measure(const char *name, void (*prepare)(void), u64 (*round)(void), u32 rounds) {
    if (!is_same(asked, name)) return;
    u64 count = scale == 1 ? 1 : (rounds * scale + 39) / 40;
    if (prepare) prepare();
    u64 checksum = round();
    for (u64 start = nanoseconds(); nanoseconds() - start < warm * 1000000;) must(round() == checksum, name);
    u64 different = 0;
    u64 start = nanoseconds();
    for (u64 i = 0; i < count; i++) different |= round() ^ checksum;
    u64 took = nanoseconds() - start;
    must(!different, name);
    text("RESULT ");
    text(name);
    text(" ");
    number(took);
    text(" ");
    number(checksum);
    text(" 1000000000\n");
}

__attribute__((used)) static void start(const u64 *stack) {
    const char **arguments = (const char **)(stack + 1);
    if (stack[0] == 2 && is_same(arguments[1], "exit")) leave(42);
    must(stack[0] == 4, "usage: bench NAME SCALE WARM");
    asked = arguments[1];
    scale = number_of(arguments[2]);
    warm = number_of(arguments[3]);
    measure("linux-syscall", 0, system_calls, 5);
    measure("linux-pagefault", 0, page_faults, 20);
    measure("linux-process", 0, processes, 50);
    measure("linux-pipe", prepare_pipes, pipes, 3);
    measure("linux-disk", prepare_disk, disk_reads, 8);
    leave(0);
}

__asm__(".global _start\n_start: mov x0, sp\n bl start");
