// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.answer;

import dev.assay.reasoning.answer.Answer.Quantity;
import dev.assay.reasoning.answer.Answer.Several;
import dev.assay.reasoning.math.Formula;
import dev.assay.reasoning.math.Rational;
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
  static Optional<Answer> read(String text) {
    Optional<Answer> marked = marked(text);
    if (marked.isPresent()) {
      return marked;
    }
    Optional<Answer> counted = counted(text);
    return counted.isPresent() ? counted : amount(text, Unit.NONE);
  }

  private static Optional<Answer> of(Formula formula, Unit unit) {
    List<Answer> values =
        formula.values().stream().<Answer>map(each -> new Quantity(each, unit)).toList();
    return switch (values.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(values.getFirst());
      default -> Optional.of(new Several(values, false));
    };
  }

  private static Optional<Answer> marked(String text) {
    Matcher money = MONEY.matcher(text);
    if (money.matches()) {
      Unit unit = Unit.of(CURRENCIES.getOrDefault(money.group(2), ""), Rational.ONE);
      return money(money.group(1) + money.group(3), unit);
    }
    if (text.endsWith("$") && NUMERAL.matcher(inner(text)).matches()) {
      return amount(inner(text), unit("dollar"));
    }
    if (text.endsWith("%")) {
      return amount(inner(text), unit(Units.PERCENT));
    }
    if (text.endsWith("\u00b0") && !ANGLED.matcher(text).find()) {
      return amount(inner(text), unit("degree"));
    }
    return Optional.empty();
  }

  /** Behind a currency sign, a unit can only say the same again, or how many. */
  private static Optional<Answer> money(String amount, Unit unit) {
    Optional<Answer> plain = amount(amount, unit);
    return plain.isPresent()
        ? plain
        : read(amount)
            .filter(each -> each instanceof Quantity(_, Unit said) && agrees(said, unit))
            .flatMap(each -> of(((Quantity) each).formula(), unit));
  }

  private static boolean agrees(Unit said, Unit unit) {
    return said.isNone() || said.equals(unit);
  }

  private static Optional<Answer> counted(String text) {
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
    Optional<Answer> all = counted(plain.group(1), plain.group(3).strip(), power, apart);
    return all.isPresent() ? all : lastWord(bare, power);
  }

  private static Optional<Answer> lastWord(String text, int power) {
    Matcher last = LAST_WORD.matcher(text);
    return last.matches()
        ? Units.known(last.group(2), power).flatMap(unit -> amount(last.group(1).strip(), unit))
        : Optional.empty();
  }

  private static Optional<Answer> counted(String amount, String words, int power, boolean apart) {
    Optional<Rational> multiple = Units.multiple(words.split(" ", 2)[0]);
    if (multiple.isPresent() && power == 1) {
      return multiplied(amount, words, multiple.get());
    }
    boolean numeral = NUMERAL.matcher(amount).matches();
    // A single letter may be a variable as well: 5m is 5 times m, and 5 m a length.
    boolean sure = words.length() > 1 || (apart && numeral);
    Optional<Unit> known = sure ? Units.known(words, power) : Optional.empty();
    if (known.isPresent()) {
      return amount(amount, known.get());
    }
    return apart && power == 1
        ? Units.noun(words).flatMap(unit -> constant(amount, unit))
        : Optional.empty();
  }

  private static Optional<Answer> multiplied(String amount, String words, Rational multiple) {
    String[] parts = words.split(" ", 2);
    Optional<Unit> unit =
        parts.length == 1
            ? Optional.of(Unit.NONE)
            : Units.known(parts[1], 1).or(() -> Units.noun(parts[1]));
    return unit.flatMap(
        each -> Formula.parse(amount).flatMap(formula -> of(formula.times(multiple), each)));
  }

  private static Optional<Answer> amount(String amount, Unit unit) {
    return Formula.parse(amount).flatMap(each -> of(each, unit));
  }

  private static Optional<Answer> constant(String amount, Unit unit) {
    return Formula.parse(amount).filter(Formula::isConstant).flatMap(each -> of(each, unit));
  }

  private static Unit unit(String word) {
    return Units.known(word, 1).orElseThrow();
  }

  private static String inner(String text) {
    return text.substring(0, text.length() - 1).strip();
  }
}
