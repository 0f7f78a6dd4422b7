// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Words;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds products whose factors have an order: capitals, one of which is transposed or inverted, are
 * matrices. They equal the same letters in the same order only.
 */
final class MatrixProducts {

  private static final Pattern TRANSPOSED =
      Pattern.compile(
          "[A-Z] ?\\^ ?\\{? ?(?:\\\\text ?\\{ ?)?(?:T|\\\\top|\\\\intercal|\\\\dagger)(?![a-z])");

  private static final Pattern INVERTED = Pattern.compile("[A-Z] ?\\^ ?\\{ ?- ?1 ?\\}");

  private static final Pattern OTHERS = Pattern.compile("(?<![\\\\a-z{^_0-9])[A-Z](?![a-z_])");

  /** A product beside the same in another order, and the products of vectors and of sets. */
  private static final Pattern ORDERED =
      Pattern.compile(
          "(?<![A-Za-z\\\\])([A-Z]) ?(?!\\1)([A-Z])(?![A-Za-z]).*(?<![A-Za-z\\\\])\\2 ?\\1(?![A-Za-z])"
              + "|\\\\(?:mathbf|vec|boldsymbol|bm|hat) ?\\{?[A-Za-z]\\}? ?\\\\times ?\\\\(?:mathbf|vec|boldsymbol|bm|hat)"
              + "|(?<![A-Za-z\\\\])[A-Z] ?\\\\times ?[A-Z](?![A-Za-z])");

  private static final Pattern EXPONENT = Pattern.compile("\\^ ?(?:\\{[^{}]*\\}|[^{}])");

  private MatrixProducts() {}

  /** The letters as they stand; empty if it is another product. */
  static Optional<ParsedAnswer> read(String text) {
    boolean turned =
        text.indexOf('^') >= 0
            && (TRANSPOSED.matcher(text).find() || INVERTED.matcher(text).find());
    boolean ordered = turned ? letters(text) > 1 : ORDERED.matcher(text).find();
    return ordered && !isUnit(text)
        ? Optional.of(new Words(text.replace(" ", "")))
        : Optional.empty();
  }

  private static long letters(String text) {
    return OTHERS
        .matcher(EXPONENT.matcher(text).replaceAll(""))
        .results()
        .map(letter -> letter.group())
        .distinct()
        .count();
  }

  /** As in J K^{-1}. */
  private static boolean isUnit(String text) {
    return UnitTail.of(text).stream()
            .anyMatch(tail -> tail.unit().filter(Unit::isKnown).isPresent())
        || UnitExpression.read(UnitTail.undressed(text)).filter(Unit::isKnown).isPresent();
  }
}
