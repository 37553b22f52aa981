// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Counts the tests of a build from the XML reports of Surefire and Failsafe under a folder, names the ones that failed and
 * the ones that were skipped with the reason, and closes with the line {@code N passed, N failed, N skipped}.
 *
 * <p>{@code java tools/TestSummary.java FOLDER}. Exit code 0 when tests ran and none failed, else 1.
 */
public final class TestSummary {
    private int passed;
    private int failed;
    private int skipped;

    private TestSummary() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            System.err.println("usage: java TestSummary.java FOLDER");
            System.exit(2);
        }
        System.exit(new TestSummary().summarise(reports(Path.of(arguments[0]))));
    }

    /** The reports of all modules at and below {@code top}: {@code MODULE/target/{surefire,failsafe}-reports/TEST-*.xml}. */
    private static List<Path> reports(Path top) throws IOException {
        try (Stream<Path> files = Files.walk(top, 4)) {
            return files.filter(TestSummary::isReport).sorted().toList();
        }
    }

    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        String folder = String.valueOf(file.toAbsolutePath().getParent().getFileName());
        return name.startsWith("TEST-")
                && name.endsWith(".xml")
                && (folder.equals("surefire-reports") || folder.equals("failsafe-reports"));
    }

    private int summarise(List<Path> reports) throws Exception {
        StringBuilder failures = new StringBuilder();
        StringBuilder skips = new StringBuilder();
        for (Path report : reports) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
            NodeList tests = document.getElementsByTagName("testcase");
            for (int i = 0; i < tests.getLength(); i++) {
                count((Element) tests.item(i), failures, skips);
            }
        }
        if (!skips.isEmpty()) {
            System.out.print("Skipped:\n" + skips);
        }
        if (!failures.isEmpty()) {
            System.out.print("Failed:\n" + failures);
        }
        boolean noneRan = passed + failed == 0;
        if (noneRan) {
            System.out.println("No test ran.");
        }
        System.out.println(passed + " passed, " + failed + " failed, " + skipped + " skipped");
        return failed > 0 || noneRan ? 1 : 0;
    }

    private void count(Element test, StringBuilder failures, StringBuilder skips) {
        String name = test.getAttribute("classname") + "." + test.getAttribute("name");
        Element failure = child(test, "failure");
        Element broken = failure != null ? failure : child(test, "error");
        if (broken != null) {
            failed++;
            failures.append("  ").append(name).append(": ").append(reason(broken)).append('\n');
            return;
        }
        Element skip = child(test, "skipped");
        if (skip != null) {
            skipped++;
            skips.append("  ").append(name).append(": ").append(reason(skip)).append('\n');
            return;
        }
        passed++;
    }

    private static Element child(Element parent, String name) {
        NodeList children = parent.getElementsByTagName(name);
        return children.getLength() == 0 ? null : (Element) children.item(0);
    }

    private static String reason(Element element) {
        String message = element.getAttribute("message");
        if (message.isBlank()) {
            message = element.getTextContent();
        }
        String firstLine = message.strip().lines().findFirst().orElse("no reason given");
        return firstLine.replaceFirst("^[\\w.$]*TestAbortedException: ", "").replaceFirst("^Assumption failed: ", "");
    }
}
