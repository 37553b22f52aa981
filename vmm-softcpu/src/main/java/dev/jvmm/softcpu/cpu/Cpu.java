// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.cpu;

import dev.jvmm.softcpu.exception.GuestException;
import dev.jvmm.softcpu.exception.Syndrome;
import dev.jvmm.softcpu.mmu.Mmu;
import dev.jvmm.softcpu.state.CpuState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One vCPU: its registers, its way to memory, and what others ask of it. Confined to its thread, but for {@link
 * #request} and {@link #withdraw}.
 */
public final class Cpu extends CpuState {
    private static final VarHandle REQUESTS;

    static {
        try {
            REQUESTS = MethodHandles.lookup().findVarHandle(Cpu.class, "requests", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final long SCTLR_SA = 1L << 3;
    private static final long SCTLR_SA0 = 1L << 4;

    /** Bytes of guest memory that are pre-decoded together. */
    public static final int CODE_PAGE_BYTES = 4096;

    /** The value of {@link #next} after a branch that wasn't followed at once: behind the words of a page. */
    public static final int LEAVE = CODE_PAGE_BYTES / 4 + 1;

    /** The vCPU's number, 0-based. */
    public final int number;

    /** The one exception object of this vCPU. */
    public final GuestException exception = new GuestException();

    public final Mmu mmu;
    public final ExceptionModel exceptions;
    public final Maintenance maintenance;
    public final FirmwareInterface firmware;
    public final DebugInterface debug;
    public final TimerInterface timer;
    /** Null where the interrupt controller is a GICv2. */
    public final @Nullable InterruptInterface interrupts;

    /** Instructions executed by translated code: by whole basic blocks, also where an exception ended one. */
    public long translatedInstructions;

    /** Instructions interpreted so far, but for those of the page that is being executed. */
    public long interpretedInstructions;

    /**
     * While pre-decoded words are executed: the index in the page of the one after that under way. In translated code: the same
     * wherever that one may raise an exception.
     */
    public int next;

    /** {@link #next} less the instructions that were executed since execution of the page began. */
    private int from;

    /** Branches within a page that may be followed before the execution loop looks after other things. */
    public int untilLook;

    /** How translated code reaches other code; set once, by the execution loop. */
    public @Nullable CodeLinks links;

    /** FP and AdvSIMD instructions trap (CPACR_EL1.FPEN and EL); kept by whoever changes either. */
    public boolean fpTrapped;

    /** The local exclusive monitor. */
    public final ExclusiveMonitor monitor = new ExclusiveMonitor();

    /** Scratch space for 16-byte atomic accesses. */
    public final long[] pair = new long[2];

    /** Scratch space for what a load of SIMD and floating-point registers has read before it changes any. */
    public final long[] loaded = new long[8];

    /**
     * Request bits: changed by any thread with atomic read-modify-writes through REQUESTS. Volatile also so that a loop of
     * translated code that polls them cannot keep an older value of guest memory. Translated code reads this and {@link
     * #enabledRequests} itself, in place of {@link #urgent}: a call is much code in the hands of HotSpot's C1.
     */
    public volatile int requests;

    /** The request bits that count now: IRQ and FIQ only while PSTATE lets them. Confined. */
    public int enabledRequests;

    /** The thread that executes this vCPU, to be woken from WFI. */
    private volatile @Nullable Thread thread;

    /** Whether this vCPU may be executing guest code; see {@link #idle}. */
    private volatile boolean executing;

    public Cpu(int number, CpuParts parts) {
        this.number = number;
        this.mmu = parts.mmu(this, exception);
        this.exceptions = parts.exceptions();
        this.maintenance = parts.maintenance();
        this.firmware = parts.firmware();
        this.debug = parts.debug(this);
        this.timer = parts.timer(this);
        this.interrupts = parts.interrupts(this);
        updateEnabledRequests();
    }

    /** Changes PSTATE.D, A, I, F. */
    public void setDaif(int value) {
        daif = value;
        updateEnabledRequests();
    }

    private void updateEnabledRequests() {
        enabledRequests = ~((daif & DAIF_I) != 0 ? Requests.IRQ : 0)
                & ~((daif & DAIF_F) != 0 ? Requests.FIQ : 0)
                & ~Requests.EVENT;
    }

    /** The request bits that the execution loop must act on before the next block. */
    public int urgent() {
        return requests & enabledRequests;
    }

    /** All request bits. */
    public int requests() {
        return requests;
    }

    /** Sets request bits and wakes the vCPU from WFI. From any thread. */
    public void request(int bits) {
        int before = (int) REQUESTS.getAndBitwiseOr(this, bits);
        if ((before & bits) != bits) {
            LockSupport.unpark(thread);
        }
    }

    /** Clears request bits. From any thread. */
    public void withdraw(int bits) {
        REQUESTS.getAndBitwiseAnd(this, ~bits);
    }

    /** Sets request bits that need no attention from a vCPU that isn't executing, without waking it. From any thread. */
    public void requestQuietly(int bits) {
        REQUESTS.getAndBitwiseOr(this, bits);
    }

    /** Binds the vCPU to the calling thread, which is about to execute it. */
    public void bind() {
        thread = Thread.currentThread();
        executing = true;
        // A poster that saw false before this has posted what the next look at the requests must see.
        VarHandle.fullFence();
    }

    /** The calling thread stops executing this vCPU. */
    public void unbind() {
        executing = false;
        thread = null;
    }

    /**
     * Whether this vCPU may be executing guest code. When this is false, the vCPU will look at its mailbox before it
     * executes again: a poster that sees false after posting need not wait.
     */
    public boolean executing() {
        return executing;
    }

    /**
     * WFI: blocks the thread until an interrupt is pending, masked or not, or another request wants the vCPU. Burns no host
     * CPU.
     */
    public void waitForInterrupt() {
        executing = false;
        while ((requests() & ~(Requests.MAILBOX | Requests.EVENT)) == 0) {
            LockSupport.park(this);
        }
        executing = true;
        // A poster that saw false before this has posted what the next look at the requests must see.
        VarHandle.fullFence();
    }

    /** ISR_EL1: pending interrupts, masked or not. */
    public long interruptStatus() {
        int now = requests();
        return ((now & Requests.IRQ) != 0 ? DAIF_I : 0) | ((now & Requests.FIQ) != 0 ? DAIF_F : 0);
    }

    /** Recomputes what depends on PSTATE.EL, PSTATE.PAN and the control registers. Called after a change of any. */
    public void contextChanged() {
        int fpen = (int) (cpacr >>> 20) & 3;
        fpTrapped = fpen != 3 && (el == 0 || fpen != 1);
        mmu.selectRegime(el, pan);
        debug.update();
    }

    /** The exception for an FP or AdvSIMD instruction or register that CPACR_EL1 traps. */
    public GuestException fpAccessTrap() {
        return exception.with(Syndrome.fpAccess());
    }

    /** The exception for an instruction that is undefined here. */
    public GuestException undefined() {
        return exception.with(Syndrome.undefined());
    }

    /** Throws an SP alignment fault for a load or store based on a misaligned SP, if SCTLR_EL1.SA or SA0 asks for it. */
    public void misalignedSp() {
        if ((sctlr & (el == 0 ? SCTLR_SA0 : SCTLR_SA)) != 0) {
            throw exception.with(Syndrome.of(Syndrome.EC_SP_ALIGNMENT, 0));
        }
    }

    /**
     * Where an indirect branch, exception entry or return to {@code target} leads: without the tag in the top byte, if TCR_EL1
     * ignores that (Arm ARM AArch64.BranchAddr).
     */
    public static long branchTarget(Cpu cpu, long target) {
        long top = target >> 55;
        if (top == 0 || top == -1) {
            return target;
        }
        boolean ignoreTopByte = (cpu.tcr >>> ((top & 1) != 0 ? 38 : 37) & 1) != 0;
        return ignoreTopByte ? target << 8 >> 8 : target;
    }

    /** Begins to execute a page's words at an index. */
    public void beginAt(int index) {
        next = index;
        from = index;
    }

    /** Counts the instructions since execution of the page began, as {@link #next} tells when it is {@code end}. */
    public void countUntil(int end) {
        interpretedInstructions += end - from;
    }

    /**
     * A direct branch, taken, of the instruction before {@link #next}: is followed at once if it stays in the page and nothing wants
     * the execution loop. Else the PC is set and the page left.
     *
     * @param offset where to, in bytes from the start of the page; a multiple of 4
     */
    public void branch(int offset) {
        if ((offset & -CODE_PAGE_BYTES) == 0 && --untilLook > 0 && urgent() == 0) {
            int target = offset >>> 2;
            from += target - next;
            next = target;
        } else {
            countUntil(next);
            leavePage(pc + offset);
        }
    }

    /** An indirect branch of the instruction before {@link #next}. */
    public void branchTo(long target) {
        countUntil(next);
        leavePage(branchTarget(this, target));
    }

    private void leavePage(long target) {
        pc = target;
        next = LEAVE;
    }

    /** Brings the vCPU to its state after a warm reset. While it doesn't execute. */
    public void reset() {
        resetRegisters();
        monitor.clear();
        withdraw(Requests.EVENT | Requests.LEAVE);
        updateEnabledRequests();
        mmu.selectAsid(0);
        mmu.clear();
        debug.reset();
        contextChanged();
    }
}
