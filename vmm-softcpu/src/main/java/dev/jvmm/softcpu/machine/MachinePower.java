// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.machine;

import dev.jvmm.core.cpu.GuestEventListener;
import dev.jvmm.core.cpu.MpidrAffinity;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.machine.Vcpu.Power;
import dev.jvmm.softcpu.psci.PowerController;
import dev.jvmm.softcpu.psci.PsciStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What PSCI does to the machine's vCPUs. Called by their threads. */
final class MachinePower implements PowerController {
    private static final long AFFINITY_BITS = 0xFF_00FF_FFFFL;

    private final VcpuGate gate;
    private final GuestEventListener listener;
    private final List<Vcpu> vcpus;

    MachinePower(VcpuGate gate, GuestEventListener listener, List<Vcpu> vcpus) {
        this.gate = gate;
        this.listener = listener;
        this.vcpus = vcpus;
    }

    @Override
    public int cpuOn(long targetMpidr, long entry, long context) {
        Vcpu target = find(targetMpidr);
        if (target == null) {
            return PsciStatus.INVALID_PARAMETERS;
        }
        synchronized (gate) {
            if (target.power() == Power.ON || target.power() == Power.SUSPENDED) {
                return PsciStatus.ALREADY_ON;
            }
            if (target.running()) {
                // It has asked to be off and hasn't left its loop yet.
                return PsciStatus.ON_PENDING;
            }
            target.cpu.reset();
            target.cpu.pc = entry;
            target.cpu.x[0] = context;
            target.setPower(Power.ON);
            return PsciStatus.SUCCESS;
        }
    }

    @Override
    public void cpuOff(Cpu cpu) {
        setPower(cpu, Power.OFF);
    }

    @Override
    public int affinityInfo(long mpidr, int level) {
        int ignored = 8 * level;
        boolean found = false;
        synchronized (gate) {
            for (Vcpu vcpu : vcpus) {
                if (MpidrAffinity.of(vcpu.cpu.number) >>> ignored == (mpidr & AFFINITY_BITS) >>> ignored) {
                    if (vcpu.power() == Power.ON) {
                        return 0;
                    }
                    found = true;
                }
            }
        }
        return found ? 1 : PsciStatus.INVALID_PARAMETERS;
    }

    @Override
    public int systemSuspend(Cpu cpu, long entry, long context) {
        synchronized (gate) {
            for (Vcpu vcpu : vcpus) {
                if (vcpu.cpu != cpu && vcpu.power() == Power.ON) {
                    return PsciStatus.DENIED;
                }
            }
            vcpus.get(cpu.number).suspend(entry, context);
            return PsciStatus.SUCCESS;
        }
    }

    @Override
    public void systemOff(Cpu cpu) {
        setPower(cpu, Power.HALTED);
        listener.systemOff();
    }

    @Override
    public void systemReset(Cpu cpu) {
        setPower(cpu, Power.HALTED);
        listener.systemReset();
    }

    private void setPower(Cpu cpu, Power power) {
        synchronized (gate) {
            vcpus.get(cpu.number).setPower(power);
        }
    }

    private @Nullable Vcpu find(long mpidr) {
        for (Vcpu vcpu : vcpus) {
            if (MpidrAffinity.of(vcpu.cpu.number) == (mpidr & AFFINITY_BITS)) {
                return vcpu;
            }
        }
        return null;
    }
}
