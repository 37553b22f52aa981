// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which general-purpose registers an instruction names, from the operands in the decode table. */
public final class RegisterOperands {
    /** Bit of the stack pointer in a set of registers; bits 0 to 30 are X0 to X30. */
    public static final int SP = 31;

    private static final Pattern OPERAND = Pattern.compile(
            "\\{(r|rsp|x|w|xsp|extend|index|post|post1|postSingle|postReplicate|ret|sysRt|rimm5) ([^}]*)\\}");

    private static final Operand[][] BY_OPCODE = Arrays.stream(DisassemblyTemplates.TEMPLATES)
            .map(RegisterOperands::parse)
            .toArray(Operand[][]::new);

    private RegisterOperands() {}

    /** Where an operand's register number stands. */
    private record Operand(int bit, int plus, boolean stackPointer, boolean written) {
        int in(int instruction) {
            int number = (instruction >>> bit & 31) + plus;
            return number < 31 || stackPointer ? 1 << number : 0;
        }
    }

    /** The set of registers that {@code instruction} names as sources, destinations or bases. XZR is none. */
    public static int of(Opcode opcode, int instruction) {
        int set = 0;
        for (Operand operand : operands(opcode)) {
            set |= operand.in(instruction);
        }
        return set;
    }

    /**
     * The set of registers that {@code instruction} changes: for data processing on general-purpose registers and for loads and
     * stores of one or two of them. Other instructions may change any that they name.
     */
    public static int written(Opcode opcode, int instruction) {
        int set = 0;
        for (Operand operand : operands(opcode)) {
            if (operand.written) {
                set |= operand.in(instruction);
            }
        }
        return set;
    }

    private static Operand[] operands(Opcode opcode) {
        return BY_OPCODE[opcode.ordinal()];
    }

    private static Operand[] parse(String template) {
        List<Operand> operands = new ArrayList<>();
        Matcher matcher = OPERAND.matcher(template);
        int bracket = template.indexOf('[');
        boolean writesBack = template.contains("]!") || template.contains("], ");
        boolean comparison = template.startsWith("ccm");
        boolean store = template.startsWith("st");
        while (matcher.find()) {
            String kind = matcher.group(1);
            String[] words = matcher.group(2).split(" ", -1);
            String register = switch (kind) {
                case "x", "w", "xsp", "ret", "sysRt" -> words[0];
                case "r", "rsp", "rimm5" -> words[1];
                case "index", "post", "postReplicate" -> words[2];
                case "post1" -> words[words.length - 1];
                case "extend", "postSingle" -> words[3];
                default -> throw new IllegalStateException("operand " + kind);
            };
            boolean first = operands.isEmpty();
            boolean written = bracket < 0
                    ? first && !comparison
                    : matcher.start() < bracket ? !store : matcher.start() == bracket + 1 && writesBack;
            int sum = register.indexOf('+');
            String place = sum < 0 ? register : register.substring(0, sum);
            operands.add(new Operand(
                    Integer.parseInt(place.substring(0, place.indexOf(':'))),
                    sum < 0 ? 0 : Integer.parseInt(register.substring(sum + 1)),
                    kind.equals("rsp") || kind.equals("xsp"),
                    written));
        }
        return operands.toArray(Operand[]::new);
    }
}
