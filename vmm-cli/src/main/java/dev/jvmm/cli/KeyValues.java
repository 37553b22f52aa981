// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.core.error.VmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An option's value of the form {@code key=value,key=value}. The first part may stand without its key; a doubled comma is
 * a comma in a value.
 */
final class KeyValues {
    private final String option;
    private final Map<String, String> values;

    private KeyValues(String option, Map<String, String> values) {
        this.option = option;
        this.values = values;
    }

    /**
     * @param first the key of a first part that stands without one
     * @param keys all that may stand there
     * @throws VmException when another does, or one twice
     */
    static KeyValues parse(String option, String text, String first, List<String> keys) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> parts = split(text);
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            int equals = part.indexOf('=');
            String key = equals < 0 ? "" : part.substring(0, equals);
            if (equals < 0 && i == 0) {
                key = first;
            }
            if (key.isEmpty()) {
                throw VmException.usage(option + " " + text + ": '" + part + "' is not of the form KEY=VALUE; the keys"
                        + " are " + String.join(", ", keys));
            }
            if (!keys.contains(key)) {
                throw VmException.usage(
                        option + " " + text + ": there is no '" + key + "'; there are " + String.join(", ", keys));
            }
            if (values.put(key, part.substring(equals + 1)) != null) {
                throw VmException.usage(option + " " + text + ": " + key + " stands there twice; leave one out");
            }
        }
        return new KeyValues(option, values);
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean comma = text.charAt(i) == ',';
            if (comma && i + 1 < text.length() && text.charAt(i + 1) == ',') {
                i++;
            } else if (comma) {
                parts.add(part.toString());
                part.setLength(0);
                continue;
            }
            part.append(text.charAt(i));
        }
        parts.add(part.toString());
        return parts;
    }

    @Nullable
    String get(String key) {
        return values.get(key);
    }

    String get(String key, String standard) {
        return values.getOrDefault(key, standard);
    }

    boolean flag(String key) {
        return switch (values.getOrDefault(key, "off")) {
            case "on" -> true;
            case "off" -> false;
            default -> throw VmException.usage(option + " " + key + "=" + values.get(key) + ": it is on or off");
        };
    }
}
