// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.ClaimToken.Kind;
import java.util.Optional;
import java.util.Set;

/** Recognises a question that is nothing but an expression to be evaluated. */
final class ArithmeticTask {

  private static final int LONGEST = 2000;

  private static final Set<String> ASKING =
      Set.of(
          "calculate", "compute", "evaluate", "find", "what", "is", "the", "value", "of", "solve");

  private ArithmeticTask() {}

  /** The expression asked for, or empty if the question is more, or less, than one. */
  static Optional<Side> of(String question) {
    if (question.length() > LONGEST) {
      return Optional.empty();
    }
    ClaimTokens row = new ClaimTokens(Lexer.read(question));
    int from = 0;
    while (row.at(from).is(Kind.PUNCTUATION) || asks(row.at(from))) {
      from++;
    }
    return SideReader.at(row, from)
        .filter(side -> side.operations() > 0 && side.value().isPresent())
        .filter(side -> endsAt(row, side.to()));
  }

  private static boolean asks(ClaimToken token) {
    return token.is(Kind.WORD) && ASKING.contains(ClaimWords.lower(token));
  }

  private static boolean endsAt(ClaimTokens row, int to) {
    int at = row.at(to).is(Kind.EQUAL) ? to + 1 : to;
    while (at < row.size() && (row.at(at).is(Kind.PUNCTUATION) || row.at(at).is(Kind.NEWLINE))) {
      at++;
    }
    return at >= row.size();
  }
}
