// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.boot;

import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.error.VmException;
import dev.jvmm.core.memory.GuestMemory;
import dev.jvmm.machine.platform.AddressRange;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts a kernel without firmware, as Linux Documentation/arch/arm64/booting.rst has it.
 *
 * <pre>
 *  RAM base   device tree, in its 2 MiB
 *  + 2 MiB    kernel (Image: + text_offset; flat binary: here; ELF: where it says, and the rest makes way)
 *  after it   initial RAM disk, from a multiple of 2 MiB
 * </pre>
 */
public record KernelBoot(BootConfig.Kernel config) implements BootLoader {
    private static final long MIB2 = 2L << 20;

    @Override
    public Entry load(MachineDescription machine, GuestMemory memory) {
        return new Placement(machine, memory).load();
    }

    /** One loading. */
    private final class Placement {
        private final MachineDescription machine;
        private final GuestMemory memory;
        private final AddressRange ram;
        private final List<AddressRange> taken = new ArrayList<>();

        Placement(MachineDescription machine, GuestMemory memory) {
            this.machine = machine;
            this.memory = memory;
            this.ram = machine.ram();
        }

        Entry load() {
            long entry = kernel(KernelReader.read(config.kernel(), ram.size()));
            long treeAddress = place(MIB2, ram.base(), "the device tree");
            AddressRange initrd = initrd(config.initrd());
            byte[] tree = DeviceTree.of(machine.withChosen(Seeds.choose(config.commandLine(), initrd)));
            memory.write(treeAddress, tree, 0, tree.length);
            return new Entry(entry, treeAddress);
        }

        private long kernel(KernelImage image) {
            return switch (image) {
                case KernelImage.Arm64Image(byte[] bytes, long textOffset, long memorySize) ->
                    contiguous(bytes, ram.base() + MIB2 + textOffset, memorySize);
                case KernelImage.Flat(byte[] bytes) -> contiguous(bytes, ram.base() + MIB2, bytes.length);
                case KernelImage.Elf(List<KernelImage.Segment> segments, long entry) -> {
                    segments.forEach(this::segment);
                    yield entry;
                }
            };
        }

        private long contiguous(byte[] bytes, long address, long memorySize) {
            take(address, memorySize);
            memory.write(address, bytes, 0, bytes.length);
            return address;
        }

        private void segment(KernelImage.Segment segment) {
            take(segment.address(), segment.memorySize());
            memory.write(segment.address(), segment.file(), segment.offset(), segment.length());
            MemorySegment bss =
                    memory.slice(segment.address() + segment.length(), segment.memorySize() - segment.length());
            if (bss != null) {
                bss.fill((byte) 0);
            }
        }

        private void take(long address, long size) {
            if (!memory.contains(address, size)) {
                throw VmException.configuration(("--kernel %s: it needs %d MiB of memory from 0x%x, but RAM is %s: give"
                                + " the VM more with --memory, or link the kernel for RAM")
                        .formatted(config.kernel(), size + (1 << 20) - 1 >> 20, address, ram));
            }
            taken.add(new AddressRange(address, size));
        }

        private @Nullable AddressRange initrd(@Nullable Path file) {
            if (file == null) {
                return null;
            }
            byte[] bytes = BootFiles.read("--initrd", file, ram.size());
            long address = place(bytes.length, ram.base(), "--initrd " + file);
            memory.write(address, bytes, 0, bytes.length);
            return new AddressRange(address, bytes.length);
        }

        /** The lowest multiple of 2 MiB from {@code start} with {@code size} bytes of RAM that nothing has taken. */
        private long place(long size, long start, String what) {
            long address = start;
            boolean moved = true;
            while (moved) {
                moved = false;
                for (AddressRange other : taken) {
                    if (other.overlaps(new AddressRange(address, size))) {
                        address = (other.end() + MIB2 - 1) / MIB2 * MIB2;
                        moved = true;
                    }
                }
            }
            if (!ram.contains(new AddressRange(address, size))) {
                throw VmException.configuration(what + ": no " + (size + (1 << 20) - 1 >> 20)
                        + " MiB of memory are left beside the kernel: give the VM more with --memory");
            }
            taken.add(new AddressRange(address, size));
            return address;
        }
    }
}
