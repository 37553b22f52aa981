// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm;

import dev.jvmm.core.bus.BusListener;
import dev.jvmm.core.bus.Doorbell;
import dev.jvmm.core.bus.MmioRegion;
import dev.jvmm.kvm.sys.EventFd;
import dev.jvmm.kvm.sys.PollSet;
import dev.jvmm.kvm.sys.SystemCallException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the doorbell stores of the regions on a bus through ioeventfd: the kernel signals an event and the vCPU goes on;
 * one thread waits for the events and hands the stores to the devices.
 */
public final class Doorbells implements BusListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Doorbells.class);

    private record Bell(MmioRegion region, Doorbell doorbell, EventFd event) {
        long gpa() {
            return region.base() + doorbell.offset();
        }
    }

    private final KvmVm vm;
    private final EventFd wake = new EventFd();
    private final Thread thread;

    // Guarded by the monitor of this, which is also held while a store is delivered.
    private final List<Bell> bells = new ArrayList<>();
    private final List<Bell> removed = new ArrayList<>();
    private boolean changed = true;
    private boolean closed;
    private final MemorySegment count = Arena.ofAuto().allocate(ValueLayout.JAVA_LONG);

    public Doorbells(KvmVm vm) {
        this.vm = vm;
        thread = Thread.ofPlatform().name("kvm-doorbells").daemon().start(this::live);
    }

    @Override
    public synchronized void added(MmioRegion region) {
        for (Doorbell doorbell : region.device().doorbells()) {
            Bell bell = new Bell(region, doorbell, new EventFd());
            try {
                vm.addIoEvent(bell.gpa(), doorbell.size(), doorbell.value(), bell.event);
            } catch (SystemCallException e) {
                // Without it the store is an ordinary exit: slower, and otherwise the same.
                LOG.warn("{}: notifications leave the guest ({})", region.name(), e.getMessage());
                bell.event.close();
                continue;
            }
            bells.add(bell);
        }
        change();
    }

    @Override
    public synchronized void removed(MmioRegion region) {
        for (Bell bell : List.copyOf(bells)) {
            if (bell.region.equals(region)) {
                vm.removeIoEvent(bell.gpa(), bell.doorbell.size(), bell.doorbell.value(), bell.event);
                bells.remove(bell);
                removed.add(bell);
            }
        }
        change();
    }

    /** Hands over every store that the kernel has taken; none is under way when it returns. */
    public synchronized void drain() {
        bells.forEach(this::deliver);
    }

    private void change() {
        changed = true;
        wake.signal();
    }

    private void deliver(Bell bell) {
        if (bell.event.take(count) != 0) {
            bell.region.device().write(bell.doorbell.offset(), bell.doorbell.size(), bell.doorbell.value());
        }
    }

    private void live() {
        while (true) {
            Bell[] now;
            int[] files;
            synchronized (this) {
                changed = false;
                wake.take(count);
                // Nobody polls these any more: this thread is the only one that does.
                removed.forEach(bell -> bell.event.close());
                removed.clear();
                if (closed) {
                    bells.forEach(bell -> bell.event.close());
                    bells.clear();
                    wake.close();
                    return;
                }
                now = bells.toArray(Bell[]::new);
                files = new int[now.length + 1];
                for (int i = 0; i < now.length; i++) {
                    files[i] = now[i].event.number();
                }
                files[now.length] = wake.number();
            }
            try (Arena arena = Arena.ofConfined()) {
                pump(now, new PollSet(arena, files));
            }
        }
    }

    private void pump(Bell[] now, PollSet set) {
        while (true) {
            set.await();
            synchronized (this) {
                if (changed) {
                    return;
                }
                for (int i = 0; i < now.length; i++) {
                    if (set.ready(i)) {
                        deliverSafely(now[i]);
                    }
                }
            }
        }
    }

    private void deliverSafely(Bell bell) {
        try {
            deliver(bell);
        } catch (RuntimeException e) {
            LOG.error("{}: a notification failed", bell.region.name(), e);
        }
    }

    /** Ends the thread and waits for it. The VM's descriptor must still be open. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            change();
        }
        VcpuThreads.join(thread);
    }
}
