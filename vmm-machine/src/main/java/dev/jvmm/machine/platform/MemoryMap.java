// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.platform;

import dev.jvmm.core.cpu.CpuOptions;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.error.VmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything stands in guest-physical memory. The one place that knows addresses.
 *
 * <pre>
 *  base            size      what                          source
 *  0x0000_0000     64 MiB    code flash                    VIRT_FLASH, first half
 *  0x0400_0000     64 MiB    variable flash                VIRT_FLASH, second half
 *  0x0800_0000     64 KiB    GIC distributor               VIRT_GIC_DIST
 *  0x0801_0000     64 KiB    GICv2 CPU interface           VIRT_GIC_CPU
 *  0x0802_0000      4 KiB    GICv2m frame (reserved)       VIRT_GIC_V2M
 *  0x0808_0000    128 KiB    GICv3 ITS                     VIRT_GIC_ITS
 *  0x080a_0000    123x128K   GICv3 redistributors          VIRT_GIC_REDIST
 *  0x0900_0000      4 KiB    PL011                         VIRT_UART
 *  0x0901_0000      4 KiB    PL031                         VIRT_RTC
 *  0x0902_0000     24 B      fw_cfg                        VIRT_FW_CFG
 *  0x0903_0000      4 KiB    PL061                         VIRT_GPIO
 *  0x0906_0000      2 B      pvpanic                       free in virt; Linux' pvpanic-mmio binding's example
 *  0x090a_0000     64 KiB    vCPUs' stolen time (memory)   VIRT_PVTIME
 *  0x0a00_0000     32x512    virtio-mmio transports        VIRT_MMIO
 *  0x1000_0000    ~751 MiB   PCIe 32-bit window (reserved) VIRT_PCIE_MMIO
 *  0x3eff_0000     64 KiB    PCIe I/O window (reserved)    VIRT_PCIE_PIO
 *  0x3f00_0000     16 MiB    PCIe ECAM, low (reserved)     VIRT_PCIE_ECAM
 *  0x4000_0000     any       RAM                           VIRT_MEM
 *  after RAM, at least 0x40_0000_0000:
 *    +0            64 MiB    more redistributors (reserved) VIRT_HIGH_GIC_REDIST2
 *    +256 MiB     256 MiB    PCIe ECAM, high (reserved)    VIRT_HIGH_PCIE_ECAM
 *    next 512 GiB 512 GiB    PCIe 64-bit window (reserved) VIRT_HIGH_PCIE_MMIO
 * </pre>
 *
 * <p>The sources name the entries of QEMU's {@code virt} machine (hw/arm/virt.c, base_memmap and extended_memmap), for
 * which stock EDK2 and U-Boot are built: they take the flash at 0 and RAM with the device tree at its base for granted,
 * and read everything else from the device tree. An operating system may take nothing for granted, so {@link
 * #moved(long, long)} gives the same machine elsewhere.
 */
public record MemoryMap(
        AddressRange codeFlash,
        AddressRange variableFlash,
        AddressRange gicDistributor,
        AddressRange gicCpuInterface,
        AddressRange gicMsiFrame,
        AddressRange its,
        AddressRange redistributors,
        AddressRange uart,
        AddressRange rtc,
        AddressRange fwCfg,
        AddressRange gpio,
        AddressRange panic,
        AddressRange stealTime,
        AddressRange virtioMmio,
        AddressRange pciMemory32,
        AddressRange pciIo,
        AddressRange pciEcam,
        long ramBase) {
    private static final long KIB = 1L << 10;
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    /** Linux' arch/arm64/include/uapi/asm/kvm.h, KVM_VGIC_V3_REDIST_SIZE: two 64 KiB frames a vCPU. */
    public static final long REDISTRIBUTOR_SIZE = 128 * KIB;

    /** Registers and configuration space of one virtio-mmio transport. */
    public static final long VIRTIO_MMIO_SIZE = 512;

    private static final long FLASH_SIZE = 64 * MIB;
    private static final long GIC_FRAME = 64 * KIB;
    private static final long PAGE = 4 * KIB;
    private static final int REDISTRIBUTORS = 123;
    private static final int VIRTIO_TRANSPORTS = 32;
    private static final long STOCK_RAM_BASE = GIB;
    private static final long LOWEST_HIGH_BASE = 256 * GIB;

    public MemoryMap {
        List<AddressRange> all = List.of(
                codeFlash,
                variableFlash,
                gicDistributor,
                gicCpuInterface,
                gicMsiFrame,
                its,
                redistributors,
                uart,
                rtc,
                fwCfg,
                gpio,
                panic,
                stealTime,
                virtioMmio,
                pciMemory32,
                pciIo,
                pciEcam,
                new AddressRange(ramBase, MIB));
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (all.get(i).overlaps(all.get(j))) {
                    throw new IllegalStateException("memory map: " + all.get(j) + " overlaps " + all.get(i));
                }
            }
        }
    }

    /** The layout of QEMU's {@code virt}, which stock firmware needs. */
    public static MemoryMap stock() {
        return moved(0, STOCK_RAM_BASE);
    }

    /**
     * The same devices elsewhere.
     *
     * @param base where the first flash bank stands; a multiple of 64 MiB
     * @param ramBase where RAM begins; a multiple of 1 GiB, after the devices
     */
    public static MemoryMap moved(long base, long ramBase) {
        AddressRange codeFlash = new AddressRange(base, FLASH_SIZE);
        AddressRange variableFlash = new AddressRange(codeFlash.end(), FLASH_SIZE);
        AddressRange gicDistributor = new AddressRange(variableFlash.end(), GIC_FRAME);
        AddressRange gicCpuInterface = new AddressRange(gicDistributor.end(), GIC_FRAME);
        AddressRange gicMsiFrame = new AddressRange(gicCpuInterface.end(), PAGE);
        AddressRange its = new AddressRange(gicDistributor.base() + 512 * KIB, 2 * GIC_FRAME);
        AddressRange redistributors = new AddressRange(its.end(), REDISTRIBUTORS * REDISTRIBUTOR_SIZE);
        AddressRange uart = new AddressRange(redistributors.end(), PAGE);
        AddressRange rtc = slot(uart, 1, PAGE);
        // Data, selector and DMA registers (QEMU docs/specs/fw_cfg.rst, Arm): 8 + 2 + padding + 8 bytes.
        AddressRange fwCfg = slot(uart, 2, 24);
        AddressRange gpio = slot(uart, 3, PAGE);
        AddressRange panic = slot(uart, 6, 2);
        AddressRange stealTime = slot(uart, 10, CpuOptions.STEAL_TIME_SIZE);
        AddressRange virtioMmio = new AddressRange(uart.base() + 16 * MIB, VIRTIO_TRANSPORTS * VIRTIO_MMIO_SIZE);
        AddressRange pciMemory32 = new AddressRange(base + 256 * MIB, 0x2eff_0000L);
        AddressRange pciIo = new AddressRange(pciMemory32.end(), GIC_FRAME);
        AddressRange pciEcam = new AddressRange(pciIo.end(), 16 * MIB);
        return new MemoryMap(
                codeFlash,
                variableFlash,
                gicDistributor,
                gicCpuInterface,
                gicMsiFrame,
                its,
                redistributors,
                uart,
                rtc,
                fwCfg,
                gpio,
                panic,
                stealTime,
                virtioMmio,
                pciMemory32,
                pciIo,
                pciEcam,
                ramBase);
    }

    /** The small devices stand 64 KiB apart, so that a guest with 64 KiB pages can map each alone. */
    private static AddressRange slot(AddressRange first, int number, long size) {
        return new AddressRange(first.base() + number * 64L * KIB, size);
    }

    /** RAM of {@code size} bytes. */
    public AddressRange ram(long size) {
        return new AddressRange(ramBase, size);
    }

    /** Whether stock firmware finds its flash and RAM where it expects them. */
    public boolean fitsStockFirmware() {
        return codeFlash.base() == 0 && ramBase == STOCK_RAM_BASE;
    }

    /** The registers of transport {@code slot}, counted from 0. */
    public AddressRange virtioMmio(int slot) {
        if (slot < 0 || slot >= virtioTransports()) {
            throw new IllegalStateException("no virtio-mmio transport " + slot);
        }
        return new AddressRange(virtioMmio.base() + slot * VIRTIO_MMIO_SIZE, VIRTIO_MMIO_SIZE);
    }

    public int virtioTransports() {
        return (int) (virtioMmio.size() / VIRTIO_MMIO_SIZE);
    }

    /** How many vCPUs an interrupt controller of that version can serve here. */
    public int mostCpus(GicVersion version) {
        return switch (version) {
            case V2 -> 8;
            case V3 -> (int) (redistributors.size() / REDISTRIBUTOR_SIZE);
        };
    }

    /** The reserved windows above {@code ramSize} bytes of RAM, by name. */
    public Map<String, AddressRange> highRegions(long ramSize) {
        long base = Math.max(LOWEST_HIGH_BASE, roundUp(ram(ramSize).end(), GIB));
        Map<String, AddressRange> regions = new LinkedHashMap<>();
        AddressRange redistributors2 = new AddressRange(base, 64 * MIB);
        AddressRange ecam = new AddressRange(roundUp(redistributors2.end(), 256 * MIB), 256 * MIB);
        AddressRange memory64 = new AddressRange(roundUp(ecam.end(), 512 * GIB), 512 * GIB);
        regions.put("redistributors 2", redistributors2);
        regions.put("PCIe ECAM", ecam);
        regions.put("PCIe 64-bit window", memory64);
        return regions;
    }

    /**
     * How wide guest-physical addresses must be: 40 bits where that is enough, so that hosts with a small IPA space run
     * the machine too.
     */
    public int physicalAddressBits(long ramSize) {
        long end = ram(ramSize).end();
        int bits = Long.SIZE - Long.numberOfLeadingZeros(end - 1);
        if (bits > 48) {
            throw VmException.usage("--memory: RAM would end at 0x%x, beyond 48 bits: give less".formatted(end));
        }
        return Math.max(40, bits);
    }

    private static long roundUp(long value, long unit) {
        return Math.addExact(value, unit - 1) / unit * unit;
    }
}
