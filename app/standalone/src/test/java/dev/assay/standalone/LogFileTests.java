// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program's own configuration of its log, with a context of its own. */
class LogFileTests {

  private static final String FORGED =
      "1999-12-31T23:59:59.999Z ERROR [main] d.a.Assay all is lost";

  @TempDir private Path folder;
  private final LoggerContext context = new LoggerContext();
  private Path log;

  @BeforeEach
  void configure() throws JoranException {
    context.setMDCAdapter(new LogbackMDCAdapter());
    log = folder.resolve("assay.log");
    context.putProperty("assay.log", log.toString());
    context.putProperty("assay.log.size", "2KB");
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(LogFileTests.class.getResource("/logback.xml"));
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  private Logger logger() {
    return context.getLogger("dev.assay.test");
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(log);
  }

  @Test
  void aMessageWithLineBreaksIsOneLine() throws IOException {
    logger().warn("the model said: {}", "no\r\n" + FORGED);
    logger().warn("the model said: {}", "no\n" + FORGED);
    logger().warn("the model said: {}", "no\r" + FORGED);
    logger().warn("the model said: {}", "no\u2028" + FORGED + "\u0085\u000b");

    assertThat(lines())
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).contains("the model said: no\\", FORGED));
  }

  @Test
  void aMessageCannotSpeakToATerminal() throws IOException {
    logger().warn("the model said: {}", "\u001b]0;owned\u0007\u009b2J\tand more");

    assertThat(lines()).hasSize(1);
    assertThat(lines().getFirst()).endsWith("\\u001b]0;owned\\u0007\\u009b2J\tand more");
  }

  @Test
  void theMessagesOfExceptionsAreOneLineEachAndTheirTraceKeepsItsLines() throws IOException {
    Exception cause = new IllegalStateException("cause\r\n" + FORGED);
    Exception failure = new IOException("failure\n" + FORGED, cause);
    failure.addSuppressed(new IOException("suppressed\r" + FORGED));

    logger().warn("it failed", failure);

    assertThat(lines()).noneMatch(line -> line.startsWith("1999"));
    assertThat(lines())
        .anyMatch(line -> line.startsWith("\tat dev.assay.standalone.LogFileTests."));
    assertThat(lines())
        .filteredOn(line -> line.contains(FORGED))
        .hasSize(3)
        .allSatisfy(
            line -> assertThat(line).containsAnyOf("cause\\r", "failure\\n", "suppressed\\r"));
  }

  @Test
  void theLogIsKeptToAFewFilesOfABoundedSize() throws Exception {
    // The size is looked at once a second at most, so that each of these makes a file full.
    String long_ = "x".repeat(3000);
    for (int i = 0; i < 12; i++) {
      logger().warn("{} {}", i, long_);
      roll();
    }

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "assay.log",
              "assay.log.1",
              "assay.log.2",
              "assay.log.3",
              "assay.log.4",
              "assay.log.5");
    }
  }

  private void roll() {
    ((ch.qos.logback.core.rolling.RollingFileAppender<?>)
            context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("file"))
        .rollover();
  }
}
