// SPDX-License-Identifier: Apache-2.0
/** Contracts only: it knows no other module of the project. */
module dev.jvmm.core {
    requires org.slf4j;
    requires static org.jspecify;
}
