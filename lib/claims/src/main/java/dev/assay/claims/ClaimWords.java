// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import java.util.Locale;
import java.util.Set;

/** The English that arithmetic in prose hangs on, as far as this package knows it. */
final class ClaimWords {

  /** Words that end a phrase of units: what follows them is another thought. */
  private static final Set<String> NO_UNIT =
      words(
          "and or so then is are was were be been thus therefore hence which that he she it they we"
              + " i you if when where because since let means gives get gets makes has have equals"
              + " twice half double triple dozen than by also but while not to as");

  /** Words before an expression that belong to it. */
  private static final Set<String> TAKES_PART_BEFORE =
      words(
          "twice half double thrice triple quadruple of by than less square cube squared negative"
              + " one two three four five six seven eight nine ten eleven twelve twenty thirty forty"
              + " fifty hundred thousand million and-a-half mod base log ln sin cos tan average mean"
              + " gcd lcm max min sqrt multiply divide dividing multiplying add adding subtract"
              + " subtracting");

  /** Words after an expression that change its value. */
  private static final Set<String> TAKES_PART_AFTER =
      words(
          "dozen hundred thousand million billion trillion hundreds thousands millions score of less"
              + " squared cubed r pi k m factorial choose half quarter quarters thirds halves tens"
              + " ones x y n");

  /** Words in whose company equality is another thing, or is not claimed. */
  private static final Set<String> CHANGES_ALL =
      words(
          "mod pmod bmod modulo congruent base binary octal hexadecimal contradiction impossible"
              + " suppose assume incorrect wrong cannot mistake pm am clock o'clock midnight noon");

  private static final Set<String> DENIALS = words("false not fails fail doesn't isn't never");

  private static final Set<String> AVERAGES =
      words("average mean median ratio remainder rounded round rounding nearest difference");

  private static final Set<String> ABOUT =
      words(
          "about approximately roughly around nearly almost approx rounded rounding round rounds"
              + " nearest estimate estimated truncated");

  private static final Set<String> JOINED_UNITS =
      words("kg cm mm km ml lb lbs oz ft in mi hr hrs min mins mph kmh kph cal kcal rpm sec secs");

  /** Letters. In small letters some of a stranger's letters are two, and a long word is work. */
  private static final int LONGEST = 40;

  private ClaimWords() {}

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  /** A word as the lists have it; they have no long ones. */
  static String lower(ClaimToken token) {
    return lower(token.text());
  }

  static String lower(String word) {
    return word.length() > LONGEST ? word : word.toLowerCase(Locale.ROOT);
  }

  static boolean endsUnits(ClaimToken word) {
    return NO_UNIT.contains(lower(word));
  }

  static boolean takesPartBefore(ClaimToken word) {
    return TAKES_PART_BEFORE.contains(lower(word));
  }

  static boolean takesPartAfter(ClaimToken word) {
    return TAKES_PART_AFTER.contains(lower(word));
  }

  static boolean changesAll(ClaimToken token) {
    return CHANGES_ALL.contains(lower(token).replace("\\", ""));
  }

  /** Whether a word after a claim may deny it. */
  static boolean denies(ClaimToken word) {
    return DENIALS.contains(lower(word));
  }

  static boolean averages(ClaimToken word) {
    return AVERAGES.contains(lower(word));
  }

  static boolean about(ClaimToken word) {
    return ABOUT.contains(lower(word));
  }

  static boolean scales(ClaimToken word) {
    return Set.of("dozen", "hundred", "thousand", "million", "billion", "trillion", "score")
        .contains(lower(word));
  }

  /** Whether letters that touch a number are a unit, and no unknown with a name. */
  static boolean isJoinedUnit(ClaimToken word) {
    boolean name = Character.isUpperCase(word.text().charAt(0));
    return JOINED_UNITS.contains(lower(word)) || (word.text().length() > 2 && !name);
  }

  static boolean isLetter(ClaimToken word) {
    return word.text().length() == 1;
  }

  static boolean isTimes(ClaimToken word) {
    return word.text().equals("x") || word.text().equals("X");
  }
}
