// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import java.lang.classfile.CodeBuilder;

/**
 * Where the guest's registers are while a region executes. Elements are those of one of the vCPU's arrays of registers.
 */
enum RegisterHome {
    /**
     * In the vCPU's arrays, always: the least bytecode, and nothing that HotSpot's compilers must keep alive from one block to
     * another, so they are done with it in less than half the time.
     */
    VCPU {
        @Override
        void open(CodeBuilder code, int array, int highest) {
            // One check of the array's bounds, which makes those of all elements below redundant.
            code.aload(array).loadConstant(highest).laload().pop2();
        }

        @Override
        void push(CodeBuilder code, int array, int first, int element) {
            code.aload(array).loadConstant(element).laload();
        }

        @Override
        void pop(CodeBuilder code, int array, int first, int element) {
            code.lstore(first).aload(array).loadConstant(element).lload(first).lastore();
        }

        @Override
        void load(CodeBuilder code, int array, int first, int element) {}

        @Override
        void flush(CodeBuilder code, int array, int first, int element) {}

        @Override
        int locals(int elements) {
            return 2;
        }
    },

    /**
     * Each in a local of its own, written back where other code may look: C2 keeps what a loop uses in host registers, at the price
     * of much more code around it.
     */
    LOCALS {
        @Override
        void open(CodeBuilder code, int array, int highest) {}

        @Override
        void push(CodeBuilder code, int array, int first, int element) {
            code.lload(first + 2 * element);
        }

        @Override
        void pop(CodeBuilder code, int array, int first, int element) {
            code.lstore(first + 2 * element);
        }

        @Override
        void load(CodeBuilder code, int array, int first, int element) {
            code.aload(array).loadConstant(element).laload().lstore(first + 2 * element);
        }

        @Override
        void flush(CodeBuilder code, int array, int first, int element) {
            code.aload(array).loadConstant(element).lload(first + 2 * element).lastore();
        }

        @Override
        int locals(int elements) {
            return 2 * elements;
        }
    };

    /** Comes before all else: the array is in the local {@code array}, {@code highest} is the last element in use. */
    abstract void open(CodeBuilder code, int array, int highest);

    /** Pushes an element; {@code first} is the first of the {@link #locals}. */
    abstract void push(CodeBuilder code, int array, int first, int element);

    /** Pops to an element. */
    abstract void pop(CodeBuilder code, int array, int first, int element);

    /** Other code may have changed the element. */
    abstract void load(CodeBuilder code, int array, int first, int element);

    /** Other code may look at the element. */
    abstract void flush(CodeBuilder code, int array, int first, int element);

    /** How many locals it takes to hold an array of so many elements. */
    abstract int locals(int elements);
}
