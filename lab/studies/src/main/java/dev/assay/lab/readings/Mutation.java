// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.readings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Small changes that make another answer of an answer: what a careless reader would take for the
 * same. Each gives all the texts that differ from the given one in one place.
 */
enum Mutation {
  DIGIT(Mutation::digits),
  DIGIT_LOST(text -> at(text, "[1-9](?=\\d)|(?<=\\d)[1-9]", _ -> Stream.of(""))),
  SIGN(
      text ->
          Stream.concat(
              at(
                  text,
                  "(?<![\\w.,^_{/\\\\$–-]|\\\\pm ?)(?=[0-9.]*[1-9])\\d",
                  number -> Stream.of("-" + number)),
              at(text, "[-+](?=[\\d\\\\a-z])", Mutation::turned))),
  UNIT(
      text ->
          at(
                  text,
                  "(?<![A-Za-z\\\\])(?:[kcm]?m|k?g|mg|h|s|[mM]W|k?Hz)(?![A-Za-z])",
                  Mutation::units)
              .filter(mutant -> !Mutation.cancels(mutant))),
  EXPONENT(text -> at(text, "\\^(?:\\{-?\\w+\\}|\\w)|[²³]", _ -> Stream.of("", "^{9}"))),
  /**
   * Of variables, and of symbols that mean something else then: a word, or a unit that cannot be
   * mistaken, is the same in capitals.
   */
  CASE(
      text ->
          at(
              text,
              "(?<![A-Za-z\\\\.{]|\\d ?)[B-Zb-z&&[^LlR]](?![A-Za-z.])|(?<=\\d ?)[STG](?![A-Za-z])"
                  + "|(?<![A-Za-z\\\\])[mM](?=(?:g|W|Hz|J|V|A|m|s|Pa)(?![A-Za-z]))",
              Mutation::otherCase)),
  ORDER(text -> at(text, "(?<=[(,] ?)(-?\\w+)(, ?)(-?\\w+)(?= ?[,)])", Mutation::swapped)),
  BRACKET(
      text ->
          at(
              text,
              "^[\\[(](?=.*,)(?!-?(?:\\\\infty|∞))|(?<=,.{1,40})(?<!\\\\infty|∞|\\\\)[\\])]$",
              Mutation::otherBracket)),
  POINT(text -> at(text, "(?:[1-9]\\.\\d|\\d\\.[1-9])", Mutation::moved));

  @SuppressWarnings("ImmutableEnumChecker") // Each is a function of its text alone.
  private final Function<String, Stream<String>> rule;

  Mutation(Function<String, Stream<String>> rule) {
    this.rule = rule;
  }

  /** None of them is the text itself. */
  List<String> of(String text) {
    return rule.apply(text).filter(mutated -> !mutated.equals(text)).distinct().toList();
  }

  /** The text with each match replaced, one at a time. */
  private static Stream<String> at(
      String text, String pattern, Function<String, Stream<String>> replacements) {
    List<String> mutated = new ArrayList<>();
    for (MatchResult match : Pattern.compile(pattern).matcher(text).results().toList()) {
      replacements
          .apply(match.group())
          .forEach(
              other ->
                  mutated.add(
                      text.substring(0, match.start()) + other + text.substring(match.end())));
    }
    return mutated.stream();
  }

  private static Stream<String> digits(String text) {
    return at(
        text,
        "(?<![0-9.])(?!0(?![0-9.]))[0-9]|(?<=[0-9.])[0-9]",
        digit ->
            IntStream.range(0, 10)
                .filter(other -> other != digit.charAt(0) - '0')
                .mapToObj(Integer::toString));
  }

  private static Stream<String> turned(String sign) {
    return Stream.of(sign.equals("-") ? "+" : "-");
  }

  private static Stream<String> units(String unit) {
    return Stream.of("m", "km", "mm", "g", "Mg", "s", "h", "mW", "MW")
        .filter(other -> !other.equals(unit));
  }

  /** Whether a unit stands over itself, which is none. */
  private static boolean cancels(String mutant) {
    return Pattern.compile(
            "(?<![A-Za-z\\\\])([A-Za-z]+)\\}?(?:\\^\\{?-1\\}? ?|[ /·])(?:\\\\text\\{)?\\1(?![A-Za-z])")
        .matcher(mutant)
        .find();
  }

  private static Stream<String> otherCase(String symbol) {
    return at(
        symbol,
        "[A-Za-z]",
        letter ->
            Stream.of(letter.toLowerCase(Locale.ROOT), letter.toUpperCase(Locale.ROOT))
                .filter(other -> !other.equals(letter)));
  }

  private static Stream<String> swapped(String pair) {
    String[] members = pair.split(", ?", -1);
    return Stream.of(members[1] + ", " + members[0]);
  }

  private static Stream<String> otherBracket(String bracket) {
    return Stream.of("([])".substring("([])".indexOf(bracket) ^ 1).substring(0, 1));
  }

  private static Stream<String> moved(String around) {
    return Stream.of(
        "" + around.charAt(0) + around.charAt(2) + ".", "." + around.charAt(0) + around.charAt(2));
  }
}
