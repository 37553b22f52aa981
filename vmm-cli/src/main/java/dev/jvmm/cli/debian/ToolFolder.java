// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;

/**
 * A folder for the end of PATH, so that tests find what the machine hasn't installed: each file in it is a script that starts a
 * {@link Program} unpacked in the cache.
 */
public final class ToolFolder {
    private final DebianArchive archive;

    public ToolFolder(DebianArchive archive) {
        this.archive = archive;
    }

    /**
     * Obtains what is lacking.
     *
     * @return the folder
     */
    public Path fill() {
        Path folder = archive.cache().resolve("tools").resolve(Tools.ownSuite() + "-" + Arch.host());
        Tools tools = new Tools(archive);
        try (CacheLock _ = CacheLock.take(folder.resolve(".lock"))) {
            for (Program program : Program.values()) {
                Path script = folder.resolve(program.fileName());
                if (HostCommand.findOutside(folder, program.fileName()).isPresent()) {
                    Files.deleteIfExists(script);
                } else {
                    write(script, tools.unpacked(program));
                }
            }
        } catch (IOException e) {
            throw DebianArchive.cannotWrite(folder, e);
        }
        return folder;
    }

    /**
     * Writes the script, unless it is as it should be. Whoever starts it meanwhile gets the old or the new one.
     *
     * @param tool what it starts, with the script's own arguments after the tool's
     */
    public static void write(Path script, Tools.Tool tool) throws IOException {
        String text = text(tool);
        if (Files.isExecutable(script) && Files.readString(script).equals(text)) {
            return;
        }
        Path temporary = script.resolveSibling("." + script.getFileName() + ".new");
        Files.writeString(temporary, text);
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(temporary, script, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String text(Tools.Tool tool) {
        StringBuilder text = new StringBuilder("#!/bin/sh\n");
        tool.environment().forEach((name, value) -> text.append("export %s=%s\n".formatted(name, quoted(value))));
        String command = tool.command().stream().map(ToolFolder::quoted).collect(Collectors.joining(" "));
        return text.append("exec ").append(command).append(" \"$@\"\n").toString();
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
