// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Measure;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a unit without a number, such as kg m^{-3}, which would else be a product of variables. */
final class Measures {

  private static final Pattern BEGIN = Pattern.compile("\\\\text ?\\{|\\\\(?:mu|Omega)|\\p{L}");
  private static final Pattern PRODUCT = Pattern.compile("[/^*0-9]|\\\\cdot| ");
  private static final Pattern SYMBOL = Pattern.compile("\\p{L}{2,}");

  /** A power right behind a letter that is set apart from the one before, as in m s-1. */
  private static final Pattern DASHED =
      Pattern.compile("(?=.*-[1-9])\\p{L}(?:-?[1-9])?(?:[ *]\\p{L}(?:-?[1-9])?)++");

  private Measures() {}

  /** The unit, if it has several parts, and is no product of italic letters. */
  static Optional<ParsedAnswer> read(String text) {
    if (text.length() > UnitExpression.LONGEST || !BEGIN.matcher(text).lookingAt()) {
      return Optional.empty();
    }
    String plain = UnitTail.undressed(text);
    boolean upright =
        text.startsWith("\\text")
            || SYMBOL.matcher(plain).find()
            || DASHED.matcher(plain).matches();
    boolean parts = upright && PRODUCT.matcher(plain).find();
    return parts
        ? UnitExpression.read(plain).filter(Unit::isKnown).map(Measure::new)
        : Optional.empty();
  }
}
