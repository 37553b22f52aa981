// SPDX-License-Identifier: Apache-2.0
/** The machine and the API for embedding it. */
module dev.jvmm.machine {
    requires transitive dev.jvmm.core;
    requires dev.jvmm.devices;
    requires com.fasterxml.jackson.jr.ob;
    requires org.slf4j;
    requires static org.jspecify;
}
