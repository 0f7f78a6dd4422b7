// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerificationEvent.Requested;
import dev.assay.contracts.VerificationId;
import dev.assay.prompts.CanonicalProtocol;
import dev.assay.prompts.CanonicalText;
import dev.assay.roles.LikelihoodRole;
import dev.assay.selection.calibration.LabelledOutcome;
import dev.assay.selection.calibration.LikelihoodScale;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LikelihoodVerdictsTests {

  private static final CanonicalProtocol COMPACT = (CanonicalProtocol) ProblemFixture.protocol();
  private static final CanonicalText RECITAL =
      COMPACT.canonical(ProblemFixture.QUESTION, ProblemFixture.solution(0, ProblemFixture.RIGHT));
  private static final String RIGHT = RECITAL.text();

  @Test
  void aLikelySolutionIsRightAsSurelyAsTheScaleSays() {
    Returned returned = verify(ProblemFixture.RIGHT, 0.001, 0);

    // 50 of 50 by the rule of succession.
    assertThat(returned.verdict()).isEqualTo(new Correct(51.0 / 52));
    assertThat(returned.model()).isEqualTo("scripted/compact/likelihood");
  }

  @Test
  void anUnlikelySolutionIsWrongAtItsLeastLikelyStep() {
    Returned returned = verify(ProblemFixture.WRONG, 0.001, 0);

    String claimed = ProblemFixture.solution(0, ProblemFixture.WRONG).steps().get(2);
    assertThat(returned.verdict())
        .isEqualTo(
            new FirstError(
                2,
                "step 3 of 8, "
                    + claimed
                    + ", has a token of probability 0.0010; a solution with such a step is right"
                    + " with probability 0.019"));
  }

  @Test
  void theScaleAndNotTheLikelihoodDecides() {
    // One in ten is little, and yet nine of ten such solutions were right.
    Returned returned = verify(ProblemFixture.WRONG, 0.1, 0);

    assertThat(returned.verdict()).isEqualTo(new Correct(46.0 / 52));
  }

  @Test
  void aSecondVerdictWouldBeTheFirstAgain() {
    assertThat(verify(ProblemFixture.WRONG, 0.001, 1).verdict())
        .isEqualTo(verify(ProblemFixture.WRONG, 0.001, 0).verdict());
    assertThat(new LikelihoodVerdicts(reader(0.5), scale()).mostVerdicts()).isEqualTo(1);
  }

  @Test
  void theBillIsForOneCallThatGeneratesNothing() {
    Returned returned = verify(ProblemFixture.WRONG, 0.001, 0);

    assertThat(returned.usage().calls()).isEqualTo(1);
    assertThat(returned.usage().promptTokens())
        .isEqualTo(RECITAL.prompt().length() + RIGHT.length());
    assertThat(returned.usage().completionTokens()).isZero();
  }

  @Test
  void theScaleOfAnotherVerifierIsRefused() {
    LikelihoodScale other =
        LikelihoodScale.fit(
            "other/compact/likelihood",
            LocalDate.of(2026, 11, 25),
            List.of(new LabelledOutcome(-1, true)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LikelihoodVerdicts(reader(0.5), other))
        .withMessage(
            "the likelihoods of other/compact/likelihood are calibrated, not those of"
                + " scripted/compact/likelihood (expected: of the model in use)");
  }

  private static Returned verify(String text, double doubt, int number) {
    var solution = ProblemFixture.solution(0, text);
    return new Verifier(new LikelihoodVerdicts(reader(doubt), scale()))
        .verify(
            new Requested(
                ProblemFixture.problem(), new VerificationId(solution.id(), number), solution));
  }

  private static LikelihoodRole reader(double doubt) {
    return new LikelihoodRole(
        ScriptedReader.expecting(RIGHT, doubt),
        COMPACT,
        Duration.ofSeconds(1),
        ProblemFixture.CLOCK);
  }

  /** Fifty solutions each: certain ones are right, at 0.1 nine of ten, at 0.001 none. */
  private static LikelihoodScale scale() {
    List<LabelledOutcome> outcomes =
        IntStream.range(0, 150)
            .mapToObj(
                i ->
                    switch (i % 3) {
                      case 0 -> new LabelledOutcome(0, true);
                      case 1 -> new LabelledOutcome(Math.log(0.1), i / 3 % 10 > 0);
                      default -> new LabelledOutcome(Math.log(0.001), false);
                    })
            .toList();
    return LikelihoodScale.fit("scripted/compact/likelihood", LocalDate.of(2026, 11, 25), outcomes);
  }
}
