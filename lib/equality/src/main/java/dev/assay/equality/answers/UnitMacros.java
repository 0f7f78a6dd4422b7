// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spells out the commands of siunitx: \SI{3}{\metre\per\second} is 3 metres per second. */
final class UnitMacros {

  private static final Pattern QUANTITY =
      Pattern.compile("\\\\(?:SI|qty) ?\\{([^{}]*)\\} ?\\{((?:[^{}]|\\{[^{}]*\\})*+)\\}");
  private static final Pattern UNIT =
      Pattern.compile("\\\\(?:si|unit) ?\\{((?:[^{}]|\\{[^{}]*\\})*+)\\}");
  private static final Pattern NUMBER = Pattern.compile("\\\\num ?\\{([^{}]*)\\}");
  private static final Pattern ANGLE = Pattern.compile("\\\\ang ?\\{([^{};]*)\\}");

  private static final Pattern PREFIX =
      Pattern.compile(
          "\\\\(tera|giga|mega|kilo|hecto|deca|deci|centi|milli|micro|nano|pico|femto) ?\\\\?");
  private static final Pattern POWER = Pattern.compile("\\\\tothe ?\\{([^{}]*)\\}");
  private static final Pattern NAME = Pattern.compile("\\\\([A-Za-z]+) ?");
  private static final Pattern DOT = Pattern.compile("(?<=[A-Za-z0-9])\\.(?=[A-Za-z])");

  private UnitMacros() {}

  static String spelledOut(String text) {
    if (text.indexOf('\\') < 0 || text.indexOf('{') < 0) {
      return text;
    }
    String plain = QUANTITY.matcher(text).replaceAll(UnitMacros::quantity);
    plain = UNIT.matcher(plain).replaceAll(unit -> words(unit.group(1)));
    plain = NUMBER.matcher(plain).replaceAll("$1");
    return ANGLE.matcher(plain).replaceAll("$1\u00b0");
  }

  private static String quantity(java.util.regex.MatchResult quantity) {
    return Matcher.quoteReplacement(quantity.group(1)) + " " + words(quantity.group(2));
  }

  /** Upright, as variables are not, if it is a symbol; with a space between two words. */
  private static String words(String unit) {
    String powers = POWER.matcher(unit).replaceAll("^$1");
    String prefixed = PREFIX.matcher(powers).replaceAll(" $1");
    String spelled = NAME.matcher(prefixed).replaceAll(" $1 ");
    String plain = DOT.matcher(spelled).replaceAll(" ").replace('{', ' ').replace('}', ' ');
    return Matcher.quoteReplacement("\\text{" + plain.replaceAll("\\s+", " ").strip() + "}");
  }
}
