// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.sys;

/** Runs something on a thread, and so on the threads it starts, where the kick signal is blocked. */
public final class BlockedKickSignal {
    private BlockedKickSignal() {}

    public static Runnable around(Runnable body) {
        return () -> {
            KickSignal.get().blockHere();
            body.run();
        };
    }
}
