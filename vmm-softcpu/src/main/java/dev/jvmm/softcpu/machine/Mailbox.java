// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.machine;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Requests;

/**
 * TLB maintenance that other vCPUs ask of one. Posts are numbered; a poster that must know them done waits until the
 * number is reached. A few addresses are kept apart, more become "everything".
 */
final class Mailbox {
    private static final int ADDRESSES = 16;

    private final Cpu cpu;

    // Guarded by this.
    private final long[] addresses = new long[ADDRESSES];
    private int count;
    private boolean everything;
    private long posted;

    /** The number of the last post that is done. Written under the monitor, read without. */
    private volatile long done;

    Mailbox(Cpu cpu) {
        this.cpu = cpu;
    }

    /** Asks for the translations of {@code va} to be forgotten. Returns the number of the post. */
    long post(long va) {
        long number;
        synchronized (this) {
            if (count == ADDRESSES) {
                everything = true;
            } else {
                addresses[count++] = va;
            }
            number = ++posted;
        }
        cpu.requestQuietly(Requests.MAILBOX);
        return number;
    }

    /** Asks for all translations to be forgotten. Returns the number of the post. */
    long postEverything() {
        long number;
        synchronized (this) {
            everything = true;
            number = ++posted;
        }
        cpu.requestQuietly(Requests.MAILBOX);
        return number;
    }

    /** Does what was posted. By the vCPU's own thread, or by whoever has it stopped. */
    void drain() {
        cpu.withdraw(Requests.MAILBOX);
        synchronized (this) {
            if (everything) {
                cpu.mmu.clear();
            } else {
                for (int i = 0; i < count; i++) {
                    cpu.mmu.clear(addresses[i]);
                }
            }
            everything = false;
            count = 0;
            done = posted;
        }
    }

    /** Whether the post of that number needs no more waiting: done, or the vCPU is not executing. */
    boolean settled(long number) {
        return done >= number || !cpu.executing();
    }
}
