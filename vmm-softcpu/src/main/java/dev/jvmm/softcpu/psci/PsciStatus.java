// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.psci;

/** Return codes of PSCI, Arm DEN0022 section 5.2.2. */
public final class PsciStatus {
    public static final int SUCCESS = 0;
    public static final int NOT_SUPPORTED = -1;
    public static final int INVALID_PARAMETERS = -2;
    public static final int DENIED = -3;
    public static final int ALREADY_ON = -4;
    public static final int ON_PENDING = -5;
    public static final int INTERNAL_FAILURE = -6;
    public static final int INVALID_ADDRESS = -9;

    private PsciStatus() {}
}
