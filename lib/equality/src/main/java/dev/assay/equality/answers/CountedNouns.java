// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.math.Rational;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is counted and is no unit of the table, such as apples, and words for how many at once. */
final class CountedNouns {

  private static final Map<String, Rational> MULTIPLES =
      Map.of(
          "dozen", Rational.of(12),
          "hundred", Rational.of(100),
          "thousand", Rational.of(1_000),
          "million", Rational.of(1_000_000),
          "billion", Rational.of(1_000_000_000),
          "trillion", Rational.of(1_000_000_000_000L));

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
          under per square cubic from through noon midnight\
          """
              .split(" ", -1));

  private static final Pattern NOUN = Pattern.compile("[a-z]{3,20}(?: [a-z]{2,20}){0,2}");
  private static final Pattern VOWEL = Pattern.compile("[aeiou]");

  private CountedNouns() {}

  static Optional<Rational> multiple(String word) {
    return Optional.ofNullable(MULTIPLES.get(word.toLowerCase(Locale.ROOT)));
  }

  /** What is counted, in one to three words. */
  static Optional<Unit> of(String words) {
    String name = words.toLowerCase(Locale.ROOT).strip();
    boolean noun = NOUN.matcher(name).matches() && VOWEL.matcher(name).find();
    for (String word : name.split(" ", -1)) {
      noun &= !NO_NOUNS.contains(word);
    }
    return noun ? Optional.of(Unit.noun(singular(name))) : Optional.empty();
  }

  private static String singular(String name) {
    return name.length() > 2 && name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }
}
