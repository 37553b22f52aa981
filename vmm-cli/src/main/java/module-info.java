// SPDX-License-Identifier: Apache-2.0
/** The jvmm command. */
module dev.jvmm.cli {
    requires aircompressor.v3;
    requires dev.jvmm.machine;
    requires info.picocli;
    requires java.management;
    requires jdk.management;
    requires org.apache.commons.compress;
    requires org.jline.terminal;
    requires org.tukaani.xz;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.jvmm.cli.debian;

    opens dev.jvmm.cli to
            info.picocli;
    opens dev.jvmm.cli.debian to
            info.picocli;

    uses dev.jvmm.core.cpu.Hypervisor;

    provides org.slf4j.spi.SLF4JServiceProvider with
            dev.jvmm.cli.log.CommandLogProvider;
}
