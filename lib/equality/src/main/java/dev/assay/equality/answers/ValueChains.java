// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.ParsedAnswer.Assigned;
import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.math.Formula;
import java.util.List;
import java.util.Optional;

/**
 * Reads chains that come to a value with its unit: S = 6 · 8 / 2 = 24 cm². What comes before may be
 * a formula of variables, or the same number, with its unit or without.
 */
final class ValueChains {

  private ValueChains() {}

  static Optional<ParsedAnswer> read(List<String> sides, PartReader reader) {
    Optional<Formula> first = Formula.parse(sides.getFirst());
    Optional<String> name = Names.of(sides.getFirst(), first);
    int from = name.isPresent() ? 1 : 0;
    Optional<Quantity> last = quantity(sides.getLast(), reader).filter(ValueChains::isConstant);
    boolean chain =
        sides.size() > from + 1
            && last.isPresent()
            && sides.subList(from, sides.size() - 1).stream()
                .allMatch(side -> comesTo(last.get(), side, name, reader));
    return chain
        ? last.map(
            value ->
                name.<ParsedAnswer>map(each -> new Assigned(each, value, Optional.empty()))
                    .orElse(value))
        : Optional.empty();
  }

  private static boolean comesTo(
      Quantity last, String side, Optional<String> name, PartReader reader) {
    return quantity(side, reader)
        .or(() -> Formula.parse(side).map(each -> new Quantity(each, Unit.NONE)))
        .filter(each -> isConstant(each) || (name.isPresent() && isFormula(each, name.get())))
        .filter(each -> !isConstant(each) || Amounts.compare(each, last) == Judgement.EQUAL)
        .isPresent();
  }

  /** Not a name of the same: that of an equation with two sides that are to be found. */
  private static boolean isFormula(Quantity side, String name) {
    return side.formula().name().isEmpty() && !side.formula().variables().contains(name);
  }

  private static boolean isConstant(Quantity quantity) {
    return quantity.formula().isConstant();
  }

  private static Optional<Quantity> quantity(String text, PartReader reader) {
    return reader
        .understood(text)
        .flatMap(
            each ->
                each instanceof Quantity value ? Optional.of(value) : Optional.<Quantity>empty());
  }
}
