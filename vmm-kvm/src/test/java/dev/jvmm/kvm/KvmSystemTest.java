// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvmm.core.error.VmException;
import dev.jvmm.kvm.abi.KvmConstants;
import dev.jvmm.kvm.sys.Errno;
import dev.jvmm.kvm.sys.SystemCallException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KvmSystemTest {
    @Test
    void aHostWithoutTheDeviceIsToldHowToGetIt() {
        assertThatThrownBy(() -> KvmSystem.open(Path.of("/dev/no-such-kvm")))
                .isInstanceOfSatisfying(
                        VmException.class, e -> assertThat(e.kind()).isEqualTo(VmException.Kind.HOST))
                .hasMessageContaining("no /dev/no-such-kvm")
                .hasMessageContaining("load the kvm module");
    }

    @Test
    void aDeviceThatIsNotKvmIsRefused() {
        assertThatThrownBy(() -> KvmSystem.open(Path.of("/dev/null")))
                .isInstanceOf(VmException.class)
                .hasMessageContaining("/dev/null is not KVM (KVM_GET_API_VERSION: ENOTTY");
    }

    @Test
    void aUserWhoseDeviceIsRefusedIsToldWhatForbidsIt() {
        // Everybody may use this one, so that a refusal could only be a policy's.
        assertThat(KvmSystem.explain(Path.of("/dev/null"), new SystemCallException("open", Errno.EACCES.number())))
                .startsWith("no permission for /dev/null although its mode 0666 lets user ")
                .contains("--device /dev/null");
    }

    @Test
    void aBusyDeviceIsExplained() {
        assertThat(KvmSystem.explain(KvmSystem.DEVICE, new SystemCallException("open", Errno.EBUSY.number())))
                .contains("another hypervisor");
    }

    @Test
    void theDeviceAnswersForItsCapabilities() {
        assumeTrue(Files.isWritable(KvmSystem.DEVICE), "no " + KvmSystem.DEVICE + " here that this user may use");
        try (KvmSystem system = KvmSystem.open();
                KvmVm vm = system.createVm(0)) {
            assertThat(system.capability(KvmConstants.KVM_CAP_IMMEDIATE_EXIT)).isPositive();
            assertThat(system.capability(KvmConstants.KVM_CAP_IOEVENTFD)).isPositive();
            assertThat(system.capability(9999)).isZero();
            assertThat(vm.capability(KvmConstants.KVM_CAP_MAX_VCPUS)).isPositive();
        }
    }
}
