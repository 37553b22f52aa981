// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The machine's {@code apt-get} with a state folder of its own: other suites and architectures than the system's, no
 * root, and nothing of the system's state read or changed. The machine's proxy settings still count.
 */
final class PrivateApt {
    private static final Duration FRESH = Duration.ofHours(24);

    private final Path state;
    private final Suite suite;
    private final Arch arch;
    private final AptSources sources;
    private final Progress progress;

    PrivateApt(Path state, Suite suite, Arch arch, AptSources sources, Progress progress) {
        this.state = state.toAbsolutePath();
        this.suite = suite;
        this.arch = arch;
        this.sources = sources;
        this.progress = progress;
    }

    /** The named packages at their newest versions in the suite, without what they depend on. */
    List<DebianPackage> named(List<String> names) {
        List<String> arguments = new ArrayList<>(List.of("download", "--print-uris"));
        arguments.addAll(names);
        return remembered(arguments);
    }

    /** The named packages and all they depend on, as for an empty system; recommended packages are left out. */
    List<DebianPackage> closure(List<String> names) {
        List<String> arguments =
                new ArrayList<>(List.of("install", "--yes", "--print-uris", "--no-install-recommends"));
        arguments.addAll(names);
        return remembered(arguments);
    }

    /** Downloads the packages' files into the folder; apt checks each against the archive's signed hashes. */
    void download(List<DebianPackage> packages, Path folder) {
        List<String> arguments = new ArrayList<>(List.of("download"));
        packages.forEach(wanted -> arguments.add(wanted.aptArgument()));
        long bytes = packages.stream().mapToLong(DebianPackage::size).sum();
        String what = packages.size() == 1 ? packages.getFirst().name() : packages.size() + " packages";
        String step = "downloading " + what + " from " + suite;
        progress.report(step, 0, bytes, Progress.Unit.BYTES);
        check(
                aptGet(folder, arguments, new StatusLines(percent -> {
                    if (percent < 100) {
                        progress.report(step, (long) (bytes * percent / 100), bytes, Progress.Unit.BYTES);
                    }
                })),
                "download " + what);
        progress.report(step, bytes, bytes, Progress.Unit.BYTES);
    }

    /**
     * Asks apt, and keeps the answer until the package lists are next renewed: apt takes a second or two to read the
     * lists of a whole suite.
     */
    private List<DebianPackage> remembered(List<String> arguments) {
        try (CacheLock _ = CacheLock.take(state.resolve("lock"))) {
            refreshLists();
            CRC32 checksum = new CRC32();
            checksum.update(String.join(" ", arguments).getBytes(StandardCharsets.UTF_8));
            Path answer = state.resolve("answers").resolve(HexFormat.of().toHexDigits((int) checksum.getValue()));
            if (Files.isRegularFile(answer)) {
                List<String> lines = Files.readAllLines(answer);
                if (!lines.isEmpty() && lines.getFirst().equals(String.join(" ", arguments))) {
                    return packages(lines);
                }
            }
            HostCommand.Result result = aptGet(state, arguments, line -> {});
            check(result, "find " + String.join(" ", arguments.subList(1, arguments.size())));
            Files.createDirectories(answer.getParent());
            Path temporary = answer.resolveSibling(answer.getFileName() + ".new");
            Files.writeString(temporary, String.join(" ", arguments) + "\n" + result.output() + "\n");
            Files.move(temporary, answer, StandardCopyOption.REPLACE_EXISTING);
            return packages(result.output().lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<DebianPackage> packages(List<String> uriLines) {
        return uriLines.stream()
                .flatMap(line -> DebianPackage.fromUriLine(line).stream())
                .toList();
    }

    private void refreshLists() throws IOException {
        Path stamp = state.resolve("lists-renewed");
        String sourcesText = sourcesText();
        boolean known = Files.exists(stamp) && Files.readString(stamp).equals(sourcesText);
        if (known
                && Files.getLastModifiedTime(stamp)
                        .toInstant()
                        .isAfter(Instant.now().minus(FRESH))) {
            return;
        }
        layOut(sourcesText);
        String step = "reading package lists of " + suite + " for " + arch;
        progress.report(step, 0, 100, Progress.Unit.PERCENT);
        HostCommand.Result result =
                aptGet(state, List.of("update", "-o", "APT::Update::Error-Mode=any"), new StatusLines(percent -> {
                    if (percent < 100) {
                        progress.report(step, (long) percent, 100, Progress.Unit.PERCENT);
                    }
                }));
        progress.report(step, 100, 100, Progress.Unit.PERCENT);
        if (!result.succeeded() && known) {
            // offline with older lists: they serve, and are tried again in an hour
            Files.setLastModifiedTime(
                    stamp,
                    java.nio.file.attribute.FileTime.from(
                            Instant.now().minus(FRESH).plus(Duration.ofHours(1))));
            return;
        }
        check(result, "read the package lists of " + suite);
        FileTrees.delete(state.resolve("answers"));
        Files.writeString(stamp, sourcesText);
    }

    private void layOut(String sourcesText) throws IOException {
        for (String folder :
                List.of("lists/partial", "cache/archives/partial", "etc/sources.list.d", "etc/preferences.d")) {
            Files.createDirectories(state.resolve(folder));
        }
        Files.writeString(state.resolve("status"), "");
        Files.writeString(state.resolve("etc/sources.list.d/archive.sources"), sourcesText);
        Files.writeString(state.resolve("apt.conf"), configuration());
    }

    /** apt.conf(5), read after the machine's own configuration. */
    private String configuration() {
        return """
                Dir::State "%1$s";
                Dir::State::status "%1$s/status";
                Dir::State::lists "%1$s/lists";
                Dir::Cache "%1$s/cache";
                Dir::Etc::sourcelist "%1$s/etc/sources.list";
                Dir::Etc::sourceparts "%1$s/etc/sources.list.d";
                Dir::Etc::preferences "%1$s/etc/preferences";
                Dir::Etc::preferencesparts "%1$s/etc/preferences.d";
                #clear APT::Architectures;
                APT::Architecture "%2$s";
                APT::Architectures { "%2$s"; };
                APT::Default-Release "%3$s";
                APT::Sandbox::User "root";
                APT::Install-Recommends "false";
                Acquire::Languages "none";
                Acquire::Retries "3";
                Acquire::Check-Valid-Until "%4$s";
                #clear Acquire::IndexTargets::deb::DEP-11;
                #clear Acquire::IndexTargets::deb::Contents-deb;
                #clear APT::Update::Post-Invoke;
                #clear APT::Update::Post-Invoke-Success;
                #clear DPkg::Post-Invoke;
                Debug::NoLocking "true";
                """.formatted(state, arch, suite, suite.checksExpiry());
    }

    private String sourcesText() {
        StringBuilder text = new StringBuilder();
        for (Suite each : suite.withBase()) {
            AptSource source = sources.archiveOf(each);
            text.append("Types: deb\nURIs: ").append(String.join(" ", source.uris()));
            text.append("\nSuites: ").append(each);
            text.append("\nComponents: ").append(String.join(" ", componentsFor(source, each)));
            text.append("\nArchitectures: ").append(arch).append('\n');
            for (String option : List.of("Signed-By", "Trusted")) {
                String value = source.options().getOrDefault(option, "");
                if (!value.isEmpty()) {
                    text.append(option).append(": ").append(value).append('\n');
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Everything here is in main; only an Ubuntu archive keeps some of it in universe. */
    private static List<String> componentsFor(AptSource source, Suite suite) {
        boolean universe =
                source.suites().contains(suite.name()) && source.components().contains("universe");
        return universe ? List.of("main", "universe") : List.of("main");
    }

    private HostCommand.Result aptGet(Path folder, List<String> arguments, java.util.function.Consumer<String> onLine) {
        Path program = HostCommand.find("apt-get")
                .orElseThrow(() -> VmException.host(
                        "apt-get is not on this machine: run on Debian or Ubuntu, or install the apt package"));
        List<String> command = new ArrayList<>(List.of(
                program.toString(), "-c", state.resolve("apt.conf").toString(), "-q", "-o", "APT::Status-Fd=1"));
        command.addAll(arguments);
        return HostCommand.run(folder, Map.of(), command, onLine);
    }

    private void check(HostCommand.Result result, String what) {
        if (result.succeeded()) {
            return;
        }
        String reason = result.errors()
                .lines()
                .filter(line -> line.startsWith("E: "))
                .findFirst()
                .map(line -> line.substring("E: ".length()))
                .orElse(result.lastError());
        boolean network = result.errors().contains("Failed to fetch")
                || result.errors().contains("Temporary failure resolving")
                || result.errors().contains("Could not connect");
        throw VmException.host("cannot " + what + " (" + suite + ", " + arch + "): " + reason
                + (network ? " -- check the network and apt's proxy settings, then start again" : ""));
    }

    /** Picks apt's machine-readable progress from its output: {@code dlstatus:1:42.5:Retrieving file 1 of 2}. */
    private record StatusLines(java.util.function.DoubleConsumer onPercent)
            implements java.util.function.Consumer<String> {
        @Override
        public void accept(String line) {
            if (!line.startsWith("dlstatus:")) {
                return;
            }
            int start = line.indexOf(':', "dlstatus:".length()) + 1;
            int end = line.indexOf(':', start);
            if (start > 0 && end > start) {
                try {
                    onPercent.accept(Double.parseDouble(line.substring(start, end)));
                } catch (NumberFormatException _) {
                    // progress only: a form unknown here is no reason to fail
                }
            }
        }
    }
}
