// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.core.cpu.GicVersion;
import org.junit.jupiter.api.Test;

class MemoryMapTest {
    private final MemoryMap map = MemoryMap.stock();

    @Test
    void theStockLayoutIsThatOfTheVirtMachine() {
        assertThat(map.codeFlash().base()).isZero();
        assertThat(map.variableFlash().base()).isEqualTo(0x0400_0000L);
        assertThat(map.gicDistributor().base()).isEqualTo(0x0800_0000L);
        assertThat(map.gicCpuInterface().base()).isEqualTo(0x0801_0000L);
        assertThat(map.gicMsiFrame().base()).isEqualTo(0x0802_0000L);
        assertThat(map.its().base()).isEqualTo(0x0808_0000L);
        assertThat(map.redistributors()).isEqualTo(new AddressRange(0x080a_0000L, 0xf6_0000L));
        assertThat(map.uart().base()).isEqualTo(0x0900_0000L);
        assertThat(map.rtc().base()).isEqualTo(0x0901_0000L);
        assertThat(map.fwCfg()).isEqualTo(new AddressRange(0x0902_0000L, 0x18));
        assertThat(map.gpio().base()).isEqualTo(0x0903_0000L);
        assertThat(map.virtioMmio(0)).isEqualTo(new AddressRange(0x0a00_0000L, 0x200));
        assertThat(map.virtioMmio(31).base()).isEqualTo(0x0a00_3e00L);
        assertThat(map.pciMemory32()).isEqualTo(new AddressRange(0x1000_0000L, 0x2eff_0000L));
        assertThat(map.pciIo()).isEqualTo(new AddressRange(0x3eff_0000L, 0x1_0000L));
        assertThat(map.pciEcam()).isEqualTo(new AddressRange(0x3f00_0000L, 0x0100_0000L));
        assertThat(map.ramBase()).isEqualTo(0x4000_0000L);
        assertThat(map.fitsStockFirmware()).isTrue();
    }

    @Test
    void highWindowsStandWhereTheVirtMachineHasThemAndMoveUpWithLargeRam() {
        assertThat(map.highRegions(1L << 30))
                .containsEntry("redistributors 2", new AddressRange(0x40_0000_0000L, 0x0400_0000L))
                .containsEntry("PCIe ECAM", new AddressRange(0x40_1000_0000L, 0x1000_0000L))
                .containsEntry("PCIe 64-bit window", new AddressRange(0x80_0000_0000L, 0x80_0000_0000L));
        assertThat(map.highRegions(256L << 30).get("redistributors 2"))
                .isEqualTo(new AddressRange(257L << 30, 0x0400_0000L));
    }

    @Test
    void addressesAreAsWideAsRamNeedsButNotNarrowerThanFortyBits() {
        assertThat(map.physicalAddressBits(1L << 30)).isEqualTo(40);
        assertThat(map.physicalAddressBits(1L << 40)).isEqualTo(41);
    }

    @Test
    void cpusAreLimitedByTheInterruptController() {
        assertThat(map.mostCpus(GicVersion.V2)).isEqualTo(8);
        assertThat(map.mostCpus(GicVersion.V3)).isEqualTo(123);
    }

    @Test
    void aMovedLayoutKeepsEverythingApart() {
        MemoryMap moved = MemoryMap.moved(1L << 32, 1L << 33);
        assertThat(moved.codeFlash().base()).isEqualTo(1L << 32);
        assertThat(moved.uart().base() - moved.codeFlash().base()).isEqualTo(0x0900_0000L);
        assertThat(moved.fitsStockFirmware()).isFalse();
    }

    @Test
    void aLayoutWhereRamLiesOnDevicesIsABug() {
        assertThatThrownBy(() -> MemoryMap.moved(0, 0)).isInstanceOf(IllegalStateException.class);
    }
}
