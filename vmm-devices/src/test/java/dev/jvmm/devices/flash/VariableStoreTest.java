// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class VariableStoreTest {
    private static final int BLOCK = CfiFlash.BLOCK_BYTES;
    private static final Path FILE = Path.of("/vm/vars.fd");
    private static final Path TEMPLATE = Path.of("/share/VARS.fd");

    /** A VM's bank with its store, driven as firmware drives it. */
    private static final class Machine {
        final byte[] content = new byte[2 * BLOCK];
        final VariableStore store;
        final CfiFlash flash;

        Machine(DurableFiles files, Path template, boolean recreate) {
            MemorySegment bank = MemorySegment.ofArray(content);
            store = VariableStore.open(files, FILE, template, recreate, bank);
            flash = new CfiFlash(bank, false, mapped -> {}, store);
        }

        void word(int offset, int value) {
            flash.write(offset, 4, 0x0040_0040);
            flash.write(offset, 4, Integer.toUnsignedLong(value));
            flash.write(0, 4, 0x00FF_00FF);
        }

        void erase(int offset) {
            flash.write(offset, 4, 0x0020_0020);
            flash.write(offset, 4, 0x00D0_00D0);
            flash.write(0, 4, 0x00FF_00FF);
        }

        /** What EDK2's driver does to change bytes in place: read, erase and write back a block. */
        void rewrite(int block, int offset, byte value, boolean[] interrupted) {
            byte[] shadow = Arrays.copyOfRange(content, block * BLOCK, (block + 1) * BLOCK);
            shadow[offset] = value;
            erase(block * BLOCK);
            for (int at = 0; at < BLOCK && !interrupted[0]; at += 128) {
                int target = block * BLOCK + at;
                flash.write(target, 4, 0x00E8_00E8);
                flash.write(target, 4, 0x001F_001F);
                for (int i = 0; i < 128; i += 4) {
                    flash.write(target + i, 4, MemorySegment.ofArray(shadow).get(WORD, at + i) & 0xFFFF_FFFFL);
                }
                flash.write(0, 4, 0x00D0_00D0);
            }
            flash.write(0, 4, 0x00FF_00FF);
        }
    }

    private static final ValueLayout.OfInt WORD = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static byte[] template() {
        byte[] template = new byte[BLOCK + 1000];
        Arrays.fill(template, (byte) 0xFF);
        for (int i = 0; i < 1000; i++) {
            template[i * 7] = (byte) i;
        }
        return template;
    }

    private static byte[] bankOf(byte[] image) {
        byte[] bank = new byte[2 * BLOCK];
        Arrays.fill(bank, (byte) 0xFF);
        System.arraycopy(image, 0, bank, 0, image.length);
        return bank;
    }

    private static CrashingFiles files(int steps) {
        CrashingFiles files = new CrashingFiles(steps);
        files.put(TEMPLATE, template());
        return files;
    }

    @Test
    void aNewImageComesFromTheTemplateAndChangesSurviveACleanStop() {
        CrashingFiles files = files(Integer.MAX_VALUE);
        Machine first = new Machine(files, TEMPLATE, false);
        assertThat(first.content).isEqualTo(bankOf(template()));
        assertThat(files.get(FILE)).isEqualTo(template());
        first.word(BLOCK - 8, 0x1234_5678);
        first.store.close();
        assertThat(files.exists(Path.of("/vm/vars.fd.journal"))).isFalse();
        assertThat(bankOf(files.get(FILE))).isEqualTo(first.content);
        Machine second = new Machine(files, TEMPLATE, false);
        assertThat(second.content).isEqualTo(first.content);
        second.store.close();
        Machine third = new Machine(files, TEMPLATE, true);
        assertThat(third.content).isEqualTo(bankOf(template()));
        third.store.close();
    }

    @Test
    void flushedChangesSurviveWithoutACleanStop() throws InterruptedException {
        CrashingFiles files = files(Integer.MAX_VALUE);
        Machine first = new Machine(files, TEMPLATE, false);
        first.word(BLOCK - 8, 0x1234_5678);
        first.store.flush();
        Machine second = new Machine(files.afterPowerCut(new SplittableRandom(1)), TEMPLATE, false);
        assertThat(second.content).isEqualTo(first.content);
        second.store.close();
        first.store.close();
    }

    @Test
    void aPowerCutDuringABlockRewriteLeavesTheBlockAsItWas() throws InterruptedException {
        CrashingFiles files = files(Integer.MAX_VALUE);
        Machine machine = new Machine(files, TEMPLATE, false);
        byte[] before = machine.content.clone();
        machine.rewrite(0, 5, (byte) 1, new boolean[] {true}); // erased, nothing written back
        machine.store.flush();
        Machine recovered = new Machine(files.afterPowerCut(new SplittableRandom(1)), TEMPLATE, false);
        assertThat(recovered.content).isEqualTo(before);
        recovered.store.close();
        machine.store.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aPowerCutAtAnyStepLeavesTheStateAfterSomePrefixOfTheChanges(long seed) throws InterruptedException {
        CrashingFiles whole = files(Integer.MAX_VALUE);
        run(whole, seed, new ArrayList<>());
        assertThat(whole.steps()).isGreaterThan(20);
        for (int cut = 0; cut <= whole.steps(); cut++) {
            CrashingFiles files = files(cut);
            List<byte[]> states = new ArrayList<>();
            states.add(bankOf(template()));
            int durable = run(files, seed, states);
            for (int dice = 0; dice < 4; dice++) {
                CrashingFiles found = files.afterPowerCut(new SplittableRandom(seed * 1000 + cut * 4L + dice));
                Machine recovered = new Machine(found, TEMPLATE, false);
                int state = -1;
                for (int i = 0; i < states.size(); i++) {
                    if (Arrays.equals(states.get(i), recovered.content)) {
                        state = i;
                    }
                }
                assertThat(state)
                        .as("seed %d, power cut before step %d, dice %d: which state was recovered", seed, cut, dice)
                        .isGreaterThanOrEqualTo(durable);
                recovered.store.close();
                assertThat(bankOf(found.get(FILE))).isEqualTo(states.get(state));
            }
        }
    }

    /** Two sessions of changes; returns which of the states was known to be durable when the power went. */
    private static int run(CrashingFiles files, long seed, List<byte[]> states) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        int durable = 0;
        try {
            for (int session = 0; session < 2; session++) {
                Machine machine = new Machine(files, TEMPLATE, false);
                for (int i = 0; i < 6; i++) {
                    if (random.nextInt(3) == 0) {
                        machine.rewrite(
                                random.nextInt(2), random.nextInt(BLOCK), (byte) random.nextInt(), new boolean[1]);
                    } else {
                        machine.word(random.nextInt(2 * BLOCK) & ~3, random.nextInt());
                    }
                    states.add(machine.content.clone());
                    if (random.nextInt(3) == 0) {
                        machine.store.flush();
                        durable = machine.store.failed() ? durable : states.size() - 1;
                    }
                }
                machine.store.close();
                durable = states.size() - 1;
            }
        } catch (VmException e) {
            assertThat(e).hasCauseInstanceOf(CrashingFiles.PowerCut.class);
        }
        return durable;
    }

    @Test
    void anImageInUseIsRefusedByNameAndFreeAgainAfterwards(@TempDir Path directory) {
        Path file = directory.resolve("vars.fd");
        VariableStore first = VariableStore.open(file, null, false, MemorySegment.ofArray(new byte[BLOCK]));
        assertThatThrownBy(() -> VariableStore.open(file, null, false, MemorySegment.ofArray(new byte[BLOCK])))
                .isInstanceOf(VmException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("in use");
        first.close();
        VariableStore.open(file, null, false, MemorySegment.ofArray(new byte[BLOCK]))
                .close();
        assertThat(directory.toFile().list()).containsExactly("vars.fd");
    }

    @Test
    void badFilesAreTheUsersMistakeAndLeaveNothingBehind(@TempDir Path directory) throws IOException {
        Path large = Files.write(directory.resolve("large.fd"), new byte[BLOCK + 1]);
        Path empty = Files.createFile(directory.resolve("empty.fd"));
        Path missing = directory.resolve("no/such.fd");
        for (Path file : List.of(large, empty, missing)) {
            assertThatThrownBy(() -> VariableStore.open(file, null, false, MemorySegment.ofArray(new byte[BLOCK])))
                    .isInstanceOf(VmException.class)
                    .hasMessageContaining(file.toString());
        }
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("large.fd", "empty.fd");
    }

    @Test
    void aSmallImageIsPaddedWithErasedFlash(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("code.fd"), new byte[] {1, 2, 3});
        byte[] bank = new byte[BLOCK];
        FlashImage.load(file, MemorySegment.ofArray(bank));
        assertThat(bank).startsWith(1, 2, 3, 0xFF).endsWith(0xFF);
        assertThatThrownBy(() -> FlashImage.load(directory, MemorySegment.ofArray(bank)))
                .isInstanceOf(VmException.class)
                .hasMessageContaining(directory.toString());
    }
}
