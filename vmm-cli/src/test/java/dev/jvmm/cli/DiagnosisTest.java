// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.cli.Diagnosis.Line;
import dev.jvmm.cli.Diagnosis.Status;
import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.cpu.Availability;
import dev.jvmm.core.cpu.GuestEventListener;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.cpu.VirtualMachine;
import dev.jvmm.machine.boot.FirmwareFiles;
import dev.jvmm.machine.boot.FirmwareLocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosisTest {
    private static final Availability AVAILABLE = new Availability.Available();
    private static final Availability NO_KVM =
            new Availability.Unavailable("/dev/kvm cannot be opened: add yourself to the group kvm");
    private static final FirmwareLocator NO_FIRMWARE = new FirmwareLocator(List.of(), List.of(), List.of());
    private static final long GIB = 1L << 30;

    @TempDir
    private Path folder;

    /** A backend that is only looked at. */
    private record FakeBackend(String name, int preference, Availability probe) implements Hypervisor {
        @Override
        public VirtualMachine create(MachineSpec spec, Bus bus, GuestEventListener listener) {
            throw new IllegalStateException("a diagnosis makes no machine");
        }
    }

    private Diagnosis diagnosis(FirmwareLocator firmware, Hypervisor... backends) {
        return Diagnosis.of(new Diagnosis.Host(
                Runtime.Version.parse("25.0.1"), 8 * GIB, folder, folder, List.of(backends), firmware));
    }

    private static Line line(Diagnosis diagnosis, String subject) {
        return diagnosis.lines().stream()
                .filter(line -> line.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_host_with_everything_has_nothing_to_mend() throws IOException {
        Path code = Files.writeString(folder.resolve("CODE.fd"), "x");
        FirmwareLocator firmware =
                new FirmwareLocator(List.of(), List.of(new FirmwareFiles(code, null, "test")), List.of());
        Diagnosis diagnosis = diagnosis(firmware, new FakeBackend("kvm", 10, AVAILABLE));
        assertThat(diagnosis.canRun()).isTrue();
        assertThat(diagnosis.lines()).extracting(Line::status).containsOnly(Status.OK);
        assertThat(line(diagnosis, "firmware").finding()).contains(code.toString());
    }

    @Test
    void an_unusable_kvm_is_told_with_its_mend_and_the_software_cpu_does() {
        Diagnosis diagnosis =
                diagnosis(NO_FIRMWARE, new FakeBackend("soft", 1, AVAILABLE), new FakeBackend("kvm", 10, NO_KVM));
        assertThat(diagnosis.canRun()).isTrue();
        assertThat(line(diagnosis, "backend kvm"))
                .isEqualTo(new Line(
                        Status.LACKS, "backend kvm", "/dev/kvm cannot be opened: add yourself to the group kvm"));
        assertThat(line(diagnosis, "backend soft").finding()).contains("--backend auto");
    }

    @Test
    void a_host_without_any_backend_runs_nothing() {
        Diagnosis diagnosis = diagnosis(NO_FIRMWARE, new FakeBackend("kvm", 10, NO_KVM));
        assertThat(diagnosis.canRun()).isFalse();
        assertThat(line(diagnosis, "backends").status()).isEqualTo(Status.FAILS);
    }

    @Test
    void missing_firmware_is_mended_by_a_package_or_the_quickstart() {
        Line line = line(diagnosis(NO_FIRMWARE, new FakeBackend("soft", 1, AVAILABLE)), "firmware");
        assertThat(line.status()).isEqualTo(Status.LACKS);
        assertThat(line.finding()).contains("qemu-efi-aarch64", "quickstart");
    }

    @Test
    void an_old_jdk_or_no_room_for_guest_memory_runs_nothing() {
        Path nowhere = folder.resolve("nowhere");
        Diagnosis diagnosis = Diagnosis.of(new Diagnosis.Host(
                Runtime.Version.parse("24"),
                GIB / 2,
                nowhere,
                nowhere,
                List.of(new FakeBackend("soft", 1, AVAILABLE)),
                NO_FIRMWARE));
        assertThat(diagnosis.canRun()).isFalse();
        assertThat(line(diagnosis, "JDK").status()).isEqualTo(Status.FAILS);
        assertThat(line(diagnosis, "memory").status()).isEqualTo(Status.LACKS);
        assertThat(line(diagnosis, nowhere.toString()).status()).isEqualTo(Status.FAILS);
    }

    @Test
    void the_command_looks_at_this_host() {
        CommandRun run = CommandRun.of("doctor");
        assertThat(run.code()).isIn(0, 3);
        assertThat(run.out())
                .contains("JDK: ", "backend kvm: ", "backend soft: ", "firmware: ", "memory: ", "/dev/shm: ");
    }
}
