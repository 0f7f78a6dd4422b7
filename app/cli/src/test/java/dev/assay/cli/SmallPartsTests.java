// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.client.ProblemView.Progress;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Usage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class SmallPartsTests {

  @ParameterizedTest
  @CsvSource({"VERIFIED, 0", "FAILED, 1", "UNCERTAIN, 3", "ABSTAINED, 3"})
  void theExitCodeTellsTheStatus(Status status, int code) {
    assertThat(ExitCode.of(status)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"60s, PT1M", "2m, PT2M", "500ms, PT0.5S", "PT90S, PT1M30S", "1h, PT1H"})
  void durationsAreReadAsPeopleWriteThem(String text, Duration duration) {
    assertThat(Durations.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource({"60", "soon", "''", "1 parsec"})
  void otherTextIsNoDuration(String text) {
    assertThatThrownBy(() -> Durations.parse(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("expected: such as 60s");
  }

  @Test
  void progressFitsALine() {
    Progress progress = new Progress(8, 6, 5, 2, 1, 4, 12, 16, new Usage(30, 900, 1200, 5000));

    assertThat(ProgressText.of(progress))
        .isEqualTo("drafted 6/8, criticised 5, refined 2, abandoned 1, verified 12/16, 2100 tokens")
        .hasSizeLessThan(80);
  }

  @Test
  void aPortInUseIsSaidAtOnce() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> ServeCommand.requireFree(taken.getLocalPort()))
          .isInstanceOf(SystemFailedException.class)
          .hasMessageContaining("port " + taken.getLocalPort())
          .hasMessageContaining("--port");
    }
  }

  @ParameterizedTest
  @CsvSource({"-1", "65536"})
  void aPortThatIsNoneIsRefused(int port) {
    assertThatThrownBy(() -> ServeCommand.requireFree(port)).isInstanceOf(UsageException.class);
  }
}
