// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.answers.ParsedAnswer.Range;
import dev.assay.equality.answers.ParsedAnswer.Words;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ranges, which are no subtractions: 12-17, 6–9 days, between 3 and 5, $5 to $10. */
final class RangeReader {

  private static final String NUMBER = "[0-9][0-9,.]*+(?:/[0-9]++)?";
  private static final String CURRENCY = "(?:[A-Z]{0,2}\\$|[\u20ac\u00a3\u00a5\u20b9]) ?";

  private static final Pattern DASHED =
      Pattern.compile(
          "((?:%1$s)?%2$s(?: ?(?:%%|\u00b0(?: ?[CFK])?|\\\\text ?\\{[^{}]*\\}|[A-Za-z]++))?)"
                  .formatted(CURRENCY, NUMBER)
              + "( ?)-{1,3} ?((?:%1$s)?%2$s)(?![0-9!^*/+-])((?: |\\\\text|[A-Za-z%%\u00b0]).*)?"
                  .formatted(CURRENCY, NUMBER));

  /** Three numbers and more with dashes are the sides of a triangle, a date or a telephone. */
  private static final Pattern CHAIN = Pattern.compile("[0-9]++(?:-[0-9]++){2,}+");

  private static final Pattern WORDED =
      Pattern.compile("(?:(from|between) )?(.{1,80}?) (to|and|through) (.{1,80})");

  private RangeReader() {}

  static Optional<ParsedAnswer> read(String text) {
    if (CHAIN.matcher(text).matches()) {
      return Optional.of(new Words(text));
    }
    Matcher dashed = DASHED.matcher(text);
    return dashed.matches() ? dashed(dashed) : worded(text);
  }

  private static Optional<ParsedAnswer> dashed(Matcher dashed) {
    String unit = dashed.group(4) == null ? "" : dashed.group(4);
    Optional<Range> range = range(dashed.group(1), dashed.group(3) + unit, RangeReading.RANGE);
    boolean tight = dashed.group(2).isEmpty();
    return range.flatMap(
        ends -> {
          boolean units = !ends.high().unit().isNone();
          boolean rising = RangeComparison.isRising(ends);
          if (!rising && (!tight || units)) {
            return Optional.empty();
          }
          RangeReading plain = tight || units ? RangeReading.DIFFERENCE : RangeReading.SUBTRACTION;
          RangeReading reading = rising ? plain : RangeReading.FALLING;
          return Optional.of(new Range(ends.low(), ends.high(), reading));
        });
  }

  private static Optional<ParsedAnswer> worded(String text) {
    Matcher worded = WORDED.matcher(text);
    if (!worded.matches()) {
      return Optional.empty();
    }
    String opening = worded.group(1) == null ? "" : worded.group(1);
    boolean fits = opening.equals("between") == worded.group(3).equals("and");
    boolean bare = opening.isEmpty() && worded.group(3).equals("to");
    Optional<Range> range =
        fits ? range(worded.group(2), worded.group(4), RangeReading.RANGE) : Optional.empty();
    return range.map(
        each ->
            bare && each.high().unit().isNone()
                ? new Range(each.low(), each.high(), RangeReading.RATIO)
                : each);
  }

  /** Both ends; a unit or currency that one of them lacks is the other's. */
  private static Optional<Range> range(String from, String to, RangeReading reading) {
    return quantity(from).flatMap(low -> quantity(to).flatMap(high -> range(low, high, reading)));
  }

  private static Optional<Range> range(Quantity low, Quantity high, RangeReading reading) {
    Unit one = low.unit().isNone() ? high.unit() : low.unit();
    Unit other = high.unit().isNone() ? low.unit() : high.unit();
    return one.dimension().equals(other.dimension())
        ? Optional.of(
            new Range(
                new Quantity(low.formula(), one), new Quantity(high.formula(), other), reading))
        : Optional.empty();
  }

  private static Optional<Quantity> quantity(String text) {
    return Quantities.read(NumberWords.inDigits(text.strip()))
        .flatMap(
            each -> each instanceof Quantity end ? Optional.of(end) : Optional.<Quantity>empty())
        .filter(end -> end.formula().value().isPresent());
  }
}
