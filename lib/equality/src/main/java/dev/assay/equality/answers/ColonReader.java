// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Colons;
import dev.assay.equality.math.Rational;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells times of day from ratios, both of which are numbers with colons: 08:05, 8 pm, 3:4. */
final class ColonReader {

  private static final Pattern TIME =
      Pattern.compile("([01]?[0-9]|2[0-4]):([0-5][0-9])(?::([0-5][0-9]))?(?: ?([ap])\\.? ?m\\.?)?");
  private static final Pattern HOUR =
      Pattern.compile("(0?[1-9]|1[0-2]) ?(?:([ap])\\.? ?m\\.?|o'clock(?: ([ap])\\.? ?m\\.?)?)");
  private static final Pattern RATIO =
      Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,9})?(?: ?: ?[0-9]{1,9}(?:\\.[0-9]{1,9})?){1,7}");

  /** A zero before another digit, which no ratio has, or for a number, which none has either. */
  private static final Pattern CLOCKED = Pattern.compile("(?:^|.*:)0[0-9]?(?:$|:.*)");

  /** Capitals count in a symbol: 3 Pm is a length, and 3 PM and 3 pm are times. */
  private static final Pattern PETAMETRES = Pattern.compile("[0-9]+ [PA]m");

  private ColonReader() {}

  static Optional<ParsedAnswer> read(String text) {
    if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
      return Optional.empty();
    }
    String upright = UnitTail.undressed(text);
    if (PETAMETRES.matcher(upright).matches()) {
      return Optional.empty();
    }
    String plain = upright.toLowerCase(Locale.ROOT);
    Optional<ParsedAnswer> hour = hour(plain);
    if (hour.isPresent()) {
      return hour;
    }
    Optional<TimeOfDay> time = time(plain);
    boolean ratio = RATIO.matcher(plain).matches() && !CLOCKED.matcher(plain).matches();
    List<Rational> numbers = ratio ? numbers(plain) : List.of();
    return time.isPresent() || ratio ? Optional.of(new Colons(time, numbers)) : Optional.empty();
  }

  /** A time that is said in a word. */
  static Optional<ParsedAnswer> word(String word) {
    return switch (word) {
      case "noon", "12 noon" -> Optional.of(at(12, "p"));
      case "midnight", "12 midnight" -> Optional.of(at(12, "a"));
      default -> Optional.empty();
    };
  }

  private static Optional<ParsedAnswer> hour(String text) {
    Matcher hour = HOUR.matcher(text);
    return hour.matches()
        ? Optional.of(at(Integer.parseInt(hour.group(1)), group(hour, 2) + group(hour, 3)))
        : Optional.empty();
  }

  private static ParsedAnswer at(int hour, String half) {
    return new Colons(Optional.of(TimeOfDay.of(hour, 0, 0, half)), List.of());
  }

  private static Optional<TimeOfDay> time(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(time.group(1));
    String half = group(time, 4);
    boolean impossible = !half.isEmpty() && (hour == 0 || hour > 12);
    String second = group(time, 3);
    return impossible
        ? Optional.empty()
        : Optional.of(
            TimeOfDay.of(
                hour,
                Integer.parseInt(time.group(2)),
                second.isEmpty() ? 0 : Integer.parseInt(second),
                half));
  }

  private static List<Rational> numbers(String text) {
    return Stream.of(text.split(" ?: ?", -1)).map(BigDecimal::new).map(Rational::of).toList();
  }

  private static String group(Matcher matcher, int group) {
    return matcher.group(group) == null ? "" : matcher.group(group);
  }
}
