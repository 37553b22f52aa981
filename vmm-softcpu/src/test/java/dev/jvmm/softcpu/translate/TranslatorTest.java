// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.cpu.Op;
import java.lang.foreign.Arena;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The translator's life beside that of its machine. */
@Timeout(60)
class TranslatorTest {
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
                    new TranslationOptions(1, 1, true, TranslationOptions.Making.BACKGROUND), this::slowly);
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
