// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirmwareLocatorTest {
    @TempDir
    Path directory;

    private Path user;
    private Path admin;
    private Path vendor;

    @BeforeEach
    void makeDirectories() throws IOException {
        user = Files.createDirectory(directory.resolve("user.d"));
        admin = Files.createDirectory(directory.resolve("admin.d"));
        vendor = Files.createDirectory(directory.resolve("vendor.d"));
    }

    private FirmwareLocator locator(FirmwareFiles... further) {
        return new FirmwareLocator(List.of(user, admin, vendor), List.of(), List.of(further));
    }

    private Path file(String name) throws IOException {
        return Files.writeString(directory.resolve(name), "x");
    }

    private void descriptor(Path where, String name, String code) throws IOException {
        descriptor(where, name, code, "aarch64", "virt-*", "");
    }

    private void descriptor(Path where, String name, String code, String architecture, String machine, String features)
            throws IOException {
        Path variables = file(code + ".vars");
        Files.writeString(where.resolve(name), """
                {"description": "test", "interface-types": ["uefi"],
                 "mapping": {"device": "flash", "mode": "split",
                   "executable": {"filename": "%s", "format": "raw"},
                   "nvram-template": {"filename": "%s", "format": "raw"}},
                 "targets": [{"architecture": "%s", "machines": ["%s"]}],
                 "features": [%s], "tags": []}
                """.formatted(file(code), variables, architecture, machine, features));
    }

    private String found() {
        return locator().locate().code().getFileName().toString();
    }

    @Test
    void descriptorsAreTriedInTheOrderOfTheirNamesWhateverTheirDirectory() throws IOException {
        descriptor(vendor, "60-a.json", "late");
        descriptor(vendor, "40-b.json", "early");
        descriptor(user, "50-c.json", "middle");
        assertThat(found()).isEqualTo("early");
    }

    @Test
    void aDescriptorHidesThoseOfItsNameInDirectoriesOfLowerPriority() throws IOException {
        descriptor(vendor, "50-a.json", "vendor");
        descriptor(admin, "50-a.json", "admin");
        assertThat(found()).isEqualTo("admin");
        descriptor(user, "50-a.json", "user");
        assertThat(found()).isEqualTo("user");
    }

    @Test
    void anEmptyDescriptorHidesToo() throws IOException {
        descriptor(vendor, "50-a.json", "vendor");
        descriptor(vendor, "60-b.json", "other");
        Files.createFile(admin.resolve("50-a.json"));
        assertThat(found()).isEqualTo("other");
        Files.createSymbolicLink(user.resolve("60-b.json"), Path.of("/dev/null"));
        assertThat(locator().find()).isEmpty();
    }

    @Test
    void firmwareForOtherMachinesOrWithEnrolledKeysIsPassedOver() throws IOException {
        descriptor(vendor, "10-x86.json", "x86", "x86_64", "pc-q35-*", "");
        descriptor(vendor, "20-arm.json", "arm", "arm", "virt-*", "");
        descriptor(vendor, "30-sbsa.json", "sbsa", "aarch64", "sbsa-ref", "");
        descriptor(vendor, "40-keys.json", "keys", "aarch64", "virt-*", "\"secure-boot\", \"enrolled-keys\"");
        Files.writeString(vendor.resolve("45-broken.json"), "{");
        Files.writeString(vendor.resolve("46-list.json"), "[1, 2]");
        descriptor(vendor, "50-good.json", "good");
        assertThat(found()).isEqualTo("good");
        assertThat(locator().locate().variablesTemplate()).hasFileName("good.vars");
    }

    @Test
    void aDescriptorWhoseFilesAreGoneIsPassedOver() throws IOException {
        descriptor(vendor, "10-gone.json", "gone");
        Files.delete(directory.resolve("gone"));
        assertThat(locator().find()).isEmpty();
    }

    @Test
    void wellKnownPathsComeAfterDescriptorsAndFurtherOnesLast() throws IOException {
        FirmwareFiles further = new FirmwareFiles(file("further"), null, "cache");
        assertThat(locator(further).locate()).isEqualTo(further);
        descriptor(vendor, "50-a.json", "vendor");
        assertThat(locator(further).locate().code()).hasFileName("vendor");
    }

    @Test
    void namedFirmwareGetsTheVariablesItsDescriptorNames() throws IOException {
        descriptor(vendor, "50-a.json", "vendor");
        assertThat(locator().withTemplateOf(directory.resolve("vendor")).variablesTemplate())
                .hasFileName("vendor.vars");
        assertThat(locator().withTemplateOf(Path.of("/else")).variablesTemplate())
                .isNull();
    }

    @Test
    void withoutFirmwareTheMessageSaysWhatToInstall() {
        assertThatThrownBy(() -> locator().locate())
                .isInstanceOfSatisfying(
                        VmException.class, e -> assertThat(e.kind()).isEqualTo(VmException.Kind.HOST))
                .hasMessageContaining("qemu-efi-aarch64");
    }

    @Test
    void filesThatCannotBeFirmwareAreRefused() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty"));
        Path small = file("small");
        Path variables = Files.write(directory.resolve("variables"), new byte[65536]);
        assertThatThrownBy(() -> FirmwareImage.check(empty, 1 << 20)).hasMessageContaining("empty");
        assertThatThrownBy(() -> FirmwareImage.check(small, 1 << 20)).hasMessageContaining("too small");
        assertThatThrownBy(() -> FirmwareImage.check(variables, 4096)).hasMessageContaining("does not fit");
        assertThatThrownBy(() -> FirmwareImage.check(directory, 4096)).hasMessageContaining("directory");
        assertThatThrownBy(() -> FirmwareImage.check(Path.of("/none"), 4096)).hasMessageContaining("no such file");
        try (Arena arena = Arena.ofConfined()) {
            assertThatThrownBy(() -> FirmwareImage.load(variables, arena.allocate(65536)))
                    .isInstanceOf(VmException.class)
                    .hasMessageContaining("does not begin with an instruction");
        }
    }
}
