// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.machine;

/** What holds vCPUs back: the machine is paused, or closed. Its monitor guards the power states too. */
final class VcpuGate {
    private boolean paused = true;
    private boolean closed;

    synchronized boolean paused() {
        return paused;
    }

    synchronized boolean closed() {
        return closed;
    }

    synchronized void setPaused(boolean value) {
        paused = value;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Something that waiters look at has changed. */
    synchronized void changed() {
        notifyAll();
    }

    /** Waits once for a change; the caller holds the monitor and looks again. Interruption is kept for later. */
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's, around what it waits for
    synchronized void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
