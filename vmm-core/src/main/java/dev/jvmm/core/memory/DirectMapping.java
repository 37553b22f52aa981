// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.memory;

/**
 * How a ROM-like device chooses between two lives: mapped, where the guest's loads and fetches go straight to memory and
 * only stores reach the device; or not, where every access does. Handed to the device by the assembly; may be called from
 * any vCPU's thread.
 */
@FunctionalInterface
public interface DirectMapping {
    /** A device that is never mapped directly. */
    DirectMapping NONE = mapped -> {};

    /** Changes the life; setting what is set changes nothing. */
    void set(boolean mapped);
}
