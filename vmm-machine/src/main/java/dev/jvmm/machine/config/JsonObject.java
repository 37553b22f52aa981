// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.config;

import dev.jvmm.core.error.VmException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes a JSON object apart; each mistake is said with the place where it is. */
final class JsonObject {
    private final String source;
    private final String path;
    private final Map<?, ?> members;
    private final boolean present;
    private final Set<Object> known = new HashSet<>();

    private JsonObject(String source, String path, @Nullable Object value) {
        this.source = source;
        this.path = path;
        this.present = value != null;
        if (value == null) {
            members = Map.of();
        } else if (value instanceof Map<?, ?> map) {
            members = map;
        } else {
            throw VmException.configuration(source + ": " + path + " must be an object: write { } there");
        }
    }

    static JsonObject root(String source, @Nullable Object value) {
        if (!(value instanceof Map<?, ?>)) {
            throw VmException.configuration(source + ": a configuration is a JSON object: begin it with {");
        }
        return new JsonObject(source, "", value);
    }

    /** How a constant is written. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is there at all. */
    boolean present() {
        return present;
    }

    /** An object that may be missing: all its members are missing then. */
    JsonObject object(String key) {
        return new JsonObject(source, pathOf(key), take(key));
    }

    List<JsonObject> objects(String key) {
        Object value = take(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw mistake(key, "must be a list: write [ ] there");
        }
        List<JsonObject> objects = new ArrayList<>();
        for (Object element : list) {
            if (element == null) {
                throw mistake(key, "must hold objects, not null");
            }
            objects.add(new JsonObject(source, pathOf(key) + "[" + objects.size() + "]", element));
        }
        return objects;
    }

    List<String> strings(String key) {
        Object value = take(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw mistake(key, "must be a list: write [ ] there");
        }
        List<String> strings = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof String string)) {
                throw mistake(key, "must hold strings: put each in quotes");
            }
            strings.add(string);
        }
        return strings;
    }

    String string(String key) {
        String value = optionalString(key);
        if (value == null) {
            throw mistake(key, "is missing: add it");
        }
        return value;
    }

    String string(String key, String standard) {
        String value = optionalString(key);
        return value == null ? standard : value;
    }

    @Nullable
    String optionalString(String key) {
        Object value = take(key);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw mistake(key, "must be a string: put it in quotes");
    }

    @Nullable
    Path optionalPath(String key) {
        String value = optionalString(key);
        try {
            return value == null ? null : Path.of(value);
        } catch (InvalidPathException e) {
            throw mistake(key, "is no path: " + e.getReason());
        }
    }

    boolean flag(String key, boolean standard) {
        Object value = take(key);
        if (value == null) {
            return standard;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw mistake(key, "must be true or false");
    }

    long number(String key, long standard, long most) {
        Object value = take(key);
        if (value == null) {
            return standard;
        }
        boolean whole = value instanceof Integer || value instanceof Long;
        if (!whole || ((Number) value).longValue() > most || ((Number) value).longValue() < -most) {
            throw mistake(key, "must be a whole number of at most " + most);
        }
        return ((Number) value).longValue();
    }

    /** One of the constants of {@code standard}'s type, written in lower case. */
    <E extends Enum<E>> E choice(String key, E standard) {
        Object value = take(key);
        if (value == null) {
            return standard;
        }
        E[] constants = standard.getDeclaringClass().getEnumConstants();
        for (E constant : constants) {
            if (word(constant).equals(value)) {
                return constant;
            }
        }
        throw mistake(
                key,
                "must be one of "
                        + Arrays.stream(constants).map(JsonObject::word).collect(Collectors.joining(", ")));
    }

    /** Members that nobody asked for are mistakes. */
    void refuseOthers() {
        for (Object key : members.keySet()) {
            if (!known.contains(key)) {
                throw mistake(String.valueOf(key), "is not known: take it out, or correct its spelling");
            }
        }
    }

    VmException mistake(String key, String what) {
        return VmException.configuration(source + ": " + pathOf(key) + " " + what);
    }

    private @Nullable Object take(String key) {
        known.add(key);
        return members.get(key);
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
