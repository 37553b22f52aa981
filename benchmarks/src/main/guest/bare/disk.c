// SPDX-License-Identifier: Apache-2.0
// Reads from the first virtio-mmio block device with eight requests under way, waiting for its interrupt (virtio 1.3 sections 2.7,
// 4.2 and 5.2; GIC architecture IHI 0069). The data begins at 1 MiB. Needs to be asked for, and a disk.
#include "guest.h"

#define TRANSPORTS 0x0a000000UL
#define TRANSPORT_SIZE 512
#define TRANSPORT_COUNT 32
#define DISTRIBUTOR 0x08000000UL
#define REDISTRIBUTOR 0x080a0000UL
#define FIRST_INTERRUPT 48

#define DATA (1UL << 20)
#define READ (32UL << 20)
#define CHUNK 65536UL
#define REQUESTS 8
#define QUEUE 32

struct descriptor {
    u64 address;
    u32 length;
    u16 flags, next;
};
struct used_element {
    u32 id, length;
};

static struct descriptor descriptors[QUEUE] __attribute__((aligned(4096)));
static struct { u16 flags, index, ring[QUEUE]; } available __attribute__((aligned(4096)));
static struct { u16 flags, index; struct used_element ring[QUEUE]; } used __attribute__((aligned(4096)));
static struct { u32 type, reserved; u64 sector; } headers[REQUESTS];
static u8 statuses[REQUESTS];
static u8 chunks[REQUESTS][CHUNK] UNSET __attribute__((aligned(4096)));
static u64 transport;
static u32 interrupt;
static u16 seen;

static volatile u32 *at(u64 address) {
    return (volatile u32 *)address;
}

enum { MAGIC = 0, VERSION = 4, DEVICE = 8, FEATURES = 0x20, FEATURES_WORD = 0x24, QUEUE_SELECT = 0x30, QUEUE_SIZE = 0x38,
    QUEUE_READY = 0x44, NOTIFY = 0x50, INTERRUPT_STATUS = 0x60, INTERRUPT_ACKNOWLEDGE = 0x64, STATUS = 0x70,
    QUEUE_DESCRIPTORS = 0x80, QUEUE_DRIVER = 0x90, QUEUE_DEVICE = 0xa0 };

static void set_address(u64 where, const void *memory) {
    *at(where) = (u32)(u64)memory;
    *at(where + 4) = (u32)((u64)memory >> 32);
}

static void enable_interrupt(void) {
    u64 word = interrupt / 32 * 4;
    *at(DISTRIBUTOR) = 0x13; // affinity routing, both groups
    *at(DISTRIBUTOR + 0x80 + word) |= 1u << interrupt % 32; // group 1
    ((volatile u8 *)DISTRIBUTOR)[0x400 + interrupt] = 0xa0;
    *at(DISTRIBUTOR + 0x100 + word) = 1u << interrupt % 32;
    *at(REDISTRIBUTOR + 0x14) &= ~2u; // GICR_WAKER.ProcessorSleep
    while (*at(REDISTRIBUTOR + 0x14) & 4) {}
    __asm__ volatile(
        "msr S3_0_C12_C12_5, %0\n isb\n" // ICC_SRE_EL1
        "msr S3_0_C4_C6_0, %1\n" // ICC_PMR_EL1
        "msr S3_0_C12_C12_7, %0\n isb" // ICC_IGRPEN1_EL1
        ::"r"(1UL), "r"(0xffUL));
}

static void prepare_disk(void) {
    for (u32 slot = 0; slot < TRANSPORT_COUNT && !transport; slot++) {
        u64 candidate = TRANSPORTS + slot * TRANSPORT_SIZE;
        if (*at(candidate + MAGIC) != 0x74726976 || *at(candidate + VERSION) != 2 || *at(candidate + DEVICE) != 2) continue;
        transport = candidate;
        interrupt = FIRST_INTERRUPT + slot;
    }
    if (!transport) broken("no virtio-mmio block device");
    enable_interrupt();
    *at(transport + STATUS) = 0;
    *at(transport + STATUS) = 1;
    *at(transport + STATUS) = 3;
    *at(transport + FEATURES_WORD) = 1;
    *at(transport + FEATURES) = 1; // VIRTIO_F_VERSION_1
    *at(transport + FEATURES_WORD) = 0;
    *at(transport + FEATURES) = 0;
    *at(transport + STATUS) = 11;
    if (!(*at(transport + STATUS) & 8)) broken("features refused");
    *at(transport + QUEUE_SELECT) = 0;
    *at(transport + QUEUE_SIZE) = QUEUE;
    set_address(transport + QUEUE_DESCRIPTORS, descriptors);
    set_address(transport + QUEUE_DRIVER, &available);
    set_address(transport + QUEUE_DEVICE, &used);
    *at(transport + QUEUE_READY) = 1;
    *at(transport + STATUS) = 15;
    for (u32 i = 0; i < REQUESTS; i++) {
        struct descriptor *three = descriptors + 3 * i;
        three[0] = (struct descriptor){(u64)&headers[i], sizeof headers[i], 1, (u16)(3 * i + 1)};
        three[1] = (struct descriptor){(u64)chunks[i], CHUNK, 3, (u16)(3 * i + 2)};
        three[2] = (struct descriptor){(u64)&statuses[i], 1, 2, 0};
    }
}

static void ask(u32 request, u64 offset) {
    headers[request].sector = (DATA + offset) / 512;
    statuses[request] = 255;
    available.ring[available.index % QUEUE] = (u16)(3 * request);
    __atomic_store_n(&available.index, (u16)(available.index + 1), __ATOMIC_RELEASE);
    __asm__ volatile("dsb sy" ::: "memory");
    *at(transport + NOTIFY) = 0;
}

static void wait_for_answer(void) {
    while (__atomic_load_n(&used.index, __ATOMIC_ACQUIRE) == seen) {
        u64 number;
        __asm__ volatile("dsb sy\n wfi\n mrs %0, S3_0_C12_C12_0" : "=r"(number)::"memory"); // ICC_IAR1_EL1
        if (number >= 1020) continue;
        *at(transport + INTERRUPT_ACKNOWLEDGE) = *at(transport + INTERRUPT_STATUS);
        __asm__ volatile("dsb sy\n msr S3_0_C12_C12_1, %0" ::"r"(number) : "memory"); // ICC_EOIR1_EL1
    }
}

static u64 disk(void) {
    u64 asked_for = 0, sum = 0;
    for (u32 i = 0; i < REQUESTS; i++, asked_for += CHUNK) ask(i, asked_for);
    for (u64 read = 0; read < READ; read += CHUNK) {
        wait_for_answer();
        u32 request = used.ring[seen++ % QUEUE].id / 3;
        if (statuses[request] != 0) broken("disk request");
        for (u64 i = 0; i < CHUNK; i += 4096) sum += *(const u64 *)(chunks[request] + i);
        if (asked_for < READ) {
            ask(request, asked_for);
            asked_for += CHUNK;
        }
    }
    return sum;
}

void disk_kernel(void) {
    if (asked("disk")) measure("disk", prepare_disk, disk, 40);
}
