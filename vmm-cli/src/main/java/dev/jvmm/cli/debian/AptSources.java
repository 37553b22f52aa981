// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The machine's own apt sources, from which the mirror and its key are taken (sources.list(5)). */
final class AptSources {
    /** Address of a Debian archive for a machine whose own sources name none. */
    static final String MIRROR_VARIABLE = "JVMM_DEBIAN_MIRROR";
    /** Keyring file for that archive. */
    static final String KEYRING_VARIABLE = "JVMM_DEBIAN_KEYRING";

    private static final Set<String> DEBIAN_RELEASES = Set.of(
            "bullseye",
            "bookworm",
            "trixie",
            "forky",
            "duke",
            "sid",
            "oldoldstable",
            "oldstable",
            "stable",
            "testing",
            "unstable");
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

    private final List<AptSource> sources;
    private final Optional<AptSource> chosen;

    /**
     * @param chosen the archive that the user named, which wins over the machine's for everything but security suites
     */
    AptSources(Optional<AptSource> chosen, List<AptSource> sources) {
        this.chosen = chosen;
        this.sources = List.copyOf(sources);
    }

    List<AptSource> sources() {
        return sources;
    }

    /**
     * Reads {@code sources.list} and {@code sources.list.d} of this folder, and the archive named in the environment.
     *
     * @param etcApt usually {@code /etc/apt}
     */
    static AptSources read(Path etcApt, Map<String, String> environment) {
        List<AptSource> sources = new ArrayList<>();
        readIfThere(etcApt.resolve("sources.list"), sources);
        Path parts = etcApt.resolve("sources.list.d");
        if (Files.isDirectory(parts)) {
            try (Stream<Path> files = Files.list(parts)) {
                files.sorted().forEach(file -> readIfThere(file, sources));
            } catch (IOException e) {
                throw new VmException(
                        VmException.Kind.HOST,
                        "cannot list " + parts + " (" + e.getMessage() + "): make it readable",
                        e);
            }
        }
        return new AptSources(chosenIn(environment), sources);
    }

    private static Optional<AptSource> chosenIn(Map<String, String> environment) {
        String mirror = environment.getOrDefault(MIRROR_VARIABLE, "");
        if (mirror.isEmpty()) {
            return Optional.empty();
        }
        String keyring = environment.getOrDefault(KEYRING_VARIABLE, "");
        Map<String, String> options = keyring.isEmpty() ? Map.of() : Map.of("Signed-By", keyring);
        return Optional.of(new AptSource(List.of(mirror), List.of(), List.of("main"), options));
    }

    private static void readIfThere(Path file, List<AptSource> into) {
        String name = file.getFileName().toString();
        if (!Files.isRegularFile(file) || !(name.endsWith(".list") || name.endsWith(".sources"))) {
            return;
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            into.addAll(name.endsWith(".sources") ? parseDeb822(text) : parseOneLine(text));
        } catch (IOException e) {
            throw new VmException(
                    VmException.Kind.HOST, "cannot read " + file + " (" + e.getMessage() + "): make it readable", e);
        }
    }

    /** Entries of the one-line format that fetch binary packages. */
    static List<AptSource> parseOneLine(String text) {
        return text.lines()
                .map(line -> line.indexOf('#') < 0 ? line : line.substring(0, line.indexOf('#')))
                .map(String::strip)
                .filter(line -> line.startsWith("deb ") || line.startsWith("deb\t"))
                .flatMap(line -> parseOneLineEntry(line).stream())
                .toList();
    }

    private static List<AptSource> parseOneLineEntry(String line) {
        String rest = line.substring("deb".length()).strip();
        Map<String, String> options = new LinkedHashMap<>();
        if (rest.startsWith("[")) {
            int end = rest.indexOf(']');
            if (end < 0) {
                return List.of();
            }
            for (String option : words(rest.substring(1, end))) {
                int equals = option.indexOf('=');
                if (equals > 0) {
                    options.put(
                            deb822Name(option.substring(0, equals)),
                            option.substring(equals + 1).replace(',', ' '));
                }
            }
            rest = rest.substring(end + 1).strip();
        }
        List<String> words = words(rest);
        if (words.size() < 2) {
            return List.of();
        }
        return List.of(
                new AptSource(List.of(words.get(0)), List.of(words.get(1)), words.subList(2, words.size()), options));
    }

    /** The deb822 name of a one-line option: {@code signed-by} is {@code Signed-By}. */
    private static String deb822Name(String option) {
        return switch (option.toLowerCase(Locale.ROOT)) {
            case "arch" -> "Architectures";
            case "signed-by" -> "Signed-By";
            case "trusted" -> "Trusted";
            case "check-valid-until" -> "Check-Valid-Until";
            default -> option;
        };
    }

    /** Entries of the deb822 format that fetch binary packages and aren't disabled. */
    static List<AptSource> parseDeb822(String text) {
        List<AptSource> sources = new ArrayList<>();
        Map<String, String> fields = new LinkedHashMap<>();
        String field = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("#")) {
                continue;
            }
            if (line.isBlank()) {
                addStanza(fields, sources);
                fields.clear();
                field = "";
                continue;
            }
            if ((line.startsWith(" ") || line.startsWith("\t")) && !field.isEmpty()) {
                fields.merge(field, line, (before, more) -> before + "\n" + more);
                continue;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                field = canonicalField(line.substring(0, colon).strip());
                fields.put(field, line.substring(colon + 1).strip());
            }
        }
        addStanza(fields, sources);
        return sources;
    }

    /** Field names compare without case (deb822(5)). */
    private static String canonicalField(String name) {
        StringBuilder canonical = new StringBuilder();
        boolean upper = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            canonical.append(upper ? Character.toUpperCase(c) : Character.toLowerCase(c));
            upper = c == '-';
        }
        return canonical.toString();
    }

    private static void addStanza(Map<String, String> fields, List<AptSource> into) {
        boolean disabled = fields.getOrDefault("Enabled", "yes").equalsIgnoreCase("no");
        if (fields.isEmpty()
                || disabled
                || !words(fields.getOrDefault("Types", "")).contains("deb")) {
            return;
        }
        Map<String, String> options = new LinkedHashMap<>(fields);
        options.keySet().removeAll(Set.of("Types", "Uris", "Suites", "Components", "Enabled"));
        List<String> uris = words(fields.getOrDefault("Uris", ""));
        if (!uris.isEmpty()) {
            into.add(new AptSource(
                    uris,
                    words(fields.getOrDefault("Suites", "")),
                    words(fields.getOrDefault("Components", "")),
                    options));
        }
    }

    private static List<String> words(String text) {
        return BLANKS.splitAsStream(text.replace('\n', ' '))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * The archive that holds this suite: an entry that names it, or else the Debian archive (or security archive)
     * that the machine uses for another release, since one mirror holds them all.
     *
     * @throws VmException when the machine knows no such archive
     */
    AptSource archiveOf(Suite suite) {
        if (chosen.isPresent() && !suite.isSecurity()) {
            return chosen.get();
        }
        return sources.stream()
                .filter(source -> source.components().contains("main"))
                .filter(source -> names(source, suite) || isDebian(source))
                .filter(source -> names(source, suite) || isSecurity(source) == suite.isSecurity())
                .max(Comparator.comparingInt(source -> rank(source, suite)))
                .orElseThrow(() -> VmException.host("this machine's apt sources name no Debian "
                        + (suite.isSecurity() ? "security " : "") + "archive to take " + suite + " from: set "
                        + MIRROR_VARIABLE + " (an archive's address) and " + KEYRING_VARIABLE
                        + " (its keyring file), or add one to /etc/apt/sources.list.d"));
    }

    private static int rank(AptSource source, Suite suite) {
        int rank = names(source, suite) ? 4 : 0;
        rank += source.signedBy().contains("debian-archive") ? 2 : 0;
        return rank + (source.uris().stream().anyMatch(uri -> uri.contains("debian")) ? 1 : 0);
    }

    private static boolean names(AptSource source, Suite suite) {
        return source.suites().contains(suite.name());
    }

    private static boolean isDebian(AptSource source) {
        return source.suites().stream().anyMatch(name -> {
            int dash = name.indexOf('-');
            int slash = name.indexOf('/');
            int end = dash < 0 ? slash : dash;
            return DEBIAN_RELEASES.contains(end < 0 ? name : name.substring(0, end));
        });
    }

    private static boolean isSecurity(AptSource source) {
        return source.suites().stream().allMatch(name -> name.endsWith("-security"));
    }
}
