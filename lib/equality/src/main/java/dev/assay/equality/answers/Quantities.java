// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Order;
import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.answers.ParsedAnswer.Several;
import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Rational;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a number or an expression with its unit: 5 cm, $5, 90°, 50%, 3 million, 24 apples. */
final class Quantities {

  private static final Map<String, String> CURRENCIES =
      Map.of("$", "dollar", "\u20ac", "euro", "\u00a3", "pound sterling");

  private static final Pattern MONEY =
      Pattern.compile("([+-]?)\\s?([$\u20ac\u00a3])\\s?([^$\u20ac\u00a3]+)");

  /** A power that a unit may carry. */
  private static final Pattern POWER = Pattern.compile("\\s?\\^\\s?\\{?([23])\\}?$");

  private static final Pattern TEXT = Pattern.compile("(.*[^\\\\ ])\\s?\\\\text\\s?\\{([^{}]*)\\}");
  private static final Pattern PLAIN =
      Pattern.compile("(.*?[^A-Za-z /.\\\\])( ?)([A-Za-z][A-Za-z /.]*)");

  /** Functions whose argument the degrees may belong to. */
  private static final Pattern ANGLED = Pattern.compile("sin|cos|tan|cot|sec|csc");

  private static final Pattern LAST_WORD = Pattern.compile("(.* )([A-Za-z]{2,})");
  private static final Pattern NUMERAL = Pattern.compile("[+-]?[0-9][0-9,./ ]*");

  private Quantities() {}

  /** The quantity; both of them where there is a plus-minus sign; empty if it is none. */
  static Optional<ParsedAnswer> read(String text) {
    Optional<ParsedAnswer> marked = marked(text);
    if (marked.isPresent()) {
      return marked;
    }
    Optional<ParsedAnswer> counted = counted(text);
    return counted.isPresent() ? counted : amount(text, Unit.NONE);
  }

  private static Optional<ParsedAnswer> of(Formula formula, Unit unit) {
    List<ParsedAnswer> values =
        formula.values().stream().<ParsedAnswer>map(each -> new Quantity(each, unit)).toList();
    return switch (values.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(values.getFirst());
      default -> Optional.of(new Several(values, false, Order.NONE));
    };
  }

  private static Optional<ParsedAnswer> marked(String text) {
    Matcher money = MONEY.matcher(text);
    if (money.matches()) {
      Unit unit = Unit.of(CURRENCIES.getOrDefault(money.group(2), ""), Rational.ONE);
      return money(money.group(1) + money.group(3), unit);
    }
    if (text.endsWith("$") && NUMERAL.matcher(inner(text)).matches()) {
      return amount(inner(text), unit("dollar"));
    }
    if (text.endsWith("%")) {
      return amount(inner(text), unit(UnitTable.PERCENT));
    }
    if (text.endsWith("\u00b0") && !ANGLED.matcher(text).find()) {
      return amount(inner(text), unit("degree"));
    }
    return Optional.empty();
  }

  /** Behind a currency sign, a unit can only say the same again, or how many. */
  private static Optional<ParsedAnswer> money(String amount, Unit unit) {
    Optional<ParsedAnswer> plain = amount(amount, unit);
    return plain.isPresent()
        ? plain
        : read(amount)
            .filter(each -> each instanceof Quantity(_, Unit said) && agrees(said, unit))
            .flatMap(each -> of(((Quantity) each).formula(), unit));
  }

  private static boolean agrees(Unit said, Unit unit) {
    return said.isNone() || said.equals(unit);
  }

  private static Optional<ParsedAnswer> counted(String text) {
    Matcher raised = POWER.matcher(text);
    int power = raised.find() ? Integer.parseInt(raised.group(1)) : 1;
    String bare = power == 1 ? text : text.substring(0, raised.start());
    Matcher typeset = TEXT.matcher(bare);
    if (typeset.matches()) {
      return counted(typeset.group(1).strip(), typeset.group(2).strip(), power, true);
    }
    Matcher plain = PLAIN.matcher(bare);
    if (!plain.matches()) {
      return lastWord(bare, power);
    }
    boolean apart = !plain.group(2).isEmpty();
    Optional<ParsedAnswer> all = counted(plain.group(1), plain.group(3).strip(), power, apart);
    return all.isPresent() ? all : lastWord(bare, power);
  }

  private static Optional<ParsedAnswer> lastWord(String text, int power) {
    Matcher last = LAST_WORD.matcher(text);
    return last.matches()
        ? UnitTable.known(last.group(2), power).flatMap(unit -> amount(last.group(1).strip(), unit))
        : Optional.empty();
  }

  private static Optional<ParsedAnswer> counted(
      String amount, String words, int power, boolean apart) {
    Optional<Rational> multiple = UnitTable.multiple(words.split(" ", 2)[0]);
    if (multiple.isPresent() && power == 1) {
      return multiplied(amount, words, multiple.get());
    }
    boolean numeral = NUMERAL.matcher(amount).matches();
    // A single letter may be a variable as well: 5m is 5 times m, and 5 m a length.
    boolean sure = words.length() > 1 || (apart && numeral);
    Optional<Unit> known = sure ? UnitTable.known(words, power) : Optional.empty();
    if (known.isPresent()) {
      return amount(amount, known.get());
    }
    return apart && power == 1
        ? UnitTable.noun(words).flatMap(unit -> constant(amount, unit))
        : Optional.empty();
  }

  private static Optional<ParsedAnswer> multiplied(String amount, String words, Rational multiple) {
    String[] parts = words.split(" ", 2);
    Optional<Unit> unit =
        parts.length == 1
            ? Optional.of(Unit.NONE)
            : UnitTable.known(parts[1], 1).or(() -> UnitTable.noun(parts[1]));
    return unit.flatMap(
        each -> Formula.parse(amount).flatMap(formula -> of(formula.times(multiple), each)));
  }

  private static Optional<ParsedAnswer> amount(String amount, Unit unit) {
    return Formula.parse(amount).flatMap(each -> of(each, unit));
  }

  private static Optional<ParsedAnswer> constant(String amount, Unit unit) {
    return Formula.parse(amount).filter(Formula::isConstant).flatMap(each -> of(each, unit));
  }

  private static Unit unit(String word) {
    return UnitTable.known(word, 1).orElseThrow();
  }

  private static String inner(String text) {
    return text.substring(0, text.length() - 1).strip();
  }
}
