// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.sys;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a device's owner, group and mode give this process, for the message when opening it was refused.
 *
 * @param mode the permission bits of st_mode
 * @param owner the user number of the device's owner
 * @param group the group number of the device
 * @param groupName empty where the number has no name here, as in a container
 * @param user the name of this process's effective user, its number where it has no name
 * @param userId the effective user number
 * @param groups this process's groups: the effective and the supplementary ones
 * @param listed the group's entry lists the user, whatever this process's groups are
 */
public record DevicePermission(
        Path device,
        int mode,
        int owner,
        int group,
        Optional<String> groupName,
        String user,
        int userId,
        Set<Integer> groups,
        boolean listed) {
    /** Bits of one class that reading and writing need. */
    private static final int READ_WRITE = 6;

    private static final int OWNER_SHIFT = 6;
    private static final int GROUP_SHIFT = 3;
    private static final int ROOT = 0;

    /** As the host has it now; empty where it cannot be asked. */
    public static Optional<DevicePermission> of(Path device) {
        return Posix.permission(device);
    }

    /** What is wrong and the mend, in one line. */
    public String explain() {
        String start = "no permission for " + device;
        String octal = String.format(Locale.ROOT, "%04o", mode);
        if (granted()) {
            return start + " although its mode " + octal + " lets user " + user
                    + " in: a container's or security module's policy forbids it; pass the device into the container"
                    + " (--device " + device + ") or change the policy";
        }
        if (group == ROOT || !allows(GROUP_SHIFT)) {
            return start + ": mode " + octal + " of group " + groupName.orElse(String.valueOf(group))
                    + " lets nobody but root in; as root give it to the group kvm (chgrp kvm " + device
                    + " and chmod 660 " + device + ") and add " + user + " to it (usermod -aG kvm " + user + ")";
        }
        if (groupName.isEmpty()) {
            return start + ": it belongs to group " + group + ", which has no name here and which user " + user
                    + " is not in; start the container with --group-add " + group;
        }
        String name = groupName.get();
        if (listed) {
            return start + ": user " + user + " was added to its group " + name
                    + " after this session began; log in again, or run newgrp " + name;
        }
        return start + ": add user " + user + " to its group " + name + " (usermod -aG " + name + " " + user
                + ") and log in again";
    }

    /** Whether the mode lets this process read and write (path_resolution(7): one class of bits decides). */
    private boolean granted() {
        if (userId == ROOT) {
            return true;
        }
        if (userId == owner) {
            return allows(OWNER_SHIFT);
        }
        return allows(groups.contains(group) ? GROUP_SHIFT : 0);
    }

    private boolean allows(int shift) {
        return (mode >> shift & READ_WRITE) == READ_WRITE;
    }
}
