// SPDX-License-Identifier: Apache-2.0
/** The machine and the API for embedding it. */
module dev.jvmm.machine {
    requires transitive dev.jvmm.core;
    requires aircompressor.v3;
    requires com.fasterxml.jackson.jr.ob;
    requires dev.jvmm.devices;
    requires jdk.management;
    requires org.slf4j;
    requires org.tukaani.xz;
    requires static transitive org.jspecify;

    exports dev.jvmm.machine;
    exports dev.jvmm.machine.boot;
    exports dev.jvmm.machine.config;
    exports dev.jvmm.machine.image;
    exports dev.jvmm.machine.platform;

    uses dev.jvmm.core.cpu.Hypervisor;
}
