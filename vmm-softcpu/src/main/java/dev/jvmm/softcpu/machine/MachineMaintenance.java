// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.machine;

import dev.jvmm.softcpu.code.CodeCache;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Maintenance;
import dev.jvmm.softcpu.cpu.Requests;
import java.util.ArrayList;
import java.util.List;

/**
 * Maintenance across the vCPUs of a machine: TLBI is posted to the others' mailboxes, DSB waits until they have acted.
 * While it waits, a vCPU acts on its own mailbox, so two that wait for each other both go on.
 */
final class MachineMaintenance implements Maintenance {
    private static final int SPINS_BEFORE_YIELD = 200;

    private final CodeCache codeCache;
    private final List<Cpu> cpus = new ArrayList<>();
    private final List<Mailbox> mailboxes = new ArrayList<>();
    /** The number of the last post of vCPU {@code i} to vCPU {@code j}, by {@code [i][j]}; row i confined to vCPU i. */
    private long[][] awaited = new long[0][0];

    MachineMaintenance(CodeCache codeCache) {
        this.codeCache = codeCache;
    }

    /** Told once, before anything runs. */
    void connect(List<Cpu> all) {
        for (Cpu cpu : all) {
            cpus.add(cpu);
            mailboxes.add(new Mailbox(cpu));
        }
        awaited = new long[all.size()][all.size()];
    }

    Mailbox mailbox(Cpu cpu) {
        return mailboxes.get(cpu.number);
    }

    @Override
    public void invalidateAll(Cpu from) {
        for (int i = 0; i < cpus.size(); i++) {
            if (i != from.number) {
                awaited[from.number][i] = mailboxes.get(i).postEverything();
            }
        }
    }

    @Override
    public void invalidate(Cpu from, long va) {
        for (int i = 0; i < cpus.size(); i++) {
            if (i != from.number) {
                awaited[from.number][i] = mailboxes.get(i).post(va);
            }
        }
    }

    @Override
    public void complete(Cpu from) {
        long[] numbers = awaited[from.number];
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != 0) {
                await(from, mailboxes.get(i), numbers[i]);
                numbers[i] = 0;
            }
        }
    }

    private void await(Cpu from, Mailbox mailbox, long number) {
        int spins = 0;
        while (!mailbox.settled(number)) {
            if ((from.requests() & Requests.MAILBOX) != 0) {
                mailbox(from).drain();
            }
            if (++spins < SPINS_BEFORE_YIELD) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
    }

    @Override
    public void sendEvent() {
        for (Cpu cpu : cpus) {
            cpu.requestQuietly(Requests.EVENT);
        }
    }

    @Override
    public void invalidateInstructions() {
        codeCache.invalidateAll();
    }

    @Override
    public void invalidateInstructions(long gpa) {
        codeCache.invalidate(gpa);
    }
}
