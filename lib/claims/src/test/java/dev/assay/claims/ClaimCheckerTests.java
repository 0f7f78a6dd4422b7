// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.claims.Claim.Judgement;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimCheckerTests {

  private final ClaimChecker checker = ClaimChecker.lenient();

  @Test
  void aClaimKnowsItsPlaceAndItsValue() {
    String step = "So he pays 3 * $4 = $13 in all.";

    Claim claim = only(checker.claims(step));

    assertThat(step.substring(claim.start(), claim.end())).isEqualTo("3 * $4 = $13");
    assertThat(claim.text()).isEqualTo("3 * $4 = $13");
    assertThat(claim.left()).isEqualTo("3*4");
    assertThat(claim.right()).isEqualTo("13");
    assertThat(claim.comesTo()).contains("12");
    assertThat(claim.why()).isEqualTo("3*4 is 12");
  }

  @Test
  void aFalseClaimCanBePutRightInItsStep() {
    String step = "So he pays 3 * 4 = 13 dollars.";

    assertThat(only(checker.claims(step)).corrected(step))
        .contains("So he pays 3 * 4 = 12 dollars.");
  }

  @Test
  void aNumberTakenApartWronglyIsNotPutRight() {
    String step = "1404 = 4 * 9 * 13";

    Claim claim = only(checker.claims(step));

    assertThat(claim.isFalse()).isTrue();
    assertThat(claim.why()).isEqualTo("4*9*13 is 468");
    assertThat(claim.corrected(step)).isEmpty();
  }

  @Test
  void aChainMakesAClaimForEachEqualsSign() {
    assertThat(checker.claims("2 * 3 * 4 = 6 * 4 = 25"))
        .extracting(Claim::judgement)
        .containsExactly(Judgement.TRUE, Judgement.FALSE);
  }

  @Test
  void aMarkAndTheProseAroundItAreTwoClaims() {
    String step = "He has 16 - 3 = <<16-3=13>>12 left";

    assertThat(checker.claims(step))
        .extracting(Claim::judgement)
        .containsExactlyInAnyOrder(Judgement.TRUE, Judgement.FALSE);
    assertThat(checker.claims(step))
        .allSatisfy(
            claim ->
                assertThat(step.substring(claim.start(), claim.end()))
                    .startsWith(claim.text().substring(0, 2)));
  }

  @Test
  void anUndecidedClaimSaysWhy() {
    assertThat(only(checker.claims("10/3 = 3")).why()).isEqualTo("it may be rounded");
  }

  @Test
  void pureArithmeticIsReadStrictly() {
    String step = "2 + 3 * 4 = 20";

    assertThat(only(checker.claims(step)).judgement()).isEqualTo(Judgement.UNDECIDED);
    assertThat(only(ClaimChecker.strict().claims(step)).judgement()).isEqualTo(Judgement.FALSE);
  }

  @Test
  void aBracketTooManyIsASlipOfThePenInPureArithmetic() {
    assertThat(only(ClaimChecker.strict().claims("(2 * 3)) = 7")).isFalse()).isTrue();
  }

  @Test
  void aValueTooLongToReadIsNotWritten() {
    Claim claim = only(checker.claims("7^200 = 7^202"));

    assertThat(claim.isFalse()).isTrue();
    assertThat(claim.comesTo()).isEmpty();
  }

  private static Claim only(List<Claim> claims) {
    assertThat(claims).hasSize(1);
    return claims.getFirst();
  }
}
