// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The workers of one device, by queue. Started and stopped by one thread at a time (the transport sees to it), woken by
 * any.
 */
public final class QueueWorkers {
    private final String device;
    // Set with release before a worker runs, read by the threads that wake it.
    private final AtomicReferenceArray<QueueWorker> workers;

    /** @param device its name, for those of the threads */
    public QueueWorkers(String device, int queues) {
        this.device = device;
        workers = new AtomicReferenceArray<>(queues);
    }

    /** Starts serving a queue. */
    public void start(int index, VirtQueue queue, QueueTask task, QueueEvents events) {
        QueueWorker worker = new QueueWorker(device, index, queue, task, events);
        if (!workers.compareAndSet(index, null, worker)) {
            throw new IllegalStateException(device + ": queue " + index + " has a worker already");
        }
        worker.start();
    }

    /** There may be work for the worker of a queue, if it has one. */
    public void wake(int index) {
        QueueWorker worker = workers.get(index);
        if (worker != null) {
            worker.wake();
        }
    }

    /** Ends all workers and returns when none touches guest memory any more. */
    public void stopAndWait() {
        List<QueueWorker> ending = new ArrayList<>();
        for (int i = 0; i < workers.length(); i++) {
            QueueWorker worker = workers.getAndSet(i, null);
            if (worker != null) {
                worker.stop();
                ending.add(worker);
            }
        }
        ending.forEach(QueueWorker::join);
    }
}
