// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverheadCommandTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --shapes 4             | --shapes: 4 (expected: attempts x verifications, such as 4x4)
          --in-flight 0          | --in-flight: 0 (expected: 1 to 4096)
          --latency -1           | negative (expected: 0 or more)
          --data here            | --data: here (expected: with --url, whose folder it is)
          --url http://host:1    | --model-port: 0 (expected: 1 to 65535
          --build /no/such       | --build: /no/such (expected: a checkout, with ./assay in it)
          --out /no/such/file    | --out: cannot write /no/such/file
          """)
  void whatCannotBeMeasuredIsSaidBeforeAnythingStarts(String asked, String said) {
    PrintStream usual = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    int code;
    try {
      code = Assay.run(("bench overhead " + asked).split(" "));
    } finally {
      System.setErr(usual);
    }

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains(said);
  }
}
