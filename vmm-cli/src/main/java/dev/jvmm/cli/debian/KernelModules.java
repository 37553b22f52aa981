// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import dev.jvmm.core.error.VmException;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/**
 * The loadable modules of one kernel. What each depends on is read from the module itself, because packages come
 * without the index that depmod makes when they are installed.
 */
public final class KernelModules {
    private static final Pattern BLANKS_OR_COMMAS = Pattern.compile("[ ,]+");

    private final Map<String, Path> files;
    private final Set<String> builtIn;

    private KernelModules(Map<String, Path> files, Set<String> builtIn) {
        this.files = Map.copyOf(files);
        this.builtIn = Set.copyOf(builtIn);
    }

    /** Finds the modules below these folders, each a {@code lib/modules/RELEASE} of one and the same release. */
    static KernelModules in(List<Path> folders) throws IOException {
        Map<String, Path> files = new HashMap<>();
        Set<String> builtIn = new HashSet<>();
        for (Path folder : folders) {
            try (Stream<Path> found = Files.walk(folder)) {
                found.filter(file -> file.getFileName().toString().contains(".ko"))
                        .forEach(file -> files.put(moduleName(file.getFileName().toString()), file));
            }
            Path index = folder.resolve("modules.builtin");
            if (Files.isRegularFile(index)) {
                Files.readAllLines(index)
                        .forEach(line -> builtIn.add(moduleName(line.substring(line.lastIndexOf('/') + 1))));
            }
        }
        return new KernelModules(files, builtIn);
    }

    /** {@code virtio-rng.ko.xz} is the module {@code virtio_rng}. */
    private static String moduleName(String fileName) {
        int suffix = fileName.indexOf(".ko");
        return (suffix < 0 ? fileName : fileName.substring(0, suffix)).replace('-', '_');
    }

    /** Whether the kernel has it, as a module or built in. */
    public boolean has(String name) {
        String module = moduleName(name);
        return files.containsKey(module) || builtIn.contains(module);
    }

    /**
     * These modules and those they depend on, in the order in which to load them, uncompressed. Built-in ones are left
     * out.
     *
     * @return module name to its ELF file's bytes
     * @throws VmException when the kernel has one of them neither as a module nor built in
     */
    public Map<String, byte[]> closure(List<String> names) {
        Map<String, byte[]> loadOrder = new LinkedHashMap<>();
        Set<String> underWay = new HashSet<>();
        for (String name : names) {
            if (!has(name)) {
                throw VmException.host("this kernel has no module " + name + ": choose another kernel");
            }
            add(moduleName(name), loadOrder, underWay);
        }
        return loadOrder;
    }

    private void add(String module, Map<String, byte[]> loadOrder, Set<String> underWay) {
        Path file = files.get(module);
        if (file == null || loadOrder.containsKey(module) || !underWay.add(module)) {
            return;
        }
        try {
            byte[] elf = read(file);
            dependencies(elf).forEach(needed -> add(needed, loadOrder, underWay));
            loadOrder.put(module, elf);
        } catch (IOException e) {
            throw new VmException(
                    VmException.Kind.HOST,
                    "cannot read the kernel module " + file + " (" + e.getMessage()
                            + "): remove its package's folder so that it is fetched again",
                    e);
        }
    }

    private static byte[] read(Path file) throws IOException {
        String name = file.getFileName().toString();
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream plain = name.endsWith(".xz")
                        ? new XZInputStream(raw)
                        : name.endsWith(".zst") ? new ZstdInputStream(raw) : raw) {
            return plain.readAllBytes();
        }
    }

    /** The modules that {@code depends=} and {@code softdep=pre:} of the {@code .modinfo} section name. */
    static List<String> dependencies(byte[] elf) throws IOException {
        List<String> needed = new ArrayList<>();
        for (String entry : modinfo(elf)) {
            if (entry.startsWith("depends=")) {
                needed.addAll(words(entry.substring("depends=".length())));
            } else if (entry.startsWith("softdep=pre:")) {
                String list = entry.substring("softdep=pre:".length());
                int post = list.indexOf("post:");
                needed.addAll(words(post < 0 ? list : list.substring(0, post)));
            }
        }
        return needed.stream().map(KernelModules::moduleName).toList();
    }

    private static List<String> words(String list) {
        return BLANKS_OR_COMMAS
                .splitAsStream(list.strip())
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The NUL-terminated strings of the section {@code .modinfo} (ELF-64, System V gABI chapter 4). */
    private static List<String> modinfo(byte[] elf) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN);
        if (elf.length < 64 || file.getInt(0) != 0x464c457f) {
            throw new IOException("not an ELF file");
        }
        int sectionHeaders = Math.toIntExact(file.getLong(40));
        int headerSize = file.getShort(58) & 0xffff;
        int headerCount = file.getShort(60) & 0xffff;
        int nameSection = sectionHeaders + (file.getShort(62) & 0xffff) * headerSize;
        int names = Math.toIntExact(file.getLong(nameSection + 24));
        for (int i = 0; i < headerCount; i++) {
            int header = sectionHeaders + i * headerSize;
            if (text(elf, names + file.getInt(header)).equals(".modinfo")) {
                int offset = Math.toIntExact(file.getLong(header + 24));
                int size = Math.toIntExact(file.getLong(header + 32));
                List<String> entries = new ArrayList<>();
                for (int at = offset; at < offset + size; ) {
                    String entry = text(elf, at);
                    entries.add(entry);
                    at += entry.length() + 1;
                }
                return entries;
            }
        }
        return List.of();
    }

    private static String text(byte[] bytes, int start) {
        int end = start;
        while (bytes[end] != 0) {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
