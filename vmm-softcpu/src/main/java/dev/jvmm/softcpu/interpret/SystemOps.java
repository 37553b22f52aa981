// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static dev.jvmm.softcpu.interpret.Operands.destination;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.exception.Syndrome;
import dev.jvmm.softcpu.interpret.SemanticOp.Semantic;
import dev.jvmm.softcpu.system.SystemInstructions;
import dev.jvmm.softcpu.system.SystemRegister;
import dev.jvmm.softcpu.system.SystemRegister.Permission;
import dev.jvmm.softcpu.system.SystemRegisters;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** Ops of the system instructions, exception generation and return (Arm ARM C4.1.87 to C4.1.89). */
final class SystemOps {
    private final SystemRegisters registers;

    SystemOps(SystemRegisters registers) {
        this.registers = registers;
    }

    /** The op, or null for an opcode of another group. */
    @Nullable
    Op build(Opcode opcode, int insn, int offset) {
        int immediate = Fields.imm16(insn);
        int crm = Fields.cRm(insn);
        return switch (opcode) {
            case ERET ->
                op(c -> {
                    requireEl1(c);
                    c.exceptions.exceptionReturn(c);
                });
            case SVC ->
                op(c -> {
                    // The instruction is done when the exception is taken: software step goes on after it (D2.12).
                    c.singleStep = false;
                    c.exceptions.takeSynchronous(
                            c, c.exception.with(Syndrome.of(Syndrome.EC_SVC64, immediate)), c.pc + offset + 4);
                });
            case HVC ->
                op(c -> {
                    requireEl1(c);
                    c.firmware.call(c);
                });
            case BRK ->
                op(c -> {
                    throw c.exception.with(Syndrome.of(Syndrome.EC_BRK64, immediate));
                });
            // No EL2, no EL3, no halting debug: all of these are undefined.
            case SMC, HLT, DCPS1, DCPS2, DCPS3, DRPS ->
                op(c -> {
                    throw c.undefined();
                });
            case YIELD -> op(c -> Thread.onSpinWait());
            case SEV -> op(c -> c.maintenance.sendEvent());
            case SEVL -> op(c -> c.requestQuietly(dev.jvmm.softcpu.cpu.Requests.EVENT));
            case WFI -> op(SystemInstructions::waitForInterrupt);
            case WFE -> op(SystemInstructions::waitForEvent);
            case ISB -> op(c -> {});
            case DSB ->
                op(c -> {
                    VarHandle.fullFence();
                    c.maintenance.complete(c);
                });
            case MSR_IMMEDIATE_SPSEL ->
                op(c -> {
                    requireEl1(c);
                    c.selectSp(crm & 1);
                });
            case MSR_IMMEDIATE_PAN ->
                op(c -> {
                    requireEl1(c);
                    c.pan = (crm & 1) != 0;
                    c.contextChanged();
                });
            case MSR_IMMEDIATE_DAIFSET, MSR_IMMEDIATE_DAIFCLR -> {
                boolean set = opcode == Opcode.MSR_IMMEDIATE_DAIFSET;
                int encoding = encoding(insn, 0);
                yield op(c -> {
                    SystemInstructions.requireMaskAccess(c, encoding);
                    SystemInstructions.setMasks(c, set ? c.daif | crm << 6 : c.daif & ~(crm << 6));
                });
            }
            case MRS -> readRegister(insn);
            case MSR_REGISTER -> writeRegister(insn);
            case SYS -> systemInstruction(insn);
            case SYSL ->
                op(c -> {
                    throw c.undefined();
                });
            default -> null;
        };
    }

    private static Op op(Semantic semantic) {
        return new SemanticOp(semantic);
    }

    private static void requireEl1(Cpu cpu) {
        if (cpu.el == 0) {
            throw cpu.undefined();
        }
    }

    private static int encoding(int insn, int op0) {
        return SystemRegister.encode(op0, Fields.op1(insn), Fields.cRn(insn), Fields.cRm(insn), Fields.op2(insn));
    }

    private @Nullable Op readRegister(int insn) {
        int encoding = encoding(insn, 2 + Fields.o0(insn));
        SystemRegister register = registers.find(encoding);
        SystemRegister.Reader reader = register == null ? null : register.reader();
        if (register == null || reader == null) {
            return null;
        }
        int t = Fields.rt(insn);
        int d = destination(t);
        Permission permission = register.userRead();
        return op(c -> {
            if (c.el == 0) {
                SystemInstructions.requireUserAccess(c, permission, encoding, t, true);
            }
            c.x[d] = reader.read(c);
        });
    }

    private @Nullable Op writeRegister(int insn) {
        int encoding = encoding(insn, 2 + Fields.o0(insn));
        SystemRegister register = registers.find(encoding);
        SystemRegister.Writer writer = register == null ? null : register.writer();
        if (register == null || writer == null) {
            return null;
        }
        int t = Fields.rt(insn);
        Permission permission = register.userWrite();
        return op(c -> {
            if (c.el == 0) {
                SystemInstructions.requireUserAccess(c, permission, encoding, t, false);
            }
            writer.write(c, c.x[t]);
        });
    }

    private static @Nullable Op systemInstruction(int insn) {
        int encoding = encoding(insn, 1);
        SystemInstructions.Instruction instruction = SystemInstructions.find(encoding);
        if (instruction == null) {
            return null;
        }
        int t = Fields.rt(insn);
        Permission permission = instruction.userAccess();
        return op(c -> {
            if (c.el == 0) {
                SystemInstructions.requireUserAccess(c, permission, encoding, t, false);
            }
            instruction.action().write(c, c.x[t]);
        });
    }
}
