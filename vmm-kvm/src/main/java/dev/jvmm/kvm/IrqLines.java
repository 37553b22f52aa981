// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm;

import dev.jvmm.core.irq.IrqLine;
import dev.jvmm.kvm.abi.KvmStructs;
import dev.jvmm.kvm.abi.Struct;
import java.lang.foreign.Arena;

/** Interrupt lines driven by KVM_IRQ_LINE: the level is in the interrupt controller when {@code set} returns. */
public final class IrqLines {
    private final KvmVm vm;
    private final Arena arena;

    /** @param arena shared; outlives the lines */
    public IrqLines(KvmVm vm, Arena arena) {
        this.vm = vm;
        this.arena = arena;
    }

    /** @param irq as the architecture numbers lines for KVM_IRQ_LINE */
    public IrqLine line(int irq) {
        return new Line(
                new Struct(arena, KvmStructs.IRQ_LEVEL)
                        .setInt("irq", irq)
                        .setInt("level", 1)
                        .address(),
                new Struct(arena, KvmStructs.IRQ_LEVEL)
                        .setInt("irq", irq)
                        .setInt("level", 0)
                        .address());
    }

    private final class Line implements IrqLine {
        private final long high;
        private final long low;
        // Guarded by the monitor of this, which also keeps the kernel's order that of the callers.
        private boolean level;

        Line(long high, long low) {
            this.high = high;
            this.low = low;
        }

        @Override
        public synchronized void set(boolean wanted) {
            if (wanted != level) {
                level = wanted;
                vm.irqLine(wanted ? high : low);
            }
        }

        @Override
        public synchronized void pulse() {
            vm.irqLine(high);
            vm.irqLine(low);
            level = false;
        }
    }
}
