// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.config;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.config.ConsoleDevice;
import dev.jvmm.core.config.CpuConfig;
import dev.jvmm.core.config.CpuFeature;
import dev.jvmm.core.config.DiskConfig;
import dev.jvmm.core.config.DiskFormat;
import dev.jvmm.core.config.Policies;
import dev.jvmm.core.config.Policies.OnPanic;
import dev.jvmm.core.config.Policies.OnReset;
import dev.jvmm.core.config.Policies.OnShutdown;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A configuration as JSON. Only {@code name} must be there; what is left out is as in {@link VmConfig#named}, and what is
 * not known is a mistake.
 *
 * <pre>
 * {
 *   "name": "web", "cpus": 2, "memory": 1073741824,
 *   "cpu": {"off": ["pmu", "steal-time"], "vectorBits": 256, "aarch32": false}, "gic": "max", "backend": "auto",
 *   "boot": {"firmware": {"code": "/path", "variables": "/path", "resetVariables": false}},
 *   "disks": [{"path": "disk.img", "format": "raw", "readOnly": false, "serial": "D1"}],
 *   "console": "pl011", "rng": true,
 *   "policies": {"onReset": "reset", "onShutdown": "poweroff", "onPanic": "exit"}
 * }
 * </pre>
 *
 * <p>{@code boot} may be {@code {"kernel": {"kernel": "/path", "initrd": "/path", "commandLine": "quiet"}}} instead.
 */
public final class ConfigFile {
    private static final long LARGEST = 1 << 20;

    private ConfigFile() {}

    /**
     * Reads a configuration.
     *
     * @throws VmException when the file cannot be read, is no JSON, or says what makes no sense
     */
    public static VmConfig read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw VmException.configuration(file + ": too large for a configuration: name the right file");
            }
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new VmException(
                    VmException.Kind.CONFIGURATION,
                    file + ": the configuration cannot be read (" + e + "): check the path and its permissions",
                    e);
        }
    }

    /**
     * Reads a configuration from text.
     *
     * @param source names it in messages
     */
    public static VmConfig parse(String source, String json) {
        try {
            return config(JsonObject.root(source, JSON.std.anyFrom(json)));
        } catch (IOException e) {
            String firstLine =
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new VmException(
                    VmException.Kind.CONFIGURATION, source + ": not JSON: " + firstLine + ": mend it there", e);
        }
    }

    /** The text {@link #parse} makes the same configuration from. */
    public static String format(VmConfig config) {
        try {
            return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(object(config)) + "\n";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static VmConfig config(JsonObject in) {
        VmConfig standard = VmConfig.named(in.string("name"));
        List<DiskConfig> disks = new ArrayList<>();
        for (JsonObject disk : in.objects("disks")) {
            disks.add(new DiskConfig(
                    Path.of(disk.string("path")),
                    disk.choice("format", DiskFormat.RAW),
                    disk.flag("readOnly", false),
                    disk.optionalString("serial")));
            disk.refuseOthers();
        }
        JsonObject policies = in.object("policies");
        VmConfig config = new VmConfig(
                standard.name(),
                Math.toIntExact(in.number("cpus", standard.cpus(), Integer.MAX_VALUE)),
                in.number("memory", standard.memory(), Long.MAX_VALUE),
                cpu(in.object("cpu")),
                in.choice("gic", standard.gic()),
                in.string("backend", standard.backend()),
                boot(in.object("boot")),
                disks,
                in.choice("console", ConsoleDevice.PL011),
                in.flag("rng", standard.rng()),
                new Policies(
                        policies.choice("onReset", OnReset.RESET),
                        policies.choice("onShutdown", OnShutdown.POWEROFF),
                        policies.choice("onPanic", OnPanic.EXIT)));
        policies.refuseOthers();
        in.refuseOthers();
        return config;
    }

    private static CpuConfig cpu(JsonObject in) {
        Set<CpuFeature> off = EnumSet.noneOf(CpuFeature.class);
        for (String name : in.strings("off")) {
            off.add(Arrays.stream(CpuFeature.values())
                    .filter(feature -> feature.option().equals(name))
                    .findFirst()
                    .orElseThrow(() -> in.mistake(
                            "off",
                            "names '" + name + "', which is none of "
                                    + Arrays.stream(CpuFeature.values())
                                            .map(CpuFeature::option)
                                            .collect(Collectors.joining(", ")))));
        }
        CpuConfig cpu = new CpuConfig(
                off, Math.toIntExact(in.number("vectorBits", 0, Integer.MAX_VALUE)), in.flag("aarch32", false));
        in.refuseOthers();
        return cpu;
    }

    private static BootConfig boot(JsonObject in) {
        JsonObject kernel = in.object("kernel");
        JsonObject firmware = in.object("firmware");
        in.refuseOthers();
        if (kernel.present() && firmware.present()) {
            throw in.mistake("kernel", "stands beside firmware: keep one of them");
        }
        BootConfig boot;
        if (kernel.present()) {
            boot = new BootConfig.Kernel(
                    Path.of(kernel.string("kernel")), kernel.optionalPath("initrd"), kernel.string("commandLine", ""));
        } else {
            boot = new BootConfig.Firmware(
                    firmware.optionalPath("code"),
                    firmware.optionalPath("variables"),
                    firmware.flag("resetVariables", false));
        }
        kernel.refuseOthers();
        firmware.refuseOthers();
        return boot;
    }

    private static Map<String, Object> object(VmConfig config) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", config.name());
        out.put("cpus", config.cpus());
        out.put("memory", config.memory());
        out.put("cpu", object(config.cpu()));
        out.put("gic", JsonObject.word(config.gic()));
        out.put("backend", config.backend());
        out.put("boot", object(config.boot()));
        out.put("disks", config.disks().stream().map(ConfigFile::object).toList());
        out.put("console", JsonObject.word(config.console()));
        out.put("rng", config.rng());
        out.put(
                "policies",
                Map.of(
                        "onReset", JsonObject.word(config.policies().onReset()),
                        "onShutdown", JsonObject.word(config.policies().onShutdown()),
                        "onPanic", JsonObject.word(config.policies().onPanic())));
        return out;
    }

    private static Map<String, Object> object(CpuConfig cpu) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("off", cpu.off().stream().map(CpuFeature::option).sorted().toList());
        out.put("vectorBits", cpu.vectorBits());
        out.put("aarch32", cpu.aarch32());
        return out;
    }

    private static Map<String, Object> object(BootConfig boot) {
        Map<String, Object> out = new LinkedHashMap<>();
        return switch (boot) {
            case BootConfig.Firmware firmware -> {
                putPath(out, "code", firmware.code());
                putPath(out, "variables", firmware.variables());
                out.put("resetVariables", firmware.resetVariables());
                yield Map.of("firmware", out);
            }
            case BootConfig.Kernel kernel -> {
                putPath(out, "kernel", kernel.kernel());
                putPath(out, "initrd", kernel.initrd());
                out.put("commandLine", kernel.commandLine());
                yield Map.of("kernel", out);
            }
        };
    }

    private static Map<String, Object> object(DiskConfig disk) {
        Map<String, Object> out = new LinkedHashMap<>();
        putPath(out, "path", disk.path());
        out.put("format", JsonObject.word(disk.format()));
        out.put("readOnly", disk.readOnly());
        String serial = disk.serial();
        if (serial != null) {
            out.put("serial", serial);
        }
        return out;
    }

    private static void putPath(Map<String, Object> out, String key, @Nullable Path path) {
        if (path != null) {
            out.put(key, path.toString());
        }
    }
}
