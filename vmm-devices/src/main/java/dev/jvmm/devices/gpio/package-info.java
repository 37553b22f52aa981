// SPDX-License-Identifier: Apache-2.0
/** General purpose inputs and outputs: Arm PrimeCell GPIO (PL061), and the power button on one of its lines. */
@NullMarked
package dev.jvmm.devices.gpio;

import org.jspecify.annotations.NullMarked;
