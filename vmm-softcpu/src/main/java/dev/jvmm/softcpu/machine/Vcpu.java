// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.machine;

import dev.jvmm.core.cpu.GuestEventListener;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.CurrentCpu;
import dev.jvmm.softcpu.cpu.Requests;
import dev.jvmm.softcpu.interpret.Interpreter;
import dev.jvmm.softcpu.interpret.RequestHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A vCPU and its thread. The thread lives as long as the machine; it executes while the vCPU is powered on and the machine
 * isn't paused.
 */
final class Vcpu implements RequestHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Vcpu.class);

    /** Where a vCPU's power is, as PSCI sees it. */
    enum Power {
        ON,
        OFF,
        /** PSCI SYSTEM_SUSPEND: executes nothing until an interrupt, then starts afresh where it asked. */
        SUSPENDED,
        /** Asked for SYSTEM_OFF or SYSTEM_RESET, or broken: executes nothing until the machine is reset. */
        HALTED
    }

    final Cpu cpu;
    final Interpreter interpreter;
    private final Mailbox mailbox;
    private final VcpuGate gate;
    private final GuestEventListener listener;
    private final Thread thread;

    /** Guarded by the gate. */
    private Power power = Power.OFF;
    /** Where to start after {@link Power#SUSPENDED}, and with which X0. Guarded by the gate. */
    private long resumeEntry;

    private long resumeContext;
    /** The thread executes guest code, or waits for the interrupt that ends a suspension. Guarded by the gate. */
    private boolean running;

    Vcpu(Cpu cpu, Interpreter interpreter, Mailbox mailbox, VcpuGate gate, GuestEventListener listener) {
        this.cpu = cpu;
        this.interpreter = interpreter;
        this.mailbox = mailbox;
        this.gate = gate;
        this.listener = listener;
        this.thread = new Thread(null, this::live, "vcpu-" + cpu.number, Interpreter.STACK_BYTES);
        this.thread.setDaemon(true);
    }

    void startThread() {
        thread.start();
    }

    void join() {
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

    /** Under the gate. */
    Power power() {
        return power;
    }

    /** Under the gate. A vCPU that leaves {@link Power#ON} is made to leave its loop. */
    void setPower(Power next) {
        power = next;
        if (next == Power.ON) {
            gate.changed();
        } else {
            cpu.request(Requests.LEAVE);
        }
    }

    /** Under the gate. */
    void suspend(long entry, long context) {
        resumeEntry = entry;
        resumeContext = context;
        setPower(Power.SUSPENDED);
    }

    /** Under the gate. */
    boolean running() {
        return running;
    }

    private void live() {
        CurrentCpu.set(cpu);
        while (enter()) {
            try {
                mailbox.drain();
                if (awake()) {
                    interpreter.run();
                }
            } catch (RuntimeException | Error e) {
                LOG.error("vCPU {} of the software CPU failed; this is a bug", cpu.number, e);
                synchronized (gate) {
                    power = Power.HALTED;
                }
                listener.cpuStopped(cpu.number, "internal error: " + e + "\n" + RegisterDump.of(cpu));
            } finally {
                leave();
            }
        }
    }

    /** Waits until the vCPU may execute; false when the machine is closed. */
    private boolean enter() {
        synchronized (gate) {
            while (!gate.closed() && (gate.paused() || (power != Power.ON && power != Power.SUSPENDED))) {
                gate.await();
            }
            if (gate.closed()) {
                return false;
            }
            cpu.withdraw(Requests.LEAVE);
            cpu.bind();
            running = true;
            return true;
        }
    }

    /** Whether the vCPU executes; waits for an interrupt first if it is suspended, and until the machine is paused. */
    private boolean awake() {
        synchronized (gate) {
            if (power == Power.ON) {
                return true;
            }
        }
        cpu.waitForInterrupt();
        synchronized (gate) {
            if (power != Power.SUSPENDED || (cpu.requests() & Requests.LEAVE) != 0) {
                return false;
            }
            cpu.reset();
            cpu.pc = resumeEntry;
            cpu.x[0] = resumeContext;
            power = Power.ON;
            return true;
        }
    }

    private void leave() {
        synchronized (gate) {
            cpu.unbind();
            running = false;
            gate.changed();
        }
    }

    @Override
    public boolean handle(Cpu self) {
        int urgent = self.urgent();
        if ((urgent & Requests.LEAVE) != 0) {
            return false;
        }
        if ((urgent & Requests.MAILBOX) != 0) {
            mailbox.drain();
        }
        if ((urgent & Requests.FIQ) != 0) {
            self.exceptions.takeFiq(self);
        } else if ((urgent & Requests.IRQ) != 0) {
            self.exceptions.takeIrq(self);
        }
        if ((self.urgent() & Requests.STEP) != 0) {
            interpreter.step();
        }
        return true;
    }
}
