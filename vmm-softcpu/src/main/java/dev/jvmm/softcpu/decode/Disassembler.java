// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.decode;

import java.util.Locale;

/**
 * The text of an instruction for logs, as {@code objdump -M no-aliases} writes it, except that system registers are always
 * {@code s3_0_c1_c0_0}.
 *
 * <p>A template of the decode table is text with operands {@code {kind arguments}}. An argument is a sum of terms; a term is
 * a number, fields joined from the high to the low one ({@code opc.size}), or a comparison {@code size=3} which is 0 or 1.
 */
public final class Disassembler {
    private static final String[] CONDITIONS = {
        "eq", "ne", "cs", "cc", "mi", "pl", "vs", "vc", "hi", "ls", "ge", "lt", "gt", "le", "al", "nv"
    };
    private static final String[] SHIFTS = {"lsl", "lsr", "asr", "ror"};
    private static final String[] EXTENSIONS = {"uxtb", "uxth", "uxtw", "uxtx", "sxtb", "sxth", "sxtw", "sxtx"};
    private static final String[] BARRIERS = {
        "#0x00", "oshld", "oshst", "osh", "#0x04", "nshld", "nshst", "nsh", "#0x08", "ishld", "ishst", "ish", "#0x0c",
        "ld", "st", "sy"
    };
    private static final String[] PREFETCH_TYPES = {"pld", "pli", "pst"};
    private static final String SIZES = "bhsdq";

    private Disassembler() {}

    /**
     * One line without its address.
     *
     * @param address of the instruction: branch targets are printed absolute
     */
    public static String disassemble(int instruction, long address) {
        String template =
                DisassemblyTemplates.TEMPLATES[Decoder.decode(instruction).ordinal()];
        StringBuilder text = new StringBuilder();
        int position = 0;
        while (true) {
            int open = template.indexOf('{', position);
            if (open < 0) {
                return text.append(template, position, template.length()).toString();
            }
            int close = template.indexOf('}', open);
            text.append(template, position, open)
                    .append(operand(template.substring(open + 1, close), instruction, address));
            position = close + 1;
        }
    }

    private static String operand(String operand, int instruction, long address) {
        int space = operand.indexOf(' ');
        if (space < 0) {
            return hex8(instruction);
        }
        String kind = operand.substring(0, space);
        String rest = operand.substring(space + 1);
        if (kind.equals("pick")) {
            int end = rest.indexOf(' ');
            return rest.substring(end + 1).split("\\|", -1)[evaluate(rest.substring(0, end), instruction)];
        }
        String[] words = rest.split(" ", -1);
        int[] a = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            a[i] = evaluate(words[i], instruction);
        }
        return switch (kind) {
            case "adr" -> hex(address + Immediates.adrOffset(instruction));
            case "adrp" -> hex((address & -4096) + Immediates.adrpOffset(instruction));
            case "branch" -> hex(address + branchOffset(a[0], words[0]));
            case "index", "offset12", "offset9", "signed9", "offset7", "signed7", "prefetch" -> address(kind, a);
            case "barrier", "clrex", "isb", "ret", "nonzero", "sysRt", "sysreg" -> system(kind, a);
            case "v", "vec", "fp", "pairwise", "lanebits", "element", "table", "list", "list1" -> vector(kind, a);
            case "single", "post", "post1", "postSingle", "postReplicate" -> structure(kind, a);
            case "lane", "lane2", "rimm5", "vimm5", "vecimm5" -> lane(kind, a);
            case "vecimm", "immshift", "bytemask", "float", "fraction" -> modifiedImmediate(kind, a);
            case "vecimmh", "wideimmh", "vimmh", "vimmhwide", "shr", "shrn", "fbits", "shl" -> shift(kind, a);
            default -> integer(kind, a);
        };
    }

    private static int evaluate(String sum, int instruction) {
        int result = 0;
        for (String term : sum.split("\\+", -1)) {
            int equals = term.indexOf('=');
            if (equals < 0) {
                result += joined(term, instruction);
            } else if (joined(term.substring(0, equals), instruction) == Integer.parseInt(term.substring(equals + 1))) {
                result++;
            }
        }
        return result;
    }

    private static int joined(String fields, int instruction) {
        int result = 0;
        for (String field : fields.split("\\.", -1)) {
            int colon = field.indexOf(':');
            if (colon < 0) {
                return Integer.parseInt(field);
            }
            int width = Integer.parseInt(field.substring(colon + 1));
            int value = instruction >>> Integer.parseInt(field.substring(0, colon)) & (1 << width) - 1;
            result = result << width | value;
        }
        return result;
    }

    private static long branchOffset(int value, String position) {
        int width = Integer.parseInt(position.substring(position.indexOf(':') + 1));
        return (long) (value << (32 - width) >> (32 - width)) << 2;
    }

    private static String integer(String kind, int[] a) {
        return switch (kind) {
            case "r" -> register(a[0], a[1], "zr");
            case "rsp" -> a[1] == 31 && a[0] == 1 ? "sp" : register(a[0], a[1], "sp");
            case "x" -> register(1, a[0], "zr");
            case "w" -> register(0, a[0], "zr");
            case "xsp" -> a[0] == 31 ? "sp" : "x" + a[0];
            case "hex" -> hex(a[0]);
            case "dec" -> Integer.toString(a[0]);
            case "cond" -> CONDITIONS[a[0]];
            case "bitmask" -> hex(Immediates.bitMask(a[0], a[1], a[3], a[2]));
            case "shift" -> a[0] == 0 && a[1] == 0 ? "" : ", " + SHIFTS[a[0]] + " #" + a[1];
            case "extend" -> extended(a[0], a[1], a[2], a[3], a[4] == 31 || a[5] == 31);
            default -> throw new IllegalStateException("no kind of operand: " + kind);
        };
    }

    private static String register(int sf, int number, String name31) {
        return (sf == 0 ? "w" : "x") + (number == 31 ? name31 : Integer.toString(number));
    }

    private static String extended(int sf, int option, int amount, int rm, boolean stackPointer) {
        String register = register(sf & ((option & 3) == 3 ? 1 : 0), rm, "zr");
        if (stackPointer && option == 2 + sf) {
            return amount == 0 ? register : register + ", lsl #" + amount;
        }
        return register + ", " + EXTENSIONS[option] + (amount == 0 ? "" : " #" + amount);
    }

    private static String address(String kind, int[] a) {
        return switch (kind) {
            case "index" -> {
                String register = register(a[0] & 1, a[2], "zr");
                if (a[0] == 3) {
                    yield a[1] == 0 ? register : register + ", lsl #" + a[3];
                }
                yield register + ", " + EXTENSIONS[a[0]] + (a[1] == 0 ? "" : " #" + a[3]);
            }
            case "offset12" -> a[0] == 0 ? "" : ", #" + ((long) a[0] << a[1]);
            case "offset9" -> a[0] == 0 ? "" : ", #" + signed(a[0], 9);
            case "signed9" -> Integer.toString(signed(a[0], 9));
            case "offset7" -> a[0] == 0 ? "" : ", #" + (signed(a[0], 7) << a[1]);
            case "signed7" -> Integer.toString(signed(a[0], 7) << a[1]);
            case "prefetch" -> {
                int type = a[0] >>> 3;
                int level = a[0] >>> 1 & 3;
                if (type == 3 || level == 3) {
                    yield "#0x%02x".formatted(a[0]);
                }
                yield PREFETCH_TYPES[type] + "l" + (level + 1) + ((a[0] & 1) == 0 ? "keep" : "strm");
            }
            default -> throw new IllegalStateException(kind);
        };
    }

    private static int signed(int value, int width) {
        return value << (32 - width) >> (32 - width);
    }

    private static String system(String kind, int[] a) {
        return switch (kind) {
            case "barrier" -> BARRIERS[a[0]];
            case "clrex", "isb" -> a[0] == 15 ? "" : " #" + hex(a[0]);
            case "ret" -> a[0] == 30 ? "" : " " + register(1, a[0], "zr");
            case "nonzero" -> a[0] == 0 ? "" : " #" + hex(a[0]);
            case "sysRt" -> a[0] == 31 ? "" : ", x" + a[0];
            case "sysreg" -> "s%d_%d_c%d_c%d_%d".formatted(2 + a[0], a[1], a[2], a[3], a[4]);
            default -> throw new IllegalStateException(kind);
        };
    }

    private static String vector(String kind, int[] a) {
        return switch (kind) {
            case "v" -> SIZES.charAt(a[0]) + Integer.toString(a[1]);
            case "fp" -> "sd?h".charAt(a[0]) + Integer.toString(a[1]);
            case "vec" -> "v" + a[2] + arrangement(a[0], a[1]);
            case "pairwise" -> "v" + a[2] + arrangement(a[0] + 1, a[1]);
            case "lanebits" -> Integer.toString(8 << a[0]);
            case "element" -> {
                int m = a[0] == 1 ? a[4] : a[3] << 4 | a[4];
                int index = a[0] == 1 ? a[1] << 2 | a[2] << 1 | a[3] : a[0] == 2 ? a[1] << 1 | a[2] : a[1];
                yield "v%d.%c[%d]".formatted(m, SIZES.charAt(a[0]), index);
            }
            case "table" -> list(a[0] + 1, a[1], ".16b");
            case "list" -> list(a[0], a[3], arrangement(a[1], a[2]));
            case "list1" -> list(registers(a[0]), a[3], arrangement(a[1], a[2]));
            default -> throw new IllegalStateException(kind);
        };
    }

    private static String arrangement(int size, int q) {
        return "." + ((q == 0 ? 8 : 16) >> size) + SIZES.charAt(size);
    }

    private static String list(int count, int first, String suffix) {
        int last = first + count - 1;
        if (count > 2 && last < 32) {
            return "{v%d%s-v%d%s}".formatted(first, suffix, last, suffix);
        }
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "v" : ", v").append((first + i) % 32).append(suffix);
        }
        return text.append('}').toString();
    }

    /** The registers that LD1 and ST1 (multiple structures) move. */
    private static int registers(int opcode) {
        return switch (opcode) {
            case 0b0010 -> 4;
            case 0b0110 -> 3;
            case 0b1010 -> 2;
            default -> 1;
        };
    }

    private static String structure(String kind, int[] a) {
        return switch (kind) {
            case "single" -> {
                int size = singleSize(a[1], a[3]);
                int index = (a[4] << 3 | a[2] << 2 | a[3]) >>> size;
                yield list(a[0], a[5], "." + SIZES.charAt(size)) + "[" + index + "]";
            }
            case "post" -> postIncrement(a[0] * (a[1] == 0 ? 8 : 16), a[2]);
            case "post1" -> postIncrement(registers(a[0]) * (a[1] == 0 ? 8 : 16), a[2]);
            case "postSingle" -> postIncrement(a[0] << singleSize(a[1], a[2]), a[3]);
            case "postReplicate" -> postIncrement(a[0] << a[1], a[2]);
            default -> throw new IllegalStateException(kind);
        };
    }

    private static int singleSize(int opcode, int size) {
        int scale = opcode >>> 1;
        return scale == 2 && (size & 1) == 1 ? 3 : scale;
    }

    private static String postIncrement(int bytes, int rm) {
        return rm == 31 ? "#" + bytes : "x" + rm;
    }

    private static String lane(String kind, int[] a) {
        int size = Integer.numberOfTrailingZeros(a[0]);
        char letter = SIZES.charAt(size);
        return switch (kind) {
            case "lane" -> "v%d.%c[%d]".formatted(a[1], letter, a[0] >>> (size + 1));
            case "lane2" -> "v%d.%c[%d]".formatted(a[2], letter, a[1] >>> size);
            case "rimm5" -> register(size == 3 ? 1 : 0, a[1], "zr");
            case "vimm5" -> letter + Integer.toString(a[1]);
            case "vecimm5" -> "v" + a[2] + arrangement(size, a[1]);
            default -> throw new IllegalStateException(kind);
        };
    }

    private static String modifiedImmediate(String kind, int[] a) {
        return switch (kind) {
            case "vecimm" -> {
                int size = (a[0] & 8) == 0 || (a[0] & 4) != 0 && (a[0] & 2) == 0 ? 2 : (a[0] & 4) == 0 ? 1 : 0;
                yield "v" + a[2] + arrangement(size, a[1]);
            }
            case "immshift" -> {
                if ((a[0] & 14) == 12) {
                    yield (a[0] & 1) == 0 ? ", msl #8" : ", msl #16";
                }
                int shift = a[0] == 14 ? 0 : (a[0] >>> 1 & ((a[0] & 8) == 0 ? 3 : 1)) * 8;
                yield shift == 0 ? "" : ", lsl #" + shift;
            }
            case "bytemask" -> hex(Immediates.advSimdExpandImmediate(1, 14, a[0]));
            case "float" ->
                String.format(Locale.ROOT, "%.18e", Float.intBitsToFloat(Immediates.vfpExpandImmediate32(a[0])));
            case "fraction" -> Integer.toString(64 - a[0]);
            default -> throw new IllegalStateException(kind);
        };
    }

    private static String shift(String kind, int[] a) {
        int size = 31 - Integer.numberOfLeadingZeros(a[0]);
        int elementBits = 8 << size;
        return switch (kind) {
            case "vecimmh" -> "v" + a[2] + arrangement(size, a[1]);
            case "wideimmh" -> "v" + a[1] + arrangement(size + 1, 1);
            case "vimmh" -> SIZES.charAt(size) + Integer.toString(a[1]);
            case "vimmhwide" -> SIZES.charAt(size + 1) + Integer.toString(a[1]);
            case "shr", "shrn", "fbits" -> Integer.toString(2 * elementBits - (a[0] << 3 | a[1]));
            case "shl" -> Integer.toString((a[0] << 3 | a[1]) - elementBits);
            default -> throw new IllegalStateException(kind);
        };
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    private static String hex8(int value) {
        return "%08x".formatted(value);
    }
}
