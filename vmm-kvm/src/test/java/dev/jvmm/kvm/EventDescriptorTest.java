// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.bus.Doorbell;
import dev.jvmm.core.bus.MmioDevice;
import dev.jvmm.core.bus.MmioRegion;
import dev.jvmm.core.irq.IrqLine;
import dev.jvmm.kvm.abi.KvmConstants;
import dev.jvmm.kvm.abi.X86Constants;
import dev.jvmm.kvm.sys.EventFd;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** ioeventfd, irqfd and KVM_IRQ_LINE, with x86 code and the x86 interrupt controllers. */
@Timeout(60)
class EventDescriptorTest {
    private X86Guest guest;

    @BeforeEach
    void create() {
        guest = X86Guest.create();
    }

    @AfterEach
    void close() {
        if (guest != null) {
            guest.close();
        }
    }

    /** A device whose notification register at 0x50 has doorbells 0 and 1. */
    private static final class Notified implements MmioDevice {
        final BlockingQueue<String> stores = new LinkedBlockingQueue<>();

        @Override
        public long read(long offset, int size) {
            return 0;
        }

        @Override
        public void write(long offset, int size, long value) {
            stores.add(offset + "/" + size + "/" + value + " on "
                    + Thread.currentThread().getName());
        }

        @Override
        public List<Doorbell> doorbells() {
            return List.of(new Doorbell(0x50, 2, 0), new Doorbell(0x50, 2, 1));
        }
    }

    @Test
    void aDoorbellStoreReachesTheDeviceWithoutAnExit() throws InterruptedException {
        Notified device = new Notified();
        Bus bus = new Bus();
        bus.add(List.of(new MmioRegion("notified", X86Guest.MMIO, 0x100, device)));
        try (Doorbells doorbells = new Doorbells(guest.vm)) {
            bus.listen(doorbells);
            // mov word [0x50], 1; hlt
            KvmVcpu vcpu = guest.vcpu(0xc7, 0x06, 0x50, 0x00, 0x01, 0x00, 0xf4);
            assertThat(vcpu.enter()).isZero();
            assertThat(vcpu.run().exitReason()).isEqualTo(KvmConstants.KVM_EXIT_HLT);
            assertThat(device.stores.take()).isEqualTo("80/2/1 on kvm-doorbells");
            assertThat(device.stores).isEmpty();
        }
    }

    @Test
    void aStoreOfAnotherValueOrSizeIsAnOrdinaryExit() {
        Notified device = new Notified();
        Bus bus = new Bus();
        try (Doorbells doorbells = new Doorbells(guest.vm)) {
            bus.listen(doorbells);
            bus.add(List.of(new MmioRegion("notified", X86Guest.MMIO, 0x100, device)));
            // mov word [0x50], 2; mov byte [0x50], 1; hlt
            KvmVcpu vcpu = guest.vcpu(0xc7, 0x06, 0x50, 0x00, 0x02, 0x00, 0xc6, 0x06, 0x50, 0x00, 0x01, 0xf4);
            assertThat(vcpu.enter()).isZero();
            assertThat(vcpu.run().exitReason()).isEqualTo(KvmConstants.KVM_EXIT_MMIO);
            assertThat(vcpu.run().mmioData() & 0xffff).isEqualTo(2);
            assertThat(vcpu.enter()).isZero();
            assertThat(vcpu.run().mmioLength()).isEqualTo(1);
        }
    }

    @Test
    void doorbellsFollowARegionThatMoves() throws InterruptedException {
        Notified device = new Notified();
        Bus bus = new Bus();
        MmioRegion here = new MmioRegion("notified", X86Guest.MMIO, 0x100, device);
        try (Doorbells doorbells = new Doorbells(guest.vm)) {
            bus.add(List.of(here));
            bus.listen(doorbells);
            bus.remove(here);
            bus.add(List.of(new MmioRegion("notified", X86Guest.MMIO + 0x1000, 0x100, device)));
            // mov word [0x50], 1; mov word [0x1050], 0; hlt
            KvmVcpu vcpu = guest.vcpu(0xc7, 0x06, 0x50, 0x00, 0x01, 0x00, 0xc7, 0x06, 0x50, 0x10, 0x00, 0x00, 0xf4);
            assertThat(vcpu.enter()).isZero();
            assertThat(vcpu.run().exitReason()).isEqualTo(KvmConstants.KVM_EXIT_MMIO);
            assertThat(vcpu.enter()).isZero();
            assertThat(vcpu.run().exitReason()).isEqualTo(KvmConstants.KVM_EXIT_HLT);
            assertThat(device.stores.take()).startsWith("80/2/0 ");
        }
    }

    @Test
    void drainingHandsOverEveryStoreThatTheKernelTook() {
        Notified device = new Notified();
        Bus bus = new Bus();
        bus.add(List.of(new MmioRegion("notified", X86Guest.MMIO, 0x100, device)));
        try (Doorbells doorbells = new Doorbells(guest.vm)) {
            bus.listen(doorbells);
            // mov word [0x50], 1; mov word [0x50], 0; hlt
            KvmVcpu vcpu = guest.vcpu(0xc7, 0x06, 0x50, 0x00, 0x01, 0x00, 0xc7, 0x06, 0x50, 0x00, 0x00, 0x00, 0xf4);
            assertThat(vcpu.enter()).isZero();
            doorbells.drain();
            assertThat(device.stores).hasSize(2);
        }
    }

    @Test
    void anIrqLineSetsTheLevelInTheInterruptController() {
        guest.vm.ioctl("KVM_CREATE_IRQCHIP", KvmConstants.KVM_CREATE_IRQCHIP, 0);
        guest.vcpu(0xf4);
        IrqLine line = new IrqLines(guest.vm, guest.arena).line(5);
        assertThat(picLevels()).isZero();
        line.set(true);
        assertThat(picLevels()).isEqualTo(1 << 5);
        line.set(true);
        line.set(false);
        assertThat(picLevels()).isZero();
        assertThat(picRequests()).isEqualTo(1 << 5);
    }

    @Test
    void aSignalOnAnIrqEventRaisesTheInterrupt() {
        guest.vm.ioctl("KVM_CREATE_IRQCHIP", KvmConstants.KVM_CREATE_IRQCHIP, 0);
        guest.vcpu(0xf4);
        try (EventFd event = new EventFd()) {
            guest.vm.addIrqEvent(6, event, null);
            event.signal();
            while (picRequests() != 1 << 6) {
                Thread.onSpinWait();
            }
            guest.vm.removeIrqEvent(6, event);
            event.signal();
            assertThat(picLevels()).isZero();
        }
    }

    /** The levels that the first PIC saw last (struct kvm_pic_state). */
    private int picLevels() {
        return pic(0);
    }

    /** The first PIC's interrupt request register. */
    private int picRequests() {
        return pic(1);
    }

    private int pic(int register) {
        try (Arena confined = Arena.ofConfined()) {
            MemorySegment chip = confined.allocate(X86Constants.IRQCHIP.byteSize(), Long.BYTES);
            guest.vm.ioctl("KVM_GET_IRQCHIP", X86Constants.KVM_GET_IRQCHIP, chip.address());
            return chip.get(ValueLayout.JAVA_BYTE, 8 + register) & 0xff;
        }
    }
}
