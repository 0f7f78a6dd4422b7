// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Order;
import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.answers.ParsedAnswer.Several;
import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Rational;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a number or an expression with its unit: 5 cm, 90°, 50%, 3 million, 24 apples. */
final class CountedAmounts {

  /** Functions whose argument the degrees may belong to. */
  private static final Pattern ANGLED = Pattern.compile("sin|cos|tan|cot|sec|csc");

  private CountedAmounts() {}

  /** The quantity; both of them where there is a plus-minus sign; empty if it is none. */
  static Optional<ParsedAnswer> read(String text) {
    Optional<ParsedAnswer> counted = counted(text);
    return counted.isPresent() ? counted : amount(text, Unit.NONE);
  }

  /** The amount and the unit behind it, at the first place where both can be read. */
  private static Optional<ParsedAnswer> counted(String text) {
    for (UnitTail tail : UnitTail.of(text)) {
      Optional<ParsedAnswer> counted = multiplied(tail).or(() -> counted(tail));
      if (counted.isPresent()) {
        return counted;
      }
    }
    return Optional.empty();
  }

  private static Optional<ParsedAnswer> counted(UnitTail tail) {
    Optional<Unit> unit = tail.unit();
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    boolean angled = unit.get().isDegree() && ANGLED.matcher(tail.amount()).find();
    boolean dollars = tail.words().equals("$") && !tail.isNumeral();
    return angled || dollars ? Optional.empty() : amount(tail.amount(), unit.get());
  }

  /** So many thousands or dozens, of whatever. */
  private static Optional<ParsedAnswer> multiplied(UnitTail tail) {
    String[] parts = tail.words().split(" ", 2);
    Optional<Rational> multiple = CountedNouns.multiple(parts[0]);
    if (multiple.isEmpty()) {
      return Optional.empty();
    }
    Optional<Unit> unit =
        parts.length == 1 ? Optional.of(Unit.NONE) : UnitExpression.read(parts[1]);
    return unit.flatMap(
        each ->
            Formula.parse(CountedNumerals.plain(tail.amount()))
                .flatMap(formula -> of(formula.times(multiple.get()), each)));
  }

  /** The amount of a unit; of what is merely named, only a number can be counted. */
  static Optional<ParsedAnswer> amount(String amount, Unit unit) {
    String plain = unit.isNone() ? amount : CountedNumerals.plain(amount);
    return Formula.parse(plain)
        .filter(formula -> unit.isKnown() || formula.isConstant())
        .flatMap(formula -> of(formula, unit));
  }

  static Optional<ParsedAnswer> of(Formula formula, Unit unit) {
    List<ParsedAnswer> values =
        formula.values().stream().<ParsedAnswer>map(each -> new Quantity(each, unit)).toList();
    return switch (values.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(values.getFirst());
      default -> Optional.of(new Several(values, false, Order.NONE));
    };
  }
}
