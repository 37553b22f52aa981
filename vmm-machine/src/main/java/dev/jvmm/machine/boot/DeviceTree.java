// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.boot;

import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.cpu.MachineSpec.TimerInterrupts;
import dev.jvmm.core.cpu.MpidrAffinity;
import dev.jvmm.core.error.VmException;
import dev.jvmm.machine.boot.DeviceDescription.FirmwareConfiguration;
import dev.jvmm.machine.boot.DeviceDescription.Flash;
import dev.jvmm.machine.boot.DeviceDescription.Gpio;
import dev.jvmm.machine.boot.DeviceDescription.Panic;
import dev.jvmm.machine.boot.DeviceDescription.RealTimeClock;
import dev.jvmm.machine.boot.DeviceDescription.Uart;
import dev.jvmm.machine.boot.DeviceDescription.VirtioMmio;
import dev.jvmm.machine.boot.MachineDescription.Chosen;
import dev.jvmm.machine.platform.AddressRange;
import java.util.List;

/**
 * The device tree of a machine: complete enough that a kernel boots by it alone, with every address and wire taken from
 * the description. The bindings are those under Documentation/devicetree/bindings of Linux, named at each node.
 */
public final class DeviceTree {
    /** Linux Documentation/arch/arm64/booting.rst section 2: a device tree is at most 2 MiB. */
    public static final int LARGEST = 2 << 20;

    private static final int PHANDLE_GIC = 1;
    private static final int PHANDLE_CLOCK = 2;
    private static final int PHANDLE_GPIO = 3;
    private static final int PHANDLE_ITS = 4;
    private static final int PHANDLE_FIRST_CPU = 0x100;

    private static final int INTERRUPT_SHARED = 0;
    private static final int INTERRUPT_PRIVATE = 1;
    private static final int LEVEL_HIGH = 4;

    /** PL011 and PL031 are clocked at 24 MHz in {@code virt}; nothing here runs on it. */
    private static final int PERIPHERAL_CLOCK_HZ = 24_000_000;

    private static final int FLASH_BUS_WIDTH_BYTES = 4;
    /** Linux include/uapi/linux/input-event-codes.h. */
    private static final int KEY_POWER = 116;

    private static final int GPIO_ACTIVE_HIGH = 0;

    private final MachineDescription machine;
    private final FdtWriter tree = new FdtWriter();

    private DeviceTree(MachineDescription machine) {
        this.machine = machine;
    }

    /**
     * The flattened device tree of {@code machine}.
     *
     * @throws VmException when it is larger than kernels take
     */
    public static byte[] of(MachineDescription machine) {
        byte[] blob = new DeviceTree(machine).write();
        if (blob.length > LARGEST) {
            throw VmException.configuration("the device tree has " + blob.length + " bytes, but a kernel takes "
                    + LARGEST + ": give the VM fewer devices");
        }
        return blob;
    }

    private byte[] write() {
        tree.strings("compatible", "linux,dummy-virt")
                .strings("model", "linux,dummy-virt")
                .cells("#address-cells", 2)
                .cells("#size-cells", 2)
                .cells("interrupt-parent", PHANDLE_GIC)
                .flag("dma-coherent");
        chosen(machine.chosen());
        aliases();
        AddressRange ram = machine.ram();
        tree.begin("memory", ram.base())
                .strings("device_type", "memory")
                .longs("reg", ram.base(), ram.size())
                .end();
        cpus();
        // arm/psci.yaml
        tree.begin("psci")
                .strings("compatible", "arm,psci-1.0", "arm,psci-0.2")
                .strings("method", "hvc")
                .end();
        timer(machine.cpus().interrupts());
        if (machine.cpus().cpu().pmuInterrupt() != 0) {
            performanceMonitors(machine.cpus().cpu().pmuInterrupt());
        }
        interruptController(machine.cpus().gic());
        // clock/fixed-clock.yaml
        tree.begin("apb-pclk")
                .strings("compatible", "fixed-clock")
                .cells("#clock-cells", 0)
                .cells("clock-frequency", PERIPHERAL_CLOCK_HZ)
                .strings("clock-output-names", "clk24mhz")
                .cells("phandle", PHANDLE_CLOCK)
                .end();
        machine.devices().forEach(this::device);
        return tree.finish();
    }

    private void chosen(Chosen chosen) {
        tree.begin("chosen");
        for (Uart uart : uarts()) {
            tree.strings("stdout-path", uartPath(uart));
        }
        if (chosen.commandLine() != null) {
            tree.strings("bootargs", chosen.commandLine());
        }
        AddressRange initrd = chosen.initrd();
        if (initrd != null) {
            tree.longs("linux,initrd-start", initrd.base()).longs("linux,initrd-end", initrd.end());
        }
        if (chosen.kaslrSeed() != 0) {
            tree.longs("kaslr-seed", chosen.kaslrSeed());
        }
        if (chosen.rngSeed().length > 0) {
            tree.property("rng-seed", chosen.rngSeed());
        }
        tree.end();
    }

    private void aliases() {
        tree.begin("aliases");
        for (Uart uart : uarts()) {
            tree.strings("serial0", uartPath(uart));
        }
        tree.end();
    }

    private List<Uart> uarts() {
        return machine.devices().stream()
                .filter(Uart.class::isInstance)
                .map(Uart.class::cast)
                .limit(1)
                .toList();
    }

    private static String uartPath(Uart uart) {
        return "/pl011@" + Long.toHexString(uart.registers().base());
    }

    // arm/cpus.yaml, cpu/cpu-topology.txt: one socket, one cluster of single-threaded cores for every 16 vCPUs.
    private void cpus() {
        MachineSpec spec = machine.cpus();
        tree.begin("cpus").cells("#address-cells", 2).cells("#size-cells", 0);
        tree.begin("cpu-map").begin("socket0");
        for (int cpu = 0; cpu < spec.cpus(); cpu++) {
            long affinity = MpidrAffinity.of(cpu);
            long core = affinity & 0xff;
            if (core == 0) {
                tree.begin("cluster" + (affinity >>> 8));
            }
            tree.begin("core" + core).cells("cpu", PHANDLE_FIRST_CPU + cpu).end();
            if (cpu + 1 == spec.cpus() || (MpidrAffinity.of(cpu + 1) & 0xff) == 0) {
                tree.end();
            }
        }
        tree.end().end();
        for (int cpu = 0; cpu < spec.cpus(); cpu++) {
            long affinity = MpidrAffinity.of(cpu);
            tree.begin("cpu", affinity)
                    .strings("device_type", "cpu")
                    .strings("compatible", "arm,armv8")
                    .longs("reg", affinity)
                    .strings("enable-method", "psci")
                    .cells("phandle", PHANDLE_FIRST_CPU + cpu)
                    .end();
        }
        tree.end();
    }

    // timer/arm,arch_timer.yaml. The timers run on while a vCPU sleeps: always-on.
    private void timer(TimerInterrupts timer) {
        tree.begin("timer").strings("compatible", "arm,armv8-timer").flag("always-on");
        int flags = privateInterruptFlags();
        tree.cells(
                "interrupts",
                INTERRUPT_PRIVATE,
                timer.secure() - 16,
                flags,
                INTERRUPT_PRIVATE,
                timer.physical() - 16,
                flags,
                INTERRUPT_PRIVATE,
                timer.virtual() - 16,
                flags,
                INTERRUPT_PRIVATE,
                timer.hypervisor() - 16,
                flags);
        tree.end();
    }

    // arm/pmu.yaml
    private void performanceMonitors(int interrupt) {
        tree.begin("pmu")
                .strings("compatible", "arm,armv8-pmuv3")
                .cells("interrupts", INTERRUPT_PRIVATE, interrupt - 16, privateInterruptFlags())
                .end();
    }

    /** Level, high; GICv2 also wants to know which CPUs a private interrupt goes to (arm,gic.yaml). */
    private int privateInterruptFlags() {
        return switch (machine.cpus().gic().version()) {
            case V2 -> LEVEL_HIGH | ((1 << machine.cpus().cpus()) - 1) << 8;
            case V3 -> LEVEL_HIGH;
        };
    }

    private void interruptController(MachineSpec.Gic gic) {
        switch (gic.version()) {
            // interrupt-controller/arm,gic.yaml
            case V2 ->
                tree.begin("intc", gic.distributor())
                        .strings("compatible", "arm,cortex-a15-gic")
                        .cells("#interrupt-cells", 3)
                        .flag("interrupt-controller")
                        .cells("#address-cells", 2)
                        .cells("#size-cells", 2)
                        .flag("ranges")
                        .longs("reg", gic.distributor(), 0x1_0000, gic.cpuInterface(), 0x1_0000)
                        .cells("phandle", PHANDLE_GIC)
                        .end();
            // interrupt-controller/arm,gic-v3.yaml
            case V3 -> {
                long redistributors = 0x2_0000L * machine.cpus().cpus();
                tree.begin("intc", gic.distributor())
                        .strings("compatible", "arm,gic-v3")
                        .cells("#interrupt-cells", 3)
                        .flag("interrupt-controller")
                        .cells("#redistributor-regions", 1)
                        .cells("#address-cells", 2)
                        .cells("#size-cells", 2)
                        .flag("ranges")
                        .longs("reg", gic.distributor(), 0x1_0000, gic.redistributors(), redistributors)
                        .cells("phandle", PHANDLE_GIC);
                if (gic.its() != 0) {
                    tree.begin("its", gic.its())
                            .strings("compatible", "arm,gic-v3-its")
                            .flag("msi-controller")
                            .cells("#msi-cells", 1)
                            .longs("reg", gic.its(), 0x2_0000)
                            .cells("phandle", PHANDLE_ITS)
                            .end();
                }
                tree.end();
            }
        }
    }

    private void device(DeviceDescription device) {
        AddressRange registers = device.registers();
        switch (device) {
            // serial/pl011.yaml
            case Uart uart ->
                primecell("pl011", "arm,pl011", registers)
                        .cells("clocks", PHANDLE_CLOCK, PHANDLE_CLOCK)
                        .strings("clock-names", "uartclk", "apb_pclk")
                        .cells("interrupts", INTERRUPT_SHARED, uart.interrupt(), LEVEL_HIGH)
                        .end();
            // rtc/arm,pl031.yaml
            case RealTimeClock clock ->
                primecell("pl031", "arm,pl031", registers)
                        .cells("clocks", PHANDLE_CLOCK)
                        .strings("clock-names", "apb_pclk")
                        .cells("interrupts", INTERRUPT_SHARED, clock.interrupt(), LEVEL_HIGH)
                        .end();
            case Gpio gpio -> gpio(gpio);
            // mtd/mtd-physmap.yaml
            case Flash flash ->
                tree.begin("flash", registers.base())
                        .strings("compatible", "cfi-flash")
                        .longs(
                                "reg",
                                registers.base(),
                                registers.size(),
                                flash.variables().base(),
                                flash.variables().size())
                        .cells("bank-width", FLASH_BUS_WIDTH_BYTES)
                        .end();
            // firmware/qemu,fw-cfg-mmio.yaml
            case FirmwareConfiguration _ ->
                tree.begin("fw-cfg", registers.base())
                        .strings("compatible", "qemu,fw-cfg-mmio")
                        .longs("reg", registers.base(), registers.size())
                        .flag("dma-coherent")
                        .end();
            // virtio/mmio.yaml
            case VirtioMmio transport ->
                tree.begin("virtio_mmio", registers.base())
                        .strings("compatible", "virtio,mmio")
                        .longs("reg", registers.base(), registers.size())
                        .cells("interrupts", INTERRUPT_SHARED, transport.interrupt(), LEVEL_HIGH)
                        .flag("dma-coherent")
                        .end();
            // misc/pvpanic-mmio.txt
            case Panic _ ->
                tree.begin("pvpanic-mmio", registers.base())
                        .strings("compatible", "qemu,pvpanic-mmio")
                        .longs("reg", registers.base(), registers.size())
                        .end();
        }
    }

    // gpio/pl061-gpio.yaml, input/gpio-keys.yaml
    private void gpio(Gpio gpio) {
        primecell("pl061", "arm,pl061", gpio.registers())
                .cells("#gpio-cells", 2)
                .flag("gpio-controller")
                .cells("#interrupt-cells", 2)
                .cells("#address-cells", 0)
                .flag("interrupt-controller")
                .cells("clocks", PHANDLE_CLOCK)
                .strings("clock-names", "apb_pclk")
                .cells("interrupts", INTERRUPT_SHARED, gpio.interrupt(), LEVEL_HIGH)
                .cells("phandle", PHANDLE_GPIO)
                .end();
        tree.begin("gpio-keys").strings("compatible", "gpio-keys");
        tree.begin("poweroff")
                .strings("label", "GPIO Key Poweroff")
                .cells("linux,code", KEY_POWER)
                .cells("gpios", PHANDLE_GPIO, gpio.powerButtonLine(), GPIO_ACTIVE_HIGH)
                .end();
        tree.end();
    }

    /** The properties all of Arm's peripherals share (arm/primecell.yaml). */
    private FdtWriter primecell(String name, String compatible, AddressRange registers) {
        return tree.begin(name, registers.base())
                .strings("compatible", compatible, "arm,primecell")
                .longs("reg", registers.base(), registers.size());
    }
}
