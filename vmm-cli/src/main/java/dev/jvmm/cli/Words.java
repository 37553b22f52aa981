// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.cli.log.CommandLog;
import dev.jvmm.core.config.ConsoleDevice;
import dev.jvmm.core.config.GicChoice;
import dev.jvmm.core.config.Policies.OnPanic;
import dev.jvmm.core.config.Policies.OnReset;
import dev.jvmm.core.config.Policies.OnShutdown;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words an option takes: what they mean, and their list for help and shell completion. */
abstract sealed class Words<T extends Enum<T>> implements ITypeConverter<T>, Iterable<String> {
    private final List<T> values;
    private final Function<T, String> word;

    private Words(Class<T> type) {
        this(type, value -> value.name().toLowerCase(Locale.ROOT));
    }

    private Words(Class<T> type, Function<T, String> word) {
        this.values = Arrays.asList(type.getEnumConstants());
        this.word = word;
    }

    @Override
    public T convert(String text) {
        return values.stream()
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of " + String.join(", ", this)));
    }

    @Override
    public Iterator<String> iterator() {
        return values.stream().map(word).iterator();
    }

    static final class OfGic extends Words<GicChoice> {
        OfGic() {
            super(GicChoice.class, choice -> switch (choice) {
                case V2 -> "2";
                case V3 -> "3";
                case MAX -> "max";
            });
        }
    }

    static final class OfOnReset extends Words<OnReset> {
        OfOnReset() {
            super(OnReset.class);
        }
    }

    static final class OfOnShutdown extends Words<OnShutdown> {
        OfOnShutdown() {
            super(OnShutdown.class);
        }
    }

    static final class OfOnPanic extends Words<OnPanic> {
        OfOnPanic() {
            super(OnPanic.class);
        }
    }

    static final class OfConsoleDevice extends Words<ConsoleDevice> {
        OfConsoleDevice() {
            super(ConsoleDevice.class);
        }
    }

    static final class OfLogLevel extends Words<CommandLog.Threshold> {
        OfLogLevel() {
            super(CommandLog.Threshold.class);
        }
    }

    /** Names of backends; only the machine knows which there are, so any word is let through. */
    static final class OfBackend implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("auto", "kvm", "soft").iterator();
        }
    }
}
