// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Assigned;
import dev.assay.equality.answers.ParsedAnswer.Order;
import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.answers.ParsedAnswer.Relation;
import dev.assay.equality.answers.ParsedAnswer.Several;
import dev.assay.equality.answers.ParsedAnswer.Sign;
import dev.assay.equality.answers.ParsedAnswer.Spans;
import dev.assay.equality.answers.ParsedAnswer.Tuple;
import dev.assay.equality.answers.ParsedAnswer.Words;
import dev.assay.equality.math.Formula;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads equations, inequalities and memberships. */
record Relations(PartReader reader, Equations equations) {

  private static final Pattern SIGN =
      Pattern.compile("=|<|>|\\\\(?:le|ge|in|neq?|approx|equiv|sim|cong|propto)(?![a-z])|!=");

  private static final Pattern INFINITE = Pattern.compile("([+-]?)\\s?(?:\\\\infty|infinity)");

  private static final String UNEQUAL = "\\ne";

  /** More sides than this are no answer. */
  private static final int SIDES = 12;

  Relations(PartReader reader) {
    this(reader, new Equations(reader));
  }

  /** The parts of a relation: one more side than signs. */
  private record Parts(List<String> sides, List<String> signs) {

    String first() {
      return sides.getFirst();
    }

    String last() {
      return sides.getLast();
    }

    /** Without the ends of -\infty < x < 5 that say nothing. */
    Parts finite() {
      boolean two = signs.size() == 2;
      int from = two && isEnd(first(), signs.getFirst(), true) ? 1 : 0;
      int to = two && from == 0 && isEnd(last(), signs.getLast(), false) ? 1 : 2;
      return two ? new Parts(sides.subList(from, to + 1), signs.subList(from, to)) : this;
    }

    /** Infinity, on the side where it bounds nothing. */
    private static boolean isEnd(String side, String sign, boolean first) {
      Matcher infinite = INFINITE.matcher(side);
      boolean low = sign.equals("<") == first;
      boolean strict = sign.equals("<") || sign.equals(">");
      return strict && infinite.matches() && infinite.group(1).equals("-") == low;
    }

    boolean all(String... some) {
      return !signs.isEmpty() && Set.of(some).containsAll(signs);
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
        String sign = matcher.group();
        signs.add(sign.equals("!=") || sign.equals("\\neq") ? UNEQUAL : sign);
        from = matcher.end();
      }
    }
    sides.add(text.substring(from).strip());
    return new Parts(sides, signs);
  }

  /** A name with an equals or element sign and whatever it is: x = 1 or 2. */
  Optional<ParsedAnswer> named(String text) {
    Parts parts = parts(text);
    if (parts.signs().size() != 1 || !parts.all("=", "\\in", UNEQUAL)) {
      return Optional.empty();
    }
    if (Names.isTuple(parts.first()) || Names.isRatio(parts.first())) {
      return parts.all(UNEQUAL) ? Optional.empty() : several(parts);
    }
    Optional<Formula> left = Formula.parse(parts.first());
    Optional<String> name = Names.of(parts.first(), left);
    Optional<Formula> right = Formula.parse(parts.last());
    boolean circular =
        name.isEmpty() || right.map(Formula::variables).orElse(Set.of()).contains(name.get());
    if (circular) {
      return Optional.empty();
    }
    Optional<ParsedAnswer> value = reader.understood(parts.last());
    return parts.all(UNEQUAL)
        ? value.flatMap(each -> unequal(name.orElseThrow(), each))
        : value.map(each -> assigned(name.orElseThrow(), each, left, right));
  }

  /** Names in brackets, or with colons between, and as many values. */
  private Optional<ParsedAnswer> several(Parts parts) {
    String name = Names.undressed(parts.first());
    Optional<ParsedAnswer> value = reader.understood(parts.last());
    if (Names.isTuple(parts.first())) {
      int size = name.split(",", -1).length;
      return value
          .filter(each -> isOfSize(each, size))
          .map(each -> each instanceof Several several ? several.in(Order.NONE) : each)
          .map(each -> new Assigned(name, each, Optional.empty()));
    }
    boolean ratio = parts.last().contains(":");
    return value
        .or(() -> ratio ? Optional.of(new Words(Names.undressed(parts.last()))) : Optional.empty())
        .map(each -> new Assigned(name, each, Optional.empty()));
  }

  /** Coordinates for as many names, or a list of them. */
  private static boolean isOfSize(ParsedAnswer value, int size) {
    return switch (value) {
      case Tuple(List<ParsedAnswer> all, _) -> all.size() == size;
      case Several several -> several.members().stream().allMatch(each -> isOfSize(each, size));
      case ParsedAnswer _ -> false;
    };
  }

  private static ParsedAnswer assigned(
      String name, ParsedAnswer value, Optional<Formula> left, Optional<Formula> right) {
    Optional<Formula> difference = left.flatMap(one -> right.map(one::minus));
    // One variable has several values in any order.
    boolean variable = left.flatMap(Formula::name).isPresent();
    ParsedAnswer values =
        variable && value instanceof Several several && several.order() != Order.FIXED
            ? several.in(Order.NONE)
            : value;
    return new Assigned(name, values, difference);
  }

  private static Optional<ParsedAnswer> unequal(String name, ParsedAnswer value) {
    Spans all = new Spans(Optional.of(name), List.of(RealSets.ALL));
    return RealSets.without(all, value).map(each -> each);
  }

  /** Any other relation between formulas. */
  Optional<ParsedAnswer> read(String text) {
    Parts parts = parts(text).finite();
    if (parts.signs().isEmpty() || parts.sides().size() > SIDES) {
      return Optional.empty();
    }
    List<Formula> sides =
        parts.sides().stream().flatMap(each -> Formula.parse(each).stream()).toList();
    if (sides.size() < parts.sides().size()) {
      return parts.all("=")
          ? ValueChains.read(parts.sides(), reader).or(() -> chainOfNamed(parts))
          : Optional.empty();
    }
    if (parts.all("=")) {
      return equations.read(parts.sides(), sides).or(() -> ValueChains.read(parts.sides(), reader));
    }
    if (parts.all("<", "\\le")) {
      return Inequalities.rising(sides, parts.signs());
    }
    if (parts.all(">", "\\ge")) {
      return Inequalities.rising(sides.reversed(), parts.signs().reversed());
    }
    return parts.all(UNEQUAL) && sides.size() == 2
        ? unequal(sides.get(0).minus(sides.get(1)))
        : Optional.empty();
  }

  private static Optional<ParsedAnswer> unequal(Formula difference) {
    return Inequalities.root(difference)
        .flatMap(root -> unequal(root.variable(), new Quantity(root.value(), Unit.NONE)))
        .or(
            () ->
                Optional.of(new Relation(Sign.NOT_ZERO, difference))
                    .filter(_ -> !difference.isConstant())
                    .map(each -> each));
  }

  /** A name that equals a chain of sums and their value. */
  private Optional<ParsedAnswer> chainOfNamed(Parts parts) {
    Optional<String> name = Names.of(parts.first(), Optional.empty());
    if (parts.sides().size() < 3 || name.isEmpty()) {
      return Optional.empty();
    }
    String rest = String.join("=", parts.sides().subList(1, parts.sides().size()));
    return read(rest).map(value -> new Assigned(name.get(), value, Optional.empty()));
  }
}
