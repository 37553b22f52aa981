// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.config;

/** Which interrupt controller the guest gets ({@code --gic}). */
public enum GicChoice {
    /** GICv2: at most 8 vCPUs. */
    V2,
    /** GICv3. */
    V3,
    /** The newest that the backend offers. */
    MAX
}
