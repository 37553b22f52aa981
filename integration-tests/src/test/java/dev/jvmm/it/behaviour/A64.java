// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.behaviour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** As much of an A64 assembler as the scenarios' guests need. Encodings: Arm ARM DDI 0487 C6.2. */
public final class A64 {
    /** XZR as a source or target; the same number is SP in other instructions, none of which are here. */
    public static final int ZERO = 31;

    public static final String CNTV_CTL_EL0 = "3 3 14 3 1";
    public static final String CNTV_TVAL_EL0 = "3 3 14 3 0";
    public static final String CNTP_CTL_EL0 = "3 3 14 2 1";
    public static final String CNTP_TVAL_EL0 = "3 3 14 2 0";
    public static final String FAR_EL1 = "3 0 6 0 0";
    public static final String ELR_EL1 = "3 0 4 0 1";
    public static final String ESR_EL1 = "3 0 5 2 0";
    public static final String MPIDR_EL1 = "3 0 0 0 5";
    public static final String VBAR_EL1 = "3 0 12 0 0";
    public static final String ICC_SRE_EL1 = "3 0 12 12 5";
    public static final String ICC_PMR_EL1 = "3 0 4 6 0";
    public static final String ICC_IGRPEN1_EL1 = "3 0 12 12 7";
    public static final String ICC_IAR1_EL1 = "3 0 12 12 0";
    public static final String ICC_EOIR1_EL1 = "3 0 12 12 1";
    public static final String ICC_SGI1R_EL1 = "3 0 12 11 5";

    private record Fixup(int at, String label) {}

    private final List<Integer> words = new ArrayList<>();
    private final Map<String, Integer> labels = new HashMap<>();
    private final List<Fixup> fixups = new ArrayList<>();

    public A64 label(String name) {
        labels.put(name, words.size());
        return this;
    }

    /** Fills up with zero words (which are undefined instructions) to an offset in bytes. */
    public A64 skipTo(int offset) {
        if (words.size() * 4 > offset) {
            throw new IllegalStateException("already at " + words.size() * 4);
        }
        while (words.size() * 4 < offset) {
            words.add(0);
        }
        return this;
    }

    /** MOVZ and as many MOVK as the value needs. */
    public A64 mov(int target, long value) {
        emit(0xd2800000 | (int) (value & 0xffff) << 5 | target);
        for (int half = 1; half < 4; half++) {
            int bits = (int) (value >>> 16 * half) & 0xffff;
            if (bits != 0) {
                emit(0xf2800000 | half << 21 | bits << 5 | target);
            }
        }
        return this;
    }

    /** A store of {@code size} bytes to base + offset. */
    public A64 store(int size, int source, int base, int offset) {
        return transfer(size, 0, source, base, offset);
    }

    /** A load of {@code size} bytes, zero-extended. */
    public A64 load(int size, int target, int base, int offset) {
        return transfer(size, 1, target, base, offset);
    }

    /** A load of {@code size} (1, 2, 4) bytes, sign-extended to 64 bits. */
    public A64 loadSigned(int size, int target, int base, int offset) {
        return transfer(size, 2, target, base, offset);
    }

    private A64 transfer(int size, int load, int register, int base, int offset) {
        int log = Integer.numberOfTrailingZeros(size);
        return emit(0x39000000 | log << 30 | load << 22 | offset / size << 10 | base << 5 | register);
    }

    /** STP of two 64-bit registers: to a device, an access that no syndrome describes. */
    public A64 storePair(int first, int second, int base) {
        return emit(0xa9000000 | second << 10 | base << 5 | first);
    }

    public A64 add(int target, int source, int immediate) {
        return emit(0x91000000 | immediate << 10 | source << 5 | target);
    }

    public A64 subtract(int target, int source, int immediate) {
        return emit(0xd1000000 | immediate << 10 | source << 5 | target);
    }

    public A64 branch(String label) {
        return fix(label, 0x14000000);
    }

    public A64 branchIfZero(int register, String label) {
        return fix(label, 0xb4000000 | register);
    }

    public A64 branchIfNotZero(int register, String label) {
        return fix(label, 0xb5000000 | register);
    }

    /** Branch to a register's address. */
    public A64 jump(int register) {
        return emit(0xd61f0000 | register << 5);
    }

    /** Address of a label, by ADR. */
    public A64 address(int target, String label) {
        return fix(label, 0x10000000 | target);
    }

    public A64 readSystem(int target, String register) {
        return emit(0xd5200000 | system(register) | target);
    }

    public A64 writeSystem(String register, int source) {
        return emit(0xd5000000 | system(register) | source);
    }

    private static int system(String register) {
        String[] f = register.split(" ", -1);
        return Integer.parseInt(f[0]) << 19
                | Integer.parseInt(f[1]) << 16
                | Integer.parseInt(f[2]) << 12
                | Integer.parseInt(f[3]) << 8
                | Integer.parseInt(f[4]) << 5;
    }

    public A64 maskInterrupts() {
        return emit(0xd50342df);
    }

    public A64 unmaskInterrupts() {
        return emit(0xd50342ff);
    }

    public A64 waitForInterrupt() {
        return emit(0xd503207f);
    }

    public A64 instructionBarrier() {
        return emit(0xd5033fdf);
    }

    public A64 dataBarrier() {
        return emit(0xd5033f9f);
    }

    public A64 hypervisorCall() {
        return emit(0xd4000002);
    }

    public A64 exceptionReturn() {
        return emit(0xd69f03e0);
    }

    /** Any other instruction. */
    public A64 instruction(int word) {
        return emit(word);
    }

    /** The machine code. */
    public int[] words() {
        int[] code = words.stream().mapToInt(Integer::intValue).toArray();
        for (Fixup fixup : fixups) {
            Integer target = labels.get(fixup.label);
            if (target == null) {
                throw new IllegalStateException("no label " + fixup.label);
            }
            int distance = target - fixup.at;
            int word = code[fixup.at];
            code[fixup.at] = switch (word >>> 24) {
                case 0x14 -> word | distance & 0x3ffffff;
                case 0x10 -> word | (distance & 0x7ffff) << 5;
                default -> word | (distance & 0x7ffff) << 5;
            };
        }
        return code;
    }

    private A64 fix(String label, int word) {
        fixups.add(new Fixup(words.size(), label));
        return emit(word);
    }

    private A64 emit(int word) {
        words.add(word);
        return this;
    }
}
