// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.boot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a flattened device tree, version 17 (Devicetree Specification v0.4, chapter 5). Everything in it is big-endian.
 */
public final class FdtWriter {
    private static final int MAGIC = 0xd00d_feed;
    private static final int VERSION = 17;
    private static final int LAST_COMPATIBLE_VERSION = 16;
    private static final int HEADER_SIZE = 40;
    private static final int RESERVATION_BLOCK_SIZE = 16;

    private static final int BEGIN_NODE = 1;
    private static final int END_NODE = 2;
    private static final int PROPERTY = 3;
    private static final int END = 9;

    private final ByteArrayOutputStream structure = new ByteArrayOutputStream();
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private final Map<String, Integer> stringOffsets = new LinkedHashMap<>();
    private int depth;
    private boolean childrenBegan;

    /** Begins the root node. */
    public FdtWriter() {
        begin("");
    }

    /** Begins a node, whose properties must come before its children. */
    public FdtWriter begin(String name) {
        cell(BEGIN_NODE);
        string(name);
        depth++;
        childrenBegan = false;
        return this;
    }

    /** Begins a node with a unit address. */
    public FdtWriter begin(String name, long unitAddress) {
        return begin(name + "@" + Long.toHexString(unitAddress));
    }

    /** Ends the node begun last. */
    public FdtWriter end() {
        if (depth == 0) {
            throw new IllegalStateException("no device tree node is open");
        }
        cell(END_NODE);
        depth--;
        childrenBegan = true;
        return this;
    }

    /** A property without value. */
    public FdtWriter flag(String name) {
        return property(name, new byte[0]);
    }

    /** A property of one or more strings. */
    public FdtWriter strings(String name, String... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String value : values) {
            bytes.writeBytes(value.getBytes(StandardCharsets.UTF_8));
            bytes.write(0);
        }
        return property(name, bytes.toByteArray());
    }

    /** A property of 32-bit cells. */
    public FdtWriter cells(String name, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
        for (int value : values) {
            bytes.putInt(value);
        }
        return property(name, bytes.array());
    }

    /** A property of 64-bit numbers: two cells each, as addresses and sizes are written here. */
    public FdtWriter longs(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
        for (long value : values) {
            bytes.putLong(value);
        }
        return property(name, bytes.array());
    }

    /** A property of any bytes. */
    public FdtWriter property(String name, byte[] value) {
        if (depth == 0 || childrenBegan) {
            throw new IllegalStateException("property " + name + " must come before its node's children");
        }
        cell(PROPERTY);
        cell(value.length);
        cell(stringOffsets.computeIfAbsent(name, this::addString));
        structure.writeBytes(value);
        align();
        return this;
    }

    /** Ends the root node and gives the blob. */
    public byte[] finish() {
        end();
        if (depth != 0) {
            throw new IllegalStateException(depth + " device tree nodes are still open");
        }
        cell(END);
        int structureOffset = HEADER_SIZE + RESERVATION_BLOCK_SIZE;
        int stringsOffset = structureOffset + structure.size();
        int total = stringsOffset + strings.size();
        ByteBuffer blob = ByteBuffer.allocate(total);
        blob.putInt(MAGIC)
                .putInt(total)
                .putInt(structureOffset)
                .putInt(stringsOffset)
                .putInt(HEADER_SIZE)
                .putInt(VERSION)
                .putInt(LAST_COMPATIBLE_VERSION)
                .putInt(0)
                .putInt(strings.size())
                .putInt(structure.size());
        blob.position(structureOffset);
        blob.put(structure.toByteArray()).put(strings.toByteArray());
        return blob.array();
    }

    private int addString(String name) {
        int offset = strings.size();
        strings.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        strings.write(0);
        return offset;
    }

    private void string(String value) {
        structure.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
        structure.write(0);
        align();
    }

    private void cell(int value) {
        structure.write(value >>> 24);
        structure.write(value >>> 16);
        structure.write(value >>> 8);
        structure.write(value);
    }

    private void align() {
        while (structure.size() % Integer.BYTES != 0) {
            structure.write(0);
        }
    }
}
