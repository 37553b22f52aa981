// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.kvm;

import dev.jvmm.it.behaviour.A64;
import dev.jvmm.it.behaviour.BareMetalVm;
import java.lang.foreign.ValueLayout;

/**
 * A guest's Interrupt Translation Service (Arm IHI 0069 chapter 5) with one device, one event and one collection, which is
 * vCPU 0. Tables and commands are put into RAM from outside; the guest tells the hardware of them.
 */
final class TranslationService {
    static final int DEVICE_ID = 7;
    static final int EVENT_ID = 3;
    static final int INTERRUPT = 8192;
    /** GITS_TRANSLATER. */
    static final long DOORBELL = BareMetalVm.ITS + 0x1_0040;

    // Tables in RAM, each in 64 KiB of its own.
    private static final int CONFIGURATION = 0x2_0000;
    private static final int PENDING = 0x3_0000;
    private static final int DEVICES = 0x4_0000;
    private static final int TRANSLATIONS = 0x5_0000;
    private static final int COLLECTIONS = 0x6_0000;
    private static final int COMMANDS = 0x7_0000;

    // Arm IHI 0069 12.11, 12.19.
    private static final long REDISTRIBUTOR = 0x080a_0000L;
    private static final int GICR_CTLR = 0;
    private static final int GICR_PROPBASER = 0x70;
    private static final int GICR_PENDBASER = 0x78;
    private static final int GITS_CTLR = 0;
    private static final int GITS_CBASER = 0x80;
    private static final int GITS_CWRITER = 0x88;
    private static final int GITS_BASER = 0x100;

    private static final long VALID = 1L << 63;
    private static final long PAGES_OF_64_KIB = 2 << 8;
    /** 16 bits of INTID, less one. */
    private static final int ID_BITS = 15;
    /** Priority 0xa0, enabled; bit 1 is always set (5.1.1). */
    private static final byte ENABLED = (byte) 0xa3;

    // Command numbers, 5.3.
    private static final int MAPD = 0x08;
    private static final int MAPC = 0x09;
    private static final int MAPTI = 0x0a;
    private static final int COMMAND_SIZE = 32;

    private TranslationService() {}

    /** Fills the tables, and adds what the guest does to {@code code}; clobbers X1 and X2. */
    static void setUp(BareMetalVm vm, A64 code) {
        vm.ram.set(ValueLayout.JAVA_BYTE, CONFIGURATION, ENABLED);
        command(vm, 0, MAPC, 0, VALID);
        command(vm, 1, MAPD | (long) DEVICE_ID << 32, 4, VALID | BareMetalVm.RAM + TRANSLATIONS);
        command(vm, 2, MAPTI | (long) DEVICE_ID << 32, EVENT_ID | (long) INTERRUPT << 32, 0);

        code.mov(2, REDISTRIBUTOR);
        store(code, GICR_PROPBASER, BareMetalVm.RAM + CONFIGURATION | ID_BITS);
        store(code, GICR_PENDBASER, BareMetalVm.RAM + PENDING);
        code.mov(1, 1).store(4, 1, 2, GICR_CTLR);
        code.mov(2, BareMetalVm.ITS);
        store(code, GITS_BASER, VALID | PAGES_OF_64_KIB | BareMetalVm.RAM + DEVICES);
        store(code, GITS_BASER + 8, VALID | PAGES_OF_64_KIB | BareMetalVm.RAM + COLLECTIONS);
        store(code, GITS_CBASER, VALID | BareMetalVm.RAM + COMMANDS);
        code.mov(1, 1).store(4, 1, 2, GITS_CTLR);
        store(code, GITS_CWRITER, 3 * COMMAND_SIZE);
    }

    private static void store(A64 code, int register, long value) {
        code.mov(1, value).store(8, 1, 2, register);
    }

    private static void command(BareMetalVm vm, int index, long first, long second, long third) {
        long at = COMMANDS + (long) index * COMMAND_SIZE;
        vm.ram.set(ValueLayout.JAVA_LONG, at, first);
        vm.ram.set(ValueLayout.JAVA_LONG, at + 8, second);
        vm.ram.set(ValueLayout.JAVA_LONG, at + 16, third);
    }
}
