// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Directory entries for a name: the 8.3 name and, where that isn't the name itself, the long-name entries before it. */
final class Fat32Names {
    static final int ENTRY_SIZE = 32;
    private static final int UNITS_PER_ENTRY = 13;
    private static final String SHORT_NAME_MARKS = "$%'-_@~`!(){}^#&";
    /** Where the thirteen UTF-16 units lie in a long-name entry. */
    private static final int[] UNIT_OFFSETS = {1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30};

    private Fat32Names() {}

    /**
     * The 8.3 name, eleven bytes padded with blanks.
     *
     * @param taken names of the folder so far; the new one is added
     */
    static byte[] shortName(String name, Set<String> taken) {
        int dot = name.lastIndexOf('.');
        String base = cleaned(dot <= 0 ? name : name.substring(0, dot));
        String extension = dot <= 0 ? "" : cleaned(name.substring(dot + 1));
        String candidate = padded(base, extension);
        boolean lossless = base.length() <= 8
                && extension.length() <= 3
                && (extension.isEmpty() ? base : base + "." + extension).equalsIgnoreCase(name);
        for (int number = 1; !lossless || taken.contains(candidate); number++) {
            lossless = true;
            String tail = "~" + number;
            candidate = padded(base.substring(0, Math.min(base.length(), 8 - tail.length())) + tail, extension);
        }
        taken.add(candidate);
        return candidate.getBytes(StandardCharsets.US_ASCII);
    }

    private static String padded(String base, String extension) {
        StringBuilder name = new StringBuilder(base.substring(0, Math.min(base.length(), 8)));
        name.repeat(" ", 8 - name.length());
        name.append(extension, 0, Math.min(extension.length(), 3));
        return name.repeat(" ", 11 - name.length()).toString();
    }

    private static String cleaned(String part) {
        StringBuilder clean = new StringBuilder();
        for (char c : part.toUpperCase(Locale.ROOT).toCharArray()) {
            boolean plain = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || SHORT_NAME_MARKS.indexOf(c) >= 0;
            if (plain) {
                clean.append(c);
            } else if (c != ' ' && c != '.') {
                clean.append('_');
            }
        }
        return clean.toString();
    }

    /** Whether the 8.3 name says all that the name says, so that no long-name entries are needed. */
    static boolean saysAll(String name, byte[] shortName) {
        String text = new String(shortName, StandardCharsets.US_ASCII);
        String extension = text.substring(8).stripTrailing();
        String base = text.substring(0, 8).stripTrailing();
        return name.equals(extension.isEmpty() ? base : base + "." + extension);
    }

    /** The long-name entries in the order in which they lie on the disk: the last part of the name first. */
    static byte[] longNameEntries(String name, byte[] shortName) {
        int count = Math.ceilDiv(name.length(), UNITS_PER_ENTRY);
        ByteBuffer entries = ByteBuffer.allocate(count * ENTRY_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        byte checksum = checksum(shortName);
        for (int part = count; part >= 1; part--) {
            int at = (count - part) * ENTRY_SIZE;
            entries.put(at, (byte) (part == count ? part | 0x40 : part));
            entries.put(at + 11, (byte) 0x0f);
            entries.put(at + 13, checksum);
            for (int unit = 0; unit < UNITS_PER_ENTRY; unit++) {
                int index = (part - 1) * UNITS_PER_ENTRY + unit;
                int value = index < name.length() ? name.charAt(index) : index == name.length() ? 0 : 0xffff;
                entries.putShort(at + UNIT_OFFSETS[unit], (short) value);
            }
        }
        return entries.array();
    }

    static byte checksum(byte[] shortName) {
        int sum = 0;
        for (byte b : shortName) {
            sum = (((sum & 1) << 7) + (sum >> 1) + (b & 0xff)) & 0xff;
        }
        return (byte) sum;
    }

    /** A volume label as eleven bytes padded with blanks. */
    static byte[] label(String label) {
        byte[] bytes = new byte[11];
        Arrays.fill(bytes, (byte) ' ');
        byte[] text = label.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, bytes, 0, Math.min(text.length, bytes.length));
        return bytes;
    }
}
