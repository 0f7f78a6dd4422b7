// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.math.Rational;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The units that answers come in, by the words for them. */
final class UnitTable {

  static final String PERCENT = "percent";
  static final String ANGLE = "angle";

  /** Dimension, size, words; the singular is enough. */
  private static final String TABLE =
      """
      length 0.001 mm millimeter millimetre
      length 0.01 cm centimeter centimetre
      length 1 m meter metre
      length 1000 km kilometer kilometre
      length 0.0254 in inch inche
      length 0.3048 ft foot feet
      length 0.9144 yd yard
      length 1609.344 mi mile
      mass 0.000001 mg milligram
      mass 0.001 g gram
      mass 1 kg kilogram
      mass 0.45359237 lb pound
      mass 0.028349523125 oz ounce
      time 1 s sec second
      time 60 min minute
      time 3600 h hr hour
      time 86400 day
      time 604800 week
      year 1 year yr
      month 1 month
      volume 0.001 ml milliliter millilitre
      volume 1 l liter litre
      dollar 1 dollar usd
      dollar 0.01 cent
      euro 1 euro eur
      angle 1 degree deg
      radian 1 radian rad
      percent 0.01 percent
      speed 0.44704 mph
      """;

  private static final Map<String, Unit> WORDS = words();

  private static final Map<String, Rational> MULTIPLES =
      Map.of(
          "dozen", Rational.of(12),
          "hundred", Rational.of(100),
          "thousand", Rational.of(1_000),
          "million", Rational.of(1_000_000),
          "billion", Rational.of(1_000_000_000));

  /** Words that say more than what is counted. */
  private static final Set<String> NO_NOUNS =
      Set.of(
          """
          or and if more less than times of to mod when for is are not between remainder \
          plus minus over by the at least most about approximately squared cubed factorial \
          choose modulo in base half halves third thirds quarters with infinity pi sqrt \
          sin cos tan log ln where unless no dozen hundred thousand million billion \
          trillion only as am pm each theta alpha beta omega gamma sec cot csc exp fourths \
          fifths sixths eighths tenths twelfths hundredths thousandths negative below \
          under\
          """
              .split(" ", -1));

  private static final Pattern SQUARE = Pattern.compile("(square|sq|cubic) (.+)");
  private static final Pattern NOUN = Pattern.compile("[a-z]{3,20}(?: [a-z]{2,20}){0,2}");
  private static final Pattern VOWEL = Pattern.compile("[aeiou]");

  /** Letters of all the words for a unit. */
  private static final int LONGEST = 100;

  private UnitTable() {}

  /** A unit that we know, with its power, such as cm, square feet or metres per second. */
  static Optional<Unit> known(String words, int power) {
    String name = lower(words).replace(".", "").strip();
    Matcher square = SQUARE.matcher(name);
    if (square.matches()) {
      return known(square.group(2), square.group(1).equals("cubic") ? 3 : 2);
    }
    if (name.equals("unit") || name.equals("units")) {
      return Optional.of(Unit.NONE);
    }
    String[] parts = name.split("\\s*/\\s*| per ", 3);
    if (parts.length == 2) {
      return simple(parts[0]).flatMap(top -> simple(parts[1]).map(bottom -> ratio(top, bottom)));
    }
    return simple(name).map(unit -> raised(unit, power));
  }

  static Optional<Rational> multiple(String word) {
    return Optional.ofNullable(MULTIPLES.get(lower(word)));
  }

  /** What is counted, in one to three words. */
  static Optional<Unit> noun(String words) {
    String name = lower(words).strip();
    boolean noun = NOUN.matcher(name).matches() && VOWEL.matcher(name).find();
    for (String word : name.split(" ", -1)) {
      noun &= !NO_NOUNS.contains(word);
    }
    return noun ? Optional.of(Unit.noun(singular(name))) : Optional.empty();
  }

  /** As the tables have it; they have nothing long. */
  private static String lower(String words) {
    return words.length() > LONGEST ? words : words.toLowerCase(Locale.ROOT);
  }

  private static Optional<Unit> simple(String name) {
    return Optional.ofNullable(WORDS.getOrDefault(name, WORDS.get(singular(name))));
  }

  private static String singular(String name) {
    return name.length() > 2 && name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }

  private static Unit ratio(Unit top, Unit bottom) {
    boolean speed = top.dimension().equals("length") && bottom.dimension().equals("time");
    return Unit.of(
        speed ? "speed" : top.dimension() + "/" + bottom.dimension(),
        top.factor().dividedBy(bottom.factor()).orElseThrow());
  }

  private static Unit raised(Unit unit, int power) {
    return power == 1
        ? unit
        : Unit.of(unit.dimension() + power, unit.factor().pow(power).orElseThrow());
  }

  private static Map<String, Unit> words() {
    Map<String, Unit> words = new HashMap<>();
    for (String line : TABLE.lines().toList()) {
      String[] parts = line.split(" ", -1);
      Unit unit = Unit.of(parts[0], Rational.of(new BigDecimal(parts[1])));
      for (int i = 2; i < parts.length; i++) {
        words.put(parts[i], unit);
      }
    }
    return Map.copyOf(words);
  }
}
