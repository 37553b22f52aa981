// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.cpu;

/** The Generic Interrupt Controller architecture versions a machine can have. */
public enum GicVersion {
    /** GICv2 (Arm IHI 0048): at most 8 CPUs. */
    V2,
    /** GICv3 (Arm IHI 0069): redistributors and a system-register CPU interface. */
    V3
}
