// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.interpret.A64Predecoder;
import dev.jvmm.softcpu.system.SystemRegisters;
import dev.jvmm.softcpu.testing.JvmFootprint;
import dev.jvmm.softcpu.translate.TranslationOptions.Making;
import dev.jvmm.softcpu.translate.TranslationOptions.Registers;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The translator's life beside that of its machine. */
@Timeout(60)
class TranslatorTest {
    private static final int ADD_X0_X0_1 = 0x9100_0400;
    private static final int RET = 0xD65F_03C0;

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicBoolean finished = new AtomicBoolean();
    private final AtomicBoolean finishedWhenClosed = new AtomicBoolean();

    /** Whoever closes frees the guest's memory next, which the translator reads. */
    @Test
    void closeWaitsForTheTranslationUnderWay() throws InterruptedException {
        try (Arena arena = Arena.ofShared()) {
            // Memory of zeroes: UDF, for which the region calls an op.
            CodePage page = new CodePage(
                    0, arena.allocate(CodePage.BYTES, CodePage.BYTES).address());
            Translator translator = new Translator(
                    new TranslationOptions(1, 1, true, Registers.IN_VCPU, Making.BACKGROUND), this::slowly);
            translator.hot(page, 0);
            entered.await();
            Thread closer = Thread.ofPlatform().start(() -> {
                translator.close();
                finishedWhenClosed.set(finished.get());
            });
            while (closer.getState() != Thread.State.WAITING && closer.isAlive()) {
                Thread.onSpinWait();
            }
            released.countDown();
            closer.join();
            assertThat(finishedWhenClosed).isTrue();
        }
    }

    /** HotSpot compiles it only when it is called often, and nobody but the translator calls it here. */
    @Test
    void aRegionIsPublishedWhenHotSpotHasCompiledIt() throws InterruptedException {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment memory = arena.allocate(CodePage.BYTES, CodePage.BYTES);
            memory.setAtIndex(ValueLayout.JAVA_INT, 0, ADD_X0_X0_1);
            memory.setAtIndex(ValueLayout.JAVA_INT, 1, RET);
            CodePage page = new CodePage(0, memory.address());
            A64Predecoder decoder = new A64Predecoder(new SystemRegisters());
            decoder.decode(page, 0);
            TranslationOptions options = new TranslationOptions(1, 10, true, Registers.IN_VCPU, Making.WARMED_UP);
            Translator translator = new Translator(options, decoder::op);
            try (translator) {
                translator.hot(page, 0);
                while (CodePage.kind(page.word(0)) != CodePage.REGION) {
                    Thread.sleep(1);
                }
            }
            assertThat(translator.counters())
                    .containsEntry("regions published", 1L)
                    .containsEntry("regions given up", 0L);
            assertThat(page.region(page.word(0)).getClass()).matches(JvmFootprint::isCompiled);
            assertThat(page.wants(1)).as("inside of it").isFalse();
        }
    }

    private Op slowly(int instruction, int offset) {
        entered.countDown();
        boolean waiting = true;
        while (waiting) {
            try {
                released.await();
                waiting = false;
            } catch (InterruptedException e) {
                // Closing interrupts; a translation goes on regardless.
                Thread.onSpinWait();
            }
        }
        finished.set(true);
        return cpu -> {};
    }
}
