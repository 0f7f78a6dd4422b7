// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.ClaimToken.Kind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that stand for a sign of equality between a calculation and its result: {@code 20 - 5
 * leaves 15}.
 */
final class EqualWords {

  /** The longest first, as {@code is} begins {@code is equal to}. */
  private static final List<List<String>> PHRASES =
      ClaimWords.list("relation").stream()
          .map(phrase -> Arrays.asList(phrase.split("_")))
          .sorted(Comparator.comparingInt((List<String> phrase) -> phrase.size()).reversed())
          .toList();

  private static final Set<String> BEGINS =
      PHRASES.stream().map(List::getFirst).collect(Collectors.toUnmodifiableSet());

  private EqualWords() {}

  /** The index past the words that begin here, or {@code from} if none do. */
  static int past(ClaimTokens row, int from) {
    boolean aside =
        row.at(from).is(Kind.PUNCTUATION, ",") && row.at(from + 1).is(Kind.WORD, "which");
    int first = aside ? from + 1 : from;
    if (!row.at(first).is(Kind.WORD) || !BEGINS.contains(ClaimWords.lower(row.at(first)))) {
      return from;
    }
    return PHRASES.stream()
        .filter(phrase -> begins(row, first, phrase))
        .findFirst()
        .map(phrase -> first + phrase.size())
        .orElse(from);
  }

  private static boolean begins(ClaimTokens row, int from, List<String> phrase) {
    for (int i = 0; i < phrase.size(); i++) {
      ClaimToken token = row.at(from + i);
      if (!token.is(Kind.WORD) || !ClaimWords.lower(token).equals(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether such words begin here, and a number follows them. */
  static boolean leadOn(ClaimTokens row, int at) {
    int past = past(row, at);
    return past > at && row.startsOperand(past);
  }
}
