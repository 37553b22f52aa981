// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.testing.Engine;
import dev.jvmm.softcpu.testing.JvmFootprint;
import dev.jvmm.softcpu.testing.OnEngine;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A guest that makes and drops code without end: what was made of the code must be dropped with it, or no machine could run for
 * weeks.
 */
@Timeout(600)
class CodeChurnTest {
    private static final long FUNCTION = Guest.DATA + 0x4000;
    private static final long COUNT = Guest.DATA;
    private static final int ROUNDS = Boolean.getBoolean("jvmm.it.all") ? 40 : 5;

    /** Rounds after which the machine and the JVM have what they need. */
    private static final int WARM = 2;

    /** Functions translated in a round, at least. */
    private static final int REGIONS = 400;

    // What the JVM may take in the later rounds for other reasons: less than half of what it takes when regions are
    // kept on purpose, each with a class, 2800 bytes of metaspace, 700 to 900 of heap and, compiled, 1200 of code.
    private static final long CLASSES = REGIONS / 2;
    private static final long HEAP = 512 << 10;
    private static final long METASPACE = 1 << 20;
    private static final long CODE = 1 << 20;
    private static final long COMPILED = REGIONS / 10;

    @AfterEach
    void restore() {
        OnEngine.select(Engine.INTERPRETER);
    }

    /** Each function is translated before its only call, and executed. */
    @Test
    void whatIsMadeOfCodeThatIsExecutedOnceIsDroppedWithIt() throws InterruptedException {
        assertThat(churn(Engine.EAGER, 1)).isNotNegative();
    }

    /** Each function is translated in the background while it is called, and HotSpot compiles it when it is warmed up. */
    @Test
    void whatIsCompiledOfHotCodeIsDroppedWithIt() throws InterruptedException {
        assertThat(churn(Engine.MIXED, 10_000)).isGreaterThan(COMPILED);
    }

    /**
     * Churns and looks at the JVM after each round.
     *
     * @param calls of each function
     * @return how many compiled regions there were before a collection, at most
     */
    private static long churn(Engine engine, int calls) throws InterruptedException {
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        List<JvmFootprint> rounds = new ArrayList<>();
        long mostCompiled = 0;
        OnEngine.select(engine);
        try (Guest guest = new Guest()) {
            write(guest, calls);
            guest.start();
            for (int round = 1; round <= ROUNDS; round++) {
                long count = guest.read(COUNT);
                long loaded = classes.getTotalLoadedClassCount();
                while (classes.getTotalLoadedClassCount() - loaded < REGIONS || guest.read(COUNT) == count) {
                    Thread.sleep(5);
                }
                guest.machine.pause();
                mostCompiled = Math.max(mostCompiled, JvmFootprint.compiledRegionsNow());
                rounds.add(JvmFootprint.afterCollection());
                guest.machine.resume();
            }
            guest.machine.pause();
        }
        System.out.println(engine + ": " + mostCompiled + " regions compiled at a time");
        rounds.forEach(System.out::println);
        JvmFootprint early = rounds.get(WARM - 1);
        JvmFootprint late = rounds.getLast();
        assertThat(late.classes() - early.classes()).as("classes").isLessThan(CLASSES);
        assertThat(late.heap() - early.heap()).as("heap").isLessThan(HEAP);
        assertThat(late.metaspace() - early.metaspace()).as("metaspace").isLessThan(METASPACE);
        assertThat(late.codeCache() - early.codeCache()).as("code cache").isLessThan(CODE);
        assertThat(late.compiledRegions()).as("compiled regions").isLessThan(COMPILED);
        return mostCompiled;
    }

    /** Each change writes MOVZ X2, #n; RET, calls it and counts what comes back. */
    private static void write(Guest guest, int calls) {
        guest.put(FUNCTION, new A64().mov(2, 0).ret());
        guest.program
                .mov(1, FUNCTION)
                .mov(6, COUNT)
                .mov(3, 0)
                .mov(10, 0xD280_0002L)
                .mov(11, 0);
        guest.program.label("change").add(11, 11, 1).word(0x9240_3D64); // AND X4, X11, #0xFFFF
        guest.program.word(0xAA04_1545); // ORR X5, X10, X4, LSL #5
        guest.program.str(2, 5, 1, 0).dsb().icIvau(1).dsb().isb();
        guest.program.mov(7, calls).label("call").blr(1).word(0xEB04_005F); // CMP X2, X4
        guest.program.b(A64.NE, "wrong").subs(7, 7, 1).b(A64.NE, "call");
        guest.program.add(3, 3, 1).str(3, 6).b("change");
        guest.program.label("wrong");
        guest.end();
    }
}
