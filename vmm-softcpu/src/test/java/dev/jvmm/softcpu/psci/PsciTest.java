// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.psci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Requests;
import dev.jvmm.softcpu.testing.BareCpu;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PsciTest {
    /** Writes down what it is asked. */
    private static final class RecordingPower implements PowerController {
        final List<String> asked = new ArrayList<>();
        int answer;

        @Override
        public int cpuOn(long targetMpidr, long entry, long context) {
            asked.add("on %x %x %x".formatted(targetMpidr, entry, context));
            return answer;
        }

        @Override
        public void cpuOff(Cpu cpu) {
            asked.add("off " + cpu.number);
        }

        @Override
        public int affinityInfo(long mpidr, int level) {
            asked.add("affinity %x %d".formatted(mpidr, level));
            return answer;
        }

        @Override
        public int systemSuspend(Cpu cpu, long entry, long context) {
            asked.add("suspend %x %x".formatted(entry, context));
            return answer;
        }

        @Override
        public void systemOff(Cpu cpu) {
            asked.add("system off");
        }

        @Override
        public void systemReset(Cpu cpu) {
            asked.add("system reset");
        }
    }

    private final RecordingPower power = new RecordingPower();
    private final Psci psci = new Psci(power);
    private final Cpu cpu = BareCpu.one();

    private long call(long function, long... arguments) {
        cpu.x[0] = function;
        for (int i = 0; i < arguments.length; i++) {
            cpu.x[i + 1] = arguments[i];
        }
        psci.call(cpu);
        return cpu.x[0];
    }

    @Test
    void saysItsVersions() {
        assertThat(call(0x8400_0000L)).as("PSCI 1.1").isEqualTo(0x1_0001);
        assertThat(call(0x8000_0000L)).as("SMCCC 1.1").isEqualTo(0x1_0001);
        assertThat(call(0x8400_0006L)).as("no migration").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {0x8400_0005L, 0x8400_000BL, 0x8600_FF01L, 0xC400_0000L, 0xC400_0008L, 0, 0xFFFF_FFFFL, 0x4321})
    void whatItDoesNotKnowIsNotSupported(long function) {
        assertThat(call(function)).isEqualTo(-1);
        assertThat(call(0x8400_000AL, function)).as("PSCI_FEATURES").isEqualTo(-1);
        assertThat(power.asked).isEmpty();
    }

    @Test
    void otherRegistersSurviveACall() {
        cpu.x[3] = 33;
        cpu.x[17] = 17;
        call(0x8400_0000L, 1, 2);
        assertThat(cpu.x[1]).isEqualTo(1);
        assertThat(cpu.x[3]).isEqualTo(33);
        assertThat(cpu.x[17]).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0x8400_0000L,
                0x8400_0001L,
                0xC400_0001L,
                0x8400_0002L,
                0x8400_0003L,
                0xC400_0003L,
                0x8400_0004L,
                0xC400_0004L,
                0x8400_0006L,
                0x8400_0008L,
                0x8400_0009L,
                0x8400_000AL,
                0x8400_000EL,
                0xC400_000EL,
                0x8400_0012L,
                0xC400_0012L,
                0x8000_0000L
            })
    void featuresKnowWhatThereIs(long function) {
        assertThat(call(0x8400_000AL, function)).isZero();
    }

    @Test
    void cpuOnPassesTargetEntryAndContext() {
        assertThat(call(0xC400_0003L, 0x101, 0x1_4000_0000L, 0xFFFF_0000_1234_5678L))
                .isZero();
        assertThat(call(0x8400_0003L, 0xF_0000_0001L, 0xF_4000_0000L, 0xF_0000_0007L))
                .isZero();
        assertThat(power.asked).containsExactly("on 101 140000000 ffff000012345678", "on 1 40000000 7");
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, -4, -5, -6})
    void cpuOnReturnsWhatTheMachineSays(int answer) {
        power.answer = answer;
        assertThat(call(0xC400_0003L, 1, 0x4000_0000L, 0)).isEqualTo(answer);
    }

    @Test
    void cpuOnRefusesNonsense() {
        assertThat(call(0xC400_0003L, 1L << 31 | 1, 0x4000_0000L, 0)).isEqualTo(-2);
        assertThat(call(0xC400_0003L, 1, 0x4000_0002L, 0)).isEqualTo(-9);
        assertThat(power.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 3"})
    void affinityInfoReturnsWhatTheMachineSays(int answer, int level) {
        power.answer = answer;
        assertThat(call(0xC400_0004L, 0x101, level)).isEqualTo(answer);
        assertThat(power.asked).containsExactly("affinity 101 " + level);
    }

    @Test
    void affinityInfoRefusesLevelsBeyondThree() {
        assertThat(call(0xC400_0004L, 0, 4)).isEqualTo(-2);
        assertThat(call(0x8400_0004L, 0, 0xFFFF_FFFFL)).isEqualTo(-2);
        assertThat(power.asked).isEmpty();
    }

    @Test
    void powerCallsReachTheMachine() {
        call(0x8400_0002L);
        call(0x8400_0008L);
        call(0x8400_0009L);
        call(0x8400_0012L, 0, 0);
        call(0xC400_0012L, 0, 0);
        assertThat(power.asked).containsExactly("off 0", "system off", "system reset", "system reset", "system reset");
        assertThat(call(0x8400_0012L, 0x8000_0000L, 0)).as("a vendor's reset").isEqualTo(-2);
        assertThat(power.asked).hasSize(5);
    }

    @Test
    void suspendIsStandbyUntilAnInterrupt() {
        cpu.request(Requests.IRQ);
        assertThat(call(0xC400_0001L, 0, 0, 0)).isZero();
    }

    @Test
    void systemSuspendPassesEntryAndContext() {
        power.answer = -3;
        assertThat(call(0xC400_000EL, 0x1_4000_0000L, 0xFFFF_0000_1234_5678L)).isEqualTo(-3);
        assertThat(call(0xC400_000EL, 0x4000_0002L, 0)).isEqualTo(-9);
        assertThat(power.asked).containsExactly("suspend 140000000 ffff000012345678");
    }

    @Test
    void workaroundsAreCallableButNotNeeded() {
        assertThat(call(0x8000_0001L, 0x8000_0000L)).isZero();
        assertThat(call(0x8000_0001L, 0x8000_8000L)).isEqualTo(1);
        assertThat(call(0x8000_0001L, 0x8000_7FFFL)).isEqualTo(-2);
        assertThat(call(0x8000_0001L, 0x8000_3FFFL)).isEqualTo(1);
        assertThat(call(0x8000_0001L, 0x8000_0002L)).isEqualTo(-1);
        assertThat(call(0x8000_8000L)).isZero();
    }

    @Test
    void randomNumbersFillTheBitsAskedFor() {
        assertThat(call(0x8400_0050L)).isEqualTo(0x1_0000);
        assertThat(call(0x8400_0051L, 0xC400_0053L)).isZero();
        assertThat(call(0x8400_0051L, 0x8400_0054L)).isEqualTo(-1);
        long seen = 0;
        for (int i = 0; i < 200; i++) {
            assertThat(call(0xC400_0053L, 70)).isZero();
            assertThat(cpu.x[1]).isZero();
            assertThat(cpu.x[2] >>> 6).isZero();
            seen |= cpu.x[3];
        }
        assertThat(seen).as("each bit is set some time").isEqualTo(-1);
        assertThat(call(0x8400_0053L, 96)).isZero();
        assertThat(cpu.x[1] >>> 32 | cpu.x[2] >>> 32 | cpu.x[3] >>> 32).isZero();
        assertThat(call(0x8400_0053L, 97)).isEqualTo(-2);
        assertThat(call(0xC400_0053L, 193)).isEqualTo(-2);
        assertThat(call(0xC400_0053L, 0)).isEqualTo(-2);
    }
}
