// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.assembly;

import com.sun.management.OperatingSystemMXBean;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.error.VmException;
import dev.jvmm.machine.platform.MemoryMap;
import java.lang.management.ManagementFactory;

/** What a configuration asks of the host, or of the layout, that it cannot give. */
final class HostLimits {
    private static final long MIB = 1 << 20;

    private HostLimits() {}

    /** @throws VmException when it asks for too much */
    static void check(VmConfig config, MemoryMap map) {
        long memory = hostMemory();
        if (config.memory() > memory) {
            throw VmException.host(
                    "--memory " + config.memory() / MIB + "M: the host has " + memory / MIB + "M: give the VM less");
        }
        int most = map.mostCpus(GicVersion.V3);
        if (config.cpus() > most) {
            throw VmException.usage("--cpus " + config.cpus() + ": the machine has room for " + most + ": give fewer");
        }
    }

    /** Bytes of memory, swap included, that the process may have: the container's if it is in one. */
    private static long hostMemory() {
        OperatingSystemMXBean host = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return host.getTotalMemorySize() + Math.max(0, host.getTotalSwapSpaceSize());
    }
}
