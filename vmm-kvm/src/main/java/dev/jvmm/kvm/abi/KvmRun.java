// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.abi;

import static java.lang.foreign.MemoryLayout.PathElement.groupElement;

import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * A vCPU's struct kvm_run, read and written in the memory it shares with the kernel.
 *
 * <p>Confined to the vCPU's thread, except {@link #requestImmediateExit}, which any thread may call.
 */
public final class KvmRun {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final VarHandle BYTE = ValueLayout.JAVA_BYTE.varHandle();

    /** The place of the union of exits, which has no name in C either, among the members of {@link KvmStructs#RUN}. */
    private static final int UNION_INDEX = 9;

    private static final long IMMEDIATE_EXIT = offset(groupElement("immediate_exit"));
    private static final long EXIT_REASON = offset(groupElement("exit_reason"));
    private static final long MMIO_ADDRESS = exit("mmio", "phys_addr");
    private static final long MMIO_DATA = exit("mmio", "data");
    private static final long MMIO_LENGTH = exit("mmio", "len");
    private static final long MMIO_IS_WRITE = exit("mmio", "is_write");
    private static final long EVENT_TYPE = exit("system_event", "type");
    private static final long EVENT_FLAGS = exit("system_event", "data");
    private static final long INTERNAL_SUBERROR = exit("internal", "suberror");
    private static final long ENTRY_FAILURE = exit("fail_entry", "hardware_entry_failure_reason");
    private static final long NISV_SYNDROME = exit("arm_nisv", "esr_iss");
    private static final long NISV_ADDRESS = exit("arm_nisv", "fault_ipa");

    private final MemorySegment area;

    /** @param area the vCPU's mapped file */
    public KvmRun(MemorySegment area) {
        this.area = area;
    }

    private static long offset(PathElement... path) {
        return KvmStructs.RUN.byteOffset(path);
    }

    private static long exit(String kind, String field) {
        return offset(groupElement(UNION_INDEX), groupElement(kind), groupElement(field));
    }

    /** Makes the next KVM_RUN, or the one that runs now if a signal follows, end with EINTR. */
    public void requestImmediateExit() {
        BYTE.setVolatile(area, IMMEDIATE_EXIT, (byte) 1);
    }

    /** Takes back {@link #requestImmediateExit}. Whoever calls this looks afterwards at why it was requested. */
    public void clearImmediateExit() {
        BYTE.setVolatile(area, IMMEDIATE_EXIT, (byte) 0);
    }

    public int exitReason() {
        return area.get(INT, EXIT_REASON);
    }

    /** Guest-physical address of the access. */
    public long mmioAddress() {
        return area.get(LONG, MMIO_ADDRESS);
    }

    /** Its size in bytes: 1 to 8. */
    public int mmioLength() {
        return area.get(INT, MMIO_LENGTH);
    }

    public boolean mmioIsWrite() {
        return area.get(ValueLayout.JAVA_BYTE, MMIO_IS_WRITE) != 0;
    }

    /** What a store wrote; bytes beyond its length are not defined. */
    public long mmioData() {
        return area.get(LONG, MMIO_DATA);
    }

    /** What a load gets; bytes beyond its length are ignored. */
    public void mmioData(long value) {
        area.set(LONG, MMIO_DATA, value);
    }

    public int systemEventType() {
        return area.get(INT, EVENT_TYPE);
    }

    public long systemEventFlags() {
        return area.get(LONG, EVENT_FLAGS);
    }

    public int internalSuberror() {
        return area.get(INT, INTERNAL_SUBERROR);
    }

    public long entryFailureReason() {
        return area.get(LONG, ENTRY_FAILURE);
    }

    /** ISS of ESR_EL2 without a valid syndrome. */
    public long nisvSyndrome() {
        return area.get(LONG, NISV_SYNDROME);
    }

    /** Guest-physical address whose access had no valid syndrome. */
    public long nisvAddress() {
        return area.get(LONG, NISV_ADDRESS);
    }

    /** The structure's memory, for exits that only another architecture has. */
    public MemorySegment area() {
        return area;
    }
}
