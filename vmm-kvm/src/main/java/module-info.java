// SPDX-License-Identifier: Apache-2.0
/** The KVM backend; the only module that makes system calls for the virtual machine. */
module dev.jvmm.kvm {
    requires com.sun.jna;
    requires dev.jvmm.core;
    requires org.jnrproject.constants;
    requires org.jnrproject.posix;
    requires org.slf4j;
    requires static org.jspecify;

    provides dev.jvmm.core.cpu.Hypervisor with
            dev.jvmm.kvm.arm64.KvmHypervisor;
}
