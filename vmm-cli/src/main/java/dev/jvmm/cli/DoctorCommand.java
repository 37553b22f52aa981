// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import com.sun.management.OperatingSystemMXBean;
import dev.jvmm.machine.VmOptions;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        description = "Says what this host has for virtual machines, and the mend for what it lacks.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:virtual machines can run", "3:none can"})
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Diagnosis diagnosis = Diagnosis.of(thisHost());
        PrintWriter out = spec.commandLine().getOut();
        diagnosis.lines().forEach(out::println);
        if (!diagnosis.canRun()) {
            spec.commandLine().getErr().println("jvmm: no VM can run on this host: mend what is marked FAIL");
        }
        return diagnosis.canRun() ? ExitCode.CLEAN : ExitCode.HOST;
    }

    private static Diagnosis.Host thisHost() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Diagnosis.Host(
                Runtime.version(),
                system.getTotalMemorySize(),
                Path.of("/dev/shm"),
                Path.of(System.getProperty("java.io.tmpdir")),
                VmOptions.standard().backends(),
                HostFirmware.locator(System.getenv()));
    }
}
