// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.sys;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import jnr.constants.platform.RLIMIT;
import jnr.posix.FileStat;
import jnr.posix.Group;
import jnr.posix.POSIX;
import jnr.posix.POSIXFactory;
import jnr.posix.Passwd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Users, groups, modes and limits by jnr-posix. Asked only when something failed, to say why: loading it takes a moment,
 * and its native part may not load (a temporary folder mounted noexec, for one). Every answer is empty then.
 */
final class Posix {
    private static final Logger LOG = LoggerFactory.getLogger(Posix.class);

    private static final int PERMISSION_BITS = 07777;

    private Posix() {}

    /** Made on first use. */
    private static final class Library {
        private static final Optional<POSIX> POSIX = load();

        private static Optional<POSIX> load() {
            // The JDK warns on standard error of jffi's use of sun.misc.Unsafe; nothing here needs its speed.
            if (System.getProperty("jffi.unsafe.disabled") == null) {
                System.setProperty("jffi.unsafe.disabled", "true");
            }
            try {
                POSIX posix = POSIXFactory.getNativePOSIX();
                if (posix == null) {
                    return Optional.empty();
                }
                // The native part is loaded by the first call.
                posix.geteuid();
                return Optional.of(posix);
            } catch (LinkageError | RuntimeException e) {
                LOG.debug("jnr-posix cannot be used", e);
                return Optional.empty();
            }
        }
    }

    /** What a device's mode gives this process; empty where there is no such device, or no jnr-posix. */
    static Optional<DevicePermission> permission(Path device) {
        return Library.POSIX.flatMap(posix -> {
            FileStat stat = posix.allocateStat();
            if (posix.stat(device.toString(), stat) != 0) {
                return Optional.empty();
            }
            int user = posix.geteuid();
            Passwd account = posix.getpwuid(user);
            String userName = account == null ? String.valueOf(user) : account.getLoginName();
            Group group = posix.getgrgid(stat.gid());
            return Optional.of(new DevicePermission(
                    device,
                    stat.mode() & PERMISSION_BITS,
                    stat.uid(),
                    stat.gid(),
                    Optional.ofNullable(group).map(Group::getName),
                    userName,
                    user,
                    groups(posix),
                    group != null && Arrays.asList(group.getMembers()).contains(userName)));
        });
    }

    private static Set<Integer> groups(POSIX posix) {
        Set<Integer> groups = new HashSet<>();
        groups.add(posix.getegid());
        for (long each : posix.getgroups()) {
            groups.add((int) each);
        }
        return groups;
    }

    /** How many files this process may have open (RLIMIT_NOFILE, the soft limit). */
    static OptionalLong openFilesLimit() {
        return Library.POSIX
                .map(posix -> OptionalLong.of(
                        posix.getrlimit(RLIMIT.RLIMIT_NOFILE.intValue()).rlimCur()))
                .orElse(OptionalLong.empty());
    }
}
