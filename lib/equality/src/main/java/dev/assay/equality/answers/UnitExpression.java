// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads products and ratios of units: kg m^{-3}, metres per second squared, dollars per ticket.
 * What is multiplied behind a slash is read in two ways, and so in none.
 */
final class UnitExpression {

  /** Letters of all that is said of a unit. */
  static final int LONGEST = 80;

  /** Units in a product. */
  private static final int MOST = 8;

  private static final String TORQUE = "torque";
  private static final Dimension LENGTH = Dimension.of("m");
  private static final Dimension ENERGY = Dimension.of("kg m^2 s^-2");

  /** Written like this, metres per second are milliseconds to the power of minus one. */
  private static final Pattern CLOSE =
      Pattern.compile("(?<!\\p{L})m[smgLNVAWJKH] ?\\^ ?\\{? ?-|(?<!\\p{L})m[smgLNVAWJKH]-[0-9]");

  private static final Pattern SPACE = Pattern.compile(" *+");
  private static final Pattern TIMES =
      Pattern.compile(" ?(?:\\*|\\\\cdot|\\\\times|-(?=[a-z])|\\.(?=\\p{L})) ?");
  private static final Pattern OVER = Pattern.compile(" ?(?:/|per(?![a-z]| cent| mill)) ?");
  private static final Pattern POWER =
      Pattern.compile(" ?\\^ ?(?:\\{ ?([+-]?[0-9]{1,2}) ?\\}|([+-]?[0-9]{1,2}))|(-?[0-9]{1,2})");
  private static final Pattern RAISED = Pattern.compile(" (squared|cubed)(?![a-z])");
  private static final Pattern RAISING = Pattern.compile("(square|sq\\.?|cubic|cu\\.?) ");
  private static final Pattern SIGN =
      Pattern.compile(
          "\u00b0 ?[CFK](?![a-z])|[A-Z]{0,2}\\$|[\u00b0%\u2030\u00a2\u20ac\u00a3\u00a5\u20b9\u20a9\u20bd]");
  private static final Pattern OPEN = Pattern.compile("\\(");
  private static final Pattern WORDS =
      Pattern.compile("\\p{L}++(?:\\.(?!\\p{L}))?(?:[ -]\\p{L}++(?:\\.(?!\\p{L}))?){0,3}+");

  private static final Map<String, Integer> POWERS =
      Map.of("square", 2, "sq", 2, "squared", 2, "cubic", 3, "cu", 3, "cubed", 3);

  private final TextScanner text;
  private int units;
  private boolean behindSlash;

  private UnitExpression(String text) {
    this.text = new TextScanner(text);
  }

  /** The unit, if all of the text says one; nouns are units of their own. */
  static Optional<Unit> read(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    if (CLOSE.matcher(text).find()) {
      return Optional.of(Unit.noun(text));
    }
    UnitExpression expression = new UnitExpression(text);
    return expression.all().filter(_ -> expression.text.isAtEnd()).map(Unit::orShare);
  }

  private Optional<Unit> all() {
    behindSlash = text.found(OVER);
    Optional<Unit> product = behindSlash ? part(-1).map(over -> Unit.NONE.times(over, 1)) : part(1);
    while (product.isPresent() && !text.isAtEnd() && units < MOST) {
      boolean over = text.found(OVER);
      boolean times = !over && (text.found(TIMES) || text.found(SPACE));
      if (times && behindSlash) {
        return Optional.empty();
      }
      behindSlash = over;
      product = product.flatMap(left -> part(over ? -1 : 1).map(right -> product(left, right)));
    }
    return product;
  }

  /** A force times a length is a moment, where nothing says that it is an energy. */
  private Unit product(Unit left, Unit right) {
    Unit product = left.times(right, 1);
    boolean lever = left.dimension().equals(LENGTH) || right.dimension().equals(LENGTH);
    return units == 2 && lever && product.dimension().equals(ENERGY)
        ? product.ofKind(TORQUE)
        : product;
  }

  /** A unit with its power; alone, and as it is, it keeps what is special about it. */
  private Optional<Unit> part(int sign) {
    text.found(SPACE);
    units++;
    int before = text.found(RAISING) ? POWERS.getOrDefault(text.group(1).replace(".", ""), 1) : 1;
    Optional<Unit> unit = unit();
    int power = sign * before * power();
    boolean fits = Math.abs(power) <= Unit.HIGHEST && power != 0;
    return unit.filter(_ -> fits).map(each -> power == 1 ? each : Unit.NONE.times(each, power));
  }

  private Optional<Unit> unit() {
    if (text.found(SIGN)) {
      return UnitTable.find(text.group().replace(" ", ""));
    }
    return text.found(OPEN) ? group() : named();
  }

  private int power() {
    if (text.found(RAISED)) {
      return POWERS.getOrDefault(text.group(1), 1);
    }
    return text.found(POWER) ? Integer.parseInt(text.group(1) + text.group(2) + text.group(3)) : 1;
  }

  /** The longest run of words that is a unit, or else what is counted. */
  private Optional<Unit> named() {
    if (!text.looking(WORDS)) {
      return Optional.empty();
    }
    String run = text.group();
    for (int end = run.length(); end > 0; end = separator(run, end)) {
      Optional<Unit> unit = UnitTable.find(plain(run.substring(0, end)));
      if (unit.isPresent()) {
        text.step(end);
        return unit;
      }
    }
    String noun = run.split(" per(?: |$)", 2)[0];
    text.step(noun.length());
    boolean ends = text.isAtEnd() || text.looking(OVER);
    return ends ? CountedNouns.of(plain(noun)) : Optional.empty();
  }

  private static int separator(String run, int end) {
    return Math.max(run.lastIndexOf(' ', end - 1), run.lastIndexOf('-', end - 1));
  }

  private static String plain(String words) {
    return words.replace(".", "").replace('-', ' ');
  }

  private Optional<Unit> group() {
    return text.until(')').flatMap(inner -> read(inner.strip()));
  }
}
