// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.transport;

/** The MMIO device register layout, version 2 (virtio 1.3 section 4.2.2, table 4.1). All registers are 32 bits wide. */
public final class VirtioMmioRegisters {
    public static final int MAGIC_VALUE = 0x000;
    public static final int VERSION = 0x004;
    public static final int DEVICE_ID = 0x008;
    public static final int VENDOR_ID = 0x00c;
    public static final int DEVICE_FEATURES = 0x010;
    public static final int DEVICE_FEATURES_SEL = 0x014;
    public static final int DRIVER_FEATURES = 0x020;
    public static final int DRIVER_FEATURES_SEL = 0x024;
    public static final int QUEUE_SEL = 0x030;
    public static final int QUEUE_SIZE_MAX = 0x034;
    public static final int QUEUE_SIZE = 0x038;
    /**
     * Of the legacy layout (virtio 1.3 section 4.2.4), which version 2 does not have. EDK2 of 2022 writes it whatever
     * the version (VirtioMmioSetQueueAlign): ignored.
     */
    public static final int LEGACY_QUEUE_ALIGN = 0x03c;

    public static final int QUEUE_READY = 0x044;
    public static final int QUEUE_NOTIFY = 0x050;
    public static final int INTERRUPT_STATUS = 0x060;
    public static final int INTERRUPT_ACK = 0x064;
    public static final int STATUS = 0x070;
    public static final int QUEUE_DESC_LOW = 0x080;
    public static final int QUEUE_DESC_HIGH = 0x084;
    public static final int QUEUE_DRIVER_LOW = 0x090;
    public static final int QUEUE_DRIVER_HIGH = 0x094;
    public static final int QUEUE_DEVICE_LOW = 0x0a0;
    public static final int QUEUE_DEVICE_HIGH = 0x0a4;
    public static final int SHM_SEL = 0x0ac;
    public static final int SHM_LEN_LOW = 0x0b0;
    public static final int SHM_LEN_HIGH = 0x0b4;
    public static final int SHM_BASE_LOW = 0x0b8;
    public static final int SHM_BASE_HIGH = 0x0bc;
    public static final int CONFIG_GENERATION = 0x0fc;
    public static final int CONFIG = 0x100;

    /** Size of the register block in bytes, as a device tree gives it. */
    public static final int SIZE = 0x200;

    /** "virt". */
    public static final int MAGIC = 0x7472_6976;

    public static final int LAYOUT_VERSION = 2;

    /** "JVMM". */
    public static final int VENDOR = 0x4d4d_564a;

    /** InterruptStatus: the device has used a buffer in a queue. */
    public static final int INTERRUPT_USED_BUFFER = 1;

    /** InterruptStatus: the configuration, or DEVICE_NEEDS_RESET, has changed. */
    public static final int INTERRUPT_CONFIG_CHANGE = 2;

    private VirtioMmioRegisters() {}
}
