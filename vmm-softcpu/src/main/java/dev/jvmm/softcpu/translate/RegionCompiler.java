// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import static dev.jvmm.softcpu.translate.GuestAssembler.OP;

import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.code.Region;
import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.memory.HostAccess;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Makes a region's class out of guest code, and an instance of it. Confined to one thread. */
final class RegionCompiler {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final ClassDesc REGION = GuestAssembler.describe(Region.class);
    private static final ClassDesc SELF = ClassDesc.of("dev.jvmm.softcpu.translate.Translated");
    private static final ClassDesc HANDLES = GuestAssembler.describe(MethodHandles.class);
    private static final ClassDesc HANDLES_LOOKUP = GuestAssembler.describe(MethodHandles.Lookup.class);
    private static final MethodTypeDesc NO_ARGUMENTS = MethodTypeDesc.of(ConstantDescs.CD_void);

    private static final int CONSTANT = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL;

    private static final ClassFile CLASS_FILE = ClassFile.of();

    static {
        GuestAccess.define();
    }

    /**
     * A loop of as many guest instructions fits into what HotSpot inlines into one method (8000 bytes of bytecode) with the
     * registers in locals; a larger one is faster without.
     */
    private static final int MAX_IN_LOCALS = 128;

    private final OpSource opSource;
    private final TranslationOptions options;

    RegionCompiler(OpSource opSource, TranslationOptions options) {
        this.opSource = opSource;
        this.options = options;
    }

    /** What was made of a hot block. */
    record Result(Region region, ControlFlow flow) {}

    /** The region that starts at an offset in a page: of as many instructions as the options allow and a method can hold. */
    Result compile(CodePage page, int entry) {
        RegionTranslated event = new RegionTranslated();
        event.begin();
        int[] code = new int[CodePage.BYTES / 4];
        for (int i = 0; i < code.length; i++) {
            code[i] = HostAccess.getInt(page.hostAddress + 4L * i);
        }
        IntPredicate wanted = offset -> !options.onlyExecuted() || page.word(offset >>> 2) != CodePage.UNDECODED;
        ControlFlow flow = ControlFlow.of(code, entry, wanted, options.maxInstructions());
        List<Op> ops = new ArrayList<>();
        byte[] bytes = classFile(flow, ops);
        while (bytes == null) {
            flow = ControlFlow.of(code, entry, wanted, flow.instructions() / 2);
            ops.clear();
            bytes = classFile(flow, ops);
        }
        Result result = new Result(define(bytes, ops), flow);
        event.address = page.gpa + entry;
        event.instructions = flow.instructions();
        event.ops = ops.size();
        event.bytes = bytes.length;
        event.commit();
        return result;
    }

    /**
     * The class of a region; null when its code is larger than a method's may be (65535 bytes, JVM specification 4.7.3): 100 loads
     * and stores in a loop can be.
     *
     * @param ops receives the ops that it calls
     */
    byte @Nullable [] classFile(ControlFlow flow, List<Op> ops) {
        RegionAnalysis analysis = new RegionAnalysis(flow);
        try {
            return CLASS_FILE.build(SELF, builder -> build(builder, flow, analysis, ops));
        } catch (IllegalArgumentException e) {
            // The library has no exception of its own for it; another mistake stays with the smallest region.
            if (flow.instructions() == 1) {
                throw e;
            }
            return null;
        }
    }

    /** Where the region keeps the guest's registers. */
    RegisterHome home(ControlFlow flow) {
        return switch (options.registers()) {
            case IN_VCPU -> RegisterHome.VCPU;
            case IN_LOCALS -> RegisterHome.LOCALS;
            case WHERE_BEST ->
                flow.instructions() <= MAX_IN_LOCALS && Loops.callNothing(flow.blocks)
                        ? RegisterHome.LOCALS
                        : RegisterHome.VCPU;
        };
    }

    /** Which accesses have page hints. */
    private Set<PageHints.Accesses> hinted(RegisterHome home, ControlFlow flow) {
        return switch (home) {
            case VCPU -> Set.of();
            case LOCALS ->
                options.registers() == TranslationOptions.Registers.WHERE_BEST
                        ? Loops.worthHints(flow.blocks)
                        : Loops.hintable(flow.blocks);
        };
    }

    private void build(ClassBuilder builder, ControlFlow flow, RegionAnalysis analysis, List<Op> ops) {
        RegisterHome home = home(flow);
        builder.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
        builder.withSuperclass(REGION);
        builder.withMethodBody(
                ConstantDescs.INIT_NAME,
                NO_ARGUMENTS,
                0,
                code -> code.aload(0)
                        .invokespecial(REGION, ConstantDescs.INIT_NAME, NO_ARGUMENTS)
                        .return_());
        builder.withMethodBody(
                "run",
                MethodTypeDesc.of(ConstantDescs.CD_int, GuestAssembler.CPU),
                ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL,
                code -> new RegionEmitter(code, home, hinted(home, flow), flow, analysis, opSource, SELF, ops).emit());
        for (int i = 0; i < ops.size(); i++) {
            builder.withField(RegionEmitter.field(i), OP, CONSTANT);
        }
        if (!ops.isEmpty()) {
            builder.withMethodBody(
                    ConstantDescs.CLASS_INIT_NAME,
                    NO_ARGUMENTS,
                    ClassFile.ACC_STATIC,
                    code -> takeOps(code, ops.size()));
        }
    }

    /** The ops come as class data; static final fields make them constants. */
    private static void takeOps(CodeBuilder code, int count) {
        ClassDesc array = OP.arrayType();
        code.invokestatic(HANDLES, "lookup", MethodTypeDesc.of(HANDLES_LOOKUP))
                .loadConstant(ConstantDescs.DEFAULT_NAME)
                .loadConstant(array)
                .invokestatic(
                        HANDLES,
                        "classData",
                        MethodTypeDesc.of(
                                ConstantDescs.CD_Object,
                                HANDLES_LOOKUP,
                                ConstantDescs.CD_String,
                                ConstantDescs.CD_Class))
                .checkcast(array)
                .astore(0);
        for (int i = 0; i < count; i++) {
            code.aload(0).loadConstant(i).aaload().putstatic(SELF, RegionEmitter.field(i), OP);
        }
        code.return_();
    }

    private static Region define(byte[] bytes, List<Op> ops) {
        try {
            Class<?> type = LOOKUP.defineHiddenClassWithClassData(bytes, ops.toArray(Op[]::new), true)
                    .lookupClass();
            return (Region) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("translated code does not load", e);
        }
    }
}
