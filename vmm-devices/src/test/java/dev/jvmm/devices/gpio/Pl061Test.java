// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.gpio;

import static dev.jvmm.devices.gpio.Pl061Registers.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.devices.testing.ManualTime;
import dev.jvmm.devices.testing.RandomAccesses;
import dev.jvmm.devices.testing.RecordingIrqLine;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pl061Test {
    private final RecordingIrqLine irq = new RecordingIrqLine();
    private final Pl061 gpio = new Pl061(irq);

    private int get(int offset) {
        return (int) gpio.read(offset, 4);
    }

    private void put(int offset, int value) {
        gpio.write(offset, 1, value);
    }

    @Test
    void identifiesItself() {
        int[] expected = {0x61, 0x10, 0x04, 0x00, 0x0D, 0xF0, 0x05, 0xB1};
        for (int i = 0; i < expected.length; i++) {
            assertThat(get(0xFE0 + 4 * i)).isEqualTo(expected[i]);
        }
    }

    @Test
    void theOffsetMasksTheDataRegister() {
        put(DIR, 0xF0);
        put(0xFF << 2, 0xFF);
        assertThat(get(0xFF << 2)).as("inputs are low").isEqualTo(0xF0);
        put(0x30 << 2, 0x10);
        assertThat(get(0xFF << 2)).isEqualTo(0xD0);
        assertThat(get(0x50 << 2)).isEqualTo(0x50);
        assertThat(get(0)).isZero();
        gpio.setInput(1, true);
        assertThat(get(0x02 << 2)).isEqualTo(0x02);
        assertThat(gpio.lines()).isEqualTo(0xD2);
    }

    @Test
    void registersKeepTheirEightBitsAndDropThemOnReset() {
        for (int offset : new int[] {DIR, IS, IBE, IEV, IE, AFSEL}) {
            gpio.write(offset, 4, 0xFFFF_FFA5L);
            assertThat(get(offset)).isEqualTo(0xA5);
        }
        gpio.reset();
        for (int offset : new int[] {DIR, IS, IBE, IEV, IE, RIS, MIS, AFSEL}) {
            assertThat(get(offset)).isZero();
        }
    }

    @Test
    void risingFallingAndBothEdgesAreLatched() {
        put(IE, 0x07);
        put(IEV, 0x01);
        put(IBE, 0x04);
        gpio.setInput(0, true);
        gpio.setInput(1, true);
        gpio.setInput(2, true);
        assertThat(get(RIS)).isEqualTo(0x05);
        put(IC, 0x05);
        assertThat(irq.level()).isFalse();
        gpio.setInput(0, false);
        gpio.setInput(1, false);
        gpio.setInput(2, false);
        assertThat(get(MIS)).isEqualTo(0x06);
        assertThat(irq.level()).isTrue();
    }

    @Test
    void aLevelInterruptFollowsItsLine() {
        put(IS, 0x03);
        put(IEV, 0x01);
        assertThat(get(RIS)).as("line 1 is low").isEqualTo(0x02);
        put(IE, 0x01);
        assertThat(irq.level()).isFalse();
        gpio.setInput(0, true);
        assertThat(irq.level()).isTrue();
        put(IC, 0xFF);
        assertThat(irq.level()).as("clearing does not change a level").isTrue();
        gpio.setInput(0, false);
        assertThat(irq.level()).isFalse();
    }

    @Test
    void thePowerButtonGivesGpioKeysAPressAndARelease() {
        ManualTime time = new ManualTime(Instant.EPOCH);
        PowerButton button = new PowerButton(gpio, time);
        put(IBE, 1 << PowerButton.LINE); // gpio-keys asks for both edges
        put(IE, 1 << PowerButton.LINE);
        button.press();
        assertThat(irq.level()).isTrue();
        put(IC, 1 << PowerButton.LINE);
        time.advance(Duration.ofMillis(20)); // the driver reads the line after its debounce time
        assertThat(get(0x08 << 2)).isEqualTo(0x08);
        time.advance(Duration.ofSeconds(1));
        assertThat(irq.level()).isTrue();
        assertThat(get(0x08 << 2)).isZero();
        put(IC, 1 << PowerButton.LINE);
        assertThat(irq.level()).isFalse();
    }

    @Test
    void pressingThePowerButtonAgainHoldsItLonger() {
        ManualTime time = new ManualTime(Instant.EPOCH);
        PowerButton button = new PowerButton(gpio, time);
        button.press();
        time.advance(Duration.ofMillis(90));
        button.press();
        time.advance(Duration.ofMillis(90));
        assertThat(gpio.lines()).isEqualTo(0x08);
        time.advance(Duration.ofMillis(10));
        assertThat(gpio.lines()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomAccessesNeverThrow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 500; round++) {
            gpio.setInput(random.nextInt(8), random.nextBoolean());
            RandomAccesses.run(gpio, 0x400, 0x24, 10, false, random);
            RandomAccesses.run(gpio, 0, 0x1000, 10, false, random);
            assertThat(irq.level()).isEqualTo(get(MIS) != 0);
        }
    }
}
