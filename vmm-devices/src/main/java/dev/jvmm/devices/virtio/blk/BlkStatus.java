// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.blk;

/** The last byte of a request (virtio 1.3 section 5.2.6). */
enum BlkStatus {
    OK(0),
    IOERR(1),
    UNSUPP(2);

    private final byte code;

    BlkStatus(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }
}
