// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "version",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        description = "Prints the versions of jvmm and of the JDK that runs it.")
final class VersionCommand implements Runnable, IVersionProvider {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().println(text());
    }

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    private static String text() {
        String version = Main.class.getPackage().getImplementationVersion();
        return "jvmm " + (version == null ? "(unpackaged)" : version) + ", JDK "
                + System.getProperty("java.vm.version");
    }
}
