// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.psci;

import static dev.jvmm.softcpu.psci.FunctionIds.TRNG_FEATURES;
import static dev.jvmm.softcpu.psci.FunctionIds.TRNG_GET_UUID;
import static dev.jvmm.softcpu.psci.FunctionIds.TRNG_RND;
import static dev.jvmm.softcpu.psci.FunctionIds.TRNG_RND_64;
import static dev.jvmm.softcpu.psci.FunctionIds.TRNG_VERSION;

import dev.jvmm.softcpu.cpu.Cpu;
import java.security.SecureRandom;

/** The True Random Number Generator firmware interface, Arm DEN0098, fed by the host's. */
final class TrueRandom {
    private static final long VERSION_1_0 = 0x1_0000;
    /** Entropy comes in X1 to X3. */
    private static final int REGISTERS = 3;
    /** Identifies this source of entropy: a random UUID made for it, low word first. */
    private static final int[] UUID = {0x6A1C_38F5, 0x4D27_90B2, 0x88E1_5C9F, 0x2B74_D306};

    private final SecureRandom entropy = new SecureRandom();

    /** Handles one of the five functions; returns X0. */
    long call(Cpu cpu, int function, int argument) {
        return switch (function) {
            case TRNG_VERSION -> VERSION_1_0;
            case TRNG_FEATURES -> feature(argument);
            case TRNG_GET_UUID -> {
                for (int i = 1; i <= REGISTERS; i++) {
                    cpu.x[i] = UUID[i] & 0xFFFF_FFFFL;
                }
                yield UUID[0] & 0xFFFF_FFFFL;
            }
            case TRNG_RND -> fill(cpu, argument, Integer.SIZE);
            case TRNG_RND_64 -> fill(cpu, argument, Long.SIZE);
            default -> PsciStatus.NOT_SUPPORTED;
        };
    }

    private static long feature(int function) {
        return switch (function) {
            case TRNG_VERSION, TRNG_FEATURES, TRNG_GET_UUID, TRNG_RND, TRNG_RND_64 -> PsciStatus.SUCCESS;
            default -> PsciStatus.NOT_SUPPORTED;
        };
    }

    /** {@code bits} of entropy: the lowest in X3, then X2, then X1; what was not asked for is zero. */
    private long fill(Cpu cpu, int bits, int registerBits) {
        if (bits < 1 || bits > REGISTERS * registerBits) {
            return PsciStatus.INVALID_PARAMETERS;
        }
        int left = bits;
        for (int register = REGISTERS; register >= 1; register--) {
            int taken = Math.min(left, registerBits);
            cpu.x[register] = taken == 0 ? 0 : entropy.nextLong() >>> Long.SIZE - taken;
            left -= taken;
        }
        return PsciStatus.SUCCESS;
    }
}
