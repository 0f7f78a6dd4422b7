// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.ClaimToken.Kind;
import dev.assay.equality.math.Rational;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the words around a claim let it be said at all: what is supposed, asked, reported or
 * denied is not said, and neither is what holds in another arithmetic.
 */
final class Hypotheses {

  /** Words before and after a claim that may change its meaning. */
  static final int NEAR = 14;

  /** Tokens before a claim among which those words are counted: a formula has many. */
  private static final int FAR = 40;

  private static final Set<String> QUOTES = Set.of("\"", "“", "”", "„", "«", "»");
  private static final Set<String> CLOCK = ClaimWords.words("clock");
  private static final Set<String> SUPPOSES = ClaimWords.words("supposes");
  private static final Set<String> CONDITIONAL = ClaimWords.words("conditional");
  private static final Set<String> WOULD = ClaimWords.words("would");
  private static final Set<String> WOULD_VERB = ClaimWords.words("would verb");
  private static final Set<String> DENIES = ClaimWords.words("denies");
  private static final Set<String> CANNOT = ClaimWords.words("cannot");
  private static final Set<String> CANNOT_VERB = ClaimWords.words("cannot verb");
  private static final Set<String> REFERS = ClaimWords.words("refers");
  private static final Set<String> DIVIDES = ClaimWords.words("divides");
  private static final Set<String> SUBTRACTS = ClaimWords.words("subtracts");
  private static final Set<String> ROUNDS = ClaimWords.words("rounds");

  /** How many tokens after {@code if} still hang on it, unless a comma comes before. */
  private static final int CONDITION = 6;

  private final ClaimTokens row;

  /** Read when a claim needs it: most hold among numbers. */
  private @Nullable Frame frame;

  Hypotheses(ClaimTokens row) {
    this.row = row;
  }

  /** Whether the claim of the two sides is not said, or says something else. */
  boolean turn(Side left, Side right) {
    return isClock(left, right)
        || quoted(left, right)
        || supposed(left)
        || denied(right.to())
        || (left.differsFrom(right) && frame().excuses(left.text(), right.text()));
  }

  private Frame frame() {
    Frame known = frame == null ? Frame.of(row) : frame;
    frame = known;
    return known;
  }

  /** Whether the words of somebody are quoted in a sentence, and not the value of a field. */
  private boolean quoted(Side left, Side right) {
    int open = row.beforeDelimiters(left.from() - 1);
    int close = row.pastDelimiters(right.to());
    boolean prose = row.at(open - 1).is(Kind.WORD) || row.at(close + 1).is(Kind.WORD);
    return prose && isQuote(open) && isQuote(close);
  }

  private boolean isQuote(int at) {
    return QUOTES.contains(row.at(at).text());
  }

  private boolean isClock(Side left, Side right) {
    int from = left.from();
    while (from > left.from() - NEAR && !endsSentence(from - 1)) {
      from--;
    }
    for (int i = from; i < right.to() + NEAR; i++) {
      if (i >= right.to() && endsSentence(i)) {
        return false;
      }
      boolean verb = row.at(i).is(Kind.WORD, "am") && row.at(i - 1).is(Kind.WORD);
      if (is(i, CLOCK) && !verb) {
        return true;
      }
    }
    return false;
  }

  private boolean supposed(Side left) {
    int first = opening(left.from());
    boolean comma = false;
    int words = 0;
    for (int i = first; i >= first - FAR && words <= NEAR && !endsSentence(i); i--) {
      words += row.at(i).is(Kind.WORD) && !isLetter(i) ? 1 : 0;
      comma |= row.at(i).is(Kind.PUNCTUATION, ",");
      boolean condition = !comma && first - i < CONDITION && is(i, CONDITIONAL);
      boolean would = is(i, WOULD) && is(i + 1, WOULD_VERB);
      boolean near = first - i < NEAR / 2;
      if (is(i, SUPPOSES)
          || condition
          || would
          || (!comma && first - i <= NEAR && denies(i))
          || (near && calculatesOtherwise(i, left))) {
        return true;
      }
    }
    return false;
  }

  /** A display belongs to the sentence before it, and so does what a colon announces. */
  private int opening(int from) {
    int at = from - 1;
    while (row.at(at).is(Kind.NEWLINE) && at > 0) {
      at--;
    }
    boolean display =
        row.at(from - 1).text().startsWith("\\[") || row.at(from - 1).text().equals("$$");
    boolean announced =
        row.at(at).is(Kind.PUNCTUATION, ":") || row.at(at).is(Kind.PUNCTUATION, ",");
    return (display || announced) && !endsSentence(at) ? at : from - 1;
  }

  private boolean calculatesOtherwise(int at, Side left) {
    return is(at, ROUNDS)
        || (is(at, DIVIDES) && !left.pieces().contains("/"))
        || (is(at, SUBTRACTS) && !isDifference(left));
  }

  /** Of two numbers, the smaller one first is as good. */
  private static boolean isDifference(Side left) {
    return left.pieces().contains("-")
        && left.value().filter(value -> value.compareTo(Rational.ZERO) >= 0).isPresent();
  }

  /** Whether what follows a claim, of which this is the index past the end, takes it back. */
  boolean denied(int to) {
    boolean words = false;
    for (int i = to; i < to + NEAR * (words ? 1 : 2); i++) {
      words |= row.at(i).is(Kind.WORD);
      if (row.at(i).is(Kind.PUNCTUATION, "?") || denies(i)) {
        return true;
      }
      if (endsSentence(i) && !goesOn(i)) {
        return false;
      }
    }
    return false;
  }

  /** Whether what follows the end of a sentence speaks of it. */
  private boolean goesOn(int end) {
    int next = end + 1;
    while (row.at(next).is(Kind.NEWLINE) && next < row.size()) {
      next++;
    }
    boolean formula =
        row.at(end).is(Kind.NEWLINE)
            && switch (row.at(next).kind()) {
              case NUMBER, OPERATOR, FRACTION, ROOT, DELIMITER -> true;
              default -> false;
            };
    return is(next, REFERS)
        || formula
        || row.at(next).is(Kind.OPEN)
        || row.at(end - 1).is(Kind.PUNCTUATION, ",");
  }

  private boolean denies(int at) {
    ClaimToken token = row.at(at);
    boolean sign = token.is(Kind.WORD) || token.is(Kind.SYMBOL);
    return (sign && DENIES.contains(ClaimWords.lower(token).replace("\\", "")))
        || (is(at, CANNOT) && is(at + 1, CANNOT_VERB));
  }

  private boolean endsSentence(int at) {
    ClaimToken token = row.at(at);
    return token.is(Kind.NEWLINE)
        || token.is(Kind.BANG)
        || (token.is(Kind.PUNCTUATION, ".") && !isAbbreviation(at))
        || token.is(Kind.PUNCTUATION, "?");
  }

  /** {@code e.g.}, {@code i.e.}: letters and points that touch. */
  private boolean isAbbreviation(int at) {
    ClaimToken letter = row.at(at - 1);
    boolean single = letter.is(Kind.WORD) && ClaimWords.isLetter(letter);
    boolean before = row.at(at - 2).text().equals(".") && row.at(at - 2).touches(letter);
    return single && (before || (isLetter(at + 1) && row.at(at).touches(row.at(at + 1))));
  }

  private boolean isLetter(int at) {
    return row.at(at).is(Kind.WORD) && ClaimWords.isLetter(row.at(at));
  }

  private boolean is(int at, Set<String> words) {
    return row.at(at).is(Kind.WORD) && words.contains(ClaimWords.lower(row.at(at)));
  }
}
