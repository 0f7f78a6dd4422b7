// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.text.Cost;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No answer may hold up or bring down a worker, whatever a model wrote. */
class StrangeAnswersTests {

  /** Steps that a comparison of any of these takes at the most. */
  private static final long LIMIT = 10_000_000;

  private final MathEquality equality = new MathEquality();

  @Test
  void tenThousandStrangeAnswersAreComparedWithLittleWorkAndAlikeBothWays() {
    StrangeTexts texts = new StrangeTexts(20_251);
    for (int i = 0; i < 10_000; i++) {
      String one = texts.next();
      String other = i % 3 == 0 ? one + " + 0" : texts.next();
      AtomicReference<Judgement> judgement = new AtomicReference<>();

      Cost cost = Cost.of(() -> judgement.set(equality.compare(one, other)));

      assertThat(cost.steps()).as(start(one) + " ~ " + start(other)).isLessThan(LIMIT);
      if (i % 5 == 0) {
        assertThat(equality.compare(other, one))
            .as(start(one) + " ~ " + start(other))
            .isEqualTo(judgement.get());
      }
    }
  }

  private static String start(String text) {
    return text.substring(0, Math.min(text.length(), 200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9", "1,000", ",", "-", "(", "{", "\\frac{", "\\sqrt", "|", "x=", "a", "^"})
  void aMillionCharactersEqualThemselvesOnly(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());

    assertJudged(text, text + " ", Judgement.EQUAL);
    assertJudged(text, "24", Judgement.UNKNOWN);
    assertJudged(text, text + "!", Judgement.UNKNOWN);
  }

  @Test
  void integersOfAnySizeAreCompared() {
    String digits = "7".repeat(1_000_000);

    assertJudged(digits, "+00" + digits, Judgement.EQUAL);
    assertJudged(digits, "-" + digits, Judgement.DIFFERENT);
    assertJudged(digits, digits + "7", Judgement.DIFFERENT);
  }

  private void assertJudged(String one, String other, Judgement expected) {
    AtomicReference<Judgement> judgement = new AtomicReference<>();

    Cost cost = Cost.of(() -> judgement.set(equality.compare(one, other)));

    assertThat(judgement.get()).isEqualTo(expected);
    assertThat(cost.steps()).as(start(one) + " ~ " + start(other)).isLessThan(LIMIT);
  }

  @Test
  void sixtyFourFormulasAreGroupedWithLittleWork() {
    List<String> answers = IntStream.range(0, 64).mapToObj(StrangeAnswersTests::formula).toList();
    AtomicReference<List<List<String>>> groups = new AtomicReference<>();

    Cost cost = Cost.of(() -> groups.set(AnswerGroups.of(answers, Function.identity(), equality)));

    // Pairs of the first two shapes are the same numbers.
    assertThat(groups.get()).hasSize(56);
    assertThat(cost.steps()).isLessThan(LIMIT);
  }

  private static String formula(int number) {
    String shape =
        List.of(
                "\\frac{# + \\sqrt{5}}{2}",
                "\\frac{\\sqrt{5}}{2} + \\frac{#}{2}",
                "#\\sqrt{2} + \\pi",
                "\\left(\\frac{#}{3}, \\sqrt{#}\\right)",
                "x^2 + #x + 1",
                "\\frac{\\sin x}{#} + e^{#}",
                "(-\\infty, #) \\cup (10, \\infty)",
                "\\begin{pmatrix} # & \\frac{1}{2} \\\\ 0 & \\sqrt{3} \\end{pmatrix}")
            .get(number % 8);
    return shape.replace("#", String.valueOf(2 + number / 8));
  }
}
