// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.Claim.Judgement;
import dev.assay.claims.ClaimToken.Kind;
import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Claims about one letter: {@code 2x + 3x = 5x}. Most equations with a letter are there to be
 * solved, and claim nothing. Two kinds do: what holds for every value is true; and where multiples
 * of a letter are gathered into one multiple, nobody means that the letter is zero.
 */
final class LetterClaims {

  private static final int LONGEST = 60;
  private static final List<Integer> PROBES = List.of(0, 1, 2, 3, 5, 7);

  private final String text;
  private final ClaimTokens row;

  LetterClaims(String text, ClaimTokens row) {
    this.text = text;
    this.row = row;
  }

  void claims(Consumer<Claim> found) {
    for (int i = 0; i < row.size(); i++) {
      if (row.at(i).is(Kind.EQUAL)) {
        at(i).ifPresent(found);
      }
    }
  }

  /** A side with a letter: its tokens, and its values for the letter's {@link #PROBES}. */
  private record LetterSide(int from, int to, String letter, int letters, List<Rational> values) {

    boolean isMultiple() {
      Rational one = values.get(1);
      for (int i = 0; i < PROBES.size(); i++) {
        if (!values.get(i).equals(one.times(Rational.of(PROBES.get(i))))) {
          return false;
        }
      }
      return true;
    }
  }

  private Optional<Claim> at(int equal) {
    int from = equal;
    while (isPart(from - 1) && equal - from < LONGEST) {
      from--;
    }
    int to = equal + 1;
    while (isPart(to) && to - equal < LONGEST) {
      to++;
    }
    if (!isBoundary(from - 1) || !isBoundary(to)) {
      return Optional.empty();
    }
    Optional<LetterSide> left = side(from, equal);
    Optional<LetterSide> right = side(equal + 1, to);
    return left.isPresent() && right.isPresent() && left.get().letter().equals(right.get().letter())
        ? judged(left.get(), right.get())
        : Optional.empty();
  }

  private boolean isPart(int at) {
    return switch (row.at(at).kind()) {
      case NUMBER, OPERATOR, OPEN, CLOSE, FRACTION -> true;
      case WORD -> ClaimWords.isLetter(row.at(at)) && !row.isTimes(at);
      default -> false;
    };
  }

  private boolean isBoundary(int at) {
    return switch (row.at(at).kind()) {
      case NEWLINE, PUNCTUATION, DELIMITER, EQUAL -> true;
      case WORD -> !ClaimWords.isLetter(row.at(at));
      default -> false;
    };
  }

  private Optional<LetterSide> side(int from, int to) {
    List<String> letters = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (row.at(i).is(Kind.WORD)) {
        letters.add(row.at(i).text());
      }
    }
    if (letters.stream().distinct().count() != 1) {
      return Optional.empty();
    }
    List<Rational> values = new ArrayList<>();
    for (int probe : PROBES) {
      Formula.valueOf(with(probe, from, to)).ifPresent(values::add);
    }
    return values.size() == PROBES.size()
        ? Optional.of(new LetterSide(from, to, letters.getFirst(), letters.size(), values))
        : Optional.empty();
  }

  /** The text of some tokens with a number for the letter. */
  private String with(int value, int from, int to) {
    StringBuilder replaced = new StringBuilder();
    for (int i = from; i < to; i++) {
      ClaimToken token = row.at(i);
      String written = text.substring(token.start(), token.end());
      replaced.append(token.is(Kind.WORD) ? "(" + value + ")" : written).append(' ');
    }
    return replaced.toString();
  }

  private Optional<Claim> judged(LetterSide left, LetterSide right) {
    if (left.values().equals(right.values())) {
      return Optional.of(claim(left, right, Judgement.TRUE, ""));
    }
    boolean gathers =
        left.letters() > 1 && right.letters() == 1 && !isFunction(left) && !isFunction(right);
    boolean multiples = left.isMultiple() && right.isMultiple();
    if (!gathers || !multiples || new Hypotheses(row).denied(right.to())) {
      return Optional.empty();
    }
    String why = "the left side is " + multiple(left) + ", the right side is " + multiple(right);
    return Optional.of(claim(left, right, Judgement.FALSE, why));
  }

  /** Whether a letter stands before a bracket, and may be a function of what is in it. */
  private boolean isFunction(LetterSide side) {
    for (int i = side.from(); i < side.to(); i++) {
      if (row.at(i).is(Kind.WORD) && row.at(i + 1).is(Kind.OPEN)) {
        return true;
      }
    }
    return false;
  }

  private static String multiple(LetterSide side) {
    String factor = WrittenValue.of(side.values().get(1)).orElse("?");
    return factor.equals("1") ? side.letter() : factor + side.letter();
  }

  private Claim claim(LetterSide left, LetterSide right, Judgement judgement, String why) {
    int start = row.at(left.from()).start();
    int rightStart = row.at(right.from()).start();
    int end = row.at(right.to() - 1).end();
    Optional<String> comesTo =
        judgement == Judgement.FALSE ? Optional.of(multiple(left)) : Optional.empty();
    return new Claim(
        start,
        end,
        rightStart,
        text.substring(start, end),
        text.substring(start, row.at(left.to() - 1).end()),
        text.substring(rightStart, end),
        judgement,
        comesTo,
        why);
  }
}
