// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.boot;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the files a VM boots from; what is wrong with one is said in one line. */
final class BootFiles {
    private BootFiles() {}

    /**
     * The bytes of {@code file}.
     *
     * @param option that named it, for messages
     * @param limit in bytes, what it must not exceed
     */
    static byte[] read(String option, Path file, long limit) {
        long size = check(option, file);
        if (size > limit || size > Integer.MAX_VALUE - 16) {
            throw tooLarge(option, file, "with " + size + " bytes", Math.min(limit, Integer.MAX_VALUE - 16));
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(option, file, e);
        }
    }

    /** The size of {@code file}, a readable and not empty one. */
    static long check(String option, Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw VmException.configuration(option + " " + file + ": it is a directory: name a file");
            }
            long size = Files.size(file);
            if (size == 0) {
                throw VmException.configuration(option + " " + file + ": the file is empty: name another");
            }
            if (!Files.isReadable(file)) {
                throw new AccessDeniedException(file.toString());
            }
            return size;
        } catch (IOException e) {
            throw unreadable(option, file, e);
        }
    }

    static VmException tooLarge(String option, Path file, String how, long limit) {
        return VmException.configuration(option + " " + file + ": " + how + " it is larger than the " + limit
                + " bytes there is room for: give the VM more with --memory, or use a smaller file");
    }

    static VmException unreadable(String option, Path file, IOException problem) {
        String what = switch (problem) {
            case NoSuchFileException _ -> "there is no such file: check the path";
            case AccessDeniedException _ -> "it may not be read: check its permissions";
            default -> "it cannot be read (" + problem.getMessage() + "): check the disk it is on";
        };
        return new VmException(VmException.Kind.CONFIGURATION, option + " " + file + ": " + what, problem);
    }
}
