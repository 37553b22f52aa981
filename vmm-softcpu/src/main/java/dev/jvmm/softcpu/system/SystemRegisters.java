// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import dev.jvmm.softcpu.system.SystemRegister.Permission;
import dev.jvmm.softcpu.system.SystemRegister.Reader;
import dev.jvmm.softcpu.system.SystemRegister.Writer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All system registers of a machine by encoding. Filled once, then only read. */
public final class SystemRegisters {
    private static final int ID_SPACE_FIRST = SystemRegister.encode(3, 0, 0, 1, 0);
    private static final int ID_SPACE_LAST = SystemRegister.encode(3, 0, 0, 7, 7);

    private final Map<Integer, SystemRegister> registers = new HashMap<>();

    /** The register of an encoding, or null where there is none. */
    public @Nullable SystemRegister find(int encoding) {
        SystemRegister register = registers.get(encoding);
        if (register == null && encoding >= ID_SPACE_FIRST && encoding <= ID_SPACE_LAST) {
            // Reserved identification registers read as zero (Arm ARM D18.3.1).
            return new SystemRegister(encoding, "RESERVED_ID", null, null, cpu -> 0, null);
        }
        return register;
    }

    void add(SystemRegister register) {
        if (registers.put(register.encoding(), register) != null) {
            throw new IllegalStateException("two system registers with the encoding of " + register.name());
        }
    }

    /** A register that EL1 alone may access. */
    void add(String name, int encoding, @Nullable Reader reader, @Nullable Writer writer) {
        add(new SystemRegister(encoding, name, null, null, reader, writer));
    }

    /** A register that EL0 may access too, as far as the permissions allow. */
    void addForUser(
            String name,
            int encoding,
            @Nullable Permission userRead,
            @Nullable Permission userWrite,
            @Nullable Reader reader,
            @Nullable Writer writer) {
        add(new SystemRegister(encoding, name, userRead, userWrite, reader, writer));
    }

    /** A read-only register of a constant value. */
    void addConstant(String name, int encoding, long value) {
        add(name, encoding, cpu -> value, null);
    }

    /** A register that reads as zero and ignores writes. */
    void addIgnored(String name, int encoding) {
        add(name, encoding, cpu -> 0, (cpu, value) -> {});
    }
}
