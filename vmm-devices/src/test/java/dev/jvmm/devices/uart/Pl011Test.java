// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.uart;

import static dev.jvmm.devices.uart.Pl011Registers.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.devices.testing.RandomAccesses;
import dev.jvmm.devices.testing.RecordingIrqLine;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Pl011Test {
    private final RecordingIrqLine irq = new RecordingIrqLine();
    private final FakeSerialBackend host = new FakeSerialBackend();
    private final Pl011 uart = new Pl011(irq, host);

    private int get(int offset) {
        return (int) uart.read(offset, 4);
    }

    private void put(int offset, int value) {
        uart.write(offset, 4, value & 0xFFFF_FFFFL);
    }

    private void enableWithFifos() {
        put(CR, 0);
        put(LCR_H, 0x70);
        put(CR, CR_UARTEN | CR_TXE | CR_RXE);
    }

    private void send(String text) {
        text.chars().forEach(c -> put(DR, c));
    }

    private String drain() {
        StringBuilder text = new StringBuilder();
        while ((get(FR) & FR_RXFE) == 0) {
            text.append((char) (get(DR) & 0xFF));
        }
        return text.toString();
    }

    @Test
    void registersHaveTheirResetValues() {
        assertThat(get(FR)).isEqualTo(FR_TXFE | FR_RXFE | FR_CTS | FR_DSR | FR_DCD);
        assertThat(get(CR)).isEqualTo(0x300);
        assertThat(get(IFLS)).isEqualTo(0x12);
        for (int offset : new int[] {DR, RSR_ECR, ILPR, IBRD, FBRD, LCR_H, IMSC, RIS, MIS, DMACR}) {
            assertThat(get(offset)).as("register 0x%x", offset).isZero();
        }
    }

    @Test
    void identifiesItselfAsRevisionR1p5() {
        int[] expected = {0x11, 0x10, 0x34, 0x00, 0x0D, 0xF0, 0x05, 0xB1};
        for (int i = 0; i < expected.length; i++) {
            assertThat(get(0xFE0 + 4 * i)).isEqualTo(expected[i]);
        }
    }

    @ParameterizedTest
    @CsvSource({"0x20,0xFF", "0x24,0xFFFF", "0x28,0x3F", "0x2C,0xFF", "0x30,0xFF87", "0x34,0x3F", "0x38,0x7FF", "0x48,7"
    })
    void aRegisterKeepsItsImplementedBitsAndDropsThemOnReset(String register, String mask) {
        int offset = Integer.decode(register);
        int reset = get(offset);
        put(offset, -1);
        assertThat(get(offset)).isEqualTo(Integer.decode(mask));
        put(offset, 0);
        assertThat(get(offset)).isZero();
        put(offset, -1);
        uart.reset();
        assertThat(get(offset)).isEqualTo(reset);
    }

    @Test
    void readOnlyAndUnknownRegistersIgnoreStores() {
        for (int offset : new int[] {FR, RIS, MIS, 0xFE0, 0xFF0, 0x4C, 0x80}) {
            int before = get(offset);
            put(offset, -1);
            assertThat(get(offset)).isEqualTo(before);
        }
    }

    @Test
    void narrowAccessesReachTheRegister() {
        uart.write(DR, 1, 'x');
        uart.write(DR, 2, 'y');
        uart.write(IBRD, 2, 0x1234);
        assertThat(host.output()).isEqualTo("xy");
        assertThat(uart.read(IBRD, 1)).isEqualTo(0x34);
        assertThat(uart.read(IBRD + 1, 1)).isEqualTo(0x12);
        assertThat(uart.read(IBRD, 2)).isEqualTo(0x1234);
        uart.write(IBRD + 2, 2, 0xFFFF);
        assertThat(get(IBRD)).isEqualTo(0x1234);
    }

    @Test
    void anEarlyConsoleSendsBeforeAnyoneEnablesTheUart() {
        for (char c : "early".toCharArray()) {
            assertThat(get(FR) & FR_TXFF).isZero();
            put(DR, c);
        }
        assertThat(host.output()).isEqualTo("early");
        assertThat(get(FR) & FR_BUSY).isZero();
    }

    @Test
    void aPollingDriverLosesNothingWhileTheHostHasNoRoom() {
        enableWithFifos();
        host.setRoom(0);
        String sent = "";
        while ((get(FR) & FR_TXFF) == 0) {
            put(DR, 'a');
            sent += "a";
        }
        assertThat(sent).hasSize(FIFO_DEPTH);
        assertThat(get(FR) & (FR_BUSY | FR_TXFE)).isEqualTo(FR_BUSY);
        assertThat(host.output()).isEmpty();
        host.setRoom(1000);
        assertThat(get(FR) & (FR_BUSY | FR_TXFF | FR_TXFE)).isEqualTo(FR_TXFE);
        assertThat(host.output()).isEqualTo(sent);
        assertThat(uart.lostCharacters()).isZero();
    }

    @Test
    void withoutFifosOneCharacterFillsTheTransmitter() {
        host.setRoom(0);
        put(DR, 'a');
        assertThat(get(FR) & FR_TXFF).isNotZero();
        put(DR, 'b');
        host.setRoom(10);
        assertThat(host.output()).isEqualTo("a");
        assertThat(uart.lostCharacters()).isEqualTo(1);
    }

    @Test
    void theTransmitInterruptWaitsForRoomAndIsClearedByFillingTheFifo() {
        enableWithFifos();
        put(IMSC, INT_TX);
        assertThat(irq.level()).as("nothing sent yet").isFalse();
        host.setRoom(0);
        send("x".repeat(FIFO_DEPTH));
        assertThat(get(RIS) & INT_TX).isZero();
        assertThat(irq.level()).isFalse();
        host.setRoom(FIFO_DEPTH / 2 - 1);
        assertThat(irq.level()).as("one above half full").isFalse();
        host.setRoom(1);
        assertThat(irq.level()).as("half full").isTrue();
        put(DR, 'y');
        assertThat(irq.level()).as("above half full again").isFalse();
    }

    @Test
    void linuxTransmitsABurstByInterrupt() {
        enableWithFifos();
        put(DR, 'f');
        put(IMSC, INT_TX);
        assertThat(irq.level()).isTrue();
        assertThat(get(MIS)).isEqualTo(INT_TX);
        send("i".repeat(16));
        put(IMSC, 0);
        assertThat(irq.level()).isFalse();
        assertThat(host.output()).isEqualTo("f" + "i".repeat(16));
        put(ICR, INT_TX);
        assertThat(get(RIS) & INT_TX).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0,4", "1,8", "2,16", "3,24", "4,28", "7,28"})
    void theReceiveInterruptComesAtItsTriggerLevel(int select, int level) {
        put(IFLS, select << 3);
        enableWithFifos();
        put(IMSC, INT_RX);
        host.type("r".repeat(level - 1));
        assertThat(irq.level()).isFalse();
        host.type("r");
        assertThat(irq.level()).isTrue();
        get(DR);
        assertThat(irq.level()).as("below the trigger").isFalse();
    }

    @Test
    void aSingleKeyRaisesTheReceiveTimeout() {
        enableWithFifos();
        put(IMSC, INT_RX | INT_RT);
        host.type("k");
        assertThat(irq.level()).isTrue();
        assertThat(get(MIS)).isEqualTo(INT_RT);
        assertThat(drain()).isEqualTo("k");
        assertThat(get(RIS) & (INT_RT | INT_RX)).isZero();
        assertThat(irq.level()).isFalse();
    }

    @Test
    void withoutFifosEachCharacterRaisesTheReceiveInterrupt() {
        put(CR, CR_UARTEN | CR_RXE);
        put(IMSC, INT_RX | INT_RT);
        host.type("ab");
        assertThat(get(MIS)).isEqualTo(INT_RX);
        assertThat(get(FR) & FR_RXFF).isNotZero();
        assertThat(get(DR)).isEqualTo('a');
        assertThat(irq.level()).as("the next character arrived").isTrue();
        assertThat(get(DR)).isEqualTo('b');
        assertThat(irq.level()).isFalse();
    }

    @Test
    void pastedInputWaitsOnTheHostAndArrivesWhole() {
        enableWithFifos();
        put(IMSC, INT_RX | INT_RT);
        String pasted = "0123456789abcdef".repeat(100);
        host.type(pasted);
        assertThat(host.waitingInput()).isEqualTo(pasted.length() - FIFO_DEPTH);
        StringBuilder got = new StringBuilder();
        while (irq.level()) {
            for (int i = 0; i < 7 && (get(FR) & FR_RXFE) == 0; i++) {
                got.append((char) get(DR));
            }
        }
        assertThat(got).hasToString(pasted);
        assertThat(get(RIS) & INT_OE).isZero();
    }

    @Test
    void inputTypedBeforeTheReceiverIsEnabledWaits() {
        host.type("early");
        assertThat(get(FR) & FR_RXFE).isNotZero();
        enableWithFifos();
        assertThat(drain()).isEqualTo("early");
    }

    @Test
    void inputStillInterruptsAfterADriverClearedInterruptsWithAFullFifo() {
        enableWithFifos();
        host.type("x".repeat(200));
        put(ICR, INT_RT | INT_RX);
        for (int i = 0; i < 2 * FIFO_DEPTH; i++) { // what Linux drains at startup
            get(DR);
        }
        put(IMSC, INT_RT | INT_RX);
        assertThat(irq.level()).isTrue();
    }

    @Test
    void overrunIsReportedOnceTheFifoIsFull() {
        put(LCR_H, LCR_H_FEN);
        put(CR, CR_UARTEN | CR_LBE | CR_TXE | CR_RXE);
        put(IMSC, INT_OE);
        send("x".repeat(FIFO_DEPTH));
        assertThat(irq.level()).isFalse();
        put(DR, 'y');
        assertThat(irq.level()).isTrue();
        assertThat(get(DR)).isEqualTo('x' | DR_OE);
        assertThat(get(RSR_ECR)).isEqualTo(RSR_OE);
        put(RSR_ECR, 0);
        assertThat(get(RSR_ECR)).isZero();
        put(DR, 'z');
        assertThat(get(DR)).as("a character was stored since").isEqualTo('x');
        put(ICR, INT_OE);
        assertThat(irq.level()).isFalse();
    }

    @Test
    void loopbackReturnsCharactersBreakAndModemLines() {
        put(LCR_H, LCR_H_FEN);
        put(CR, CR_UARTEN | CR_LBE | CR_TXE | CR_RXE);
        put(ICR, INT_MASK);
        send("loop");
        assertThat(host.output()).isEmpty();
        assertThat(drain()).isEqualTo("loop");
        put(IMSC, INT_BE);
        put(LCR_H, LCR_H_FEN | LCR_H_BRK);
        assertThat(irq.level()).isTrue();
        assertThat(get(DR)).isEqualTo(DR_BE);
        assertThat(get(RSR_ECR)).isEqualTo(DR_BE >>> 8);
        put(ICR, INT_BE);
        assertThat(get(FR) & (FR_CTS | FR_DSR | FR_DCD | FR_RI)).isZero();
        put(IMSC, INT_CTS);
        put(CR, get(CR) | CR_RTS);
        assertThat(get(FR) & FR_CTS).isNotZero();
        assertThat(irq.level()).isTrue();
        put(ICR, INT_CTS);
        put(CR, get(CR) | CR_DTR | CR_OUT1 | CR_OUT2);
        assertThat(get(FR) & (FR_DSR | FR_DCD | FR_RI)).isEqualTo(FR_DSR | FR_DCD | FR_RI);
        assertThat(get(RIS) & (INT_DSR | INT_DCD | INT_RI)).isEqualTo(INT_DSR | INT_DCD | INT_RI);
    }

    @Test
    void resetSilencesTheInterruptAndForgetsInput() {
        enableWithFifos();
        put(IMSC, INT_MASK);
        host.type("abc");
        assertThat(irq.level()).isTrue();
        uart.reset();
        assertThat(irq.level()).isFalse();
        assertThat(get(FR) & FR_RXFE).isNotZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomAccessesNeverThrow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            host.type("in");
            host.setRoom(random.nextInt(20));
            RandomAccesses.run(uart, 0, 0x50, 50, false, random);
            RandomAccesses.run(uart, 0, 0x1000, 20, false, random);
            assertThat(irq.level()).isEqualTo(get(MIS) != 0);
        }
    }
}
