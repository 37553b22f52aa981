// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.sys;

import java.util.OptionalLong;

/** How many files a process may have open: a VM needs one for each vCPU and each doorbell. */
public final class OpenFiles {
    private OpenFiles() {}

    /** The limit of this process; empty where it cannot be asked. */
    public static OptionalLong limit() {
        return Posix.openFilesLimit();
    }

    /** What to do about EMFILE, in a few words. */
    public static String mend() {
        OptionalLong limit = limit();
        return limit.isPresent()
                ? "raise the limit of " + limit.getAsLong() + " open files (ulimit -n)"
                : "raise the limit of open files (ulimit -n)";
    }
}
