// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.flash;

import dev.jvmm.core.error.VmException;
import dev.jvmm.devices.flash.DurableFiles.DurableFile;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the variable bank of a VM in a raw image file, so that a power cut of the host at any moment leaves the variables as
 * some earlier moment had them.
 *
 * <p>Changes go, in order, to a journal beside the image ({@code NAME.journal}); opening and closing fold it into the image, which is
 * replaced as a whole (temporary file, fsync, rename, fsync of the directory). What survives is the state after some prefix
 * of the changes. That alone suffices for EDK2's fault-tolerant write, which works on flash that loses power between any
 * two words. It does not for EDK2's flash driver, which updates variables in place by erasing and rewriting a whole block: a cut between
 * would lose every variable in it. So an erase is held back, together with the programming of the same block in ascending order
 * that follows, and becomes one change: when the block's end is reached, anything else is done to the flash, or the flash has been
 * quiet for some seconds.
 *
 * <p>The journal's file is locked while the store is open. One thread writes; {@link #ready} turns false when it falls behind.
 */
public final class VariableStore implements FlashStorage, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VariableStore.class);

    private static final int LARGEST_RECORD = CfiFlash.BLOCK_BYTES + VariableJournal.RECORD_BYTES;
    private static final int QUEUE_BYTES = 8 * LARGEST_RECORD;
    // A held-back group, and a change of each chip in one access.
    private static final int RESERVE = 3 * LARGEST_RECORD;
    private static final long COMPACT_BYTES = 16L << 20;
    private static final long TICK_MILLIS = 1000;
    // Counted in ticks of the writer, not in time that passed: a process stopped in the middle of a rewrite is not
    // quiet.
    private static final int QUIET_TICKS = 5;

    private final DurableFiles files;
    private final Path file;
    private final Path journalFile;
    private final Path temporaryFile;
    private final MemorySegment bank;
    private final DurableFile lockedJournal;
    private final VariableJournal journal; // the opening thread's, then the writer's, then the closing thread's
    private final Thread writer;
    private final byte[] drained = new byte[QUEUE_BYTES]; // the writer's

    private final Object lock = new Object();
    // Guarded by lock:
    private final byte[] queue = new byte[QUEUE_BYTES];
    private final ByteBuffer queueNumbers = ByteBuffer.wrap(queue).order(ByteOrder.LITTLE_ENDIAN);
    private int queued;
    private boolean writing;
    private long groupStart = -1;
    private long groupEnd;
    private long groupCursor;
    private int quietTicks;
    private boolean failed;
    private boolean closed;

    private VariableStore(DurableFiles files, Path file, MemorySegment bank, DurableFile lockedJournal) {
        this.files = files;
        this.file = file;
        this.bank = bank;
        this.lockedJournal = lockedJournal;
        journalFile = journalOf(file);
        temporaryFile = sibling(file, ".new");
        journal = new VariableJournal(lockedJournal);
        writer = Thread.ofPlatform().daemon().name("jvmm-variables").unstarted(this::writeLoop);
    }

    /**
     * Opens the variable image of a VM and fills its flash bank from it.
     *
     * @param file the image, raw as firmware packages have it; made from the template when missing
     * @param template what a new image starts as; null to start with erased flash
     * @param recreate whether to start anew even if there is an image
     * @param bank receives the content; must hold zeroes
     * @throws VmException when the image is in use by another VM, too large, or cannot be read or written
     */
    public static VariableStore open(Path file, @Nullable Path template, boolean recreate, MemorySegment bank) {
        return open(new HostFiles(), file, template, recreate, bank);
    }

    static VariableStore open(
            DurableFiles files, Path file, @Nullable Path template, boolean recreate, MemorySegment bank) {
        try {
            Path absolute = file.toAbsolutePath();
            DurableFile lockedJournal = lock(files, absolute);
            try {
                VariableStore store = new VariableStore(files, absolute, bank, lockedJournal);
                store.load(template, recreate);
                store.writer.start();
                return store;
            } catch (IOException | RuntimeException e) {
                if (lockedJournal.size() <= VariableJournal.HEADER_BYTES) {
                    files.delete(journalOf(absolute));
                }
                lockedJournal.close();
                throw e;
            }
        } catch (IOException e) {
            throw new VmException(
                    VmException.Kind.CONFIGURATION,
                    file + ": the firmware variables cannot be kept there (" + e.getMessage()
                            + "); name a file in a writable directory with --vars",
                    e);
        }
    }

    private static DurableFile lock(DurableFiles files, Path file) throws IOException {
        Path journalFile = journalOf(file);
        while (true) {
            DurableFile journal = files.open(journalFile);
            if (!journal.tryLock()) {
                journal.close();
                throw VmException.configuration(
                        file
                                + ": the firmware variables are in use by another VM; stop it or name another file with --vars");
            }
            // Whoever had the lock before may have removed the file that was just locked.
            long nonce = VariableJournal.nonceOf(journal);
            if (nonce == 0) {
                nonce = new SecureRandom().nextLong() | 1;
                new VariableJournal(journal).begin(0, -1, nonce);
                files.syncDirectory(directoryOf(file));
            }
            if (files.exists(journalFile)) {
                try (DurableFile named = files.openReadOnly(journalFile)) {
                    if (VariableJournal.nonceOf(named) == nonce) {
                        return journal;
                    }
                }
            }
            journal.close();
        }
    }

    private void load(@Nullable Path template, boolean recreate) throws IOException {
        boolean fresh = recreate || !files.exists(file);
        if (fresh) {
            // What an earlier image of this name left is no journal of the new one, even if both began as the same.
            journal.begin(0, -1, new SecureRandom().nextLong() | 1);
            create(template);
        }
        int crc;
        long length;
        try (DurableFile base = files.openReadOnly(file)) {
            length = base.size();
            crc = FlashImage.load(file, base, bank);
        }
        if (!fresh) {
            journal.replay(crc, length, bank.byteSize(), (offset, data, fillLength) -> {
                bank.asSlice(offset, fillLength).fill((byte) 0xFF);
                MemorySegment.copy(MemorySegment.ofBuffer(data), 0, bank, offset, data.remaining());
            });
            if (!journal.isEmpty()) {
                fold(crc, length);
                return;
            }
        }
        journal.begin(crc, length, new SecureRandom().nextLong() | 1);
    }

    private void create(@Nullable Path template) throws IOException {
        files.delete(temporaryFile);
        try (DurableFile target = files.open(temporaryFile)) {
            target.truncate(0);
            if (template == null) {
                byte[] erased = new byte[CfiFlash.BLOCK_BYTES];
                Arrays.fill(erased, (byte) 0xFF);
                for (long at = 0; at < bank.byteSize(); at += erased.length) {
                    target.write(ByteBuffer.wrap(erased), at);
                }
            } else {
                copyTemplate(template, target);
            }
            target.force();
        }
        publish();
    }

    private void copyTemplate(Path template, DurableFile target) throws IOException {
        DurableFile source;
        try {
            source = files.openReadOnly(template);
        } catch (IOException e) {
            throw FlashImage.unreadable(template, e);
        }
        try (source) {
            if (source.size() > bank.byteSize() || source.size() == 0) {
                throw VmException.configuration(template + ": a template of " + source.size()
                        + " bytes does not suit a flash bank of " + (bank.byteSize() >> 20) + " MiB");
            }
            copy(source, target);
        }
    }

    @Override
    public boolean ready() {
        synchronized (lock) {
            return failed || QUEUE_BYTES - queued >= RESERVE;
        }
    }

    @Override
    public void programmed(long offset, int length) {
        synchronized (lock) {
            quietTicks = 0;
            if (groupStart >= 0 && offset >= groupCursor && offset + length <= groupEnd) {
                groupCursor = offset + length;
                if (groupCursor == groupEnd) {
                    commitGroup();
                }
                return;
            }
            commitGroup();
            enqueue(offset, length, length);
        }
    }

    @Override
    public void erased(long offset, int length) {
        synchronized (lock) {
            quietTicks = 0;
            commitGroup();
            groupStart = offset;
            groupEnd = offset + length;
            groupCursor = offset;
        }
    }

    /** Returns once every change made so far is on stable storage, except a block that is just being rewritten. */
    public void flush() throws InterruptedException {
        synchronized (lock) {
            while ((queued > 0 || writing) && !failed && !closed) {
                lock.wait();
            }
        }
    }

    /** Whether writing has failed, so that changes are only in memory until {@link #close} tries again. */
    public boolean failed() {
        synchronized (lock) {
            return failed;
        }
    }

    /**
     * Folds the journal into the image and removes it. The flash must not change any more.
     *
     * @throws VmException when the last changes could not be written; the image then is as some earlier moment had it
     */
    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            commitGroup();
            closed = true;
            lock.notifyAll();
        }
        try {
            writer.join();
            finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the journal has all that was written; the next open folds it
        } catch (IOException e) {
            throw new VmException(
                    VmException.Kind.HOST,
                    file + ": the last changes of the firmware variables could not be written (" + e.getMessage()
                            + "); make room on the disk",
                    e);
        } finally {
            try {
                lockedJournal.close();
            } catch (IOException e) {
                LOG.debug("{}: {}", journalFile, e.getMessage());
            }
        }
    }

    private void finish() throws IOException {
        boolean fromMemory;
        synchronized (lock) {
            fromMemory = failed;
        }
        if (fromMemory) {
            writeBank();
        } else if (!journal.isEmpty()) {
            foldIntoBase();
        }
        files.delete(journalFile);
    }

    private void commitGroup() {
        if (groupStart < 0) {
            return;
        }
        long end = groupCursor;
        while (end > groupStart && bank.get(ValueLayout.JAVA_BYTE, end - 1) == (byte) 0xFF) {
            end--;
        }
        enqueue(groupStart, (int) (end - groupStart), (int) (groupEnd - groupStart));
        groupStart = -1;
    }

    private void enqueue(long offset, int dataLength, int fillLength) {
        if (failed) {
            return;
        }
        if (QUEUE_BYTES - queued < VariableJournal.RECORD_BYTES + dataLength) {
            throw new IllegalStateException("the flash changed although its storage was not ready");
        }
        queueNumbers.putInt(queued, dataLength);
        queueNumbers.putInt(queued + 4, fillLength);
        queueNumbers.putLong(queued + 8, offset);
        queued += VariableJournal.RECORD_BYTES;
        MemorySegment.copy(bank, ValueLayout.JAVA_BYTE, offset, queue, queued, dataLength);
        queued += dataLength;
        lock.notifyAll();
    }

    private void writeLoop() {
        try {
            int length = nextBatch();
            while (length > 0) {
                journal.append(ByteBuffer.wrap(drained, 0, length));
                journal.force();
                if (journal.end() > COMPACT_BYTES) {
                    foldIntoBase();
                }
                length = nextBatch();
            }
        } catch (IOException e) {
            LOG.warn(
                    "{}: firmware variables are no longer saved ({}); saved at the end if there is room",
                    file,
                    e.getMessage());
            fail();
        } catch (InterruptedException e) {
            fail();
        } catch (RuntimeException | Error e) {
            fail();
            throw e;
        }
    }

    private void fail() {
        synchronized (lock) {
            failed = true;
            queued = 0;
            writing = false;
            lock.notifyAll();
        }
    }

    /** Waits for changes and takes them all; 0 when the store is closed and none are left. */
    private int nextBatch() throws InterruptedException {
        synchronized (lock) {
            writing = false;
            lock.notifyAll();
            while (queued == 0 && !closed) {
                if (groupStart < 0) {
                    lock.wait();
                } else {
                    long before = System.nanoTime();
                    lock.wait(TICK_MILLIS);
                    if (System.nanoTime() - before >= TICK_MILLIS * 1_000_000 && ++quietTicks >= QUIET_TICKS) {
                        commitGroup();
                    }
                }
            }
            int length = queued;
            System.arraycopy(queue, 0, drained, 0, length);
            queued = 0;
            writing = length > 0;
            return length;
        }
    }

    private void foldIntoBase() throws IOException {
        int crc;
        long length;
        try (DurableFile base = files.openReadOnly(file)) {
            length = base.size();
            crc = checksum(base);
        }
        fold(crc, length);
    }

    /** Makes the image what it and the journal say together, then begins an empty journal. */
    private void fold(int baseCrc, long baseLength) throws IOException {
        // The journal must not lose its tail once the image has it: replaying a part would take the image back in time.
        journal.force();
        files.delete(temporaryFile);
        int crc;
        long length;
        try (DurableFile base = files.openReadOnly(file);
                DurableFile target = files.open(temporaryFile)) {
            target.truncate(0);
            copy(base, target);
            journal.replay(baseCrc, baseLength, bank.byteSize(), (offset, data, fillLength) -> {
                padTo(target, offset);
                int dataLength = data.remaining();
                target.write(data, offset);
                target.write(erased(fillLength - dataLength), offset + dataLength);
            });
            target.force();
            length = target.size();
            crc = checksum(target);
        }
        publish();
        journal.begin(crc, length, new SecureRandom().nextLong() | 1);
    }

    /** Writes the whole bank as the image: after a failure, when the journal lacks changes. */
    private void writeBank() throws IOException {
        files.delete(temporaryFile);
        try (DurableFile target = files.open(temporaryFile)) {
            target.truncate(0);
            byte[] chunk = new byte[FlashImage.CHUNK];
            for (long at = 0; at < bank.byteSize(); at += chunk.length) {
                MemorySegment.copy(bank, ValueLayout.JAVA_BYTE, at, chunk, 0, chunk.length);
                target.write(ByteBuffer.wrap(chunk), at);
            }
            target.force();
        }
        publish();
    }

    private void publish() throws IOException {
        files.rename(temporaryFile, file);
        files.syncDirectory(directoryOf(file));
    }

    /** Copies a file, leaving holes for chunks of zeroes. */
    private static void copy(DurableFile source, DurableFile target) throws IOException {
        byte[] chunk = new byte[FlashImage.CHUNK];
        long size = source.size();
        for (long at = 0; at < size; at += chunk.length) {
            int length = (int) Math.min(chunk.length, size - at);
            source.read(ByteBuffer.wrap(chunk, 0, length), at);
            boolean last = at + length == size;
            if (last || !FlashImage.isZero(chunk, length)) {
                target.write(ByteBuffer.wrap(chunk, 0, length), at);
            }
        }
    }

    private static void padTo(DurableFile target, long offset) throws IOException {
        long size = target.size();
        while (size < offset) {
            int length = (int) Math.min(FlashImage.CHUNK, offset - size);
            target.write(erased(length), size);
            size += length;
        }
    }

    private static ByteBuffer erased(int length) {
        byte[] ones = new byte[length];
        Arrays.fill(ones, (byte) 0xFF);
        return ByteBuffer.wrap(ones);
    }

    private static int checksum(DurableFile source) throws IOException {
        CRC32C crc = new CRC32C();
        byte[] chunk = new byte[FlashImage.CHUNK];
        long size = source.size();
        for (long at = 0; at < size; at += chunk.length) {
            int length = (int) Math.min(chunk.length, size - at);
            source.read(ByteBuffer.wrap(chunk, 0, length), at);
            crc.update(chunk, 0, length);
        }
        return (int) crc.getValue();
    }

    private static Path directoryOf(Path file) {
        Path directory = file.getParent();
        return directory == null ? file : directory;
    }

    private static Path journalOf(Path file) {
        return sibling(file, ".journal");
    }

    private static Path sibling(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
