// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import static dev.jvmm.softcpu.system.SystemRegister.encode;

import dev.jvmm.softcpu.cpu.Cpu;
import java.util.function.Function;

/** Debug registers (Arm ARM D19.3), as far as an operating system probes and uses them. */
final class DebugRegisters {
    private static final long MDSCR_MASK = 1 | 1L << 12 | 1L << 13 | 1L << 15;
    private static final long BCR_MASK = 1 | 3L << 1 | 0xFL << 5 | 1L << 13 | 3L << 14 | 0xFL << 16 | 0xFL << 20;
    private static final long WCR_MASK =
            1 | 3L << 1 | 3L << 3 | 0xFFL << 5 | 1L << 13 | 3L << 14 | 0xFL << 16 | 1L << 20 | 0x1FL << 24;

    private DebugRegisters() {}

    static void addTo(SystemRegisters registers) {
        registers.add("MDSCR_EL1", encode(2, 0, 0, 2, 2), cpu -> cpu.mdscr, (cpu, value) -> {
            cpu.mdscr = value & MDSCR_MASK;
            unit(cpu).registersChanged();
        });
        for (int i = 0; i < DebugUnit.BREAKPOINTS; i++) {
            pair(registers, "DBGBVR", i, 4, unit -> unit.breakpointValue, ~3L);
            pair(registers, "DBGBCR", i, 5, unit -> unit.breakpointControl, BCR_MASK);
        }
        for (int i = 0; i < DebugUnit.WATCHPOINTS; i++) {
            pair(registers, "DBGWVR", i, 6, unit -> unit.watchpointValue, ~3L);
            pair(registers, "DBGWCR", i, 7, unit -> unit.watchpointControl, WCR_MASK);
        }
        registers.add("OSLAR_EL1", encode(2, 0, 1, 0, 4), null, (cpu, value) -> {
            cpu.oslsr = value & 1;
            cpu.debug.update();
        });
        // OSLM = 0b10: the OS lock is implemented.
        registers.add("OSLSR_EL1", encode(2, 0, 1, 1, 4), cpu -> 1L << 3 | cpu.oslsr << 1, null);
        registers.addIgnored("OSDLR_EL1", encode(2, 0, 1, 3, 4));
        registers.addConstant("MDRAR_EL1", encode(2, 0, 1, 0, 0), 0);
        registers.addIgnored("MDCCINT_EL1", encode(2, 0, 0, 2, 0));
        registers.addIgnored("OSDTRRX_EL1", encode(2, 0, 0, 0, 2));
        registers.addIgnored("OSDTRTX_EL1", encode(2, 0, 0, 3, 2));
        registers.addIgnored("OSECCR_EL1", encode(2, 0, 0, 6, 2));
        registers.addIgnored("DBGPRCR_EL1", encode(2, 0, 1, 4, 4));
        registers.addConstant("DBGAUTHSTATUS_EL1", encode(2, 0, 7, 14, 6), 0xAA);
        registers.add("DBGCLAIMSET_EL1", encode(2, 0, 7, 8, 6), cpu -> 0xFF, (cpu, value) -> {});
        registers.addIgnored("DBGCLAIMCLR_EL1", encode(2, 0, 7, 9, 6));
    }

    private static DebugUnit unit(Cpu cpu) {
        return (DebugUnit) cpu.debug;
    }

    private static void pair(
            SystemRegisters registers, String name, int index, int op2, Function<DebugUnit, long[]> bank, long mask) {
        registers.add(
                name + index + "_EL1",
                encode(2, 0, 0, index, op2),
                cpu -> bank.apply(unit(cpu))[index],
                (cpu, value) -> {
                    bank.apply(unit(cpu))[index] = value & mask;
                    unit(cpu).registersChanged();
                });
    }
}
