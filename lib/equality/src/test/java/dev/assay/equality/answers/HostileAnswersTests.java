// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.text.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that are made to be hard to read or to compare: beyond a bound they are unknown. */
class HostileAnswersTests {

  /** Bytes for a comparison of two answers: so much for all of their readings and values. */
  private static final long MOST_BYTES = 128L << 20;

  /** What is overdrawn by the last operation of a budget. */
  private static final long SLACK = 1_000_000;

  private final MathEquality equality = new MathEquality();

  /** What stands left and right of the answer within, at each level. */
  private record Level(String open, String close) {

    String around(String inner, int depth) {
      return open.repeat(depth) + inner + close.repeat(depth);
    }
  }

  private static final List<Level> LEVELS =
      List.of(
          new Level("\\{", "\\}"),
          new Level("\\{1, ", "\\}"),
          new Level("\\lbrace 1,", "\\rbrace"),
          new Level("\\langle 1,", "\\rangle"),
          new Level("(", ")"),
          new Level("(1, ", ")"),
          new Level("[0, ", "]"),
          new Level("x = (", ")"),
          new Level("x = 1, (", ")"),
          new Level("x = 1 or (", ", 2)"),
          new Level("y = x = (", ")"),
          new Level("a, a, (", ")"),
          new Level("x < (", ")"),
          new Level("(1,2) \\cup (", ", 3)"),
          new Level("\\begin{pmatrix} 1 & (", ") \\end{pmatrix}"),
          new Level("\\boxed{", "}"),
          new Level("\\text{", "}"),
          new Level("$", "$"),
          new Level("\\frac{1}{1+", "}"),
          new Level("\\sqrt{2+", "}"),
          new Level("2^{", "}"),
          new Level("\\sin(", ")"),
          new Level("|", "|"),
          new Level("-", ""),
          new Level("f(", ")"),
          new Level("k(x+", ")"),
          new Level("k(x+1)^{", "}"),
          new Level("n(n+", ")"),
          new Level("f'(", ")!"),
          new Level("\\{x \\mid x > ", "\\}"),
          new Level("\\mathbb{R} \\setminus \\{", "\\}"),
          new Level("|x + ", "| < 5"),
          new Level("x \\neq ", ""),
          new Level("2 \\approx ", ""),
          new Level("\\begin{vmatrix} 1 & 2 \\\\ 3 & ", " \\end{vmatrix}"),
          new Level("\\begin{cases} x = 1 \\\\ y = ", " \\end{cases}"),
          new Level("[[1, ", "]]"),
          new Level("2\\begin{pmatrix} 1 & ", " \\end{pmatrix}"),
          new Level("(1, ", ")^T"),
          new Level("A(1, ", ")"),
          new Level("\\pm ", ""));

  static Stream<String> nested() {
    return LEVELS.stream()
        .flatMap(
            level ->
                Stream.of(12, 55, 140, 100_000)
                    .flatMap(
                        depth ->
                            Stream.of("4", "?!", "4, x").map(inner -> level.around(inner, depth))));
  }

  static Stream<String> wide() {
    return Stream.of(
        balanced(7, "\\{", "\\}"),
        balanced(7, "(", ")"),
        listed(60, i -> "\\sin(\\ln " + i + ") + e^{x}", "\\{", "\\}"),
        listed(60, i -> "e^{" + i + "} cm", "", ""),
        listed(60, i -> "x = \\pm \\sqrt{" + i + "}", "", ""),
        listed(60, i -> "x^{" + i + "!}", "\\{", "\\}"),
        listed(50, i -> "3^{9999}/2^{999" + i % 10 + "}", "\\{", "\\}"),
        listed(200, i -> "(" + i + ", " + (i + 1) + ")", "", "").replace(", (", " \\cup ("),
        "x^{999!/998!}+".repeat(50) + "1",
        "x^{(999!)^{.01}}+".repeat(50) + "1",
        "\\sqrt[99]{999!}+".repeat(60) + "x",
        "x+1e3999+".repeat(110) + "1",
        "1/1e-3999+".repeat(110) + "1",
        "\\binom{1000}{500}/\\binom{999}{499}+".repeat(40) + "1",
        "9^{9^{9^{9}}}",
        listed(60, i -> "x > " + i + "\\sqrt{2}", "", "").replace(", x", " or x"),
        listed(60, i -> "x \\neq \\sin " + i, "", ""),
        listed(60, i -> "x_" + (i + 1) + " = " + i, "", ""),
        listed(60, i -> "2x < " + i + "\\pi", "", "").replace(", 2", " and 2"),
        listed(60, i -> "f(" + i + ")", "\\{", "\\}"),
        "0.\\overline{3}".repeat(140),
        "0.".repeat(900) + "\\overline{3}",
        "f(x)".repeat(400),
        "n!".repeat(400) + "2^{n}",
        "\n- 1".repeat(400),
        "\\begin{array}".repeat(140),
        "about ".repeat(300) + "5",
        "\\approx 1".repeat(180),
        "{}_5C_2".repeat(250),
        "$x$ or ".repeat(250) + "$x$",
        "A and ".repeat(300) + "B",
        "((3!)!)!",
        "170!!",
        "0." + "3".repeat(1_900),
        "\u0130".repeat(2_000),
        "5 \\text{" + "\u0130".repeat(1_900) + "}",
        "\u221e".repeat(2_000),
        "1,".repeat(900) + "2",
        "5 " + "m ".repeat(900),
        "5 m" + "/s".repeat(900),
        "5 " + "(m/".repeat(600),
        "5 " + "per apples ".repeat(170),
        "1 ft ".repeat(390),
        "1:".repeat(900) + "1",
        "1'234".repeat(390),
        "1.234".repeat(390) + ",5",
        "5 to ".repeat(390) + "5",
        "between ".repeat(240) + "3 and 5",
        "12-".repeat(600) + "17",
        "1-2 cm, ".repeat(55) + "1-2 cm",
        "one hundred ".repeat(160),
        "one thousand and ".repeat(110) + "one",
        "\\SI{3}{".repeat(240),
        "\\SI{3}{" + "\\per".repeat(400) + "}",
        "$5 " + "each ".repeat(380),
        "\u00bd".repeat(1_900),
        "\u0664".repeat(1_900),
        "1 = ".repeat(400) + "1",
        "\\begin{pmatrix}" + "1&".repeat(900) + "\\end{pmatrix}");
  }

  @ParameterizedTest
  @MethodSource({"nested", "wide"})
  void theWorkOfAComparisonIsBounded(String answer) {
    for (String other : List.of(answer + "1", answer.replace('4', '5') + " ", "4", "\\{4\\}")) {
      Cost cost = Cost.of(() -> equality.compare(answer, other));

      assertThat(cost.steps()).isLessThan(2 * MathEquality.ANSWER + SLACK);
      assertThat(cost.bytes()).isLessThan(MOST_BYTES);
    }
  }

  @ParameterizedTest
  @MethodSource({"nested", "wide"})
  void theOptionsOfAQuestionAreReadWithinABound(String option) {
    String question = "Which one?\n(A) " + option + "\n(B) " + option + "1\n(C) 4";

    Cost cost =
        Cost.of(() -> equality.to(question).over(List.of(option + " ", "B", "4")).compare(0, 1));

    assertThat(cost.steps()).isLessThan(2 * MathEquality.ANSWER + 4 * MathEquality.LEAST + SLACK);
    assertThat(cost.bytes()).isLessThan(2 * MOST_BYTES);
  }

  @Test
  void aSetOfANumberAmongMembersIsNoNumber() {
    String deep = new Level("\\{", "\\}").around("4", 12);

    assertThat(equality.compare(deep, "\\{4\\}")).isEqualTo(Judgement.DIFFERENT);
    assertThat(equality.compare("\\{4\\}", deep)).isEqualTo(Judgement.DIFFERENT);
    assertThat(equality.compare(deep, deep.replace("4", "4.0"))).isEqualTo(Judgement.EQUAL);
    assertThat(equality.compare("\\{4\\}", "4")).isEqualTo(Judgement.EQUAL);
  }

  @Test
  void setsWithinSetsAreComparedOnceALevel() {
    Function<Integer, Cost> cost =
        depth ->
            Cost.of(
                () ->
                    equality.compare(
                        new Level("\\{", "\\}").around("4", depth),
                        new Level("\\{", "\\}").around("4.0", depth)));
    cost.apply(5);

    // Each level is read once, as part of all that are around it.
    assertThat(cost.apply(40).steps()).isLessThan(5 * cost.apply(20).steps());
  }

  @Test
  void noAnswerOverflowsHalfAStack() throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread small =
        new Thread(
            null,
            () -> nested().forEach(answer -> equality.compare(answer, answer + " + 1")),
            "half a stack",
            512 << 10);
    small.setUncaughtExceptionHandler((_, exception) -> thrown.set(exception));
    small.start();
    small.join();

    assertThat(thrown.get()).isNull();
  }

  @Test
  void sixtyFourHostileAnswersAreGroupedWithinABoundForAll() {
    List<String> answers =
        IntStream.range(0, 64)
            .mapToObj(i -> listed(40, j -> "\\sin(\\ln " + (i + j) + ") + e^{x+1}", "\\{", "\\}"))
            .toList();

    Cost cost = Cost.of(() -> AnswerGroups.of(answers, Function.identity(), equality));

    assertThat(cost.steps()).isLessThan(MathEquality.LIST + 64 * SLACK);
  }

  @Test
  void anExpensiveAnswerSplitsNobodyElse() {
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      answers.add(listed(40, j -> "\\tan(\\ln " + j + ") + e^{x}", "\\{", ", " + "1+".repeat(99)));
      answers.add((i + 1) + "\\sin(1)/" + (i + 1));
    }

    List<List<String>> groups = AnswerGroups.of(answers, Function.identity(), equality);

    assertThat(groups).anyMatch(group -> group.size() == 16 && group.contains("3\\sin(1)/3"));
  }

  private static String balanced(int depth, String open, String close) {
    String inner = depth == 0 ? "5" : balanced(depth - 1, open, close);
    return depth == 0 ? inner : open + inner + ", " + inner + close;
  }

  private static String listed(
      int count, Function<Integer, String> member, String open, String close) {
    return IntStream.range(0, count)
        .boxed()
        .map(member)
        .collect(Collectors.joining(", ", open, close));
  }
}
