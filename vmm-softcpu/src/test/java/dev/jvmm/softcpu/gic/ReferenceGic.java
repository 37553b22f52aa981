// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.gic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** An interrupt controller as the manual's prose has it: an object an interrupt, everything computed when asked. */
final class ReferenceGic {
    static final int SPURIOUS = 1023;

    static final class Interrupt {
        final int intid;
        /** The vCPU whose own it is, or -1. */
        final int owner;
        /** Of an SPI. */
        final TreeSet<Integer> targets = new TreeSet<>();
        /** GICv2, SGIs: who it is pending from. */
        final TreeSet<Integer> senders = new TreeSet<>();

        boolean enabled;
        boolean latched;
        boolean line;
        boolean active;
        boolean group1;
        boolean edge;
        int priority;

        Interrupt(int intid, int owner) {
            this.intid = intid;
            this.owner = owner;
        }

        boolean pending() {
            return latched || !senders.isEmpty() || !edge && line;
        }

        void drive(boolean level) {
            if (level && !line && edge) {
                latched = true;
            }
            line = level;
        }

        boolean reaches(int cpu) {
            return owner < 0 ? targets.contains(cpu) : owner == cpu;
        }
    }

    /** One CPU interface. */
    static final class Interface {
        int mask;
        int bpr0 = 2;
        int bpr1 = 3;
        boolean enable0;
        boolean enable1;
        boolean split;
        boolean common;
        boolean fiq;
        /** Group priorities of active interrupts not yet dropped, and the groups that they are of. */
        final List<int[]> running = new ArrayList<>();

        int runningPriority() {
            return running.stream().mapToInt(each -> each[0]).min().orElse(0xFF);
        }

        int groupPriority(Interrupt interrupt) {
            int low = !interrupt.group1 || common ? bpr0 + 1 : bpr1;
            return interrupt.priority >> low << low;
        }
    }

    final List<Interrupt> interrupts = new ArrayList<>();
    final List<Interface> interfaces = new ArrayList<>();
    boolean enable0;
    boolean enable1;

    ReferenceGic(int cpus, int spis) {
        for (int cpu = 0; cpu < cpus; cpu++) {
            interfaces.add(new Interface());
            for (int intid = 0; intid < 32; intid++) {
                Interrupt added = new Interrupt(intid, cpu);
                added.edge = intid < 16;
                interrupts.add(added);
            }
        }
        for (int spi = 0; spi < spis; spi++) {
            interrupts.add(new Interrupt(32 + spi, -1));
        }
    }

    Interrupt find(int cpu, int intid) {
        return interrupts.stream()
                .filter(each -> each.intid == intid && (each.owner < 0 || each.owner == cpu))
                .findFirst()
                .orElseThrow();
    }

    Optional<Interrupt> highest(int cpu) {
        Interface at = interfaces.get(cpu);
        return interrupts.stream()
                .filter(each -> each.reaches(cpu) && each.enabled && each.pending() && !each.active)
                .filter(each -> each.group1 ? enable1 && at.enable1 : enable0 && at.enable0)
                .min(Comparator.<Interrupt>comparingInt(each -> each.priority).thenComparingInt(each -> each.intid));
    }

    Optional<Interrupt> signalled(int cpu) {
        Interface at = interfaces.get(cpu);
        return highest(cpu)
                .filter(each -> each.priority < at.mask)
                .filter(each -> at.groupPriority(each) < at.runningPriority());
    }

    boolean irq(int cpu) {
        return signalled(cpu)
                .map(each -> each.group1 || !interfaces.get(cpu).fiq)
                .orElse(false);
    }

    boolean fiq(int cpu) {
        return signalled(cpu)
                .map(each -> !each.group1 && interfaces.get(cpu).fiq)
                .orElse(false);
    }

    /** IAR; the sender in bits 12:10. */
    int acknowledge(int cpu, boolean group1) {
        Optional<Interrupt> taken = signalled(cpu).filter(each -> each.group1 == group1);
        if (taken.isEmpty()) {
            return SPURIOUS;
        }
        Interrupt interrupt = taken.get();
        Interface at = interfaces.get(cpu);
        at.running.add(new int[] {at.groupPriority(interrupt), interrupt.group1 ? 1 : 0});
        interrupt.active = true;
        interrupt.latched = false;
        Integer sender = interrupt.senders.pollFirst();
        return (sender == null ? 0 : sender << 10) | interrupt.intid;
    }

    /** EOIR. */
    void end(int cpu, int intid, boolean group1) {
        Interface at = interfaces.get(cpu);
        Optional<int[]> top = at.running.stream().min(Comparator.comparingInt(each -> each[0]));
        if (top.isEmpty() || (top.get()[1] == 1) != group1) {
            return;
        }
        at.running.remove(top.get());
        if (!at.split) {
            find(cpu, intid).active = false;
        }
    }

    /** DIR. */
    void deactivate(int cpu, int intid) {
        if (interfaces.get(cpu).split) {
            find(cpu, intid).active = false;
        }
    }
}
