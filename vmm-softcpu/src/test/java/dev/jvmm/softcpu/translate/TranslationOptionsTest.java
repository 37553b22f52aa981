// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.core.error.VmException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationOptionsTest {
    private final String before = System.getProperty(TranslationOptions.PROPERTY, "");

    @AfterEach
    void restore() {
        System.setProperty(TranslationOptions.PROPERTY, before);
    }

    private static @Nullable TranslationOptions configured(String value) {
        System.setProperty(TranslationOptions.PROPERTY, value);
        return TranslationOptions.configured();
    }

    @Test
    void thePropertyNamesAModeOrAThreshold() {
        assertThat(configured("off")).isNull();
        assertThat(configured("eager")).isEqualTo(TranslationOptions.EAGER);
        assertThat(configured("")).isEqualTo(TranslationOptions.DEFAULT);
        assertThat(configured("7"))
                .isNotNull()
                .extracting(TranslationOptions::threshold)
                .isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "0", "-1", "1e3", "99999999999"})
    void anythingElseIsAUsersMistakeThatNamesTheProperty(String value) {
        assertThatThrownBy(() -> configured(value))
                .isInstanceOf(VmException.class)
                .hasMessageContaining(TranslationOptions.PROPERTY + "=" + value)
                .hasMessageContaining("off, eager, or a number");
    }
}
