// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.decode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The decode table {@code a64.decode}, read and checked; its header says what a row is. */
public record DecodeTable(List<Row> rows, Map<Position, String> extractors) {

    static final Path FILE = Path.of("src/main/decode/a64.decode");

    private static final Pattern LITERAL = Pattern.compile("[01x]+");
    private static final Pattern FREE_FIELD = Pattern.compile("([A-Za-z][A-Za-z0-9]*)(?::(\\d+))?");
    private static final Pattern PARTLY_FIXED_FIELD = Pattern.compile("([A-Za-z][A-Za-z0-9]*)=([01x]+)");
    private static final Pattern NOT_EQUAL = Pattern.compile("([A-Za-z][A-Za-z0-9]*)!=([01x]+)");
    private static final Pattern FORBIDDEN = Pattern.compile("!\\((.*)\\)");
    private static final Pattern MUST_BE_EQUAL = Pattern.compile("!([A-Za-z]\\w*)\\^([A-Za-z]\\w*)");

    /** All words {@code w} with {@code (w & mask) == value}. */
    public record Cube(int mask, int value) {
        static final Cube EVERYTHING = new Cube(0, 0);

        public boolean contains(int word) {
            return (word & mask) == value;
        }

        /** The words in both, or null where there is none. */
        @Nullable
        Cube and(Cube other) {
            if (((value ^ other.value) & mask & other.mask) != 0) {
                return null;
            }
            return new Cube(mask | other.mask, value | other.value);
        }

        /** The words in both, where the other is known to decide other bits or the same way. */
        Cube within(Cube other) {
            return Objects.requireNonNull(and(other));
        }
    }

    /** A field of a manual's encoding diagram at bits {@code high} to {@code low}. */
    public record Position(String name, int high, int low) {
        public int width() {
            return high - low + 1;
        }
    }

    /**
     * One instruction.
     *
     * @param forbidden words inside {@code fixed} that are not this instruction
     * @param template the disassembly with fields replaced by positions {@code low:width}
     */
    public record Row(
            String name,
            Cube fixed,
            List<Cube> forbidden,
            Map<String, Position> fields,
            String group,
            String feature,
            boolean endsBlock,
            @Nullable String over,
            String template,
            int line) {
        public boolean matches(int word) {
            if (!fixed.contains(word)) {
                return false;
            }
            for (Cube cube : forbidden) {
                if (cube.contains(word)) {
                    return false;
                }
            }
            return true;
        }
    }

    public static DecodeTable read() {
        try {
            return new Reader().read(Files.readAllLines(FILE));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + FILE.toAbsolutePath(), e);
        }
    }

    /** A word that lies in {@code cube} and in none of {@code forbidden}, as a cube; null where there is none. */
    static @Nullable Cube witness(Cube cube, List<Cube> forbidden) {
        for (Cube hole : forbidden) {
            if (cube.and(hole) == null) {
                continue;
            }
            int open = hole.mask & ~cube.mask;
            Cube rest = cube;
            while (open != 0) {
                int bit = Integer.highestOneBit(open);
                open &= ~bit;
                Cube avoiding = new Cube(rest.mask | bit, rest.value | (~hole.value & bit));
                Cube found = witness(avoiding, forbidden);
                if (found != null) {
                    return found;
                }
                rest = new Cube(rest.mask | bit, rest.value | (hole.value & bit));
            }
            return null;
        }
        return cube;
    }

    private static final class Reader {
        private final List<Row> rows = new ArrayList<>();
        private final TreeMap<Position, String> positions = new TreeMap<>((a, b) -> {
            int byName = a.name().compareTo(b.name());
            return byName != 0 ? byName : (b.low() - a.low()) * 32 + b.high() - a.high();
        });
        private final Map<String, String> constraintLists = new HashMap<>();
        private String group = "";
        private String feature = "BASE";
        private int number;

        DecodeTable read(List<String> lines) {
            for (String line : lines) {
                number++;
                String text = line.strip();
                if (text.isEmpty() || text.startsWith("#")) {
                    continue;
                }
                if (text.startsWith("@")) {
                    directive(text);
                    continue;
                }
                rows.add(row(text));
            }
            return new DecodeTable(List.copyOf(rows), Collections.unmodifiableMap(positions));
        }

        private void directive(String text) {
            String[] words = text.split("\\s+", 3);
            switch (words[0]) {
                case "@group" -> group = words[1];
                case "@feature" -> feature = words[1];
                case "@constraints" -> constraintLists.put(words[1], words[2]);
                case "@field" -> field(words[1], words[2]);
                default -> throw wrong("unknown directive " + words[0]);
            }
        }

        private void field(String name, String rest) {
            String[] parts = rest.split("[:\\s]+", -1);
            Position position = new Position(name, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            String extractor = parts.length > 2 ? parts[2] : Character.toLowerCase(name.charAt(0)) + name.substring(1);
            if (positions.containsValue(extractor)) {
                throw wrong("extractor " + extractor + " twice");
            }
            positions.put(position, extractor);
        }

        private Row row(String text) {
            String[] parts = text.split(";", 3);
            if (parts.length != 3) {
                throw wrong("a row has three parts");
            }
            String[] tokens = parts[0].strip().split("\\s+", -1);
            Map<String, Position> fields = new LinkedHashMap<>();
            int mask = 0;
            int value = 0;
            int bit = 32;
            for (int i = 1; i < tokens.length; i++) {
                String pattern = tokens[i];
                Matcher free = FREE_FIELD.matcher(tokens[i]);
                Matcher partly = PARTLY_FIXED_FIELD.matcher(tokens[i]);
                if (!LITERAL.matcher(tokens[i]).matches()) {
                    String name;
                    if (partly.matches()) {
                        name = partly.group(1);
                        pattern = partly.group(2);
                    } else if (free.matches()) {
                        name = free.group(1);
                        pattern = "x".repeat(free.group(2) == null ? 1 : Integer.parseInt(free.group(2)));
                    } else {
                        throw wrong("not a field: " + tokens[i]);
                    }
                    Position position = new Position(name, bit - 1, bit - pattern.length());
                    if (!positions.containsKey(position)) {
                        throw wrong("field not declared: " + position);
                    }
                    if (fields.put(name, position) != null) {
                        throw wrong("field twice: " + name);
                    }
                }
                for (int j = 0; j < pattern.length(); j++) {
                    char c = pattern.charAt(j);
                    bit--;
                    if (c != 'x') {
                        mask |= 1 << bit;
                        value |= (c - '0') << bit;
                    }
                }
            }
            if (bit != 0) {
                throw wrong("a row has 32 bits, not " + (32 - bit));
            }
            Cube fixed = new Cube(mask, value);
            List<Cube> forbidden = new ArrayList<>();
            boolean endsBlock = false;
            String over = null;
            for (String constraint : constraints(parts[1])) {
                if (constraint.equals("ends-block")) {
                    endsBlock = true;
                } else if (constraint.startsWith("over ")) {
                    over = constraint.substring(5).strip();
                } else {
                    forbid(constraint, fields, fixed, forbidden);
                }
            }
            String template = template(parts[2].strip(), fields);
            return new Row(
                    tokens[0],
                    fixed,
                    List.copyOf(forbidden),
                    Collections.unmodifiableMap(fields),
                    group,
                    feature,
                    endsBlock,
                    over,
                    template,
                    number);
        }

        private List<String> constraints(String text) {
            List<String> all = new ArrayList<>();
            for (String constraint : text.split(",", -1)) {
                String stripped = constraint.strip();
                String list = constraintLists.get(stripped);
                if (list != null) {
                    all.addAll(constraints(list));
                } else if (!stripped.isEmpty()) {
                    all.add(stripped);
                }
            }
            return all;
        }

        private void forbid(String constraint, Map<String, Position> fields, Cube fixed, List<Cube> forbidden) {
            Matcher notEqual = NOT_EQUAL.matcher(constraint);
            if (notEqual.matches()) {
                add(cube(fields, notEqual.group(1), notEqual.group(2)), constraint, fixed, forbidden);
                return;
            }
            Matcher equal = MUST_BE_EQUAL.matcher(constraint);
            if (equal.matches()) {
                for (String bit : List.of("0", "1")) {
                    Cube cube = cube(fields, equal.group(1), bit)
                            .and(cube(fields, equal.group(2), bit.equals("0") ? "1" : "0"));
                    add(cube, constraint, fixed, forbidden);
                }
                return;
            }
            Matcher conjunction = FORBIDDEN.matcher(constraint);
            if (!conjunction.matches()) {
                throw wrong("not a constraint: " + constraint);
            }
            Cube cube = Cube.EVERYTHING;
            for (String term : conjunction.group(1).split("&", -1)) {
                Matcher fieldIs = PARTLY_FIXED_FIELD.matcher(term.strip());
                if (!fieldIs.matches() || cube == null) {
                    throw wrong("not a term: " + term);
                }
                cube = cube.and(cube(fields, fieldIs.group(1), fieldIs.group(2)));
            }
            add(cube, constraint, fixed, forbidden);
        }

        private void add(@Nullable Cube cube, String constraint, Cube fixed, List<Cube> forbidden) {
            if (cube == null || cube.and(fixed) == null) {
                throw wrong("forbids nothing: " + constraint);
            }
            forbidden.add(cube);
        }

        private Cube cube(Map<String, Position> fields, String name, String pattern) {
            Position position = fields.get(name);
            if (position == null) {
                throw wrong("no field " + name);
            }
            if (position.width() != pattern.length()) {
                throw wrong(name + " has " + position.width() + " bits, not those of " + pattern);
            }
            int mask = 0;
            int value = 0;
            for (int i = 0; i < pattern.length(); i++) {
                if (pattern.charAt(i) != 'x') {
                    mask |= 1 << (position.high() - i);
                    value |= (pattern.charAt(i) - '0') << (position.high() - i);
                }
            }
            return new Cube(mask, value);
        }

        private String template(String text, Map<String, Position> fields) {
            Matcher operand = Pattern.compile("\\{([^}]*)}").matcher(text);
            StringBuilder result = new StringBuilder();
            while (operand.find()) {
                String[] words = operand.group(1).split(" ", operand.group(1).startsWith("pick ") ? 3 : -1);
                StringBuilder replaced = new StringBuilder(words[0]);
                for (int i = 1; i < words.length; i++) {
                    boolean verbatim = words[0].equals("pick") && i == 2;
                    replaced.append(' ').append(verbatim ? words[i] : argument(words[i], fields));
                }
                operand.appendReplacement(result, Matcher.quoteReplacement("{" + replaced + "}"));
            }
            operand.appendTail(result);
            return result.toString();
        }

        /** Replaces `name` by `low:width` and `name<bit>` by the position of that bit. */
        private String argument(String text, Map<String, Position> fields) {
            Matcher name = Pattern.compile("([A-Za-z]\\w*)(?:<(\\d+)>)?").matcher(text);
            StringBuilder result = new StringBuilder();
            while (name.find()) {
                Position position = fields.get(name.group(1));
                if (position == null) {
                    throw wrong("no field " + name.group(1) + " for the disassembly");
                }
                String replacement = name.group(2) == null
                        ? position.low() + ":" + position.width()
                        : position.low() + Integer.parseInt(name.group(2)) + ":1";
                name.appendReplacement(result, replacement);
            }
            name.appendTail(result);
            return result.toString();
        }

        private IllegalStateException wrong(String what) {
            return new IllegalStateException(FILE + ":" + number + ": " + what);
        }
    }
}
