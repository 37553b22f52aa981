// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.rtc;

import static dev.jvmm.devices.rtc.Pl031Registers.*;

import dev.jvmm.core.clock.VmClock;
import dev.jvmm.core.irq.IrqLine;
import dev.jvmm.devices.amba.PrimeCell;
import dev.jvmm.devices.timer.DeviceTimer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Arm PrimeCell Real Time Clock (PL031), DDI 0224: a 32-bit count of seconds that starts as the wall time of the VM (Unix
 * epoch), and an alarm.
 *
 * <p>It behaves as one with a battery: it runs before anyone starts it (CR always reads as started), and a system
 * reset keeps a time that the guest has set.
 */
public final class Pl031 extends PrimeCell {
    // The wall clock can be stepped or the host suspended, and a VM's time need not be the host's: look again this
    // often.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final VmClock clock;
    private final DeviceTimer timer;

    // All state is guarded by the lock.
    private int adjustment; // what the guest's loads of LR add to the wall time, seconds modulo 2^32
    private int lastSeen; // the counter when it was last compared with the match register
    private int match;
    private int load;
    private boolean masked;
    private boolean raw;
    private DeviceTimer.@Nullable Scheduled alarm;

    public Pl031(IrqLine irq, VmClock clock, DeviceTimer timer) {
        super(irq, PERIPHERAL_ID);
        this.clock = clock;
        this.timer = timer;
        reset();
    }

    @Override
    protected void resetRegisters() {
        match = 0;
        load = 0;
        masked = true;
        raw = false;
        lastSeen = counter();
    }

    @Override
    protected int readRegister(int offset) {
        compare();
        return switch (offset) {
            case DR -> lastSeen;
            case MR -> match;
            case LR -> load;
            case CR -> CR_START;
            case IMSC -> masked ? 0 : INT;
            case RIS -> raw ? INT : 0;
            case MIS -> raw && !masked ? INT : 0;
            default -> 0;
        };
    }

    @Override
    protected void writeRegister(int offset, int value) {
        compare();
        switch (offset) {
            case MR -> {
                match = value;
                raw |= match == lastSeen;
            }
            case LR -> {
                load = value;
                adjustment += value - counter();
                lastSeen = value;
                raw |= match == value;
            }
            case IMSC -> masked = (value & INT) == 0;
            case ICR -> raw &= (value & INT) == 0;
            default -> {}
        }
        schedule();
    }

    @Override
    protected boolean interruptPending() {
        return raw && !masked;
    }

    /** The counter, by the VM's clock and the guest's adjustment. */
    private int counter() {
        return (int) clock.wallTime().getEpochSecond() + adjustment;
    }

    /** Raises the interrupt when the counter has come to the match register since the last look. */
    private void compare() {
        int now = counter();
        int elapsed = now - lastSeen;
        // A clock that was set back shows as a negative step, in which no second was passed.
        if (elapsed > 0 && Integer.compareUnsigned(match - lastSeen - 1, elapsed) < 0) {
            raw = true;
        }
        lastSeen = now;
    }

    private void schedule() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
        int seconds = match - lastSeen;
        if (masked || raw || seconds <= 0) {
            return;
        }
        Instant now = clock.wallTime();
        Duration intoSecond = Duration.between(now.truncatedTo(ChronoUnit.SECONDS), now);
        Duration wait = Duration.ofSeconds(seconds).minus(intoSecond);
        alarm = timer.after(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT, this::look);
    }

    private void look() {
        synchronized (lock) {
            compare();
            schedule();
            updateInterrupt();
        }
    }
}
