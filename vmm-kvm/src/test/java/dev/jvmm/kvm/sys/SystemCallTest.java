// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.sys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SystemCallTest {
    @Test
    void aFailedCallNamesItselfTheErrorAndItsMeaning() {
        assertThatThrownBy(() -> FileDescriptor.open("/no/such/file"))
                .isInstanceOf(SystemCallException.class)
                .hasMessage("open /no/such/file: ENOENT, no such file or directory");
    }

    @Test
    void anErrorWithoutANameHasItsNumber() {
        assertThat(new SystemCallException("KVM_RUN", 250)).hasMessage("KVM_RUN: error 250");
    }

    @Test
    void anEventCountsItsSignalsUntilTheyAreTaken() {
        try (EventFd event = new EventFd();
                Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(ValueLayout.JAVA_LONG);
            assertThat(event.take(buffer)).isZero();
            event.signal();
            event.signal();
            assertThat(event.take(buffer)).isEqualTo(2);
            assertThat(event.take(buffer)).isZero();
        }
    }

    @Test
    void pollFindsTheDescriptorThatHasInput() {
        try (EventFd quiet = new EventFd();
                EventFd loud = new EventFd();
                Arena arena = Arena.ofConfined()) {
            loud.signal();
            PollSet set = new PollSet(arena, new int[] {quiet.number(), loud.number()});
            set.await();
            assertThat(set.ready(0)).isFalse();
            assertThat(set.ready(1)).isTrue();
        }
    }

    @Test
    void theKickSignalEndsABlockingCallAndIsNotFatal() throws InterruptedException {
        BlockingQueue<Integer> threads = new LinkedBlockingQueue<>();
        BlockingQueue<String> ends = new LinkedBlockingQueue<>();
        try (EventFd never = new EventFd()) {
            Thread waiting = Thread.ofPlatform().start(() -> {
                try (Arena arena = Arena.ofConfined()) {
                    KickSignal.get().unblockHere();
                    threads.add(KickSignal.currentThread());
                    new PollSet(arena, new int[] {never.number()}).await();
                    ends.add("ended");
                }
            });
            int thread = threads.take();
            while (ends.isEmpty()) {
                KickSignal.get().send(thread);
                // A thread that is sent signals without pause handles signals without pause, and does nothing else.
                Thread.sleep(1);
            }
            waiting.join();
            // The thread is gone: sending is no error.
            KickSignal.get().send(thread);
        }
    }

    @Test
    void anonymousMemoryIsZeroedAndWritable() {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment memory = Mapping.anonymous("test", 1 << 20, false, arena);
            assertThat(memory.get(ValueLayout.JAVA_LONG, (1 << 20) - 8)).isZero();
            memory.set(ValueLayout.JAVA_LONG, 8, 42);
            Mapping.populate(memory);
            Mapping.adviseHugePages(memory);
            assertThat(memory.get(ValueLayout.JAVA_LONG, 8)).isEqualTo(42);
        }
    }
}
