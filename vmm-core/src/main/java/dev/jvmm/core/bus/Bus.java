// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.bus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The system bus: finds the device of a guest-physical address in an immutable sorted array of regions.
 *
 * <p>Regions come and go (a bridge moves a BAR) by a new array being published; an access in flight finishes on the old
 * one. An access to nothing reads as zero, writes nowhere, and is counted.
 */
public final class Bus {
    private record Slots(long[] bases, MmioRegion[] regions) {}

    // Written under the monitor of this, read by vCPUs without: publication by the volatile store.
    private volatile Slots slots = new Slots(new long[0], new MmioRegion[0]);
    private final LongAdder unclaimed = new LongAdder();
    // Guarded by the monitor of this.
    private final List<BusListener> listeners = new ArrayList<>();

    /** Tells {@code listener} of every region there is and of every change from now on. */
    public synchronized void listen(BusListener listener) {
        listeners.add(listener);
        for (MmioRegion region : slots.regions) {
            listener.added(region);
        }
    }

    /** Ends what {@link #listen} began. */
    public synchronized void unlisten(BusListener listener) {
        listeners.remove(listener);
    }

    /** Adds regions; an overlap with any other is a bug of the assembly. */
    public synchronized void add(Collection<MmioRegion> more) {
        MmioRegion[] regions = java.util.stream.Stream.concat(Arrays.stream(slots.regions), more.stream())
                .sorted(Comparator.comparingLong(MmioRegion::base))
                .toArray(MmioRegion[]::new);
        for (int i = 1; i < regions.length; i++) {
            if (regions[i - 1].base() + regions[i - 1].size() > regions[i].base()) {
                throw new IllegalStateException(
                        "MMIO regions " + regions[i - 1].name() + " and " + regions[i].name() + " overlap");
            }
        }
        publish(regions);
        for (BusListener listener : listeners) {
            more.forEach(listener::added);
        }
    }

    /** Takes a region off the bus. Accesses that began before may still reach its device. */
    public synchronized void remove(MmioRegion region) {
        publish(Arrays.stream(slots.regions).filter(r -> !r.equals(region)).toArray(MmioRegion[]::new));
        for (BusListener listener : listeners) {
            listener.removed(region);
        }
    }

    private void publish(MmioRegion[] regions) {
        slots = new Slots(Arrays.stream(regions).mapToLong(MmioRegion::base).toArray(), regions);
    }

    /** The regions, lowest base first. */
    public List<MmioRegion> regions() {
        return List.of(slots.regions);
    }

    /** Whether some device claims the byte at {@code gpa}. */
    public boolean claims(long gpa) {
        return find(gpa, 1) != null;
    }

    /**
     * A load of {@code size} (1, 2, 4, 8) bytes.
     *
     * @return the value zero-extended; 0 where no device is
     */
    public long read(long gpa, int size) {
        MmioRegion region = find(gpa, size);
        if (region == null) {
            unclaimed.increment();
            return 0;
        }
        long value = region.device().read(gpa - region.base(), size);
        return size == 8 ? value : value & (1L << (size * 8)) - 1;
    }

    /** A store of the low {@code size} (1, 2, 4, 8) bytes of {@code value}; lost where no device is. */
    public void write(long gpa, int size, long value) {
        MmioRegion region = find(gpa, size);
        if (region == null) {
            unclaimed.increment();
            return;
        }
        region.device().write(gpa - region.base(), size, size == 8 ? value : value & (1L << (size * 8)) - 1);
    }

    /** How many accesses found no device. */
    public long unclaimedAccesses() {
        return unclaimed.sum();
    }

    private @Nullable MmioRegion find(long gpa, int size) {
        Slots now = slots;
        int low = 0;
        int high = now.bases.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            MmioRegion region = now.regions[middle];
            long offset = gpa - now.bases[middle];
            if (offset < 0) {
                high = middle - 1;
            } else if (offset >= region.size()) {
                low = middle + 1;
            } else {
                return offset <= region.size() - size ? region : null;
            }
        }
        return null;
    }
}
