// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.boot;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A firmware build.
 *
 * @param code its image, which goes to the code flash
 * @param variablesTemplate what a new VM's variable flash begins as; null for erased flash
 * @param source how it was found, for messages
 */
public record FirmwareFiles(Path code, @Nullable Path variablesTemplate, String source) {}
