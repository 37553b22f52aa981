// SPDX-License-Identifier: Apache-2.0
/** The devices a guest sees. */
module dev.jvmm.devices {
    requires transitive dev.jvmm.core;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.jvmm.devices.amba;
    exports dev.jvmm.devices.backend.disk;
    exports dev.jvmm.devices.backend.serial;
    exports dev.jvmm.devices.fault;
    exports dev.jvmm.devices.flash;
    exports dev.jvmm.devices.fwcfg;
    exports dev.jvmm.devices.gpio;
    exports dev.jvmm.devices.panic;
    exports dev.jvmm.devices.rtc;
    exports dev.jvmm.devices.timer;
    exports dev.jvmm.devices.uart;
    exports dev.jvmm.devices.virtio.blk;
    exports dev.jvmm.devices.virtio.console;
    exports dev.jvmm.devices.virtio.queue;
    exports dev.jvmm.devices.virtio.rng;
    exports dev.jvmm.devices.virtio.transport;
}
