// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.queue;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that serves one queue: it parks until {@link #wake}, then runs its task. It is a platform thread, so that a
 * busy vCPU on the other core or a blocking file operation never keeps it from being scheduled; and it never spins, since
 * on a small host the cycles would be the vCPU's.
 *
 * <p>It is never interrupted: an interrupt would close the file channel under every other user of the disk.
 */
public final class QueueWorker {
    private static final Logger LOG = LoggerFactory.getLogger(QueueWorker.class);

    private final int index;
    private final VirtQueue queue;
    private final QueueTask task;
    private final QueueEvents events;
    private final Thread thread;
    // Confined to the worker's thread.
    private final DescriptorChain chain = new DescriptorChain();
    // Set by any thread that has work, cleared by the worker before it looks for it.
    private final AtomicBoolean awake = new AtomicBoolean();
    private volatile boolean stopping;

    /** @param index the queue's number */
    public QueueWorker(String device, int index, VirtQueue queue, QueueTask task, QueueEvents events) {
        this.index = index;
        this.queue = queue;
        this.task = task;
        this.events = events;
        thread = Thread.ofPlatform().daemon().name(device + "-q" + index).unstarted(this::run);
    }

    /** Starts the thread; the queue is its own from here on. */
    public void start() {
        awake.set(true);
        thread.start();
    }

    /** There may be work. From any thread; cheap when the worker is busy. */
    public void wake() {
        if (!awake.getAndSet(true)) {
            LockSupport.unpark(thread);
        }
    }

    /** Asks the worker to end after the piece of work in hand. */
    public void stop() {
        stopping = true;
        awake.set(true);
        LockSupport.unpark(thread);
    }

    /** Waits until the worker has ended, and with it all its I/O. After {@link #stop}; not on the worker's thread. */
    public void join() {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the worker is to end: give up between two pieces of work, leave the request unanswered. */
    public boolean stopping() {
        return stopping;
    }

    /** The queue; on the worker's thread only. */
    public VirtQueue queue() {
        return queue;
    }

    /** The request last popped; on the worker's thread only. */
    public DescriptorChain chain() {
        return chain;
    }

    /** Takes the next request into {@link #chain}; on the worker's thread only. */
    public boolean pop() {
        return queue.pop(chain);
    }

    /** Gives the request in {@link #chain} back and interrupts the driver if it wants that. */
    public void complete(long written) {
        queue.push(chain.head(), written);
        if (queue.needsInterrupt()) {
            events.usedBuffers(index);
        }
    }

    private void run() {
        try {
            while (!stopping) {
                awake.set(false);
                queue.disableNotifications();
                boolean wantsRequests = task.serve(this);
                String fault = queue.fault();
                if (fault != null) {
                    events.needsReset("queue " + index + ": " + fault);
                    return;
                }
                if (wantsRequests && queue.enableNotifications()) {
                    continue;
                }
                while (!awake.get() && !stopping) {
                    LockSupport.park(this);
                }
            }
        } catch (RuntimeException e) {
            LOG.error("{} failed: a bug; the device stops", thread.getName(), e);
            events.needsReset("queue " + index + ": internal error");
        }
    }
}
