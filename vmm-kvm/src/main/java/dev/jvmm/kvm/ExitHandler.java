// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm;

/** What to do when a vCPU needs us. Called on its thread; must not allocate for the exits that a guest causes often. */
public interface ExitHandler {
    /**
     * KVM_RUN returned 0: {@link KvmVcpu#run} tells why.
     *
     * @return whether the guest goes on; else the vCPU halts until {@link VcpuThreads#unhalt}
     */
    boolean exit(KvmVcpu vcpu);

    /**
     * The vCPU cannot go on, and halts.
     *
     * @param cause the failed KVM_RUN, or what {@link #exit} threw
     */
    void failed(KvmVcpu vcpu, RuntimeException cause);
}
