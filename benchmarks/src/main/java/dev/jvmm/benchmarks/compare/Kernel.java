// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kernel of the guest programs, which times itself by its own clock.
 *
 * <p>Its checksum is that of one round whatever the amount of work, so here is the one right value of each. Those of
 * {@code fib}, {@code crc32}, {@code sha256} and the disks follow from definitions; the other integer kernels, {@code nbody}
 * and {@code mandelbrot} give theirs as native programs of another architecture, too; the rest are what QEMU's TCG gives.
 */
enum Kernel {
    SORT(Group.INTEGER, "9837007305376700086", "quicksort of 64 KiB: branches that depend on data, recursion"),
    SHA256(Group.INTEGER, "11961737730721774125", "SHA-256 in plain C: long blocks of shifts and additions"),
    CRC32(Group.INTEGER, "2048949294", "CRC-32 by a table: loads that depend on each other"),
    STATES(Group.INTEGER, "10455057729466412825", "a state machine: indirect branches that depend on data"),
    MIX(Group.INTEGER, "11961108818780175996", "lists, small matrices, numbers out of text: short loops and calls"),
    LZ(Group.INTEGER, "16505674599313086592", "compression by back references, and back"),
    FIB(Group.INTEGER, "514229", "Fibonacci numbers by recursion: calls and returns"),
    ACKERMANN(Group.INTEGER, "4536", "Ackermann's function: recursion deeper than any return stack"),
    BYTECODE(Group.INTEGER, "118521", "an interpreter: one indirect branch to many places"),

    CHASE(Group.MEMORY, "17870519662490943488", "a chain through 64 MiB: TLB and cache misses"),
    COPY(Group.MEMORY, "14037384179604665361", "copies of 512 KiB by vector registers, not aligned"),
    STRLEN(Group.MEMORY, "11107476790944853568", "the length of strings, by vectors"),
    MEMCHR(Group.MEMORY, "11107476790944853568", "the search for a byte, by vectors"),

    NBODY(Group.FP, "16474402606040410386", "scalar double precision with square roots and divisions"),
    MATMUL(Group.FP, "5271170212991860736", "products of matrices: fused single precision vectors"),
    MANDELBROT(Group.FP, "5617966510944417200", "comparisons of doubles that decide branches"),
    NEON(Group.FP, "2176199479306352251", "integer vectors as media code has them"),

    SYSCALL(Group.SYSTEM, "1161647338815794432", "SVC from EL0, all registers saved, and back"),
    PAGEFAULT(Group.SYSTEM, "3184435521091635200", "a page touched, mapped by the handler, unmapped by TLBI"),
    SWITCH(Group.SYSTEM, "7318067151818701770", "another TTBR0 with another ASID, and another stack"),
    DISK(Group.SYSTEM, "14265722485514174464", "32 MiB from virtio-blk, eight requests of 64 KiB under way"),

    PARALLEL_1(Group.PARALLEL, "14093340108034720489", "a sort with atomic additions on one vCPU"),
    PARALLEL_2(Group.PARALLEL, "9669572282644357484", "the same on each of two vCPUs at once"),

    LINUX_SYSCALL(Group.LINUX, "1", "getppid"),
    LINUX_PAGEFAULT(Group.LINUX, "32640", "1 MiB mapped, each page touched, unmapped"),
    LINUX_PROCESS(Group.LINUX, "4", "fork, exec, exit, wait"),
    LINUX_PIPE(Group.LINUX, "2631281854718131338", "two processes that wake each other: context switches"),
    LINUX_DISK(
            Group.LINUX,
            "14265722485514174464",
            "32 MiB from virtio-blk past the page cache, one request of 256 KiB after the other");

    private static final Pattern RESULT =
            Pattern.compile("^RESULT ([a-z0-9-]+) ([0-9]+) ([0-9]+) ([0-9]+)\r?$", Pattern.MULTILINE);

    final Group group;
    final long checksum;
    final String why;

    Kernel(Group group, String checksum, String why) {
        this.group = group;
        this.checksum = Long.parseUnsignedLong(checksum);
        this.why = why;
    }

    /** As the guest's command line has it. */
    String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    Row row() {
        return new Row(group, label(), Unit.SECONDS);
    }

    /**
     * A result of the guest's.
     *
     * @param seconds of the timed rounds, by the guest's clock
     */
    record Result(double seconds, long checksum) {}

    /**
     * What the guest said on its console, by the kernel's name.
     *
     * @throws IOException when it has no result of one of these, or a wrong one
     */
    static Map<Kernel, Result> results(Iterable<Kernel> kernels, String console) throws IOException {
        Map<String, Result> said = new LinkedHashMap<>();
        Matcher line = RESULT.matcher(console);
        while (line.find()) {
            double seconds = Double.parseDouble(line.group(2)) / Double.parseDouble(line.group(4));
            said.put(line.group(1), new Result(seconds, Long.parseUnsignedLong(line.group(3))));
        }
        Map<Kernel, Result> results = new LinkedHashMap<>();
        for (Kernel kernel : kernels) {
            Result result = said.get(kernel.label());
            if (result == null) {
                throw new IOException("no result of " + kernel.label() + " on the console, which ends with:\n"
                        + console.substring(Math.max(0, console.length() - 2000)));
            }
            if (result.checksum() != kernel.checksum) {
                throw new IOException(kernel.label() + " gave the checksum " + Long.toUnsignedString(result.checksum())
                        + " instead of " + Long.toUnsignedString(kernel.checksum));
            }
            results.put(kernel, result);
        }
        return results;
    }
}
