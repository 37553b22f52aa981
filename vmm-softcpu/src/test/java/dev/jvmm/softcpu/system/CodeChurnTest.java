// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.testing.Engine;
import dev.jvmm.softcpu.testing.OnEngine;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A guest that makes and drops code without end: what was made of the code must be dropped with it. */
@Timeout(600)
class CodeChurnTest {
    private static final long FUNCTION = Guest.DATA + 0x4000;
    private static final long COUNT = Guest.DATA;
    private static final int ROUNDS = Boolean.getBoolean("jvmm.it.all") ? 40 : 5;
    /** New functions in a round. */
    private static final int CHANGES = 1000;
    /** Classes that the machine itself or the JVM may load late. */
    private static final int SLACK = CHANGES / 2;

    private static long loadedClasses() throws InterruptedException {
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        long fewest = Long.MAX_VALUE;
        // Unloading follows a collection that may be concurrent.
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(20);
            fewest = Math.min(fewest, classes.getLoadedClassCount());
        }
        return fewest;
    }

    @Test
    void theClassesOfDroppedCodeAreUnloaded() throws InterruptedException {
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        List<Long> loaded = new ArrayList<>();
        long before = classes.getTotalLoadedClassCount();
        OnEngine.select(Engine.EAGER);
        try (Guest guest = new Guest()) {
            // Each change writes MOVZ X2, #n; RET, calls it and counts what comes back.
            guest.put(FUNCTION, new A64().mov(2, 0).ret());
            guest.program
                    .mov(1, FUNCTION)
                    .mov(6, COUNT)
                    .mov(3, 0)
                    .mov(10, 0xD280_0002L)
                    .mov(11, 0);
            guest.program.label("change").add(11, 11, 1).word(0x9240_3D64); // AND X4, X11, #0xFFFF
            guest.program
                    .word(0xAA04_1545)
                    .str(2, 5, 1, 0)
                    .dsb()
                    .icIvau(1)
                    .dsb()
                    .isb(); // ORR X5, X10, X4, LSL #5
            guest.program
                    .blr(1)
                    .word(0xEB04_005F)
                    .b(A64.NE, "wrong")
                    .add(3, 3, 1)
                    .str(3, 6)
                    .b("change"); // CMP X2, X4
            guest.program.label("wrong");
            guest.end();
            guest.start();
            for (int round = 1; round <= ROUNDS; round++) {
                while (guest.read(COUNT) < (long) round * CHANGES) {
                    Thread.sleep(5);
                }
                guest.machine.pause();
                loaded.add(loadedClasses());
                guest.machine.resume();
            }
            guest.machine.pause();
        } finally {
            OnEngine.select(Engine.INTERPRETER);
        }
        System.out.println("classes after each round: " + loaded);
        assertThat(classes.getTotalLoadedClassCount() - before).isGreaterThan((long) (ROUNDS - 1) * CHANGES);
        assertThat(loaded.getLast() - loaded.getFirst()).isLessThan(SLACK);
    }
}
