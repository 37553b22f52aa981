// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A static AArch64 ELF program that executes instruction cases: for each it loads all registers and the memory window
 * from a record, executes the instruction, and writes what became of them to standard output.
 *
 * <p>Each case has a slot of eight words: a load of X30 from the slot's last two words, the word before, the word under
 * test, and three branches that tell where control went.
 */
final class TestProgram {
    static final long IMAGE = 0x40_0000;
    static final long SLOTS = IMAGE + 0x1_0000;
    static final int SLOT_BYTES = 32;
    /** Offset of the word under test in its slot. */
    static final int WORD = 8;

    static final int EXITS = 3;
    static final int MAX_CASES = 4096;
    static final long WINDOW_ADDRESS = IMAGE + 0x4_0000;
    /** Bytes from {@link #IMAGE} to the end of the window. */
    static final int IMAGE_BYTES = 0x4_0000 + MachineState.WINDOW_WORDS * Long.BYTES;

    // Position in the table and cases left, kept in memory because the case gets every register.
    private static final long CONTROL = IMAGE + 0x4_1000;
    private static final long OUTPUT = IMAGE + 0x4_2000;
    private static final int DATA_BYTES = 0x3000;
    private static final long TABLE = 0x100_0000;

    private static final int ALIGNMENT = 0x1_0000;
    private static final int ELF_HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int WRITE = 64;
    private static final int EXIT = 93;

    private TestProgram() {}

    static long slot(int index) {
        return SLOTS + (long) index * SLOT_BYTES;
    }

    static long address(int index) {
        return slot(index) + WORD;
    }

    /** The code and slots as they lie in memory from {@link #IMAGE}; the cases' records get their slots' addresses. */
    static ByteBuffer image(List<InstructionCase> cases) {
        if (cases.size() > MAX_CASES) {
            throw new IllegalStateException(cases.size() + " cases for one program");
        }
        int bytes = (int) (slot(cases.size()) - IMAGE);
        ByteBuffer image = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var code = new Assembler(IMAGE + ELF_HEADER + 3 * PROGRAM_HEADER);
        long[] exits = new long[EXITS];
        program(code, exits, cases.size());
        image.position((int) (code.start() - IMAGE));
        code.words().forEach(image::putInt);
        for (int i = 0; i < cases.size(); i++) {
            long slot = slot(i);
            var words = new Assembler(slot);
            words.ldrLiteral(30, slot + 24);
            words.word(cases.get(i).before());
            words.word(cases.get(i).word());
            for (long exit : exits) {
                words.b(exit);
            }
            image.position((int) (slot - IMAGE));
            words.words().forEach(image::putInt);
            image.putLong(cases.get(i).start().words[30]);
            cases.get(i).start().words[MachineState.SLOT] = slot;
        }
        return image.rewind();
    }

    /** The whole ELF file. */
    static byte[] elf(List<InstructionCase> cases) {
        ByteBuffer image = image(cases);
        int tableOffset = (image.limit() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer file = ByteBuffer.allocate(tableOffset + cases.size() * MachineState.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put(image);
        file.position(0);
        file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0);
        file.putShort((short) 2).putShort((short) 183).putInt(1);
        file.putLong(IMAGE + ELF_HEADER + 3 * PROGRAM_HEADER);
        file.putLong(ELF_HEADER).putLong(0).putInt(0);
        file.putShort((short) ELF_HEADER).putShort((short) PROGRAM_HEADER).putShort((short) 3);
        file.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        segment(file, 5, 0, IMAGE, image.limit(), image.limit());
        segment(file, 6, 0, WINDOW_ADDRESS, 0, DATA_BYTES);
        int tableBytes = cases.size() * MachineState.BYTES;
        segment(file, 4, tableOffset, TABLE, tableBytes, tableBytes);
        file.position(tableOffset);
        for (InstructionCase each : cases) {
            for (long word : each.start().words) {
                file.putLong(word);
            }
        }
        return file.array();
    }

    private static void segment(ByteBuffer file, int flags, long offset, long address, long fileBytes, long bytes) {
        file.putInt(1).putInt(flags).putLong(offset).putLong(address).putLong(address);
        file.putLong(fileBytes).putLong(bytes).putLong(ALIGNMENT);
    }

    private static void program(Assembler a, long[] exits, int cases) {
        a.constant(30, CONTROL);
        a.constant(0, TABLE);
        a.str(0, 30, 0);
        a.constant(1, cases);
        a.str(1, 30, 8);
        long loop = a.here();
        loadCase(a);
        long finishAt = a.here() + 4L * EXITS * saveLength();
        for (int i = 0; i < EXITS; i++) {
            exits[i] = a.here();
            saveCase(a, i, finishAt);
        }
        finish(a, loop);
    }

    private static void loadCase(Assembler a) {
        a.constant(30, CONTROL);
        a.ldr(0, 30, 0);
        a.constant(1, WINDOW_ADDRESS);
        a.add(2, 0, MachineState.WINDOW * Long.BYTES);
        copyWindow(a, 1, 2);
        a.add(2, 0, MachineState.V * Long.BYTES);
        for (int i = 0; i < 32; i += 2) {
            a.ldpQ(i, i + 1, 2, i * 16);
        }
        a.ldr(1, 0, MachineState.NZCV * Long.BYTES);
        a.word(Assembler.MSR_NZCV | 1);
        a.ldr(1, 0, MachineState.FPSR * Long.BYTES);
        a.word(Assembler.MSR_FPSR | 1);
        a.ldr(1, 0, MachineState.FPCR * Long.BYTES);
        a.word(Assembler.MSR_FPCR | 1);
        a.ldr(1, 0, MachineState.SP * Long.BYTES);
        a.add(31, 1, 0);
        a.word(Assembler.CLREX);
        a.add(30, 0, 0);
        for (int i = 0; i < 30; i += 2) {
            a.ldp(i, i + 1, 30, i * Long.BYTES);
        }
        a.ldr(30, 30, MachineState.SLOT * Long.BYTES);
        a.word(Assembler.BR | 30 << 5);
    }

    private static int saveLength() {
        var length = new Assembler(0);
        saveCase(length, 0, 0);
        return length.words().size();
    }

    private static void saveCase(Assembler a, int exit, long finishAt) {
        a.word(Assembler.MSR_TPIDR_EL0 | 30);
        a.constant(30, OUTPUT);
        for (int i = 0; i < 30; i += 2) {
            a.stp(i, i + 1, 30, i * Long.BYTES);
        }
        a.word(Assembler.MRS_TPIDR_EL0);
        a.str(0, 30, 30 * Long.BYTES);
        a.add(0, 31, 0);
        a.str(0, 30, MachineState.SP * Long.BYTES);
        a.word(Assembler.MRS_NZCV);
        a.str(0, 30, MachineState.NZCV * Long.BYTES);
        a.word(Assembler.MRS_FPSR);
        a.str(0, 30, MachineState.FPSR * Long.BYTES);
        a.constant(0, exit);
        a.str(0, 30, MachineState.EXIT * Long.BYTES);
        a.b(finishAt);
    }

    private static void finish(Assembler a, long loop) {
        a.add(2, 30, MachineState.V * Long.BYTES);
        for (int i = 0; i < 32; i += 2) {
            a.stpQ(i, i + 1, 2, i * 16);
        }
        a.constant(1, WINDOW_ADDRESS);
        a.add(2, 30, MachineState.WINDOW * Long.BYTES);
        copyWindow(a, 2, 1);
        a.constant(0, 1);
        a.add(1, 30, 0);
        a.constant(2, MachineState.BYTES);
        a.constant(8, WRITE);
        a.word(Assembler.SVC);
        a.constant(30, CONTROL);
        a.ldr(0, 30, 0);
        a.add(0, 0, MachineState.BYTES);
        a.str(0, 30, 0);
        a.ldr(1, 30, 8);
        a.sub(1, 1, 1);
        a.str(1, 30, 8);
        a.cbnz(1, loop);
        a.constant(0, 0);
        a.constant(8, EXIT);
        a.word(Assembler.SVC);
    }

    private static void copyWindow(Assembler a, int to, int from) {
        for (int i = 0; i < MachineState.WINDOW_WORDS * Long.BYTES; i += 32) {
            a.ldpQ(0, 1, from, i);
            a.stpQ(0, 1, to, i);
        }
    }
}
