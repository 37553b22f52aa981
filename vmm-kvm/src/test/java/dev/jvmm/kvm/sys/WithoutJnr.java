// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.sys;

import java.nio.file.Path;

/** Run by a test where jnr's native part cannot be loaded. */
final class WithoutJnr {
    private WithoutJnr() {}

    public static void main(String[] arguments) {
        System.out.println(DevicePermission.of(Path.of(arguments[0])) + " " + OpenFiles.mend());
    }
}
