// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.memory.HostAccess;
import dev.jvmm.softcpu.mmu.Tlb;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.function.Consumer;

/**
 * The class of static methods by which regions access guest memory. It is generated when the first region is: where the JVM
 * exports {@code jdk.internal.misc} to us, an access to host memory is one intrinsic of every compiler, in the method itself, without
 * the calls by which {@link HostAccess} comes to it. Else it is a call of that: the same in the code that HotSpot's C2
 * makes in the end, but several times slower before, and slower to compile.
 *
 * <p>The methods are too big for C1 to inline them, on purpose: its code for a region stays small. C2 inlines them where they
 * are called often.
 */
final class GuestAccess {
    /** The generated class. */
    static final ClassDesc CLASS = ClassDesc.of("dev.jvmm.softcpu.translate.GeneratedAccess");

    private static final ClassDesc LONG = ConstantDescs.CD_long;
    private static final ClassDesc INT = ConstantDescs.CD_int;
    private static final ClassDesc CPU = GuestAssembler.CPU;
    private static final String[] SUFFIXES = {"8", "16", "32", "64"};

    /**
     * {@code long load8(Cpu, long va, int next)} and so on: 1, 2, 4, 8 bytes, zero-extended; {@code next} is what {@code Cpu.next}
     * must be when it raises an exception.
     */
    static final MethodTypeDesc LOAD = MethodTypeDesc.of(LONG, CPU, LONG, INT);
    /** {@code void store8(Cpu, long va, long value, int next)} and so on. */
    static final MethodTypeDesc STORE = MethodTypeDesc.of(ConstantDescs.CD_void, CPU, LONG, LONG, INT);
    /** {@code long loadPair32(Cpu, long va, int next)}, {@code loadPair64}: the first of two; the other in {@code Cpu.second}. */
    static final MethodTypeDesc LOAD_PAIR = LOAD;
    /** {@code void storePair32(Cpu, long va, long first, long second, int next)}, {@code storePair64}. */
    static final MethodTypeDesc STORE_PAIR = MethodTypeDesc.of(ConstantDescs.CD_void, CPU, LONG, LONG, LONG, INT);
    /**
     * {@code long readable(long tlb, long va, long last)}, {@code writable}: the host address of {@code va}, or 0 where the bytes up
     * to {@code va + last} must not be accessed directly.
     */
    static final MethodTypeDesc LOOK_UP = MethodTypeDesc.of(LONG, LONG, LONG, LONG);
    /** {@code long get8(long host)} and so on: zero-extended. */
    static final MethodTypeDesc GET = MethodTypeDesc.of(LONG, LONG);
    /** {@code void put8(long host, long value)} and so on. */
    static final MethodTypeDesc PUT = MethodTypeDesc.of(ConstantDescs.CD_void, LONG, LONG);

    static final MethodTypeDesc SLOW_LOAD = MethodTypeDesc.of(LONG, CPU, LONG, INT, INT);
    static final MethodTypeDesc SLOW_STORE = MethodTypeDesc.of(ConstantDescs.CD_void, CPU, LONG, LONG, INT, INT);

    private static final ClassDesc UNSAFE = ClassDesc.of("jdk.internal.misc.Unsafe");
    private static final ClassDesc HOST_ACCESS = GuestAssembler.describe(HostAccess.class);
    private static final ClassDesc[] TYPES = {
        ConstantDescs.CD_byte, ConstantDescs.CD_short, ConstantDescs.CD_int, ConstantDescs.CD_long
    };
    private static final ClassDesc[] WIDENED = {INT, INT, INT, LONG};
    private static final String[] NAMES = {"Byte", "Short", "Int", "Long"};

    private GuestAccess() {}

    /** Defines the class beside this one. */
    static void define() {
        byte[] bytes = ClassFile.of().build(CLASS, new GuestAccess()::build);
        try {
            MethodHandles.lookup().ensureInitialized(MethodHandles.lookup().defineClass(bytes));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("generated code does not load", e);
        }
    }

    static String load(int size) {
        return "load" + SUFFIXES[size];
    }

    static String store(int size) {
        return "store" + SUFFIXES[size];
    }

    static String loadPair(int size) {
        return "loadPair" + SUFFIXES[size];
    }

    static String storePair(int size) {
        return "storePair" + SUFFIXES[size];
    }

    static String get(int size) {
        return "get" + SUFFIXES[size];
    }

    static String put(int size) {
        return "put" + SUFFIXES[size];
    }

    private void build(ClassBuilder builder) {
        builder.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
        if (HostAccess.INTRINSIC) {
            builder.withField("UNSAFE", UNSAFE, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
            method(
                    builder,
                    ConstantDescs.CLASS_INIT_NAME,
                    MethodTypeDesc.of(ConstantDescs.CD_void),
                    code -> code.invokestatic(UNSAFE, "getUnsafe", MethodTypeDesc.of(UNSAFE))
                            .putstatic(CLASS, "UNSAFE", UNSAFE)
                            .return_());
        }
        for (int i = 0; i < SUFFIXES.length; i++) {
            int size = i;
            method(builder, load(size), LOAD, code -> load(code, size));
            method(builder, store(size), STORE, code -> store(code, size));
            method(builder, get(size), GET, code -> {
                receiver(code);
                code.lload(0);
                hostLoad(code, size);
                code.lreturn();
            });
            method(builder, put(size), PUT, code -> {
                receiver(code);
                code.lload(0).lload(2);
                hostStore(code, size);
                code.return_();
            });
        }
        for (int i = 2; i < SUFFIXES.length; i++) {
            int size = i;
            method(builder, loadPair(size), LOAD_PAIR, code -> loadPair(code, size));
            method(builder, storePair(size), STORE_PAIR, code -> storePair(code, size));
        }
        method(builder, "readable", LOOK_UP, code -> lookUp(code, Tlb.READ_TAG));
        method(builder, "writable", LOOK_UP, code -> lookUp(code, Tlb.WRITE_TAG));
    }

    private static void method(ClassBuilder builder, String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {
        builder.withMethodBody(name, type, ClassFile.ACC_STATIC, body);
    }

    private void load(CodeBuilder code, int size) {
        int next = 3;
        int entry = 4;
        Label slow = code.newLabel();
        compare(code, GuestAccess::pushTlb, 1, entry, Tlb.READ_TAG, () -> code.loadConstant((1L << size) - 1), slow);
        receiver(code);
        host(code, 1, entry);
        hostLoad(code, size);
        code.lreturn().labelBinding(slow);
        code.aload(0).lload(1).loadConstant(1 << size).iload(next);
        code.invokestatic(GuestAssembler.SUPPORT, "load", SLOW_LOAD).lreturn();
    }

    private void store(CodeBuilder code, int size) {
        int value = 3;
        int next = 5;
        int entry = 6;
        Label slow = code.newLabel();
        compare(code, GuestAccess::pushTlb, 1, entry, Tlb.WRITE_TAG, () -> code.loadConstant((1L << size) - 1), slow);
        receiver(code);
        host(code, 1, entry);
        code.lload(value);
        hostStore(code, size);
        code.return_().labelBinding(slow);
        code.aload(0).lload(1).lload(value).loadConstant(1 << size).iload(next);
        code.invokestatic(GuestAssembler.SUPPORT, "store", SLOW_STORE).return_();
    }

    /** One look at the TLB for both, where their bytes lie in one page. */
    private void loadPair(CodeBuilder code, int size) {
        int next = 3;
        int entry = 4;
        int host = 6;
        Label slow = code.newLabel();
        compare(code, GuestAccess::pushTlb, 1, entry, Tlb.READ_TAG, () -> code.loadConstant((2L << size) - 1), slow);
        host(code, 1, entry);
        code.lstore(host).aload(0);
        receiver(code);
        code.lload(host).loadConstant(1L << size).ladd();
        hostLoad(code, size);
        code.putfield(CPU, "second", LONG);
        receiver(code);
        code.lload(host);
        hostLoad(code, size);
        code.lreturn().labelBinding(slow);
        code.aload(0).lload(1).iload(next).invokestatic(CLASS, load(size), LOAD).lstore(host);
        code.aload(0).aload(0).lload(1).loadConstant(1L << size).ladd().iload(next);
        code.invokestatic(CLASS, load(size), LOAD).putfield(CPU, "second", LONG);
        code.lload(host).lreturn();
    }

    private void storePair(CodeBuilder code, int size) {
        int first = 3;
        int second = 5;
        int next = 7;
        int entry = 8;
        int host = 10;
        Label slow = code.newLabel();
        compare(code, GuestAccess::pushTlb, 1, entry, Tlb.WRITE_TAG, () -> code.loadConstant((2L << size) - 1), slow);
        host(code, 1, entry);
        code.lstore(host);
        receiver(code);
        code.lload(host).lload(first);
        hostStore(code, size);
        receiver(code);
        code.lload(host).loadConstant(1L << size).ladd().lload(second);
        hostStore(code, size);
        code.return_().labelBinding(slow);
        code.aload(0).lload(1).lload(first).iload(next).invokestatic(CLASS, store(size), STORE);
        code.aload(0).lload(1).loadConstant(1L << size).ladd().lload(second).iload(next);
        code.invokestatic(CLASS, store(size), STORE).return_();
    }

    /** The vCPU is local 0. */
    private static void pushTlb(CodeBuilder code) {
        GuestAssembler.pushTlb(code, 0);
    }

    /** Locals: 0 tlb, 2 va, 4 last. */
    private void lookUp(CodeBuilder code, int tag) {
        Label slow = code.newLabel();
        compare(code, builder -> builder.lload(0), 2, 6, tag, () -> code.lload(4), slow);
        host(code, 2, 6);
        code.lreturn().labelBinding(slow);
        code.lconst_0().lreturn();
    }

    /** Puts the address of the entry of {@code va} into a local; jumps where the last byte's page is not the entry's. */
    private void compare(
            CodeBuilder code, Consumer<CodeBuilder> pushTlb, int va, int entry, int tag, Runnable last, Label slow) {
        code.lload(va).bipush(Tlb.PAGE_SHIFT - Tlb.ENTRY_SHIFT).lushr().loadConstant(Tlb.OFFSET_MASK);
        code.land();
        pushTlb.accept(code);
        code.ladd().lstore(entry);
        receiver(code);
        code.lload(entry).loadConstant((long) tag).ladd();
        hostLoad(code, 3);
        code.lload(va);
        last.run();
        code.ladd().loadConstant(Tlb.PAGE_MASK).land().lcmp().ifne(slow);
    }

    private void host(CodeBuilder code, int va, int entry) {
        code.lload(va);
        receiver(code);
        code.lload(entry).loadConstant((long) Tlb.ADDEND).ladd();
        hostLoad(code, 3);
        code.ladd();
    }

    /** Comes before the address. */
    private void receiver(CodeBuilder code) {
        if (HostAccess.INTRINSIC) {
            code.getstatic(CLASS, "UNSAFE", UNSAFE);
        }
    }

    private void hostLoad(CodeBuilder code, int size) {
        if (HostAccess.INTRINSIC) {
            code.invokevirtual(UNSAFE, "get" + NAMES[size], MethodTypeDesc.of(TYPES[size], LONG));
        } else {
            code.invokestatic(HOST_ACCESS, "get" + NAMES[size], MethodTypeDesc.of(WIDENED[size], LONG));
        }
        switch (size) {
            case 0 -> code.loadConstant(0xFF).iand().i2l();
            case 1 -> code.loadConstant(0xFFFF).iand().i2l();
            case 2 -> code.i2l().loadConstant(GuestAssembler.LOW_WORD).land();
            default -> {}
        }
    }

    private void hostStore(CodeBuilder code, int size) {
        if (size < 3) {
            code.l2i();
        }
        if (!HostAccess.INTRINSIC) {
            code.invokestatic(
                    HOST_ACCESS, "put" + NAMES[size], MethodTypeDesc.of(ConstantDescs.CD_void, LONG, WIDENED[size]));
            return;
        }
        switch (size) {
            case 0 -> code.i2b();
            case 1 -> code.i2s();
            default -> {}
        }
        code.invokevirtual(UNSAFE, "put" + NAMES[size], MethodTypeDesc.of(ConstantDescs.CD_void, LONG, TYPES[size]));
    }
}
