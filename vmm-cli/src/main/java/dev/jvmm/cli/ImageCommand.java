// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.machine.image.Finding;
import dev.jvmm.machine.image.ImageCheck;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "image",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Looks at disk images.")
final class ImageCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: give check FILE");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            versionProvider = VersionCommand.class,
            description = "Says which clauses of the ARM VM System Specification a disk image breaks.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:it breaks none", "1:it breaks one, or cannot be read"})
    int check(@Parameters(paramLabel = "FILE", description = "A raw disk image.") Path image) {
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> findings = ImageCheck.check(image);
        boolean breaks = false;
        for (Finding finding : findings) {
            boolean broken = finding.severity() == Finding.Severity.BREAKS;
            breaks |= broken;
            out.println(image + ": " + (broken ? "breaks " : "weak in ") + finding);
        }
        if (!breaks) {
            out.println(image + ": keeps I1 (GPT), I2 (EFI system partition) and I3 (\\EFI\\BOOT\\BOOTAA64.EFI)");
        }
        return breaks ? ExitCode.FAILURE : ExitCode.CLEAN;
    }
}
