// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.sys;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HotCallTest {
    /** FIOCLEX, which no file refuses, and a request that nothing knows (asm-generic/ioctls.h). */
    @ParameterizedTest
    @ValueSource(longs = {0x5451, 0x5fff})
    void theLinkersAnswerIsThatOfJna(long request) {
        try (Arena arena = Arena.ofShared();
                FileDescriptor file = FileDescriptor.open("/dev/null")) {
            HotCall call = new HotCall(file, request, arena);
            int first = call.call();
            HotCall.makeReady();

            assertThat(first).isEqualTo(request == 0x5451 ? 0 : -Errno.ENOTTY.number());
            assertThat(call.call()).isEqualTo(first);
            assertThat(file.ioctlOrErrno(request, 0)).isEqualTo(first);
        }
    }
}
