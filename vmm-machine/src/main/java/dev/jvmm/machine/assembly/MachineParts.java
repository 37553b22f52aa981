// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.assembly;

import dev.jvmm.core.bus.MmioDevice;
import dev.jvmm.core.bus.MmioRegion;
import dev.jvmm.machine.boot.DeviceDescription;
import dev.jvmm.machine.platform.AddressRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the machine is put together from: each part says where it stands on the bus, what the guest is told of it, and
 * what it takes to reset, count and close it. Filled by one thread before the machine runs.
 */
final class MachineParts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MachineParts.class);

    /** Something to give back. */
    private record Holding(String name, AutoCloseable resource) {}

    private final List<MmioRegion> regions = new ArrayList<>();
    private final List<DeviceDescription> descriptions = new ArrayList<>();
    private final List<Runnable> resets = new ArrayList<>();
    private final List<LongSupplier> guestFaults = new ArrayList<>();
    private final Deque<Holding> holdings = new ArrayDeque<>();

    /** Puts registers on the bus. */
    void onBus(String name, AddressRange where, MmioDevice device) {
        regions.add(new MmioRegion(name, where.base(), where.size(), device));
    }

    /** Tells the guest of a device. */
    void describe(DeviceDescription description) {
        descriptions.add(description);
    }

    /** Does this at each reset of the machine, after what was said before. */
    void onReset(Runnable action) {
        resets.add(action);
    }

    /** Adds a counter of a driver's mistakes. */
    void countFaults(LongSupplier counter) {
        guestFaults.add(counter);
    }

    /** Gives {@code resource} back when the machine ends, before what was taken earlier. */
    <T extends AutoCloseable> T hold(String name, T resource) {
        holdings.push(new Holding(name, resource));
        return resource;
    }

    List<MmioRegion> regions() {
        return regions;
    }

    List<DeviceDescription> descriptions() {
        return descriptions;
    }

    void reset() {
        resets.forEach(Runnable::run);
    }

    long guestFaults() {
        return guestFaults.stream().mapToLong(LongSupplier::getAsLong).sum();
    }

    /** Gives everything back, the last taken first; one that fails keeps no other from it. */
    @Override
    public void close() {
        while (!holdings.isEmpty()) {
            Holding holding = holdings.pop();
            try {
                holding.resource.close();
            } catch (Exception e) {
                LOG.error("{}: cannot be closed", holding.name, e);
            }
        }
    }
}
