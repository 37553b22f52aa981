// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.backend.serial;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.core.error.VmException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SerialBackendTest {
    /** A device that notes when it is woken. */
    private static final class Device implements SerialListener {
        final Semaphore input = new Semaphore(0);
        final Semaphore room = new Semaphore(0);

        @Override
        public void inputAvailable() {
            input.release();
        }

        @Override
        public void outputRoom() {
            room.release();
        }
    }

    private final Device device = new Device();

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }

    private static int send(SerialBackend backend, String text) {
        return backend.transmit(bytes(text), 0, text.length());
    }

    private static String receive(SerialBackend backend, int length) {
        byte[] target = new byte[length];
        return new String(target, 0, backend.receive(target, 0, length), US_ASCII);
    }

    /** Sends all of it, waiting for room as a driver does. */
    private void sendAll(SerialBackend backend, byte[] data) throws InterruptedException {
        int done = 0;
        while (done < data.length) {
            int taken = backend.transmit(data, done, data.length - done);
            done += taken;
            if (done < data.length) {
                device.room.acquire();
            }
        }
    }

    @Test
    void aFullPipeMakesTheGuestWaitAndWakesItOnce() throws IOException {
        SerialPipe pipe = new SerialPipe(4, SerialPipe.Overflow.WAIT);
        pipe.connect(device);
        assertThat(send(pipe, "abcdef")).isEqualTo(4);
        assertThat(send(pipe, "ef")).isZero();
        assertThat(pipe.fromGuest().readNBytes(3)).isEqualTo(bytes("abc"));
        assertThat(device.room.availablePermits()).isEqualTo(1);
        assertThat(send(pipe, "ef")).isEqualTo(2);
        assertThat(pipe.fromGuest().readNBytes(3)).isEqualTo(bytes("def"));
        assertThat(device.room.availablePermits()).isEqualTo(1);
    }

    @Test
    void aPipeThatDropsKeepsTheLatestOutput() throws IOException {
        SerialPipe pipe = new SerialPipe(4, SerialPipe.Overflow.DROP_OLDEST);
        pipe.connect(device);
        assertThat(send(pipe, "abc")).isEqualTo(3);
        assertThat(send(pipe, "de")).isEqualTo(2);
        assertThat(pipe.droppedBytes()).isEqualTo(1);
        assertThat(pipe.fromGuest().readNBytes(4)).isEqualTo(bytes("bcde"));
    }

    @Test
    void inputWaitsUntilTheGuestWantsIt() {
        SerialPipe pipe = new SerialPipe(4, SerialPipe.Overflow.WAIT);
        pipe.connect(device);
        assertThat(receive(pipe, 1)).isEmpty();
        assertThat(pipe.offer(bytes("hello"), 0, 5)).isEqualTo(4);
        assertThat(device.input.availablePermits()).isEqualTo(1);
        assertThat(receive(pipe, 3)).isEqualTo("hel");
        assertThat(pipe.offer(bytes("o!"), 0, 2)).isEqualTo(2);
        assertThat(receive(pipe, 9)).isEqualTo("lo!");
    }

    @Test
    void aWriterToTheGuestBlocksUntilThereIsRoom() throws Exception {
        SerialPipe pipe = new SerialPipe(4, SerialPipe.Overflow.WAIT);
        pipe.connect(device);
        assertThat(receive(pipe, 1)).isEmpty();
        Thread typist = Thread.ofPlatform().start(() -> {
            try (OutputStream out = pipe.toGuest()) {
                out.write(bytes("0123456789"));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        StringBuilder got = new StringBuilder();
        while (got.length() < 10) {
            device.input.acquire();
            String some = receive(pipe, 3);
            while (!some.isEmpty()) {
                got.append(some);
                some = receive(pipe, 3);
            }
        }
        typist.join();
        assertThat(got).hasToString("0123456789");
    }

    @Test
    void closingAPipeEndsItsReaderAfterTheLastByteAndReleasesTheGuest() throws IOException {
        SerialPipe pipe = new SerialPipe(2, SerialPipe.Overflow.WAIT);
        pipe.connect(device);
        assertThat(send(pipe, "abc")).isEqualTo(2);
        pipe.close();
        assertThat(device.room.availablePermits()).isEqualTo(1);
        assertThat(send(pipe, "c")).isEqualTo(1);
        assertThat(pipe.fromGuest().readAllBytes()).isEqualTo(bytes("ab"));
    }

    @Test
    void streamsCarryEverythingInOrderAndTheEndOfInputStopsNothing() throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] sent = new byte[300_000];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (byte) (i * 31 >> 3);
        }
        SerialBackend backend = StreamSerialBackend.of("test", new ByteArrayInputStream(bytes("in")), out);
        backend.connect(device);
        StringBuilder got = new StringBuilder(receive(backend, 9));
        while (got.length() < 2) {
            device.input.acquire();
            got.append(receive(backend, 9));
        }
        sendAll(backend, sent);
        backend.close();
        assertThat(got).hasToString("in");
        assertThat(out.toByteArray()).isEqualTo(sent);
    }

    @Test
    void outputGoesOnAfterItsReaderHasGone() throws InterruptedException {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        StreamSerialBackend backend = StreamSerialBackend.of("test", null, broken);
        backend.connect(device);
        sendAll(backend, new byte[200_000]);
        backend.close();
        assertThat(backend.discardedBytes()).isEqualTo(200_000);
    }

    @Test
    void aFileGetsTheOutput(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("console.log");
        Files.writeString(file, "from the run before");
        SerialBackend backend = StreamSerialBackend.toFile("test", file);
        backend.connect(device);
        assertThat(send(backend, "hello")).isEqualTo(5);
        backend.close();
        assertThat(file).hasContent("hello");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed(@TempDir Path directory) {
        assertThatThrownBy(() -> StreamSerialBackend.toFile("test", directory))
                .isInstanceOf(VmException.class)
                .hasMessageContaining(directory.toString());
    }

    @Test
    void aFanOutGivesAllOutputToEachEndAtThePaceOfTheSlowest() throws IOException {
        SerialPipe slow = new SerialPipe(3, SerialPipe.Overflow.WAIT);
        SerialPipe fast = new SerialPipe();
        SerialFanOut line = new SerialFanOut(slow, fast);
        line.connect(device);
        assertThat(send(line, "abcdefgh")).isEqualTo(8);
        assertThat(send(line, "ij")).isZero();
        assertThat(slow.fromGuest().readNBytes(3)).isEqualTo(bytes("abc"));
        assertThat(device.room.availablePermits()).isZero();
        assertThat(slow.fromGuest().readNBytes(3)).isEqualTo(bytes("def"));
        assertThat(device.room.availablePermits()).isEqualTo(1);
        assertThat(send(line, "ij")).isEqualTo(2);
        assertThat(slow.fromGuest().readNBytes(3)).isEqualTo(bytes("ghi"));
        assertThat(slow.fromGuest().readNBytes(1)).isEqualTo(bytes("j"));
        assertThat(fast.fromGuest().readNBytes(10)).isEqualTo(bytes("abcdefghij"));
    }

    @Test
    void endsOfAFanOutComeAndGo() throws IOException {
        SerialPipe blocked = new SerialPipe(1, SerialPipe.Overflow.WAIT);
        SerialPipe first = new SerialPipe();
        SerialFanOut line = new SerialFanOut(first, blocked);
        line.connect(device);
        assertThat(send(line, "abc")).isEqualTo(3);
        assertThat(send(line, "def")).isZero();
        line.detach(blocked);
        assertThat(device.room.availablePermits()).isEqualTo(1);
        SerialPipe watcher = new SerialPipe();
        assertThat(watcher.offer(bytes("typed"), 0, 5)).isEqualTo(5);
        line.attach(watcher);
        assertThat(send(line, "def")).isEqualTo(3);
        assertThat(first.fromGuest().readNBytes(6)).isEqualTo(bytes("abcdef"));
        assertThat(watcher.fromGuest().readNBytes(3)).isEqualTo(bytes("def"));
        assertThat(device.input.availablePermits()).isEqualTo(1);
        assertThat(receive(line, 5)).isEqualTo("typed");
        line.close();
    }

    @Test
    void aFanOutTakesLongOutputInOneGo() throws IOException {
        SerialPipe pipe = new SerialPipe();
        SerialFanOut line = new SerialFanOut(pipe);
        line.connect(device);
        byte[] sent = new byte[5000];
        Arrays.fill(sent, (byte) 'x');
        assertThat(line.transmit(sent, 0, sent.length)).isEqualTo(sent.length);
        assertThat(pipe.fromGuest().readNBytes(sent.length)).isEqualTo(sent);
    }
}
