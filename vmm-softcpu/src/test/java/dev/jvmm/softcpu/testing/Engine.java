// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.testing;

import dev.jvmm.softcpu.translate.TranslationOptions;
import dev.jvmm.softcpu.translate.TranslationOptions.Making;
import dev.jvmm.softcpu.translate.TranslationOptions.Registers;
import org.jspecify.annotations.Nullable;

/** The ways in which the software CPU executes guest code. */
public enum Engine {
    INTERPRETER(null),
    /** All that is executed is translated first, in regions as large as they get. */
    EAGER(TranslationOptions.EAGER),
    /** With registers in the vCPU, in regions so small that most control flow goes from one to another. */
    FRAGMENTS(new TranslationOptions(1, 5, false, Registers.IN_VCPU, Making.AT_ONCE)),
    /** As EAGER, with the guest's registers in locals whatever a region's shape. */
    LOCALS(new TranslationOptions(1, 200, false, Registers.IN_LOCALS, Making.AT_ONCE)),
    /** Code becomes hot at once and is translated in the background, so that both engines execute the same code. */
    MIXED(new TranslationOptions(3, 5, true, Registers.WHERE_BEST, Making.BACKGROUND));

    private static final ThreadLocal<Engine> CURRENT = ThreadLocal.withInitial(() -> INTERPRETER);

    /** Null: nothing is translated. */
    public final @Nullable TranslationOptions options;

    Engine(@Nullable TranslationOptions options) {
        this.options = options;
    }

    /** The one that machines of the running test are to have. */
    public static Engine current() {
        return CURRENT.get();
    }

    static void select(Engine engine) {
        CURRENT.set(engine);
    }
}
