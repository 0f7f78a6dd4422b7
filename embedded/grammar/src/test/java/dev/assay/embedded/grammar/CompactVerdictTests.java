// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.prompts.Draft;
import dev.assay.prompts.ProtocolFixture;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompactVerdictTests {

  private static final String QUESTION = "((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)) =";
  private static final String RIGHT =
      "a9*5=45b-1+2=1c1+45=46d-4*-7=28e-2+-4=-6f-6+28=22g46-22=24#24";

  /** The solution of the mirrored question (7*-4+4+2)-(-5*9+-2+1), in natural order. */
  private static final String MIRRORED =
      "a7*-4=-28b-28+4=-24c-24+2=-22d-5*9=-45e-45+-2=-47f-47+1=-46g-22--46=24#24";

  private final ProtocolFixture style = ProtocolFixture.of(new CompactProtocol());

  @Test
  void theVerifierSolvesTheMirroredQuestion() {
    assertThat(style.verify(QUESTION, solution(RIGHT)))
        .isEqualTo("S(7*-4+4+2)-(-5*9+-2+1)>")
        .isEqualTo(style.solve("(7*-4+4+2)-(-5*9+-2+1)"));
  }

  @Test
  void theSameAnswerByAnotherRouteIsCorrect() {
    assertThat(verdict(RIGHT, MIRRORED)).hasValue(new Correct(1));
    // Whatever the lines say: an answer is verified, not its derivation.
    assertThat(verdict("a9*5=54#24", MIRRORED)).hasValue(new Correct(1));
  }

  @ParameterizedTest
  @CsvSource({
    "2, a9*5=45b-1+2=1c1+45=47d-4*-7=28e-2+-4=-6f-6+28=22g47-22=25#25",
    "2, a9*5=44b-1+2=1c1+44=45d-4*-7=28e-2+-4=-6f-6+28=22g45-22=23#23",
    "5, a9*5=45b-1+2=1c1+45=46d-4*-7=28e-2+-4=6f6+28=34g46-34=12#12",
    "6, a9*5=45b-1+2=1c1+45=46d-4*-7=28e-2+-4=-6f-6+28=22g46-22=34#34",
    "7, a9*5=45b-1+2=1c1+45=46d-4*-7=28e-2+-4=-6f-6+28=22g46-22=24#25",
    "0, ''",
    "1, '#25'",
    "1, 'a9*5=45'",
    "2, 'a9*5=45b-1+2=1#1'",
    "6, a9*5=45b-1+2=1c1+45=46d-4*-7=28e-2+-4=-6f-6+28=22#22",
    "6, a9*5=45b-1+2=1c1+45=46d-4*-7=28e-2+-4=-6f-6+28=22",
  })
  void theFirstLineThatTheOtherRouteContradictsIsTheFirstError(int index, String claimed) {
    assertThat(verdict(claimed, MIRRORED))
        .hasValueSatisfying(
            verdict -> {
              assertThat(((FirstError) verdict).index()).isEqualTo(index);
              assertThat(((FirstError) verdict).why()).contains("the step says");
            });
  }

  @Test
  void groupsThatAreAddedOrMultipliedAreSwappedAndKeepTheirSigns() {
    String claimed = "a1*2=2b2*3=6c6*4=24d5*6=30e7*8=56f30+56=87g24*87=2088#2088";
    String mirrored =
        "a8*7=56b6*5=30c56+30=86d4*3=12e12*2=24f24*1=24g86*4=344h86*20=1720"
            + "i344+1720=2064j86*24=2064#2064";

    assertThat(verdict(claimed, mirrored))
        .hasValueSatisfying(
            verdict -> {
              assertThat(((FirstError) verdict).index()).isEqualTo(5);
              assertThat(((FirstError) verdict).why()).contains("30+56=87").contains("86");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 20, 40, 60, 65, 68, 70, 71, 72})
  void aDerivationThatBreaksOffIsNoVerdict(int characters) {
    String reply = UnitsFirst.flipped(MIRRORED).substring(0, characters);

    assertThat(style.readVerdict(QUESTION, solution(RIGHT), reply)).isEmpty();
    assertThat(style.readVerdict(QUESTION, solution("a9*5=45#45"), reply)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#24",
        "a46-22=24#24",
        "a7*-4=-28b-28+4=-24c-24+2=-22d-5*9=-45e-45+-2=-47f-47+1=-46g-22--46=24#25",
        "a7*-4=-28b-28+4=-24cd-5*9=-45e-45+-2=-47f-47+1=-46g-22--46=24#24",
        "a7*-4=-28b-28+4=-24c?d-5*9=-45e-45+-2=-47f-47+1=-46g-22--46=24#24",
        "a7*-4=-28b-28+4=-24c-24+2=-22d-5*9=-45e-45+-2=-47f-47+1=-46g-22--46=24#24#24",
        "a7*-4=-28b-28+4=-24c-24+2=-22d-5*9=-45e-45+-2=-47f-47+1=-46#24g-22--46=24",
      })
  void aDerivationThatIsNoneOrContradictsItselfIsNoVerdict(String reply) {
    assertThat(verdict(RIGHT, reply)).isEmpty();
  }

  private Optional<Verdict> verdict(String claimed, String derived) {
    return style.readVerdict(QUESTION, solution(claimed), UnitsFirst.flipped(derived));
  }

  private static Solution solution(String text) {
    Draft draft =
        ProtocolFixture.of(new CompactProtocol()).readSolution(QUESTION, UnitsFirst.flipped(text));
    return new Solution(
        SolutionId.parse("0197f0a1-0000-7000-8000-000000000001/0/0"),
        text,
        draft.steps(),
        draft.answer(),
        text.length());
  }
}
