// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.text.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class MathEqualityTests {

  /** The tables of pairs, each a file that people can read. */
  private static final List<String> TABLES =
      List.of("pairs.tsv", "pairs-of-quantities.tsv", "pairs-of-forms.tsv");

  private final MathEquality equality = new MathEquality();

  /** Two answers, and the question where it matters. */
  private record Pair(String place, String question, String one, String other, Judgement expected) {

    static Pair of(TextTable.Row row) {
      return new Pair(
          row.place(),
          row.columns().contains("question") ? row.get("question") : "",
          row.get("one"),
          row.get("other"),
          Judgement.valueOf(row.get("expected").toUpperCase(Locale.ROOT)));
    }
  }

  private static Stream<Pair> table() {
    return TABLES.stream()
        .flatMap(file -> TextTable.of(MathEqualityTests.class, file).stream())
        .map(Pair::of);
  }

  @ParameterizedTest
  @MethodSource("table")
  void answersAreJudgedAsTheTableSays(Pair pair) {
    assertThat(equality.to(pair.question()).compare(pair.one(), pair.other()))
        .isEqualTo(pair.expected());
    assertThat(equality.to(pair.question()).compare(pair.other(), pair.one()))
        .as("the other way round")
        .isEqualTo(pair.expected());
  }

  @ParameterizedTest
  @MethodSource("table")
  void everyAnswerEqualsItself(Pair pair) {
    String same = pair.one() + " ";

    assertThat(equality.to(pair.question()).compare(same, pair.one())).isEqualTo(Judgement.EQUAL);
  }

  @Test
  void aListIsComparedAsAnswersToTheQuestion() {
    MathEquality asked = equality.to("How far is it?\nA. 10 km\nB. 12 km");
    AnswerEquality.Pairs pairs = asked.over(List.of("B", "12 km", "A"));

    assertThat(pairs.compare(0, 1)).isEqualTo(Judgement.EQUAL);
    assertThat(pairs.compare(1, 2)).isEqualTo(Judgement.DIFFERENT);
    assertThat(equality.compare("B", "12 km")).isEqualTo(Judgement.UNKNOWN);
    assertThat(equality.over(List.of("B", "12 km")).compare(0, 1)).isEqualTo(Judgement.UNKNOWN);
  }

  @Test
  void theTableIsLargeAndHasNoRowTwice() {
    List<Pair> pairs = table().toList();

    assertThat(pairs).hasSizeGreaterThan(400);
    assertThat(pairs.stream().map(pair -> List.of(pair.question(), pair.one(), pair.other())))
        .doesNotHaveDuplicates();
  }
}
