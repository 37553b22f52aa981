// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.function.Predicate;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What this JVM holds on to.
 *
 * @param classes loaded
 * @param heap bytes of objects
 * @param metaspace bytes of classes' metadata
 * @param codeCache bytes of compiled code
 * @param compiledRegions methods of translated guest code among it
 */
public record JvmFootprint(long classes, long heap, long metaspace, long codeCache, long compiledRegions) {
    private static final int LOOKS = 4;

    /** After collections: the least that was seen, since classes and code may be unloaded concurrently. */
    public static JvmFootprint afterCollection() throws InterruptedException {
        JvmFootprint least = null;
        for (int i = 0; i < LOOKS; i++) {
            System.gc();
            Thread.sleep(20);
            JvmFootprint now = now();
            least = least == null ? now : least.least(now);
        }
        if (least == null) {
            throw new IllegalStateException("not looked at");
        }
        return least;
    }

    private static JvmFootprint now() {
        return new JvmFootprint(
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                pools(pool -> pool.getType() == MemoryType.HEAP),
                pools(pool -> pool.getName().equals("Metaspace")),
                pools(pool -> pool.getName().startsWith("Code")),
                compiledRegionsNow());
    }

    /** Methods of translated guest code that HotSpot has compiled and not unloaded. */
    public static long compiledRegionsNow() {
        return compiled("translate.Translated");
    }

    /** Whether HotSpot has compiled a method of a class. */
    public static boolean isCompiled(Class<?> type) {
        return compiled(type.getName() + ".") > 0;
    }

    private static long compiled(String name) {
        try {
            Object list = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "compilerCodelist",
                            new Object[0],
                            new String[0]);
            return String.valueOf(list)
                    .lines()
                    .filter(line -> line.contains(name))
                    .count();
        } catch (JMException e) {
            throw new IllegalStateException("this JVM does not list its compiled code", e);
        }
    }

    private static long pools(Predicate<MemoryPoolMXBean> wanted) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(wanted)
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }

    private JvmFootprint least(JvmFootprint other) {
        return new JvmFootprint(
                Math.min(classes, other.classes),
                Math.min(heap, other.heap),
                Math.min(metaspace, other.metaspace),
                Math.min(codeCache, other.codeCache),
                Math.min(compiledRegions, other.compiledRegions));
    }
}
