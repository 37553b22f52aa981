// SPDX-License-Identifier: Apache-2.0
/** The devices a guest sees. */
module dev.jvmm.devices {
    requires transitive dev.jvmm.core;
    requires org.slf4j;
    requires static org.jspecify;
}
