// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.decode.DecodeTable;
import dev.jvmm.softcpu.decode.DecodeTable.Position;
import dev.jvmm.softcpu.decode.DecodeTable.Row;
import dev.jvmm.softcpu.decode.Decoder;
import dev.jvmm.softcpu.decode.Disassembler;
import dev.jvmm.softcpu.decode.InstructionGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * A random program of one page that ends: a main part with branches and loops, functions that it calls, and functions that those
 * call. Ends with SVC #0, or by leaving the page.
 *
 * <p>X25 holds targets of indirect branches, X26 the return address of a function that calls others, X28 how often jumps back
 * are still taken; no random instruction changes these or X30.
 */
final class SequenceProgram {
    private static final int TARGET = 25;
    private static final int SAVED = 26;
    static final int JUMPS_BACK = 28;
    private static final int LINK = 30;
    private static final Set<Integer> RESERVED = Set.of(TARGET, SAVED, JUMPS_BACK, LINK);

    private static final Set<String> REGISTER_FIELDS = Set.of("Rd", "Rn", "Rm", "Rt", "Rt2", "Ra", "Rs");

    private static final int SUB_JUMPS = 0xd100_0400 | JUMPS_BACK << 5 | JUMPS_BACK;
    private static final int TBZ_63 = 0xb6f8_0000;
    private static final int RET = 0xd65f_03c0;
    private static final int SVC = 0xd400_0001;

    private static final int[] SYSTEM = {
        0xd53b4200, // MRS NZCV
        0xd51b4200, // MSR NZCV
        0xd53b4400, // MRS FPCR
        0xd51b4400, // MSR FPCR
        0xd53b4420, // MRS FPSR
        0xd51b4420, // MSR FPSR
        0xd53bd040, // MRS TPIDR_EL0
        0xd51bd040, // MSR TPIDR_EL0
        0xd5033fdf, // ISB
        0xd5033bbf, // DMB ISH
        0xd503201f, // NOP
        0xd5033f5f // CLREX
    };

    private static final Map<String, List<Row>> ROWS = DecodeTable.read().rows().stream()
            .filter(row -> !Set.of("BRANCH", "SYSTEM").contains(row.group()))
            .collect(Collectors.groupingBy(Row::group));

    /** Some words whose branches are to be resolved. */
    private record Group(List<IntFunction<Integer>> words) {}

    private final SplittableRandom random;
    private final int[] registers;
    /** Of the program's start in its page, in bytes. */
    final int start;

    final int[] words;
    private final List<Group> groups = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();

    SequenceProgram(SplittableRandom random) {
        this.random = random;
        int[] some = {0, 1, 2, 3, 4, 19, 29, 31};
        int[] all = java.util.stream.IntStream.range(0, 32)
                .filter(register -> !RESERVED.contains(register))
                .toArray();
        registers = random.nextInt(3) == 0 ? all : some;
        int length = random.nextInt(20, 60);
        int leaves = random.nextInt(3);
        int callers = leaves == 0 ? 0 : random.nextInt(3);
        // Groups: the main part, its end, then each function with what begins and ends it.
        int[] leafStarts = new int[leaves];
        int[] callerStarts = new int[callers];
        int at = length + 1;
        int[] sizes = new int[leaves + callers];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = random.nextInt(2, 9);
            if (i < leaves) {
                leafStarts[i] = at;
                at += sizes[i] + 1;
            } else {
                callerStarts[i - leaves] = at;
                at += sizes[i] + 2;
            }
        }
        int[] callable = java.util.stream.IntStream.concat(
                        java.util.Arrays.stream(leafStarts), java.util.Arrays.stream(callerStarts))
                .toArray();
        body(length, callable);
        groups.add(plain(SVC));
        for (int i = 0; i < sizes.length; i++) {
            if (i < leaves) {
                body(sizes[i], new int[0]);
                groups.add(plain(RET));
            } else {
                groups.add(plain(0xaa1e_03e0 | SAVED));
                body(sizes[i], leafStarts);
                groups.add(plain(0xaa00_03e0 | SAVED << 16 | LINK, RET));
            }
        }
        int total = 0;
        for (Group group : groups) {
            offsets.add(4 * total);
            total += group.words.size();
        }
        boolean atTheEnd = random.nextInt(8) == 0;
        start = atTheEnd
                ? CodePage.BYTES - 4 * random.nextInt(total / 2, total)
                : 4 * random.nextInt(CodePage.BYTES / 4 - total);
        words = new int[total];
        int position = 0;
        for (Group group : groups) {
            for (IntFunction<Integer> word : group.words) {
                words[position] = word.apply(4 * position);
                position++;
            }
        }
    }

    private static Group plain(int... words) {
        List<IntFunction<Integer>> list = new ArrayList<>();
        for (int word : words) {
            list.add(at -> word);
        }
        return new Group(list);
    }

    /** Adds groups of which jumps stay among themselves and the one that follows. */
    private void body(int count, int[] functions) {
        int first = groups.size();
        int end = first + count;
        while (groups.size() < end) {
            groups.add(group(first, groups.size(), end, functions));
        }
    }

    private Group group(int first, int current, int end, int[] functions) {
        int kind = random.nextInt(100);
        if (kind < 10) {
            return new Group(List.of(conditional(random.nextInt(current + 1, end + 1))));
        }
        if (kind < 12) {
            int target = random.nextInt(current + 1, end + 1);
            return new Group(List.of(at -> 0x1400_0000 | distance(at, target) & 0x3ff_ffff));
        }
        if (kind < 17) {
            int target = random.nextInt(first, current + 1);
            return new Group(List.of(
                    at -> SUB_JUMPS, at -> TBZ_63 | JUMPS_BACK | (distance(at, target) & 0x3fff) << 5));
        }
        if (kind < 18) {
            int target = random.nextInt(current + 1, end + 1);
            return new Group(List.of(at -> adr(TARGET, at, target), at -> 0xd61f_0000 | TARGET << 5));
        }
        if (kind < 26 && functions.length > 0) {
            int target = functions[random.nextInt(functions.length)];
            return call(target);
        }
        if (kind < 30) {
            int word = SYSTEM[random.nextInt(SYSTEM.length)];
            boolean register = (word & 31) == 0;
            return plain(register ? word | registers[random.nextInt(registers.length)] : word);
        }
        if (kind < 31) {
            return plain(random.nextBoolean() ? 0 : SVC | random.nextInt(1, 100) << 5);
        }
        return plain(data());
    }

    private Group call(int function) {
        return switch (random.nextInt(4)) {
            case 0 -> new Group(List.of(at -> adr(TARGET, at, function), at -> 0xd63f_0000 | TARGET << 5));
            case 1 -> new Group(List.of(at -> adr(LINK, at, function), at -> 0xd63f_0000 | LINK << 5));
            default -> new Group(List.of(at -> 0x9400_0000 | distance(at, function) & 0x3ff_ffff));
        };
    }

    private IntFunction<Integer> conditional(int target) {
        int register = random.nextInt(32);
        int sense = random.nextInt(2) << 24;
        return switch (random.nextInt(4)) {
            case 0 -> {
                int word = 0x3400_0000 | random.nextInt(2) << 31 | sense | register;
                yield at -> word | (distance(at, target) & 0x7_ffff) << 5;
            }
            case 1 -> {
                int bit = random.nextInt(64);
                int word = 0x3600_0000 | (bit >>> 5) << 31 | (bit & 31) << 19 | sense | register;
                yield at -> word | (distance(at, target) & 0x3fff) << 5;
            }
            default -> {
                int word = 0x5400_0000 | random.nextInt(16);
                yield at -> word | (distance(at, target) & 0x7_ffff) << 5;
            }
        };
    }

    private int distance(int at, int group) {
        return offsets.get(group) - at >> 2;
    }

    private int adr(int register, int at, int group) {
        int bytes = offsets.get(group) - at;
        return 0x1000_0000 | (bytes & 3) << 29 | (bytes >> 2 & 0x7_ffff) << 5 | register;
    }

    /** An instruction of the decode table that is not control flow. */
    private int data() {
        int kind = random.nextInt(100);
        String group =
                kind < 50 ? "INTEGER" : kind < 82 ? "LOAD_STORE" : kind < 90 ? "FP" : kind < 98 ? "SIMD" : "CRYPTO";
        List<Row> rows = ROWS.get(group);
        if (rows == null) {
            throw new IllegalStateException("no rows in " + group);
        }
        while (true) {
            Row row = rows.get(random.nextInt(rows.size()));
            int word = random.nextInt() & ~row.fixed().mask() | row.fixed().value();
            for (Position field : row.fields().values()) {
                if (REGISTER_FIELDS.contains(field.name())) {
                    int mask = (1 << field.width()) - 1;
                    int register = registers[random.nextInt(registers.length)];
                    if (row.name().equals("CASP") && !field.name().equals("Rn")) {
                        register &= 6;
                    }
                    word = word & ~(mask << field.low()) | (register & mask) << field.low();
                }
            }
            boolean decoded = row.matches(word) && Decoder.decode(word).name().equals(row.name());
            boolean memory = row.group().equals("LOAD_STORE") && !row.name().endsWith("_LITERAL");
            if (decoded && !(memory && LoadStoreOperands.isUnpredictable(row, word))) {
                return word;
            }
        }
    }

    /** Changes the destination or an immediate of one of the first {@code first} words, if any, that are not control flow; tells which. */
    int changeOne(SplittableRandom choice, int first) {
        int among = first;
        while (true) {
            int index = choice.nextInt(among);
            int word = words[index] ^ 1 << choice.nextInt(2);
            boolean same = Decoder.decode(word) == Decoder.decode(words[index]);
            boolean reserved = RESERVED.contains(word & 31) || RESERVED.contains(words[index] & 31);
            if (same && !reserved && Decoder.decode(word).group() == InstructionGroup.INTEGER) {
                words[index] = word;
                return index;
            }
            among = words.length;
        }
    }

    /** The program's text, with addresses as offsets in the page. */
    String listing() {
        var text = new StringBuilder();
        for (int i = 0; i < words.length && start + 4 * i < CodePage.BYTES; i++) {
            int at = start + 4 * i;
            text.append("%n    %03x %08x %s".formatted(at, words[i], Disassembler.disassemble(words[i], at)));
        }
        return text.toString();
    }
}
