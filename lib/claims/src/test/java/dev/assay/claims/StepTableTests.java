// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.claims.Claim.Judgement;
import dev.assay.text.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of a table of steps, with what their claims come to. */
class StepTableTests {

  private final ClaimChecker checker = ClaimChecker.lenient();

  static Stream<TextTable.Row> steps() {
    return TextTable.of(StepTableTests.class, "steps.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void theTableHolds(TextTable.Row row) {
    assertThat(overall(checker.claims(row.get("text")))).isEqualTo(row.get("expected"));
  }

  private static String overall(List<Claim> claims) {
    return Stream.of(Judgement.FALSE, Judgement.TRUE, Judgement.UNDECIDED)
        .filter(judgement -> claims.stream().anyMatch(claim -> claim.judgement() == judgement))
        .map(judgement -> judgement.name().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("none");
  }
}
