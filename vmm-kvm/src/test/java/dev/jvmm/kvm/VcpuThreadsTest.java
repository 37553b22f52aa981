// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.jvmm.kvm.abi.KvmConstants;
import dev.jvmm.kvm.sys.BlockedKickSignal;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pause, resume and stop against vCPUs that never leave the guest, and against ones that leave it all the time. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VcpuThreadsTest {
    /** inc dword [es:0x800]; jmp back: never exits. */
    private static final int[] COUNT_IN_MEMORY = {0x26, 0x66, 0xff, 0x06, 0x00, 0x08, 0xeb, 0xf8};

    /** inc dword [es:0x900]; mov [0x10], al; mov al, [0x14]; jmp back: two MMIO exits a round. */
    private static final int[] COUNT_AND_EXIT = {
        0x26, 0x66, 0xff, 0x06, 0x00, 0x09, 0xa2, 0x10, 0x00, 0xa0, 0x14, 0x00, 0xeb, 0xf2
    };

    /** mov word [0x20], 1; jmp $: says once that it runs. */
    private static final int[] SAY_HELLO = {0xc7, 0x06, 0x20, 0x00, 0x01, 0x00, 0xeb, 0xfe};

    private static final long FIRST_COUNTER = 0x800;
    private static final long SECOND_COUNTER = 0x900;

    private X86Guest guest;

    @BeforeEach
    void create() {
        guest = X86Guest.create();
    }

    @AfterEach
    void close() {
        if (guest != null) {
            guest.close();
        }
    }

    private static class Exits implements ExitHandler {
        final LongAdder count = new LongAdder();
        final BlockingQueue<RuntimeException> failures = new LinkedBlockingQueue<>();

        @Override
        public boolean exit(KvmVcpu vcpu) {
            count.increment();
            return true;
        }

        @Override
        public void failed(KvmVcpu vcpu, RuntimeException cause) {
            failures.add(cause);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void noWakeUpIsLostHoweverPausesAndResumesFall(long seed) {
        guest.vcpu(COUNT_IN_MEMORY);
        guest.vcpu(COUNT_AND_EXIT);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Exits exits = new Exits();
        try (VcpuThreads threads = new VcpuThreads(guest.vcpus, exits)) {
            threads.start();
            for (int round = 0; round < 500; round++) {
                spin(random.nextInt(4) == 0 ? random.nextInt(200_000) : random.nextInt(200));
                threads.pause();
                long first = counter(FIRST_COUNTER);
                long second = counter(SECOND_COUNTER);
                long exitCount = exits.count.sum();
                spin(random.nextInt(2000));
                assertThat(counter(FIRST_COUNTER)).isEqualTo(first);
                assertThat(counter(SECOND_COUNTER)).isEqualTo(second);
                assertThat(exits.count.sum()).isEqualTo(exitCount);
                threads.resume();
                if (round % 25 == 0) {
                    awaitProgress(FIRST_COUNTER, first);
                    awaitProgress(SECOND_COUNTER, second);
                }
            }
        }
        assertThat(exits.failures).isEmpty();
    }

    /** The vCPU that leaves the guest all the time looks at the one that never does, and at one that does too. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void othersAreHeldWhileOneLooksHoweverPausesAndResumesFall(long seed) {
        guest.vcpu(COUNT_IN_MEMORY);
        guest.vcpu(COUNT_AND_EXIT);
        KvmVcpu rival = guest.vcpu(COUNT_AND_EXIT);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        LongAdder looks = new LongAdder();
        LongAdder refusals = new LongAdder();
        class Looking extends Exits {
            private @Nullable VcpuThreads threads;

            @Override
            public boolean exit(KvmVcpu vcpu) {
                super.exit(vcpu);
                VcpuThreads mine = Objects.requireNonNull(threads);
                if (vcpu == rival && count.sum() % 16 != 0) {
                    return true;
                }
                List<KvmVcpu> seen = new ArrayList<>();
                boolean looked = mine.allOthers(vcpu, other -> {
                    long before = counter(FIRST_COUNTER);
                    spin(500);
                    // Registers can be read without waiting for the vCPU to come out.
                    other.mpState();
                    if (counter(FIRST_COUNTER) != before) {
                        throw new IllegalStateException("a vCPU executes that is held");
                    }
                    return seen.add(other);
                });
                if (looked && (seen.size() != 2 || seen.contains(vcpu))) {
                    throw new IllegalStateException("looked at " + seen);
                }
                (looked ? looks : refusals).increment();
                return true;
            }
        }
        Looking exits = new Looking();
        try (VcpuThreads threads = new VcpuThreads(guest.vcpus, exits)) {
            exits.threads = threads;
            threads.start();
            for (int round = 0; round < 100; round++) {
                spin(random.nextInt(20_000));
                threads.pause();
                long first = counter(FIRST_COUNTER);
                long second = looks.sum();
                spin(random.nextInt(2000));
                assertThat(counter(FIRST_COUNTER)).isEqualTo(first);
                assertThat(looks.sum()).isEqualTo(second);
                threads.resume();
                if (round % 10 == 0) {
                    awaitProgress(FIRST_COUNTER, first);
                    while (looks.sum() == second && exits.failures.isEmpty()) {
                        Thread.onSpinWait();
                    }
                }
            }
        }
        assertThat(exits.failures).isEmpty();
        assertThat(looks.sum()).isPositive();
    }

    @Test
    void stopEndsVcpusAtAnyMoment() {
        for (int round = 0; round < 100; round++) {
            try (X86Guest fresh = X86Guest.create()) {
                fresh.vcpu(COUNT_IN_MEMORY);
                fresh.vcpu(COUNT_AND_EXIT);
                VcpuThreads threads = new VcpuThreads(fresh.vcpus, new Exits());
                threads.start();
                spin(round * 2000);
                threads.close();
                threads.close();
            }
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("vcpu-"));
    }

    @Test
    void aThreadThatInheritedABlockedSignalIsKickedAllTheSame() throws InterruptedException {
        guest.vcpu(SAY_HELLO);
        CountDownLatch hello = new CountDownLatch(1);
        ExitHandler handler = new Exits() {
            @Override
            public boolean exit(KvmVcpu vcpu) {
                hello.countDown();
                return true;
            }
        };
        try (VcpuThreads threads = new VcpuThreads(guest.vcpus, handler)) {
            Thread starter = new Thread(BlockedKickSignal.around(threads::start));
            starter.start();
            starter.join();
            hello.await();
            threads.pause();
            threads.resume();
        }
    }

    @Test
    void aHaltedVcpuStaysOutUntilItIsBroughtBack() throws InterruptedException {
        guest.vcpu(COUNT_AND_EXIT);
        BlockingQueue<Long> exits = new LinkedBlockingQueue<>();
        ExitHandler handler = new Exits() {
            @Override
            public boolean exit(KvmVcpu vcpu) {
                exits.add(vcpu.run().mmioAddress());
                return false;
            }
        };
        try (VcpuThreads threads = new VcpuThreads(guest.vcpus, handler)) {
            threads.start();
            assertThat(exits.take()).isEqualTo(X86Guest.MMIO + 0x10L);
            threads.pause();
            threads.resume();
            threads.pause();
            assertThat(exits).isEmpty();
            threads.unhalt();
            threads.resume();
            assertThat(exits.take()).isEqualTo(X86Guest.MMIO + 0x14L);
        }
    }

    @Test
    void aHandlerThatThrowsStopsThatVcpuAndIsReported() throws InterruptedException {
        guest.vcpu(COUNT_AND_EXIT);
        Exits handler = new Exits() {
            @Override
            public boolean exit(KvmVcpu vcpu) {
                throw new IllegalStateException("a bug");
            }
        };
        try (VcpuThreads threads = new VcpuThreads(guest.vcpus, handler)) {
            threads.start();
            assertThat(handler.failures.take()).hasMessage("a bug");
            threads.pause();
        }
    }

    @Test
    void theExitPathDoesNotAllocate() throws InterruptedException {
        guest.vcpu(COUNT_AND_EXIT);
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        BlockingQueue<Long> figures = new LinkedBlockingQueue<>();
        ExitHandler handler = new Exits() {
            private long exits;
            private long before;

            @Override
            public boolean exit(KvmVcpu vcpu) {
                if (vcpu.run().exitReason() != KvmConstants.KVM_EXIT_MMIO) {
                    return false;
                }
                if (!vcpu.run().mmioIsWrite()) {
                    vcpu.run().mmioData(exits);
                }
                exits++;
                if (exits == 50_000) {
                    before = memory.getCurrentThreadAllocatedBytes();
                } else if (exits == 150_000) {
                    figures.add(memory.getCurrentThreadAllocatedBytes() - before);
                }
                return true;
            }
        };
        try (VcpuThreads threads = new VcpuThreads(guest.vcpus, handler)) {
            threads.start();
            // One object an exit would be 1.6 million bytes.
            assertThat(figures.take()).isLessThan(10_000);
        }
    }

    private long counter(long address) {
        MemorySegment memory = guest.memory;
        return (int) ValueLayout.JAVA_INT.varHandle().getVolatile(memory, address);
    }

    private void awaitProgress(long address, long from) {
        while (counter(address) == from) {
            Thread.onSpinWait();
        }
    }

    private static void spin(int rounds) {
        for (int i = 0; i < rounds; i++) {
            Thread.onSpinWait();
        }
    }
}
