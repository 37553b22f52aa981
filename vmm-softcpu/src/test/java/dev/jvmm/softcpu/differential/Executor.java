// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

/** What executes an instruction under test. */
enum Executor {
    /** The op of the interpreter. */
    INTERPRETER,
    /** A region of the instruction alone, with registers in the vCPU. */
    TRANSLATOR_IN_VCPU,
    /** A region of the instruction alone, with registers in locals. */
    TRANSLATOR_IN_LOCALS
}
