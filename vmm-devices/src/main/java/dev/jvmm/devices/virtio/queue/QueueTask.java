// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.queue;

/** What a {@link QueueWorker} does each time it is woken. */
@FunctionalInterface
public interface QueueTask {
    /**
     * Serves what there is, on the worker's thread, until nothing is left or {@link QueueWorker#stopping}.
     *
     * @return true when only a request of the driver can bring more work; false when the task waits for something else,
     *     which will call {@link QueueWorker#wake}
     */
    boolean serve(QueueWorker worker);

    /** A device that answers each request at once. */
    @FunctionalInterface
    interface ChainHandler {
        /**
         * Serves one request.
         *
         * @return bytes written from the start of the device-writable part
         */
        long serve(DescriptorChain chain, QueueWorker worker);
    }

    /** The task of a device that answers each request at once, in order. */
    static QueueTask eachChain(ChainHandler handler) {
        return worker -> {
            while (!worker.stopping() && worker.pop()) {
                long written = handler.serve(worker.chain(), worker);
                if (worker.stopping() || worker.queue().fault() != null) {
                    break;
                }
                worker.complete(written);
            }
            return true;
        };
    }
}
