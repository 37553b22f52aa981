// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The making of a region, in a Flight Recorder's recording. */
@Name("dev.jvmm.RegionTranslated")
@Label("Region Translated")
@Category({"jvmm", "Software CPU"})
@Description("Hot guest code was translated to JVM bytecode")
@StackTrace(false)
final class RegionTranslated extends Event {
    @Label("Guest-physical Address")
    @Description("of the region's first instruction")
    long address;

    @Label("Instructions")
    int instructions;

    @Label("Ops")
    @Description("Instructions without bytecode of their own")
    int ops;

    @Label("Class Size")
    @DataAmount
    int bytes;
}
