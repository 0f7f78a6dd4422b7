// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.claims.Claim.Judgement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of a table of steps, with what their claims come to. */
class StepTableTests {

  private final ClaimChecker checker = ClaimChecker.lenient();

  static Stream<List<String>> steps() throws IOException {
    try (InputStream in = StepTableTests.class.getResourceAsStream("steps.tsv")) {
      String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return table
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", 2)));
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void theTableHolds(List<String> line) {
    String step = line.getLast().replace('⏎', '\n');

    assertThat(overall(checker.claims(step))).as(step).isEqualTo(line.getFirst());
  }

  private static String overall(List<Claim> claims) {
    return Stream.of(Judgement.FALSE, Judgement.TRUE, Judgement.UNDECIDED)
        .filter(judgement -> claims.stream().anyMatch(claim -> claim.judgement() == judgement))
        .map(judgement -> judgement.name().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("none");
  }
}
