// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.code;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The guest said that instructions changed, in a Flight Recorder's recording. */
@Name("dev.jvmm.CodeInvalidated")
@Label("Code Invalidated")
@Category({"jvmm", "Software CPU"})
@Description("IC IVAU or IC IALLU: pre-decoded and translated code of a page, or of all, was forgotten")
@StackTrace(false)
final class CodeInvalidated extends Event {
    @Label("Guest-physical Address")
    @Description("of the page; -1 for all pages")
    long page;
}
