// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import dev.jvmm.softcpu.cpu.Cpu;
import org.jspecify.annotations.Nullable;

/**
 * A system register: what MRS and MSR of one encoding do. Shared by all vCPUs, so without state of its own.
 *
 * @param encoding op0, op1, CRn, CRm, op2 as {@link #encode} packs them
 * @param name as the manual has it
 * @param userRead whether EL0 may read it; null when it is undefined there, as most are; refusal traps with EC 0x18
 * @param userWrite likewise for writes
 * @param reader null when the register is write-only
 * @param writer null when it is read-only
 */
public record SystemRegister(
        int encoding,
        String name,
        @Nullable Permission userRead,
        @Nullable Permission userWrite,
        @Nullable Reader reader,
        @Nullable Writer writer) {
    /** EL0 always may. */
    static final Permission ALWAYS = cpu -> true;

    /** What MRS reads. */
    @FunctionalInterface
    public interface Reader {
        long read(Cpu cpu);
    }

    /** What MSR does. */
    @FunctionalInterface
    public interface Writer {
        void write(Cpu cpu, long value);
    }

    /** Whether EL0 may, by the control registers' present values. */
    @FunctionalInterface
    public interface Permission {
        boolean allowed(Cpu cpu);
    }

    /** Packs an encoding; {@code op0} is 2 or 3 for registers, 1 for instructions. */
    public static int encode(int op0, int op1, int crn, int crm, int op2) {
        return op0 << 14 | op1 << 11 | crn << 7 | crm << 3 | op2;
    }

    /** ISS of a trapped MSR, MRS or system instruction (Arm ARM D19.2.37, EC 0x18). */
    static int trapSyndrome(int encoding, int register, boolean read) {
        int op0 = encoding >>> 14 & 3;
        int op1 = encoding >>> 11 & 7;
        int crn = encoding >>> 7 & 15;
        int crm = encoding >>> 3 & 15;
        int op2 = encoding & 7;
        return op0 << 20 | op2 << 17 | op1 << 14 | crn << 10 | register << 5 | crm << 1 | (read ? 1 : 0);
    }
}
