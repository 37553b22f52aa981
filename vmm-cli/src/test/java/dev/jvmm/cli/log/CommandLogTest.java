// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class CommandLogTest {
    private static final Logger LOG = LoggerFactory.getLogger("dev.jvmm.example.Thing");
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void collect() {
        CommandLog.setSink(lines::add);
    }

    @AfterEach
    void restore() {
        CommandLog.setSink(null);
        CommandLog.setThreshold(CommandLog.Threshold.WARN);
    }

    @Test
    void warnings_are_shown_and_what_is_less_is_not() {
        CommandLog.setThreshold(CommandLog.Threshold.WARN);
        LOG.warn("{} has {} parts", "it", 3);
        LOG.info("not this");
        assertThat(lines).containsExactly("jvmm: warning: it has 3 parts");
    }

    @Test
    void nothing_is_shown_when_off() {
        CommandLog.setThreshold(CommandLog.Threshold.OFF);
        LOG.error("no");
        assertThat(lines).isEmpty();
    }

    @Test
    void a_failure_is_one_line_without_its_stack_trace() {
        LOG.error("It failed\nwith details", new IllegalStateException("broken"));
        assertThat(lines).containsExactly("jvmm: error: It failed");
    }

    @Test
    void the_stack_trace_comes_with_debug() {
        CommandLog.setThreshold(CommandLog.Threshold.DEBUG);
        LOG.error("It failed", new IllegalStateException("broken"));
        assertThat(lines).hasSizeGreaterThan(2);
        assertThat(lines.getFirst())
                .isEqualTo("jvmm: error: Thing: It failed: java.lang.IllegalStateException: broken");
        assertThat(lines).anyMatch(line -> line.contains("at dev.jvmm.cli.log.CommandLogTest."));
    }
}
