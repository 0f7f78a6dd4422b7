// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Assigned;
import dev.assay.equality.answers.ParsedAnswer.Relation;
import dev.assay.equality.answers.ParsedAnswer.Sign;
import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Identity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads equations, inequalities and memberships. */
record Relations(PartReader reader) {

  private static final Pattern SIGN =
      Pattern.compile("=|<|>|\\\\(?:le|ge|in|neq?|approx|equiv|sim|cong|propto)(?![a-z])|!=");

  /** What may stand left of an equals sign for no more than to say what is meant. */
  private static final Pattern NAME =
      Pattern.compile(
          "[A-Za-z](?:_\\{?\\w{1,9}\\}?)?\\s?\\([a-z](?:, ?[a-z]){0,3}\\)"
              + "|[A-Z]{2,4}|\\\\(?:angle|overline) ?\\{?[A-Z]{1,3}\\}?"
              + "|(?:\\\\text\\s?\\{)?[A-Za-z]{4,20}(?: [A-Za-z]{1,20}){0,3}\\}?");

  /** More sides than this are no answer. */
  private static final int SIDES = 12;

  /** The parts of a relation: one more side than signs. */
  private record Parts(List<String> sides, List<String> signs) {

    String first() {
      return sides.getFirst();
    }

    boolean all(String sign) {
      return !signs.isEmpty() && signs.stream().allMatch(sign::equals);
    }
  }

  static boolean isOne(String text) {
    return SIGN.matcher(text).find() && !parts(text).signs().isEmpty();
  }

  private static Parts parts(String text) {
    BitSet outside = Brackets.outside(text);
    Matcher matcher = SIGN.matcher(text);
    List<String> sides = new ArrayList<>();
    List<String> signs = new ArrayList<>();
    int from = 0;
    while (matcher.find()) {
      if (outside.get(matcher.start())) {
        sides.add(text.substring(from, matcher.start()).strip());
        signs.add(matcher.group());
        from = matcher.end();
      }
    }
    sides.add(text.substring(from).strip());
    return new Parts(sides, signs);
  }

  /** A name with an equals or element sign and whatever it is: x = 1 or 2. */
  Optional<ParsedAnswer> named(String text) {
    Parts parts = parts(text);
    boolean one = parts.all("=") || parts.all("\\in");
    if (parts.signs().size() != 1 || !one) {
      return Optional.empty();
    }
    Optional<Formula> left = Formula.parse(parts.first());
    Optional<String> name = name(parts.first(), left);
    Optional<Formula> right = Formula.parse(parts.sides().getLast());
    boolean circular =
        name.isEmpty() || right.map(Formula::variables).orElse(Set.of()).contains(name.get());
    return circular
        ? Optional.empty()
        : reader
            .understood(parts.sides().getLast())
            .map(value -> assigned(name.orElseThrow(), value, left, right));
  }

  private static ParsedAnswer assigned(
      String name, ParsedAnswer value, Optional<Formula> left, Optional<Formula> right) {
    Optional<Formula> difference = left.flatMap(one -> right.map(one::minus));
    return new Assigned(name, value, difference);
  }

  private static Optional<String> name(String text, Optional<Formula> formula) {
    Optional<String> variable = formula.flatMap(Formula::name);
    return variable.isPresent() || !NAME.matcher(text).matches() ? variable : Optional.of(text);
  }

  /** Any other relation between formulas. */
  Optional<ParsedAnswer> read(String text) {
    Parts parts = parts(text);
    if (parts.signs().isEmpty() || parts.sides().size() > SIDES) {
      return Optional.empty();
    }
    List<Formula> sides =
        parts.sides().stream().flatMap(each -> Formula.parse(each).stream()).toList();
    if (sides.size() < parts.sides().size()) {
      return chainOfNamed(parts);
    }
    if (parts.all("=")) {
      return equation(parts, sides);
    }
    boolean less = parts.signs().stream().allMatch(each -> each.equals("<") || each.equals("\\le"));
    boolean more = parts.signs().stream().allMatch(each -> each.equals(">") || each.equals("\\ge"));
    if (!less && !more) {
      return Optional.empty();
    }
    return less
        ? Inequalities.rising(sides, parts.signs())
        : Inequalities.rising(sides.reversed(), parts.signs().reversed());
  }

  /** A name that equals a chain of sums and their value. */
  private Optional<ParsedAnswer> chainOfNamed(Parts parts) {
    if (!parts.all("=") || parts.sides().size() < 3 || !NAME.matcher(parts.first()).matches()) {
      return Optional.empty();
    }
    String rest = String.join("=", parts.sides().subList(1, parts.sides().size()));
    return read(rest).map(value -> new Assigned(parts.first(), value, Optional.empty()));
  }

  private Optional<ParsedAnswer> equation(Parts parts, List<Formula> sides) {
    Optional<String> name = sides.getFirst().name();
    List<Formula> chain = name.isPresent() ? sides.subList(1, sides.size()) : sides;
    if (chain.size() > 1 && isTrue(chain)) {
      Optional<ParsedAnswer> value = reader.understood(parts.sides().getLast());
      return name.isPresent()
          ? value.map(each -> new Assigned(name.get(), each, Optional.empty()))
          : value;
    }
    return sides.size() == 2 ? equation(sides.get(0), sides.get(1), parts) : Optional.empty();
  }

  private Optional<ParsedAnswer> equation(Formula left, Formula right, Parts parts) {
    Optional<String> name = right.name().filter(each -> !left.variables().contains(each));
    if (name.isPresent() && left.name().isEmpty()) {
      return reader
          .understood(parts.first())
          .map(value -> new Assigned(name.get(), value, Optional.of(left.minus(right))));
    }
    Formula difference = left.minus(right);
    return difference.isConstant()
        ? Optional.empty()
        : Optional.of(new Relation(Sign.ZERO, difference));
  }

  /** Whether all sides are one constant, so that the last one is the answer. */
  private static boolean isTrue(List<Formula> sides) {
    return sides.stream().allMatch(Formula::isConstant)
        && sides.stream().allMatch(each -> Identity.of(sides.getLast(), each) == Identity.HOLDS);
  }
}
