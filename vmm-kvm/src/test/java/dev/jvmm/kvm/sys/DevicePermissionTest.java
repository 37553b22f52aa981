// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.sys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicePermissionTest {
    private static final Path KVM = Path.of("/dev/kvm");
    private static final int GROUP = 104;

    private static DevicePermission permission(int mode, Set<Integer> groups, boolean listed) {
        return new DevicePermission(KVM, mode, 0, GROUP, Optional.of("kvm"), "ada", 1000, groups, listed);
    }

    @Test
    void aUserOutsideTheGroupIsToldToJoinIt() {
        assertThat(permission(0660, Set.of(1000), false).explain())
                .isEqualTo("no permission for /dev/kvm: add user ada to its group kvm (usermod -aG kvm ada) and log in"
                        + " again");
    }

    @Test
    void aUserWhoJoinedAfterLoggingInIsToldToLogInAgain() {
        assertThat(permission(0660, Set.of(1000), true).explain()).contains("log in again, or run newgrp kvm");
    }

    @Test
    void aModeForRootAloneIsNamedWithItsMend() {
        assertThat(permission(0600, Set.of(GROUP), true).explain())
                .contains("mode 0600", "chgrp kvm /dev/kvm", "chmod 660 /dev/kvm");
    }

    @Test
    void nobodyIsToldToJoinTheGroupOfRoot() {
        assertThat(new DevicePermission(KVM, 0660, 0, 0, Optional.of("root"), "ada", 1000, Set.of(1000), false)
                        .explain())
                .contains("of group root")
                .doesNotContain("usermod -aG root");
    }

    @Test
    void aGroupWithoutANameIsAddedByItsNumber() {
        assertThat(new DevicePermission(KVM, 0660, 0, GROUP, Optional.empty(), "1000", 1000, Set.of(1000), false)
                        .explain())
                .contains("--group-add 104");
    }

    @Test
    void aRefusalAgainstTheModeComesFromAPolicy() {
        assertThat(permission(0660, Set.of(GROUP), true).explain()).contains("policy", "--device /dev/kvm");
        assertThat(permission(0666, Set.of(1000), false).explain()).contains("policy");
    }

    @Test
    void theHostIsAskedForModeOwnerAndGroup(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(
                folder.resolve("device"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r-x"));
        DevicePermission permission = DevicePermission.of(file).orElseThrow();
        assertThat(permission.mode()).isEqualTo(0645);
        assertThat(permission.owner()).isEqualTo(permission.userId()).isEqualTo(Files.getAttribute(file, "unix:uid"));
        assertThat(permission.group()).isEqualTo(Files.getAttribute(file, "unix:gid"));
        assertThat(permission.groups()).contains(permission.group());
        assertThat(permission.user()).isEqualTo(Files.getOwner(file).getName());
        assertThat(permission.groupName())
                .contains(Files.getAttribute(file, "unix:group").toString());
    }

    @Test
    void nothingIsSaidOfADeviceThatIsNotThere() {
        assertThat(DevicePermission.of(Path.of("/dev/no-such-kvm"))).isEmpty();
    }

    @Test
    void theLimitOfOpenFilesIsNamed() {
        assertThat(OpenFiles.limit()).isPresent();
        assertThat(OpenFiles.mend())
                .contains("the limit of " + OpenFiles.limit().getAsLong() + " open files");
    }
}
