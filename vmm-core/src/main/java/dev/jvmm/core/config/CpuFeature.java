// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.config;

/** Optional features of a vCPU that a user can switch off by name. */
public enum CpuFeature {
    /** Performance monitors, FEAT_PMUv3. */
    PMU("pmu"),
    /** Scalable vectors, FEAT_SVE. */
    SVE("sve"),
    /** Pointer authentication, FEAT_PAuth: address and generic keys. */
    POINTER_AUTHENTICATION("pauth"),
    /** The time a vCPU wanted to run and did not, told to the guest (Arm DEN 0057). */
    STEAL_TIME("steal-time");

    private final String option;

    CpuFeature(String option) {
        this.option = option;
    }

    /** The name on the command line: {@code --cpu host,sve=off}. */
    public String option() {
        return option;
    }
}
