// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that differ from a right one in a digit, a sign, a bracket or their order. */
@Timeout(60)
class MutatedAnswersTests {

  /** None of these keeps its value when any one digit of it is another. */
  private static final List<String> FORMS =
      List.of(
          "\\frac{7}{12}",
          "2-\\frac{3}{\\mathrm{e}}",
          "n\\cdot 3^{n-1}",
          "0.1\\overline{36}",
          "0.\\dot{7}",
          "\\sqrt[3]{5}",
          "\\log_2 7",
          "{}_7C_2",
          "M(2)e^{-3t}",
          "f(3)+4",
          "5x^2-3x+8",
          "\\frac{(-1)^n x^{2}}{n!}",
          "(3, 8)",
          "(3, 5]",
          "3, 5, 9",
          "3, 5, 5",
          "\\{3, 5, 9\\}",
          "\\{\\{3\\}, \\{5, 9\\}\\}",
          "x=4, y=7",
          "(a,b)=(6,13)",
          "x_1=4, x_2=7",
          "m+n = 7",
          "P(X=2)=0.3",
          "-2x>-7",
          "3 < 2x \\le 8",
          "|x-3| \\le 5",
          "\\{x \\mid x>6\\}",
          "x \\neq 6",
          "(-\\infty,2)\\cup\\{5\\}",
          "(-\\infty,2)\\cup(5,\\infty)",
          "\\mathbb{R}\\setminus\\{3\\}",
          "3x+4y=7",
          "\\frac{\\sqrt{7}}{2} \\approx 1.323",
          "\\approx 6.28",
          "\\left[\\begin{array}{cc}3&1\\\\0&5\\end{array}\\right]",
          "\\begin{vmatrix}3&1\\\\2&5\\end{vmatrix}",
          "[[3,1],[2,5]]",
          "A(3,8)",
          "\\langle 3, 8\\rangle",
          "V_1:V_2 = 2:3",
          "\\begin{cases} x=3 \\\\ y=8 \\end{cases}");

  /** The name, or what counts columns, is no part of the value. */
  private static final List<String> UNSAID = List.of("{cc}", "P(X=2)", "V_1", "V_2", "x_1", "x_2");

  private final MathEquality equality = new MathEquality();

  private static Stream<String> forms() {
    return FORMS.stream();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void anotherDigitIsAnotherAnswer(String form) {
    for (String other : digits(form)) {
      assertNotEqual(form, other);
    }
  }

  private static List<String> digits(String form) {
    List<String> others = new ArrayList<>();
    IntStream.range(0, form.length())
        .filter(i -> Character.isDigit(form.charAt(i)) && isSaid(form, i))
        .forEach(
            i -> {
              char other = form.charAt(i) == '9' ? '4' : (char) (form.charAt(i) + 1);
              others.add(form.substring(0, i) + other + form.substring(i + 1));
            });
    return others;
  }

  private static boolean isSaid(String form, int at) {
    return UNSAID.stream()
        .noneMatch(name -> form.contains(name) && within(form.indexOf(name), name, at));
  }

  private static boolean within(int from, String name, int at) {
    return at >= from && at < from + name.length();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void anotherSignIsAnotherAnswer(String form) {
    Stream.of("-", "+", "<", ">", "\\le ", "\\neq ", "\\setminus ", "\\cup ")
        .filter(form::contains)
        .forEach(sign -> assertNotEqual(form, form.replace(sign, opposite(sign))));
  }

  private static String opposite(String sign) {
    return switch (sign) {
      case "-" -> "+";
      case "+" -> "-";
      case "<" -> ">";
      case ">" -> "<";
      case "\\le " -> "<";
      case "\\neq " -> "=";
      default -> "\\cap ";
    };
  }

  @ParameterizedTest
  @MethodSource("forms")
  void anotherBracketIsNeverTheSame(String form) {
    Stream.of("]", ")", "\\}")
        .filter(form::endsWith)
        .map(close -> form.substring(0, form.length() - close.length()))
        .flatMap(open -> Stream.of(open, open + "]", open + ")", open + "\\}", open + "))"))
        .filter(other -> !other.equals(form))
        .forEach(other -> assertNotEqual(form, other));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void anotherOrderIsTheSameInSetsOnly(String form) {
    boolean unordered = form.startsWith("\\{") || form.contains("vmatrix");
    List<Integer> places =
        IntStream.range(0, unordered ? 0 : form.length())
            .filter(i -> Character.isDigit(form.charAt(i)) && isSaid(form, i))
            .boxed()
            .toList();
    for (int i : places) {
      for (int j : places) {
        if (form.charAt(i) != form.charAt(j)) {
          StringBuilder swapped = new StringBuilder(form);
          swapped.setCharAt(i, form.charAt(j));
          swapped.setCharAt(j, form.charAt(i));
          assertNotEqual(form, swapped.toString());
        }
      }
    }
  }

  private void assertNotEqual(String one, String other) {
    assertThat(equality.compare(one, other)).as(one + " ~ " + other).isNotEqualTo(Judgement.EQUAL);
    assertThat(equality.compare(other, one)).as(other + " ~ " + one).isNotEqualTo(Judgement.EQUAL);
  }
}
