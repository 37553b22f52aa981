// SPDX-License-Identifier: Apache-2.0
/** Contracts only: it knows no other module of the project. */
module dev.jvmm.core {
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports dev.jvmm.core.bus;
    exports dev.jvmm.core.clock;
    exports dev.jvmm.core.config;
    exports dev.jvmm.core.cpu;
    exports dev.jvmm.core.error;
    exports dev.jvmm.core.event;
    exports dev.jvmm.core.irq;
    exports dev.jvmm.core.memory;
}
