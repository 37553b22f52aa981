// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.flash;

/**
 * What keeps the content of a flash bank beyond the VM. Told of each change after it was made to the content, in order.
 * Called from vCPU threads under the flash's lock: never blocks on the host, throws or allocates.
 */
public interface FlashStorage {
    /** Storage of a bank whose content ends with the VM. */
    FlashStorage NONE = new FlashStorage() {
        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public void programmed(long offset, int length) {}

        @Override
        public void erased(long offset, int length) {}
    };

    /** Whether one more change can be taken now; the flash reads as busy while not. */
    boolean ready();

    /** The {@code length} bytes from {@code offset} were programmed. */
    void programmed(long offset, int length);

    /** The {@code length} bytes from {@code offset}, a whole block, were erased to 0xFF. */
    void erased(long offset, int length);
}
