// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.core.config.CpuConfig;
import dev.jvmm.core.config.CpuFeature;
import dev.jvmm.core.error.VmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The value of {@code --cpu}. */
final class CpuArgument {
    private static final String MODEL = "model";
    private static final String HOST = "host";

    private CpuArgument() {}

    static CpuConfig parse(String text) {
        List<String> keys = new ArrayList<>(List.of(MODEL));
        for (CpuFeature feature : CpuFeature.values()) {
            keys.add(feature.option());
        }
        KeyValues values = KeyValues.parse("--cpu", text, MODEL, keys);
        String model = values.get(MODEL, HOST);
        if (!model.equals(HOST)) {
            throw VmException.usage("--cpu " + model + ": there is one CPU, host, whose features can be switched off");
        }
        Set<CpuFeature> off = EnumSet.noneOf(CpuFeature.class);
        int vectorBits = 0;
        for (CpuFeature feature : CpuFeature.values()) {
            String value = values.get(feature.option(), "on");
            if (feature == CpuFeature.SVE && value.matches("[0-9]{1,5}")) {
                vectorBits = Integer.parseInt(value);
                if (vectorBits == 0) {
                    throw VmException.usage("--cpu sve=0: vectors have at least 128 bits; or switch them off, sve=off");
                }
                continue;
            }
            switch (value) {
                case "on" -> {}
                case "off" -> off.add(feature);
                default ->
                    throw VmException.usage("--cpu " + feature.option() + "=" + value + ": it is on or off"
                            + (feature == CpuFeature.SVE ? ", or a number of bits" : ""));
            }
        }
        return new CpuConfig(off, vectorBits, false);
    }
}
