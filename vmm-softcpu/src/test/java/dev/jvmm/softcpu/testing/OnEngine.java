// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.testing;

/** For tests of one engine only. */
public final class OnEngine {
    private OnEngine() {}

    /** What {@link Engine#current} is from now on, on the calling thread. */
    public static void select(Engine engine) {
        Engine.select(engine);
    }
}
