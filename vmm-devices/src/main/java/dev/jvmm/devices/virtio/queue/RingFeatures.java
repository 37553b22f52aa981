// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.queue;

/** Feature bits that belong to the rings, not to a device class (virtio 1.3 section 6). */
public final class RingFeatures {
    public static final long INDIRECT_DESC = 1L << 28;
    public static final long EVENT_IDX = 1L << 29;
    public static final long VERSION_1 = 1L << 32;

    /** What every device offers. */
    public static final long OFFERED = INDIRECT_DESC | EVENT_IDX | VERSION_1;

    private RingFeatures() {}
}
