// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.claims.Claim;
import dev.assay.claims.ClaimChecker;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagClassTests {

  @ParameterizedTest
  @CsvSource({
    "16 - 3 = <<16-3=13>>12, MISCOPIED",
    "5 - 8 = 3, REVERSED",
    "8 * 9 = 9, COPIED_NUMBER",
    "20 - 4 = 24, OTHER_OPERATION",
    "2 * 3 + 40 = 50 - 4 * 9, WRONG_RESULT",
    "30 * 2 - 12 = 60, LEFT_OUT",
    "172 - 47 + 13 = 130, WRONG_DIGIT",
    "4 / 20 * 100% = 35%, PERCENTAGE",
    "36 * 3 = 250, WRONG_RESULT"
  })
  void aFlagHasAKind(String step, FlagClass kind) {
    List<Claim> claims = ClaimChecker.lenient().claims(step);
    Claim flag = claims.stream().filter(Claim::isFalse).findFirst().orElseThrow();

    assertThat(FlagClass.of(flag, claims)).isEqualTo(kind);
  }
}
