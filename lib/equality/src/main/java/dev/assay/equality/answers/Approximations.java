// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Approximate;
import dev.assay.equality.answers.ParsedAnswer.Assigned;
import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.answers.ParsedAnswer.Rounded;
import dev.assay.equality.math.Formula;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers that are said to be rounded, alone or beside the exact value. */
record Approximations(PartReader parts) {

  private static final Pattern SIGN =
      Pattern.compile(
          "\\\\(?:approx|simeq|doteq)(?![a-z])"
              + "|(?:or )?(?<![A-Za-z])"
              + "(?:about|approximately|approx\\.?|roughly|around|nearly)(?![A-Za-z])");

  private static final Pattern TEXT = Pattern.compile("\\\\text\\s?\\{([^{}]*)\\}");

  private static final Pattern DIGITS =
      Pattern.compile("([0-9]{0,40})\\.([0-9]{1,40})|([0-9]{1,40})");

  /** What is no numeral is not what something was rounded to. */
  private static final Pattern EXACT = Pattern.compile("/|\\\\(?:d?frac|sqrt|pi|ln|log|sin|cos)");

  private static final Pattern ZEROS = Pattern.compile("0*$");
  private static final Pattern OR = Pattern.compile("[ ,(]*(?:\\bor)?[ ,(]*$");

  static boolean isOne(String text) {
    return SIGN.matcher(text).find();
  }

  Optional<ParsedAnswer> read(String text) {
    String plain = TEXT.matcher(text).replaceAll(" $1 ").strip();
    Optional<MatchResult> last = SIGN.matcher(plain).results().reduce((_, next) -> next);
    return last.flatMap(
        sign ->
            read(plain.substring(0, sign.start()).strip(), plain.substring(sign.end()).strip()));
  }

  private Optional<ParsedAnswer> read(String before, String after) {
    String left = OR.matcher(before).replaceAll("");
    if (after.equals(")") || after.isEmpty()) {
      return approximate(left).map(each -> each);
    }
    boolean bracket = before.contains("(") && after.endsWith(")") && !after.contains("(");
    Optional<Approximate> value =
        approximate(bracket ? after.substring(0, after.length() - 1).strip() : after);
    return left.isEmpty() ? value.map(each -> each) : value.flatMap(each -> beside(left, each));
  }

  private Optional<ParsedAnswer> beside(String left, Approximate value) {
    Optional<String> name = Names.of(left, Formula.parse(left));
    return name.isPresent()
        ? Optional.of(new Assigned(name.get(), value, Optional.empty()))
        : parts.understood(left).flatMap(exact -> rounded(exact, value));
  }

  /** Both parts must agree; the exact one is the answer then. */
  private static Optional<ParsedAnswer> rounded(ParsedAnswer exact, Approximate value) {
    return switch (exact) {
      case Assigned(String name, ParsedAnswer inner, Optional<Formula> difference) ->
          rounded(inner, value).map(each -> new Assigned(name, each, difference));
      case Quantity quantity when ApproximateComparison.mayBe(value, quantity) ->
          Optional.of(new Rounded(quantity, value));
      case ParsedAnswer _ -> Optional.empty();
    };
  }

  private Optional<Approximate> approximate(String text) {
    Optional<ParsedAnswer> read = parts.understood(text);
    OptionalDouble place = place(text);
    return read.isPresent() && read.get() instanceof Quantity quantity && place.isPresent()
        ? Optional.of(new Approximate(quantity, place.getAsDouble()))
        : Optional.empty();
  }

  /** The last digit that counts: zeros at the end of a whole number may only fill its places. */
  private static OptionalDouble place(String text) {
    Matcher digits = DIGITS.matcher(text.replace(",", ""));
    if (EXACT.matcher(text).find() || !digits.find()) {
      return OptionalDouble.empty();
    }
    String places = digits.group(2);
    if (places != null) {
      return OptionalDouble.of(Math.pow(10, -places.length()));
    }
    Matcher zeros = ZEROS.matcher(digits.group(3));
    int count = zeros.find() ? zeros.group().length() : 0;
    return OptionalDouble.of(Math.pow(10, Math.min(count, digits.group(3).length() - 1)));
  }
}
