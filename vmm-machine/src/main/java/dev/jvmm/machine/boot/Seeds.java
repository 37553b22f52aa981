// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.boot;

import dev.jvmm.machine.boot.MachineDescription.Chosen;
import dev.jvmm.machine.platform.AddressRange;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** The host's randomness for the guest's first moments. */
final class Seeds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RNG_SEED_SIZE = 32;

    private Seeds() {}

    /** The chosen node, with fresh seeds. */
    static Chosen choose(@Nullable String commandLine, @Nullable AddressRange initrd) {
        byte[] rngSeed = new byte[RNG_SEED_SIZE];
        RANDOM.nextBytes(rngSeed);
        return new Chosen(commandLine, initrd, RANDOM.nextLong(1, Long.MAX_VALUE), rngSeed);
    }
}
