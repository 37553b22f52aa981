// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes an ext4 file system image from a folder, by e2fsprogs; without root, a mount or a loop device. */
final class Ext4Image {
    private final Tools tools;

    Ext4Image(Tools tools) {
        this.tools = tools;
    }

    /** Numeric owner of a file. */
    record Owner(int user, int group) {
        static final Owner ROOT = new Owner(0, 0);
    }

    /**
     * Writes the image. Modes are the files'; owners are as told, since a user who isn't root cannot set them in the
     * folder.
     *
     * @param owners those that aren't root:root, by path relative to the folder
     */
    void write(Path image, Path folder, String label, String uuid, long bytes, Map<String, Owner> owners)
            throws IOException {
        Files.deleteIfExists(image);
        List<String> arguments = List.of(
                "-q",
                "-t",
                "ext4",
                "-L",
                label,
                "-U",
                uuid,
                "-J",
                "size=8",
                "-m",
                "1",
                "-E",
                "root_owner=0:0,hash_seed=" + uuid + ",lazy_itable_init=1,nodiscard",
                "-d",
                folder.toString(),
                image.toString(),
                (bytes >> 10) + "k");
        run(tools.installedOrUnpacked("mke2fs", "e2fsprogs").with(arguments), folder, "make the file system");
        setOwners(image, folder, owners);
    }

    private void setOwners(Path image, Path folder, Map<String, Owner> owners) throws IOException {
        List<String> commands = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                String relative = folder.relativize(path).toString();
                Owner wanted = owners.getOrDefault(relative, Owner.ROOT);
                int user = (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
                int group = (Integer) Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS);
                if (relative.isEmpty() || (user == wanted.user() && group == wanted.group())) {
                    continue;
                }
                if (relative.indexOf('"') >= 0 || relative.indexOf('\n') >= 0) {
                    throw new IllegalStateException("debugfs cannot name " + relative);
                }
                commands.add("set_inode_field \"/" + relative + "\" uid " + wanted.user());
                commands.add("set_inode_field \"/" + relative + "\" gid " + wanted.group());
            }
        }
        if (commands.isEmpty()) {
            return;
        }
        Path script = image.resolveSibling(image.getFileName() + ".owners");
        try {
            Files.write(script, commands);
            HostCommand.Result result = run(
                    tools.installedOrUnpacked("debugfs", "e2fsprogs")
                            .with(List.of("-w", "-f", script.toString(), image.toString())),
                    folder,
                    "set the files' owners");
            // it ends well whatever happened: complaints are on standard error after the line with its version
            long complaints = result.errors()
                    .lines()
                    .filter(line -> !line.startsWith("debugfs ") && !line.isBlank())
                    .count();
            if (complaints > 0) {
                throw VmException.host(
                        "cannot set the files' owners: " + result.lastError() + " -- install a newer e2fsprogs");
            }
        } finally {
            Files.deleteIfExists(script);
        }
    }

    private static HostCommand.Result run(List<String> command, Path folder, String what) {
        HostCommand.Result result = HostCommand.run(folder, Map.of("SOURCE_DATE_EPOCH", "1704067200"), command);
        if (!result.succeeded()) {
            throw VmException.host(
                    "cannot " + what + ": " + result.lastError() + " -- free some space, then start again");
        }
        return result;
    }
}
