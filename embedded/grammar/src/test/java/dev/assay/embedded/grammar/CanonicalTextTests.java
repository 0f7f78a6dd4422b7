// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import static dev.assay.embedded.grammar.TrackingFixture.BOOKS;
import static dev.assay.embedded.grammar.TrackingFixture.BOOKS_DERIVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.prompts.CanonicalText;
import dev.assay.prompts.ProtocolFixture;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where the steps of a solution are in the text that a model reads. */
class CanonicalTextTests {

  private static final String QUESTION = "((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)) =";
  private static final String LINES =
      "a9*5=45b-1+2=1c1+45=46d-4*-7=28e-2+-4=-6f-6+28=22g46-22=24#24";

  private final CompactProtocol style = new CompactProtocol();
  private final ProtocolFixture spoken = ProtocolFixture.of(style);

  @Test
  void aSolutionIsReadAsItsModelWouldHaveWrittenIt() {
    CanonicalText canonical = style.canonical(QUESTION, solution(LINES));

    assertThat(canonical.prompt()).isEqualTo(spoken.solve(QUESTION));
    assertThat(canonical.text())
        .isEqualTo("a9*5=54b-1+2=1c1+54=64d-4*-7=82e-2+-4=-6f-6+82=22g64-22=42#42.");
  }

  @Test
  void readingWhatIsRecitedGivesTheSolutionBack() {
    String text = style.canonical(QUESTION, solution(LINES)).text();

    assertThat(spoken.readSolution(QUESTION, text.substring(0, text.length() - 1)).text())
        .isEqualTo(LINES);
  }

  @Test
  void aStepEndsWithTheCharacterThatShowsItsNumberToBeComplete() {
    CanonicalText canonical = style.canonical(QUESTION, solution(LINES));

    assertThat(stepTexts(canonical))
        .containsExactly(
            "a9*5=54b",
            "-1+2=1c",
            "1+54=64d",
            "-4*-7=82e",
            "-2+-4=-6f",
            "-6+82=22g",
            "64-22=42#",
            "42.");
    assertThat(canonical.ends()).hasSameSizeAs(spoken.readSolution(QUESTION, LINES).steps());
  }

  @Test
  void aWayIsRecitedAsItIs() {
    CanonicalText canonical = style.canonical(BOOKS, solution(BOOKS_DERIVED));

    assertThat(canonical.prompt()).isEqualTo(spoken.solve(BOOKS));
    assertThat(stepTexts(canonical)).containsExactly("aBA=Ab", "CB=Ac", "AC=C#", "3.");
  }

  @Test
  void aTextWithoutLinesIsOneStepThatEndsAtOnce() {
    CanonicalText canonical = style.canonical(QUESTION, solution("24"));

    assertThat(stepTexts(canonical)).containsExactly(".");
  }

  @Test
  void noCharacterIsBeyondTheText() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CanonicalText("S>", "a.", List.of(2)).step(2))
        .withMessage("character: 2 (expected: below 2)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CanonicalText("S>", "a.", List.of(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new CanonicalText("S>", "", List.of()));
  }

  private static List<String> stepTexts(CanonicalText canonical) {
    return IntStream.range(0, canonical.ends().size())
        .mapToObj(
            step ->
                IntStream.range(0, canonical.text().length())
                    .filter(i -> canonical.step(i) == step)
                    .mapToObj(i -> canonical.text().substring(i, i + 1))
                    .reduce("", String::concat))
        .toList();
  }

  private static Solution solution(String text) {
    return new Solution(
        SolutionId.parse("0198c5a2-7b1e-7c3d-8f4a-5b6c7d8e9f00/0/0"), text, List.of(), null, 0);
  }
}
