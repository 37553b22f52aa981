// SPDX-License-Identifier: Apache-2.0
/** The software CPU backend. */
module dev.jvmm.softcpu {
    requires dev.jvmm.core;
    requires jdk.jfr;
    requires org.slf4j;
    requires static org.jspecify;

    provides dev.jvmm.core.cpu.Hypervisor with
            dev.jvmm.softcpu.machine.SoftHypervisor;
}
