// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.machine;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.GuestEventListener;
import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.softcpu.code.CodeCache;
import dev.jvmm.softcpu.code.HotBlocks;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.CpuParts;
import dev.jvmm.softcpu.cpu.DebugInterface;
import dev.jvmm.softcpu.cpu.ExceptionModel;
import dev.jvmm.softcpu.cpu.FirmwareInterface;
import dev.jvmm.softcpu.cpu.InterruptInterface;
import dev.jvmm.softcpu.cpu.Maintenance;
import dev.jvmm.softcpu.cpu.TimerInterface;
import dev.jvmm.softcpu.exception.GuestException;
import dev.jvmm.softcpu.gic.GicV2;
import dev.jvmm.softcpu.gic.GicV3;
import dev.jvmm.softcpu.gic.SoftGic;
import dev.jvmm.softcpu.interpret.A64Predecoder;
import dev.jvmm.softcpu.interpret.FetchTlb;
import dev.jvmm.softcpu.interpret.Interpreter;
import dev.jvmm.softcpu.interpret.Predecoder;
import dev.jvmm.softcpu.interpret.RequestHandler;
import dev.jvmm.softcpu.memory.PhysicalMemory;
import dev.jvmm.softcpu.mmu.Mmu;
import dev.jvmm.softcpu.mmu.StageOneSlowPath;
import dev.jvmm.softcpu.mmu.Tlbs;
import dev.jvmm.softcpu.mmu.Watchpoints;
import dev.jvmm.softcpu.psci.Psci;
import dev.jvmm.softcpu.state.CpuState;
import dev.jvmm.softcpu.system.ArmExceptionModel;
import dev.jvmm.softcpu.system.DebugUnit;
import dev.jvmm.softcpu.system.SystemRegisterTable;
import dev.jvmm.softcpu.timer.GenericTimers;
import dev.jvmm.softcpu.translate.TranslationOptions;
import dev.jvmm.softcpu.translate.Translator;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assembles a machine of software CPUs: the one place that sees all its parts. */
final class SoftMachineParts {
    final PhysicalMemory memory = new PhysicalMemory();
    final CodeCache codeCache = new CodeCache(memory);
    final MachineMaintenance maintenance = new MachineMaintenance(codeCache);
    final VcpuGate gate = new VcpuGate();
    /** Holds the TLBs. */
    final Arena arena = Arena.ofShared();

    final SoftGic gic;
    final GenericTimers timers;

    private final MachineSpec spec;
    private final Bus bus;
    private final ExceptionModel exceptions = new ArmExceptionModel();
    private final Predecoder predecoder;
    private final HotBlocks hotBlocks;
    private final @Nullable Translator translator;
    private final MachinePower power;
    private final List<Vcpu> vcpus = new ArrayList<>();

    SoftMachineParts(MachineSpec spec, Bus bus, GuestEventListener listener, @Nullable TranslationOptions translation) {
        this.spec = spec;
        this.bus = bus;
        this.gic = spec.gic().version() == GicVersion.V3 ? new GicV3(spec) : new GicV2(spec);
        this.timers = new GenericTimers(spec.clock(), timerLines());
        A64Predecoder decoder =
                new A64Predecoder(SystemRegisterTable.of(spec.gic().version(), spec.physicalAddressBits()));
        this.predecoder = decoder;
        this.translator = translation == null ? null : new Translator(translation, decoder::op);
        this.hotBlocks = translator == null ? HotBlocks.IGNORED : translator;
        this.power = new MachinePower(gate, listener, vcpus);
        List<FetchTlb> fetchTlbs = new ArrayList<>();
        List<Cpu> cpus = new ArrayList<>();
        FirmwareInterface firmware = new Psci(power);
        for (int i = 0; i < spec.cpus(); i++) {
            FetchTlb fetchTlb = new FetchTlb();
            fetchTlbs.add(fetchTlb);
            cpus.add(new Cpu(i, new OneCpu(i, fetchTlb, firmware)));
        }
        maintenance.connect(cpus);
        gic.connect(cpus);
        for (Cpu cpu : cpus) {
            vcpus.add(vcpu(cpu, fetchTlbs.get(cpu.number), listener));
        }
    }

    private List<GenericTimers.Lines> timerLines() {
        MachineSpec.TimerInterrupts interrupts = spec.interrupts();
        List<GenericTimers.Lines> lines = new ArrayList<>();
        for (int i = 0; i < spec.cpus(); i++) {
            lines.add(new GenericTimers.Lines(gic.ppi(i, interrupts.physical()), gic.ppi(i, interrupts.virtual())));
        }
        return lines;
    }

    /** After the vCPUs have stopped. */
    void close() {
        if (translator != null) {
            translator.close();
        }
    }

    /** Null when everything is interpreted. */
    @Nullable
    Translator translator() {
        return translator;
    }

    List<Vcpu> vcpus() {
        return List.copyOf(vcpus);
    }

    private Vcpu vcpu(Cpu cpu, FetchTlb fetchTlb, GuestEventListener listener) {
        LateHandler handler = new LateHandler();
        Interpreter interpreter = new Interpreter(cpu, codeCache, predecoder, fetchTlb, handler, hotBlocks);
        Vcpu vcpu = new Vcpu(cpu, interpreter, maintenance.mailbox(cpu), gate, listener);
        handler.target = vcpu;
        return vcpu;
    }

    /** The interpreter and the vCPU that owns it know each other; this closes the circle. */
    private static final class LateHandler implements RequestHandler {
        private @Nullable RequestHandler target;

        @Override
        public boolean handle(Cpu cpu) {
            RequestHandler now = target;
            if (now == null) {
                throw new IllegalStateException("vCPU " + cpu.number + " executes before it is assembled");
            }
            return now.handle(cpu);
        }
    }

    /** The parts of one vCPU. */
    private final class OneCpu implements CpuParts {
        private final int number;
        private final FetchTlb fetchTlb;
        private final FirmwareInterface firmware;
        private @Nullable StageOneSlowPath slowPath;

        OneCpu(int number, FetchTlb fetchTlb, FirmwareInterface firmware) {
            this.number = number;
            this.fetchTlb = fetchTlb;
            this.firmware = firmware;
        }

        @Override
        public Mmu mmu(CpuState state, GuestException exception) {
            Tlbs tlbs = new Tlbs(arena);
            StageOneSlowPath path =
                    new StageOneSlowPath(state, memory, bus, exception, spec.physicalAddressBits(), tlbs);
            slowPath = path;
            return new Mmu(tlbs, path, fetchTlb);
        }

        @Override
        public ExceptionModel exceptions() {
            return exceptions;
        }

        @Override
        public Maintenance maintenance() {
            return maintenance;
        }

        @Override
        public FirmwareInterface firmware() {
            return firmware;
        }

        @Override
        public DebugInterface debug(Cpu cpu) {
            DebugUnit unit = new DebugUnit(cpu);
            if (slowPath != null) {
                slowPath.watch((Watchpoints) unit);
            }
            return unit;
        }

        @Override
        public TimerInterface timer(Cpu cpu) {
            return timers.of(number);
        }

        @Override
        public @Nullable InterruptInterface interrupts(Cpu cpu) {
            return gic.interfaceOf(number);
        }
    }
}
