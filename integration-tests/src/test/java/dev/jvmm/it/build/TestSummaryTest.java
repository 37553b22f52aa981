// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSummaryTest {
    @TempDir
    private Path top;

    @Test
    void counts_the_reports_of_surefire_and_failsafe_together() throws Exception {
        report("a/target/surefire-reports/TEST-A.xml", """
                <testcase classname="A" name="one"/><testcase classname="A" name="two"/>""");
        report("b/target/failsafe-reports/TEST-B.xml", """
                <testcase classname="B" name="three"/>""");
        report("b/target/other/TEST-C.xml", """
                <testcase classname="C" name="not a report"/>""");
        SourceTree.Outcome outcome = summarise();
        assertThat(outcome.output()).isEqualTo("3 passed, 0 failed, 0 skipped\n");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void names_each_skipped_test_with_the_first_line_of_its_reason() throws Exception {
        report("a/target/surefire-reports/TEST-A.xml", """
                <testcase classname="A" name="ran"/>
                <testcase classname="A" name="kvm"><skipped
                  message="org.opentest4j.TestAbortedException: Assumption failed: no /dev/kvm&#10;more"/></testcase>
                <testcase classname="A" name="disabled"><skipped/></testcase>""");
        SourceTree.Outcome outcome = summarise();
        assertThat(outcome.output()).isEqualTo("""
                        Skipped:
                          A.kvm: no /dev/kvm
                          A.disabled: no reason given
                        1 passed, 0 failed, 2 skipped
                        """);
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void failures_and_errors_both_fail() throws Exception {
        report("a/target/surefire-reports/TEST-A.xml", """
                <testcase classname="A" name="wrong"><failure message="expected 1">trace</failure></testcase>
                <testcase classname="A" name=""><error>java.lang.Error: in a life-cycle method</error></testcase>""");
        SourceTree.Outcome outcome = summarise();
        assertThat(outcome.output()).isEqualTo("""
                        Failed:
                          A.wrong: expected 1
                          A.: java.lang.Error: in a life-cycle method
                        0 passed, 2 failed, 0 skipped
                        """);
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void a_run_without_tests_fails() throws Exception {
        report("a/target/surefire-reports/TEST-A.xml", """
                <testcase classname="A" name="off"><skipped message="off"/></testcase>""");
        SourceTree.Outcome outcome = summarise();
        assertThat(outcome.output()).endsWith("No test ran.\n0 passed, 0 failed, 1 skipped\n");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    private void report(String file, String testCases) throws Exception {
        Path report = top.resolve(file);
        Files.createDirectories(report.getParent());
        Files.writeString(report, "<testsuite>" + testCases + "</testsuite>");
    }

    private SourceTree.Outcome summarise() throws Exception {
        Path program = SourceTree.root().resolve("tools/TestSummary.java");
        return SourceTree.run(
                List.of(SourceTree.jdkTool("java"), "-XX:TieredStopAtLevel=1", program.toString(), top.toString()),
                top,
                Map.of());
    }
}
