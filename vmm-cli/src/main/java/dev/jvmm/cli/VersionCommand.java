// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import picocli.CommandLine.Command;

@Command(name = "version", description = "Prints the versions of jvmm and of the JDK that runs it.")
final class VersionCommand implements Runnable {
    @Override
    public void run() {
        String version = Main.class.getPackage().getImplementationVersion();
        System.out.println("jvmm " + (version == null ? "(unpackaged)" : version) + ", JDK "
                + System.getProperty("java.vm.version"));
    }
}
