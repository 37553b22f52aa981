// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.cpu;

import dev.jvmm.core.irq.IrqLine;
import dev.jvmm.core.irq.MsiTarget;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The CPUs, interrupt controller and timers of one machine, on some backend.
 *
 * <p>Life: created; memory mapped; {@link #start}; any number of {@link #pause}/{@link #resume}; {@link #reset} while
 * paused; {@link #close}. Control methods are called by one thread at a time, never by a vCPU's thread.
 */
public interface VirtualMachine extends AutoCloseable {
    /** How a guest may use a block of mapped memory. */
    enum Access {
        /** RAM. */
        READ_WRITE_EXECUTE,
        /** ROM, or flash in array mode: loads and fetches go to memory, stores go to the bus. */
        READ_EXECUTE
    }

    /**
     * Maps host memory at a guest-physical address. May be called while vCPUs run (flash leaving command mode).
     *
     * @param gpa multiple of 64 KiB
     * @param memory native, of a shared arena that outlives this object; size a multiple of 64 KiB
     */
    void map(long gpa, MemorySegment memory, Access access);

    /** Takes away a block that was mapped at {@code gpa}; accesses go to the bus. May be called while vCPUs run. */
    void unmap(long gpa);

    /**
     * The line of a shared peripheral interrupt.
     *
     * @param spi 0-based: INTID 32 + spi
     */
    IrqLine spi(int spi);

    /** Where message-signalled interrupts go; null where the interrupt controller takes none. */
    @Nullable
    MsiTarget msi();

    /**
     * The state vCPU 0 is in when it starts: EL1h, DAIF masked, MMU and caches off, as the arm64 boot protocol and
     * firmware expect.
     *
     * @param pc guest-physical address of the first instruction
     * @param x0 the first argument (device tree address for a kernel)
     */
    void setEntry(long pc, long x0);

    /** Starts the vCPUs' threads. */
    void start();

    /** Returns when no vCPU executes guest code and none will until {@link #resume}. */
    void pause();

    /** Lets paused vCPUs go on. */
    void resume();

    /**
     * Brings vCPUs, interrupt controller and timers to their reset state; vCPU 0 will start at the entry set by {@link
     * #setEntry}, on {@link #resume}. Only while paused.
     */
    void reset();

    /** One line a vCPU and some more: the registers, for a log or a monitor. Only while paused or stopped. */
    String dumpState();

    /** What the backend counts, by name, in the order to show; from any thread, after {@link #close} too. */
    default Map<String, Long> counters() {
        return Map.of();
    }

    /** Stops the vCPUs and frees everything. Returns when their threads have ended. Safe to call twice. */
    @Override
    void close();
}
