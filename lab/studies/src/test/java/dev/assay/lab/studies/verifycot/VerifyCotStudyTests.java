// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.verifycot;

import static dev.assay.lab.studies.verifycot.VerifierVerdict.RIGHT;
import static dev.assay.lab.studies.verifycot.VerifierVerdict.UNKNOWN;
import static dev.assay.lab.studies.verifycot.VerifierVerdict.WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.equality.answers.MathEquality;
import dev.assay.lab.studies.verifycot.VerifyCotProblem.Chain;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyCotStudyTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          So the answer is "yes".                                       | RIGHT
          So the answer is "no" because one check fails.                | WRONG
          The answer is "no", the reasoning check passes.               | RIGHT
          All is well.⏎The grounding check fails.⏎                      | WRONG
          The reasoning check passes.                                   | RIGHT
          There are no incorrect sums, so the answer is "yes".          | RIGHT
          There are incorrect sums, so the answer is "no".              | WRONG
          The step is incorrect.                                        | WRONG
          The answer is "yes", the check fails.                         | UNKNOWN
          The check is not applicable. The answer is "N/A".             | UNKNOWN
          There is nothing to check, so the answer is "yes".            | UNKNOWN
          The check is not applicable. The reasoning check passes.      | RIGHT
          I cannot determine that.                                      | UNKNOWN
          The answer is "yes".⏎I like it.                               | UNKNOWN
          ~~                                                            | UNKNOWN
          """)
  void aTextIsReadByItsConclusion(String text, VerifierVerdict expected) {
    assertThat(VerifierVerdict.of(text.replace("⏎", "\n"))).isEqualTo(expected);
  }

  @Test
  void whatIsUnknownHasNoVote() {
    assertThat(VerifierVerdict.majority(List.of(UNKNOWN, UNKNOWN, WRONG))).isEqualTo(WRONG);
    assertThat(VerifierVerdict.majority(List.of(RIGHT, UNKNOWN, WRONG))).isEqualTo(UNKNOWN);
    assertThat(VerifierVerdict.majority(List.of(RIGHT, RIGHT, WRONG))).isEqualTo(RIGHT);
    assertThat(VerifierVerdict.chain(List.of(UNKNOWN, RIGHT))).isEqualTo(RIGHT);
    assertThat(VerifierVerdict.chain(List.of(RIGHT, WRONG))).isEqualTo(WRONG);
    assertThat(VerifierVerdict.chain(List.of(UNKNOWN))).isEqualTo(UNKNOWN);
  }

  @Test
  void rulesDifferInHowManyTextsMustObject() {
    VerifyCotChain chain =
        new VerifyCotChain(
            "sequential/date",
            List.of(List.of(UNKNOWN, RIGHT, RIGHT), List.of(RIGHT, WRONG, RIGHT)),
            true,
            true,
            null);

    assertThat(chain.voted()).isEqualTo(RIGHT);
    assertThat(chain.first()).isEqualTo(RIGHT);
    assertThat(chain.pessimistic()).isEqualTo(WRONG);
  }

  @Test
  void aTieIsSharedAndChainsWithoutAnAnswerDoNotVote() {
    VerifyCotProblem problem =
        new VerifyCotProblem(
            List.of(
                new Chain("No answer!", false),
                new Chain("No answer!", false),
                new Chain("01/02/2010", true),
                new Chain("03/02/2010", false)));

    assertThat(problem.majority(new MathEquality())).isEqualTo(0.5);
    assertThat(problem.majority(4, new MathEquality())).isEqualTo(0.5);
    assertThat(problem.majority(1, new MathEquality())).isCloseTo(0.25, within(1e-12));
    assertThat(problem.mean()).isEqualTo(0.25);
  }
}
