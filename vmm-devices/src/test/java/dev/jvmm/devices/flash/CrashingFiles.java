// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.flash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A file system whose power can be cut before any step. What was not forced by then survives as the test's dice say: each
 * write whole, torn at any byte, or not at all; names changed since the directory was forced, up to some point.
 */
final class CrashingFiles implements DurableFiles {
    /** The power is off. */
    static final class PowerCut extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Inode {
        byte[] now = new byte[0];
        byte[] durable = new byte[0];
        final List<Write> unforced = new ArrayList<>();
    }

    /** A write, or with null data a truncation to {@code position}. */
    private record Write(long position, byte @Nullable [] data) {}

    private final Set<Inode> locked = new HashSet<>();
    private final Map<Path, Inode> names = new HashMap<>();
    private final List<Map<Path, Inode>> unforcedNames =
            new ArrayList<>(); // each state of the directory, the durable one first
    private int stepsLeft;
    private int steps;

    CrashingFiles(int stepsUntilPowerCut) {
        stepsLeft = stepsUntilPowerCut;
        unforcedNames.add(Map.of());
    }

    int steps() {
        return steps;
    }

    synchronized void put(Path file, byte[] content) {
        Inode inode = new Inode();
        inode.now = content.clone();
        inode.durable = content.clone();
        names.put(file, inode);
        unforcedNames.clear();
        unforcedNames.add(Map.copyOf(names));
    }

    synchronized byte[] get(Path file) {
        return Objects.requireNonNull(names.get(file)).now.clone();
    }

    /** What is found after the power came back. */
    synchronized CrashingFiles afterPowerCut(RandomGenerator dice) {
        CrashingFiles found = new CrashingFiles(Integer.MAX_VALUE);
        Map<Path, Inode> survivors = unforcedNames.get(dice.nextInt(unforcedNames.size()));
        survivors.forEach((path, inode) -> found.put(path, survivingContent(inode, dice)));
        return found;
    }

    private static byte[] survivingContent(Inode inode, RandomGenerator dice) {
        byte[] content = inode.durable;
        int mode = dice.nextInt(4);
        for (Write write : inode.unforced) {
            if (mode == 0 || (mode == 1 && dice.nextBoolean())) {
                continue;
            }
            Write part = write;
            if (mode != 3 && write.data != null && dice.nextInt(3) == 0) {
                part = new Write(write.position, Arrays.copyOf(write.data, dice.nextInt(write.data.length + 1)));
            }
            content = apply(content, part);
        }
        return content;
    }

    private static byte[] apply(byte[] content, Write write) {
        int position = (int) write.position;
        if (write.data == null) {
            return Arrays.copyOf(content, position);
        }
        byte[] result = Arrays.copyOf(content, Math.max(content.length, position + write.data.length));
        System.arraycopy(write.data, 0, result, position, write.data.length);
        return result;
    }

    private void step() throws PowerCut {
        if (stepsLeft <= 0) {
            throw new PowerCut();
        }
        stepsLeft--;
        steps++;
    }

    @Override
    public synchronized boolean exists(Path file) {
        return names.containsKey(file);
    }

    @Override
    public synchronized DurableFile open(Path file) throws IOException {
        if (!names.containsKey(file)) {
            step();
            names.put(file, new Inode());
            unforcedNames.add(Map.copyOf(names));
        }
        return new OpenFile(Objects.requireNonNull(names.get(file)));
    }

    @Override
    public synchronized DurableFile openReadOnly(Path file) throws IOException {
        if (!names.containsKey(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return new OpenFile(Objects.requireNonNull(names.get(file)));
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        step();
        names.put(to, Objects.requireNonNull(names.remove(from)));
        unforcedNames.add(Map.copyOf(names));
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        if (names.containsKey(file)) {
            step();
            names.remove(file);
            unforcedNames.add(Map.copyOf(names));
        }
    }

    @Override
    public synchronized void syncDirectory(Path directory) throws IOException {
        step();
        unforcedNames.clear();
        unforcedNames.add(Map.copyOf(names));
    }

    private final class OpenFile implements DurableFile {
        private final Inode inode;
        private boolean holdsLock;

        OpenFile(Inode inode) {
            this.inode = inode;
        }

        @Override
        public long size() {
            synchronized (CrashingFiles.this) {
                return inode.now.length;
            }
        }

        @Override
        public void read(ByteBuffer target, long position) {
            synchronized (CrashingFiles.this) {
                int count = Math.max(0, Math.min(target.remaining(), inode.now.length - (int) position));
                target.put(inode.now, Math.min((int) position, inode.now.length), count);
            }
        }

        @Override
        public void write(ByteBuffer source, long position) throws IOException {
            byte[] data = new byte[source.remaining()];
            source.get(data);
            change(new Write(position, data));
        }

        @Override
        public void truncate(long size) throws IOException {
            if (size < size()) {
                change(new Write(size, null));
            }
        }

        private void change(Write write) throws IOException {
            synchronized (CrashingFiles.this) {
                inode.unforced.add(write); // what the power cut interrupts may have happened in part
                step();
                inode.now = apply(inode.now, write);
            }
        }

        @Override
        public void force() throws IOException {
            synchronized (CrashingFiles.this) {
                step();
                inode.durable = inode.now;
                inode.unforced.clear();
            }
        }

        @Override
        public boolean tryLock() {
            synchronized (CrashingFiles.this) {
                holdsLock = locked.add(inode);
                return holdsLock;
            }
        }

        @Override
        public void close() {
            synchronized (CrashingFiles.this) {
                if (holdsLock) {
                    locked.remove(inode);
                }
            }
        }
    }
}
