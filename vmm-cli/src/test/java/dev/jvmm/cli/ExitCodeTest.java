// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.core.error.VmException;
import dev.jvmm.core.event.VmExit;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    @Test
    void an_end_that_the_guest_or_the_user_wanted_is_clean() {
        assertThat(ExitCode.of(new VmExit.PoweredOff())).isZero();
        assertThat(ExitCode.of(new VmExit.GuestReset())).isZero();
        assertThat(ExitCode.of(new VmExit.Stopped())).isZero();
    }

    @Test
    void a_panic_of_the_guest_is_not_a_failure_of_the_vmm() {
        assertThat(ExitCode.of(new VmExit.GuestPanicked())).isEqualTo(4);
        assertThat(ExitCode.of(new VmExit.Failed("reason", "report"))).isEqualTo(1);
    }

    @Test
    void each_kind_of_mistake_has_its_code() {
        assertThat(ExitCode.of(VmException.Kind.CONFIGURATION)).isEqualTo(1);
        assertThat(ExitCode.of(VmException.Kind.USAGE)).isEqualTo(2);
        assertThat(ExitCode.of(VmException.Kind.HOST)).isEqualTo(3);
    }

    @Test
    void a_signal_is_reported_as_shells_do() {
        assertThat(ExitCode.ofSignal(15)).isEqualTo(143);
    }
}
