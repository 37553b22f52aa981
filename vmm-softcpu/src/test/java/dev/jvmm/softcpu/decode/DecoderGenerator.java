// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.decode;

import dev.jvmm.softcpu.decode.DecodeTable.Cube;
import dev.jvmm.softcpu.decode.DecodeTable.Position;
import dev.jvmm.softcpu.decode.DecodeTable.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes Opcode, Decoder, Fields and DisassemblyTemplates from the decode table. */
final class DecoderGenerator {

    /** Rows below which a node stays in its parent's method. */
    private static final int INLINE_ROWS = 6;

    private static final int MAX_SWITCH_BITS = 6;

    private static final String HEADER = """
            // SPDX-License-Identifier: Apache-2.0
            package dev.jvmm.softcpu.decode;

            """;

    private static final String ORIGIN = " Generated from src/main/decode/a64.decode; do not edit.";

    private final DecodeTable table;
    private final StringBuilder methods = new StringBuilder();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private int methodCount;

    private record Pending(String name, List<Row> rows, Cube known) {}

    DecoderGenerator(DecodeTable table) {
        this.table = table;
    }

    /** The text of each generated file by its name. */
    Map<String, String> generate() {
        Map<String, String> files = new TreeMap<>();
        files.put("Opcode.java", opcode());
        files.put("Fields.java", fields());
        files.put("DisassemblyTemplates.java", templates());
        files.put("Decoder.java", decoder());
        return files;
    }

    private String opcode() {
        StringBuilder text = new StringBuilder(HEADER);
        text.append("/** The instructions of the software CPU, in the order of the decode table.")
                .append(ORIGIN)
                .append(" */\n");
        text.append("public enum Opcode {\n");
        text.append("    UNALLOCATED(InstructionFeature.BASE, InstructionGroup.SYSTEM, true)");
        for (Row row : table.rows()) {
            text.append(",\n    %s(InstructionFeature.%s, InstructionGroup.%s, %b)"
                    .formatted(row.name(), row.feature(), row.group(), row.endsBlock()));
        }
        text.append("""
                ;

                    private final InstructionFeature feature;
                    private final InstructionGroup group;
                    private final boolean endsBlock;

                    Opcode(InstructionFeature feature, InstructionGroup group, boolean endsBlock) {
                        this.feature = feature;
                        this.group = group;
                        this.endsBlock = endsBlock;
                    }

                    public InstructionFeature feature() {
                        return feature;
                    }

                    public InstructionGroup group() {
                        return group;
                    }

                    /**
                     * True where the next instruction in memory need not be the next to execute, or may have to be fetched or
                     * decoded anew. Any instruction that accesses memory may also fault.
                     */
                    public boolean endsBlock() {
                        return endsBlock;
                    }
                }
                """);
        return text.toString();
    }

    private String fields() {
        StringBuilder text = new StringBuilder(HEADER);
        text.append(
                "/** The fields of instructions, zero-extended. Names are the manual's, with a prefix where one name has several\n");
        text.append(" * places.").append(ORIGIN).append(" */\n");
        text.append("public final class Fields {\n    private Fields() {}\n");
        table.extractors().forEach((position, name) -> {
            text.append("\n    /** %s, bits %s. */\n".formatted(position.name(), bits(position)));
            text.append("    public static int %s(int instruction) {\n        return %s;\n    }\n"
                    .formatted(name, extract("instruction", position.low(), position.width())));
        });
        return text.append("}\n").toString();
    }

    private static String bits(Position position) {
        return position.width() == 1 ? Integer.toString(position.low()) : position.high() + ":" + position.low();
    }

    private static String extract(String word, int low, int width) {
        String shifted = low == 0 ? word : word + " >>> " + low;
        if (low + width == 32) {
            return shifted;
        }
        return (low == 0 ? word : "(" + shifted + ")") + " & " + hex((1 << width) - 1);
    }

    private String templates() {
        StringBuilder text = new StringBuilder(HEADER);
        text.append("/** The disassembly of each opcode, by ordinal; see Disassembler.")
                .append(ORIGIN)
                .append(" */\n");
        text.append("final class DisassemblyTemplates {\n    private DisassemblyTemplates() {}\n\n");
        text.append("    static final String[] TEMPLATES = {\n        \".inst 0x{word}\",\n");
        for (Row row : table.rows()) {
            text.append("        \"")
                    .append(row.template().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append("\",\n");
        }
        return text.append("    };\n}\n").toString();
    }

    private String decoder() {
        methods.setLength(0);
        methodCount = 0;
        // A row with `over` comes before the row it is taken before; apart from those, rows do not overlap
        List<Row> ordered = new ArrayList<>();
        table.rows().stream().filter(row -> row.over() != null).forEach(ordered::add);
        table.rows().stream().filter(row -> row.over() == null).forEach(ordered::add);
        pending.add(new Pending("decode", ordered, Cube.EVERYTHING));
        while (!pending.isEmpty()) {
            Pending next = pending.remove();
            String visibility = next.name().equals("decode") ? "public" : "private";
            if (next.name().equals("decode")) {
                methods.append("\n    /** The instruction that a word encodes; UNALLOCATED where there is none. */\n");
            } else {
                methods.append('\n');
            }
            methods.append("    %s static Opcode %s(int instruction) {\n".formatted(visibility, next.name()));
            methods.append("        return ").append(node(next.rows(), next.known(), "        ", true));
            methods.append(";\n    }\n");
        }
        return HEADER + "/** Decodes A64 instructions." + ORIGIN + " */\n"
                + "public final class Decoder {\n    private Decoder() {}\n"
                + methods + "}\n";
    }

    /** The expression that decodes the words of the known cube. */
    private String node(List<Row> rows, Cube known, String indent, boolean ownMethod) {
        if (rows.isEmpty()) {
            return "Opcode.UNALLOCATED";
        }
        if (!ownMethod && rows.size() > INLINE_ROWS) {
            String name = "decode" + ++methodCount;
            pending.add(new Pending(name, rows, known));
            return name + "(instruction)";
        }
        Split split = rows.size() <= 1 ? null : bestSplit(rows, known);
        if (split == null) {
            return tests(rows, known);
        }
        StringBuilder text =
                new StringBuilder("switch (%s) {\n".formatted(extract("instruction", split.low, split.width)));
        Map<List<Object>, List<Integer>> labels = new LinkedHashMap<>();
        for (int value = 0; value < 1 << split.width; value++) {
            Cube inside = known.within(split.cube(value));
            List<Row> children = alive(rows, inside);
            if (!children.isEmpty()) {
                List<Object> key = new ArrayList<>();
                for (Row row : children) {
                    key.add(row);
                    key.add(test(row, inside));
                }
                labels.computeIfAbsent(key, ignored -> new ArrayList<>()).add(value);
            }
        }
        for (List<Integer> values : labels.values()) {
            // The bits that all labels share are known below; the others make no difference there
            int sharedOnes = values.stream().reduce(-1, (a, b) -> a & b);
            int sharedZeros = ~values.stream().reduce(0, (a, b) -> a | b);
            int shared = (sharedOnes | sharedZeros) & ((1 << split.width) - 1);
            Cube inside = known.within(new Cube(shared << split.low, (sharedOnes & shared) << split.low));
            List<Row> children = alive(rows, known.within(split.cube(values.getFirst())));
            text.append(indent).append("    case ");
            text.append(
                    String.join(", ", values.stream().map(DecoderGenerator::hex).toList()));
            text.append(" -> ")
                    .append(node(children, inside, indent + "    ", false))
                    .append(";\n");
        }
        text.append(indent)
                .append("    default -> Opcode.UNALLOCATED;\n")
                .append(indent)
                .append('}');
        return text.toString();
    }

    /** Rows that can match inside the cube, up to the first that matches all of it. */
    private static List<Row> alive(List<Row> rows, Cube inside) {
        List<Row> result = new ArrayList<>();
        for (Row row : rows) {
            Cube both = row.fixed().and(inside);
            if (both == null || DecodeTable.witness(both, row.forbidden()) == null) {
                continue;
            }
            result.add(row);
            if (test(row, inside).isEmpty()) {
                return result;
            }
        }
        return result;
    }

    private static String tests(List<Row> rows, Cube known) {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            String test = test(row, known);
            if (test.isEmpty()) {
                return text + "Opcode." + row.name();
            }
            text.append(test).append(" ? Opcode.").append(row.name()).append(" : ");
        }
        return text + "Opcode.UNALLOCATED";
    }

    /** The condition that still decides whether a word of the known cube is this row's; empty where it always is. */
    private static String test(Row row, Cube known) {
        List<String> terms = new ArrayList<>();
        int open = row.fixed().mask() & ~known.mask();
        if (open != 0) {
            terms.add("(instruction & %s) == %s"
                    .formatted(hex(open), hex(row.fixed().value() & open)));
        }
        Cube certain = new Cube(
                known.mask() | row.fixed().mask(), known.value() | row.fixed().value());
        for (Cube hole : row.forbidden()) {
            if (hole.and(certain) == null) {
                continue;
            }
            int undecided = hole.mask() & ~certain.mask();
            terms.add("(instruction & %s) != %s".formatted(hex(undecided), hex(hole.value() & undecided)));
        }
        return String.join(" && ", terms);
    }

    private record Split(int low, int width, double cost) {
        Cube cube(int value) {
            return new Cube(((1 << width) - 1) << low, value << low);
        }
    }

    private static @Nullable Split bestSplit(List<Row> rows, Cube known) {
        Split best = null;
        for (int low = 0; low < 32; low++) {
            for (int width = 1; width <= MAX_SWITCH_BITS && low + width <= 32; width++) {
                int bits = ((1 << width) - 1) << low;
                if ((known.mask() & bits) != 0) {
                    break;
                }
                double squares = 0;
                double sum = 0;
                for (int value = 0; value < 1 << width; value++) {
                    Cube slot = new Cube(bits, value << low);
                    int count = 0;
                    for (Row row : rows) {
                        if (row.fixed().and(slot) != null) {
                            count++;
                        }
                    }
                    squares += (double) count * count;
                    sum += count;
                }
                double cost = squares / rows.size() + 0.02 * (1 << width) + 0.6 * (sum - rows.size());
                if (best == null || cost < best.cost) {
                    best = new Split(low, width, cost);
                }
            }
        }
        // No gain over testing one row after another
        return best == null || best.cost >= rows.size() ? null : best;
    }

    private static String hex(int value) {
        return value >= 0 && value < 10 ? Integer.toString(value) : "0x%x".formatted(value);
    }
}
