// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.answers.ParsedAnswer.Several;
import dev.assay.equality.math.Rational;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the separators out of numbers in which they can only be what they are: groups of three
 * digits with something else than a comma between, or two kinds of separators, or a zero before the
 * comma. Commas that may part a list are left.
 */
final class Separators {

  private static final Pattern RUN =
      Pattern.compile("(?<![0-9A-Za-z_^{.,'])[0-9]++(?:[.,' ][0-9]++)++(?![0-9A-Za-z'])");

  /** Three digits behind each separator, and a decimal part behind the other one. */
  private static final Pattern GROUPED =
      Pattern.compile(
          "[1-9][0-9]{0,2}(?:(?:'[0-9]{3})++(?:[.,][0-9]++)?"
              + "|(?: [0-9]{3}){2,}+(?:[.,][0-9]++)?"
              + "|(?: [0-9]{3})++[.,][0-9]{1,2}"
              + "|(?:\\.[0-9]{3}){2,}+(?:,[0-9]++)?"
              + "|(?:\\.[0-9]{3})++,(?:[0-9]{1,2}|[0-9]{4,}))");

  /** Lakhs and crores, where a zero or a decimal part shows that they are groups. */
  private static final Pattern INDIAN =
      Pattern.compile("(?=.*,0|.*\\.)[1-9][0-9]?(?:,[0-9]{2}(?![0-9]))++,[0-9]{3}(?:\\.[0-9]++)?");

  /** Neither a thousand nor the member of a list begins with a zero. */
  private static final Pattern DECIMAL =
      Pattern.compile("0,[0-9]{3,}|[0-9]++,0(?:[0-9]|[0-9]{3,})");

  /** The factor of a power of ten is one number. */
  private static final Pattern SCIENTIFIC =
      Pattern.compile(
          "^([+-]?[0-9]),([0-9]{1,20})(?= ?(?:\\\\times|\\\\cdot|[×·*]) ?10(?![0-9.,]))");

  /** Where semicolons part the members, a comma between digits parts none. */
  private static final Pattern PARTED = Pattern.compile("(?<=[0-9]),(?=[0-9])");

  private static final Pattern LOOSE = Pattern.compile("(?<![0-9]),|,(?![0-9])");

  private static final Rational THOUSAND = Rational.of(1_000);

  private Separators() {}

  static String plain(String answer) {
    String text = decimals(answer);
    Matcher run = RUN.matcher(text);
    if (!run.find()) {
      return text;
    }
    BitSet outside = Brackets.outside(text);
    return run.replaceAll(
        found -> outside.get(found.start()) ? plain(found.group(), text) : found.group());
  }

  private static String decimals(String text) {
    if (text.indexOf(',') < 0) {
      return text;
    }
    boolean parted = text.indexOf(';') >= 0 && !LOOSE.matcher(text).find();
    return parted
        ? PARTED.matcher(text).replaceAll(".")
        : SCIENTIFIC.matcher(text).replaceFirst("$1.$2");
  }

  private static String plain(String run, String text) {
    if (GROUPED.matcher(run).matches()) {
      int decimal = decimal(run);
      String whole = run.substring(0, decimal).replaceAll("[.,' ]", "");
      return whole + run.substring(decimal).replace(',', '.');
    }
    boolean rupees = text.startsWith("\u20b9") || text.startsWith("Rs");
    if (INDIAN.matcher(rupees ? run + ".0" : run).matches()) {
      return run.replace(",", "");
    }
    return DECIMAL.matcher(run).matches() ? run.replace(',', '.') : run;
  }

  /** Where the decimal part begins: at the last separator, if no other one is like it. */
  private static int decimal(String run) {
    int last = Math.max(run.lastIndexOf('.'), run.lastIndexOf(','));
    boolean decimal = last > 0 && run.indexOf(run.charAt(last)) == last;
    boolean group = !decimal || run.chars().filter(each -> each < '0').count() == 1;
    return group ? run.length() : last;
  }

  /** Whether the members of the list, one behind the other, are the groups of that number. */
  static boolean areIn(Several list, Quantity number) {
    Optional<Rational> joined = Optional.of(Rational.ZERO);
    List<ParsedAnswer> members = list.members();
    for (ParsedAnswer member : members) {
      Optional<Rational> group =
          member instanceof Quantity(var formula, Unit _) ? formula.value() : Optional.empty();
      joined =
          joined.flatMap(
              value ->
                  group
                      .filter(each -> each.isInteger() && each.abs().compareTo(THOUSAND) < 0)
                      .map(each -> value.times(THOUSAND).plus(each)));
    }
    return members.size() > 1 && joined.isPresent() && joined.equals(number.formula().value());
  }
}
