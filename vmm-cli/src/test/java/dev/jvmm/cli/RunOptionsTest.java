// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.config.ConsoleDevice;
import dev.jvmm.core.config.CpuConfig;
import dev.jvmm.core.config.CpuFeature;
import dev.jvmm.core.config.DiskConfig;
import dev.jvmm.core.config.DiskFormat;
import dev.jvmm.core.config.GicChoice;
import dev.jvmm.core.config.Policies;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.memory.MemoryBacking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RunOptionsTest {
    private static final long MIB = 1 << 20;

    private static Session.Plan plan(String... arguments) {
        RunCommand command = new RunCommand();
        new CommandLine(command).parseArgs(arguments);
        return command.plan();
    }

    private static VmConfig config(String... arguments) {
        return plan(arguments).wanted().config();
    }

    @Test
    void an_image_alone_gets_what_most_want() {
        Session.Plan plan = plan("--image", "disk.img");
        VmConfig config = plan.wanted().config();
        assertThat(config.disks()).containsExactly(DiskConfig.image(Path.of("disk.img")));
        assertThat(config.boot()).isEqualTo(BootConfig.firmware());
        assertThat(config.cpus()).isEqualTo(1);
        assertThat(config.memory()).isEqualTo(1024 * MIB);
        assertThat(config.gic()).isEqualTo(GicChoice.MAX);
        assertThat(config.backend()).isEqualTo("auto");
        assertThat(config.console()).isEqualTo(ConsoleDevice.PL011);
        assertThat(config.policies()).isEqualTo(Policies.STANDARD);
        assertThat(plan.wanted().memoryBacking()).isEqualTo(MemoryBacking.LAZY);
        assertThat(plan.console()).isEqualTo(new ConsoleTarget.Stdio());
        assertThat(plan.timeout()).isNull();
        assertThat(plan.stats()).isFalse();
    }

    @Test
    void each_option_is_taken_over() {
        Session.Plan plan = plan(
                "--image=a.img",
                "--disk=path=b,,c.img,format=raw,readonly=on,serial=S1",
                "--disk",
                "d.img",
                "--firmware=code.fd",
                "--vars=vars.fd",
                "--reset-vars",
                "--cpus=4",
                "--memory=2G,hugepages=on,prefault=on",
                "--cpu=host,pmu=off,sve=512,steal-time=on",
                "--gic=2",
                "--backend=soft",
                "--name=web",
                "--timeout=90",
                "--on-reset=exit",
                "--on-shutdown=pause",
                "--on-panic=ignore",
                "--console=file=out.txt",
                "--console-device=virtio",
                "--stats");
        assertThat(plan.wanted().config())
                .isEqualTo(VmConfig.named("web")
                        .withCpus(4)
                        .withMemory(2048 * MIB)
                        .withCpu(new CpuConfig(Set.of(CpuFeature.PMU), 512, false))
                        .withGic(GicChoice.V2)
                        .withBackend("soft")
                        .withBoot(new BootConfig.Firmware(Path.of("code.fd"), Path.of("vars.fd"), true))
                        .withDisks(List.of(
                                DiskConfig.image(Path.of("a.img")),
                                new DiskConfig(Path.of("b,c.img"), DiskFormat.RAW, true, "S1"),
                                DiskConfig.image(Path.of("d.img"))))
                        .withConsole(ConsoleDevice.VIRTIO)
                        .withPolicies(new Policies(
                                Policies.OnReset.EXIT, Policies.OnShutdown.PAUSE, Policies.OnPanic.IGNORE)));
        assertThat(plan.wanted().memoryBacking()).isEqualTo(new MemoryBacking(true, true));
        assertThat(plan.timeout()).isEqualTo(Duration.ofSeconds(90));
        assertThat(plan.console()).isEqualTo(new ConsoleTarget.ToFile(Path.of("out.txt")));
        assertThat(plan.stats()).isTrue();
    }

    @Test
    void a_kernel_boots_without_firmware_and_leaves_no_state() {
        Session.Plan plan = plan("--kernel=Image", "--initrd=i.gz", "--cmdline=console=ttyAMA0 quiet");
        assertThat(plan.wanted().config().boot())
                .isEqualTo(new BootConfig.Kernel(Path.of("Image"), Path.of("i.gz"), "console=ttyAMA0 quiet"));
        assertThat(plan.wanted().isNameless()).isTrue();
        assertThat(plan("--kernel=Image", "--name=k").wanted().isNameless()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"512,512", "512M,512", "512m,512", "4G,4096", "1024K,1", "0x,", "16MiB,16", "1T,1048576"})
    void memory_is_in_mib_unless_a_unit_says_otherwise(String text, Integer mib) {
        if (mib == null) {
            assertThat(CommandRun.of("run", "--image=x", "--memory=" + text).code())
                    .isEqualTo(2);
            return;
        }
        assertThat(MemoryArgument.parse(text).bytes()).isEqualTo(mib * MIB);
    }

    @Test
    void the_same_image_has_the_same_name_and_another_image_another() {
        String name = config("--image", "/a/disk.img").name();
        assertThat(name)
                .startsWith("disk-")
                .isEqualTo(config("--image", "/a/../a/disk.img").name());
        assertThat(config("--image", "/b/disk.img").name()).isNotEqualTo(name);
        assertThat(config("--image", "/b/.. ä-.img").name()).matches("[A-Za-z0-9][A-Za-z0-9._-]*");
    }

    @Test
    void options_win_over_the_configuration_file(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("vm.json");
        Files.writeString(file, """
                {"name": "web", "cpus": 16, "gic": "v3", "disks": [{"path": "a.img"}], "policies": {"onReset": "exit"}}
                """);
        VmConfig config = config("--config", file.toString(), "--cpus=2", "--gic=2");
        assertThat(config.name()).isEqualTo("web");
        assertThat(config.cpus()).isEqualTo(2);
        assertThat(config.gic()).isEqualTo(GicChoice.V2);
        assertThat(config.disks()).hasSize(1);
        assertThat(config.policies().onReset()).isEqualTo(Policies.OnReset.EXIT);
        assertThat(config("--config", file.toString(), "--image=b.img").disks())
                .containsExactly(DiskConfig.image(Path.of("b.img")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--imgae x",
                "--image x y",
                "--image",
                "--image=",
                "--disk=",
                "--disk=format=raw",
                "--disk=x,format=qcow2",
                "--disk=x,readonly=maybe",
                "--disk=x,color=red",
                "--disk=x,y",
                "--disk=x,serial=a,serial=b",
                "--disk=x,serial=123456789012345678901",
                "--image=x --memory=0",
                "--image=x --memory=1025K",
                "--image=x --memory=1M",
                "--image=x --memory=-1",
                "--image=x --memory=4X",
                "--image=x --memory=99999999999999999999G",
                "--image=x --memory=9000000T",
                "--image=x --memory=900G",
                "--image=x --memory=1G,hugepages=yes",
                "--image=x --memory=,",
                "--image=x --cpus=0",
                "--image=x --cpus=-1",
                "--image=x --cpus=1000",
                "--image=x --cpus=two",
                "--image=x --cpus=9 --gic=2",
                "--image=x --cpu=cortex-a53",
                "--image=x --cpu=host,sve=wide",
                "--image=x --cpu=host,sve=0",
                "--image=x --cpu=host,sve=129",
                "--image=x --cpu=host,pmu=2",
                "--image=x --cpu=host,fpu=off",
                "--image=x --cpu=host,sve=128 --backend=soft",
                "--image=x --cpu=host,sve=128 --aarch32",
                "--image=x --aarch32 --backend=soft",
                "--image=x --gic=4",
                "--image=x --backend=",
                "--image=x --backend=tcg",
                "--image=x --name=",
                "--image=x --name=../up",
                "--image=x --timeout=0",
                "--image=x --timeout=-1",
                "--image=x --timeout=soon",
                "--image=x --on-reset=shrug",
                "--image=x --on-shutdown=reset",
                "--image=x --on-panic=shrug",
                "--image=x --console=tcp",
                "--image=x --console=file=",
                "--image=x --console-device=usb",
                "--image=x --log-level=loud",
                "--initrd=x",
                "--image=x --cmdline=quiet",
                "--kernel=k --firmware=f",
                "--kernel=k --vars=v",
                "--kernel=k --reset-vars",
            })
    void a_wrong_option_is_one_line_that_names_it_and_the_mend(String options, @TempDir Path folder)
            throws IOException {
        Path image = Files.write(folder.resolve("x"), new byte[4096]);
        String line = ("run " + options).strip().replace("=x", "=" + image);
        CommandRun run = CommandRun.withoutFirmware(line.split(" "));
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("jvmm: ").contains(": ");
        assertThat(run.out()).isEmpty();
        String[] words = options.split("[ =]");
        String culprit = words.length > 2 ? words[2] : words[0];
        assertThat(run.err()).contains(culprit.isEmpty() ? "nothing to boot" : culprit);
    }

    @Test
    void a_misspelled_option_is_answered_with_the_right_one() {
        assertThat(CommandRun.of("run", "--imgae=x").err()).contains("did you mean --image?");
        assertThat(CommandRun.of("runn").err()).contains("did you mean run");
    }

    @Test
    void a_missing_file_is_named(@TempDir Path folder) {
        String missing = folder.resolve("missing").toString();
        for (String option : new String[] {"--image", "--kernel", "--firmware", "--config"}) {
            CommandRun run = CommandRun.withoutFirmware("run", option, missing);
            assertThat(run.code()).as(option).isEqualTo(1);
            assertThat(run.err()).as(option).startsWith("jvmm: ").contains(missing);
            assertThat(run.err().lines()).as(option).hasSize(1);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_host_without_firmware_is_told_when_nothing_else_is_wrong(@TempDir Path folder) throws IOException {
        Path image = Files.write(folder.resolve("x"), new byte[4096]);
        CommandRun run = CommandRun.withoutFirmware("run", "--image=" + image, "--memory=64M", "--backend=soft");
        assertThat(run.code()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).startsWith("jvmm: no UEFI firmware");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void help_is_no_mistake() {
        CommandRun run = CommandRun.of("run", "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("--on-panic", "--dump-dtb", "Ctrl-A x", "124");
    }
}
