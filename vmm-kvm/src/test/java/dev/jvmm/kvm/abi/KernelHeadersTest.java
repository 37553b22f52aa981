// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.StructLayout;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares every number of this package with the kernel's headers: a C file that names them is compiled to assembly, and
 * the values stand in it. Nothing of it is run, so a cross compiler will do.
 */
class KernelHeadersTest {

    @TempDir
    Path directory;

    @Test
    void numbersAreThoseOfTheX86Headers() throws Exception {
        String compiler = compiler("x86_64-linux-gnu-gcc", "gcc");
        Map<String, Long> ours = new LinkedHashMap<>();
        addConstants(ours, KvmConstants.class);
        addConstants(ours, X86Constants.class);
        ours.keySet().removeIf(name -> name.contains("ARM"));
        for (StructLayout layout : layouts(false)) {
            addLayout(ours, layout);
        }

        assertThat(compile(compiler, ours.keySet())).containsExactlyInAnyOrderEntriesOf(ours);
    }

    @Test
    void numbersAreThoseOfTheArm64Headers() throws Exception {
        String compiler = compiler("aarch64-linux-gnu-gcc", "gcc");
        Map<String, Long> ours = new LinkedHashMap<>();
        addConstants(ours, KvmConstants.class);
        addConstants(ours, Arm64Constants.class);
        for (StructLayout layout : layouts(true)) {
            addLayout(ours, layout);
        }

        assertThat(compile(compiler, ours.keySet())).containsExactlyInAnyOrderEntriesOf(ours);
    }

    private static List<StructLayout> layouts(boolean arm64) throws IllegalAccessException {
        Set<StructLayout> arm64Only = Set.of(KvmStructs.VCPU_INIT, KvmStructs.VCPU_EVENTS, KvmStructs.ARM64_REGS);
        List<StructLayout> layouts = new ArrayList<>();
        for (Field field : KvmStructs.class.getFields()) {
            StructLayout layout = (StructLayout) field.get(null);
            if (arm64 || !arm64Only.contains(layout)) {
                layouts.add(layout);
            }
        }
        assertThat(layouts).hasSizeGreaterThan(10);
        return layouts;
    }

    private static void addConstants(Map<String, Long> target, Class<?> constants) throws IllegalAccessException {
        for (Field field : constants.getFields()) {
            if (field.getName().startsWith("KVM_")) {
                target.put(field.getName(), ((Number) field.get(null)).longValue());
            }
        }
    }

    private static void addLayout(Map<String, Long> target, StructLayout layout) {
        String name = "struct " + layout.name().orElseThrow();
        target.put("sizeof(" + name + ")", layout.byteSize());
        addMembers(target, name, layout, layout, "", List.of());
    }

    private static void addMembers(
            Map<String, Long> target,
            String struct,
            StructLayout whole,
            GroupLayout group,
            String prefix,
            List<PathElement> path) {
        List<MemoryLayout> members = group.memberLayouts();
        for (int i = 0; i < members.size(); i++) {
            MemoryLayout member = members.get(i);
            List<PathElement> inner = Stream.concat(path.stream(), Stream.of(PathElement.groupElement(i)))
                    .toList();
            String name = prefix
                    + member.name()
                            .map(own -> (prefix.isEmpty() ? "" : ".") + own)
                            .orElse("");
            if (member.name().isPresent()) {
                target.put(
                        "offsetof(" + struct + ", " + name + ")", whole.byteOffset(inner.toArray(PathElement[]::new)));
            }
            if (member instanceof GroupLayout nested) {
                addMembers(target, struct, whole, nested, name, inner);
            }
        }
    }

    private static String compiler(String... names) throws InterruptedException {
        StringBuilder missing = new StringBuilder();
        for (String name : names) {
            try {
                Process process = new ProcessBuilder(name, "-dumpmachine")
                        .redirectErrorStream(true)
                        .start();
                String machine =
                        new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                process.waitFor();
                if (machine.startsWith(names[0].substring(0, names[0].indexOf('-')))) {
                    return name;
                }
            } catch (IOException e) {
                missing.append(e.getMessage()).append("; ");
            }
        }
        assumeTrue(false, "headers not compared: " + missing + "install gcc or gcc-aarch64-linux-gnu");
        throw new IllegalStateException("not reached");
    }

    private Map<String, Long> compile(String compiler, Set<String> expressions)
            throws IOException, InterruptedException {
        StringBuilder source = new StringBuilder("#include <stddef.h>\n#include <linux/kvm.h>\nvoid values(void) {\n");
        for (String expression : expressions) {
            source.append("  asm volatile(\"\\n->%s = %%0\" : : \"i\"((long long)(%s)));\n"
                    .formatted(expression, expression));
        }
        Path file = Files.writeString(
                directory.resolve("values.c"), source.append("}\n").toString());
        Path assembly = directory.resolve("values.s");
        Process process = new ProcessBuilder(compiler, "-S", "-O1", "-o", assembly.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        String messages = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(messages).isZero();
        Map<String, Long> values = new LinkedHashMap<>();
        for (String line : Files.readAllLines(assembly)) {
            if (line.startsWith("->")) {
                int equals = line.lastIndexOf(" = ");
                values.put(
                        line.substring(2, equals),
                        Long.decode(line.substring(equals + 3).replaceAll("[$#]", "")));
            }
        }
        return values;
    }
}
