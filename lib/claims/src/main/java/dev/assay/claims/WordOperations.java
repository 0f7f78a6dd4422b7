// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.ClaimToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * Reads what is calculated in words: {@code the sum of 14 and 19}, {@code the square of 11}.
 *
 * @param pieces what is read is added to them, in plain signs
 * @param expression reads an expression from a token on, and gives the index past it or {@link
 *     FunctionReader#NONE}
 */
record WordOperations(ClaimTokens row, List<String> pieces, IntUnaryOperator expression) {

  private static final int MOST_TERMS = 12;
  private static final Map<String, String> JOINS =
      Map.of("sum", "+", "product", "*", "difference", "-", "quotient", "/");
  private static final Map<String, String> POWERS = Map.of("square", "2", "cube", "3");
  private static final Set<String> OF = Set.of("of", "between");

  /** Whether it begins at a token, and nothing before it makes something else of it. */
  static boolean begins(ClaimTokens row, int at) {
    ClaimToken before = row.at(subject(row, at) - 1);
    return isNamed(row, at)
        && switch (before.kind()) {
          case NEWLINE, PUNCTUATION, BULLET -> true;
          case WORD -> ClaimWords.leads(before) && !ClaimWords.lower(before).equals("with");
          default -> false;
        };
  }

  private static boolean isNamed(ClaimTokens row, int at) {
    String word = row.at(at).is(Kind.WORD) ? ClaimWords.lower(row.at(at)) : "";
    boolean named = JOINS.containsKey(word) || POWERS.containsKey(word);
    int of = isRoot(row, at) ? at + 2 : at + 1;
    return named && OF.contains(row.at(of).text());
  }

  private static boolean isRoot(ClaimTokens row, int at) {
    return row.at(at + 1).is(Kind.WORD, "root") && !row.at(at).text().equals("sum");
  }

  /** The index of the article before it, or its own. */
  static int subject(ClaimTokens row, int at) {
    return row.at(at - 1).is(Kind.WORD) && ClaimWords.lower(row.at(at - 1)).equals("the")
        ? at - 1
        : at;
  }

  /** The index past it, or {@link FunctionReader#NONE} if none is read. */
  int past(int at) {
    if (!begins(row, at)) {
      return FunctionReader.NONE;
    }
    String word = ClaimWords.lower(row.at(at));
    int end = POWERS.containsKey(word) ? power(word, at) : joined(JOINS.getOrDefault(word, ""), at);
    return row.at(end).is(Kind.OPERATOR) ? FunctionReader.NONE : end;
  }

  private int power(String word, int at) {
    boolean root = isRoot(row, at);
    String degree = POWERS.getOrDefault(word, "");
    pieces.add(root ? "\\sqrt[" + degree + "]{" : "(");
    int start = pieces.size();
    int end = expression.applyAsInt(root ? at + 3 : at + 2);
    if (!isPlain("", start)) {
      return FunctionReader.NONE;
    }
    pieces.add(root ? "}" : ")");
    if (!root) {
      pieces.addAll(List.of("^", degree));
    }
    return end;
  }

  private int joined(String operator, int at) {
    boolean difference = operator.equals("-");
    pieces.add(difference ? "abs(" : "(");
    int start = pieces.size();
    int end = expression.applyAsInt(at + 2);
    int terms = 1;
    while (end != FunctionReader.NONE && next(end) > end && terms < MOST_TERMS) {
      boolean last = row.at(next(end) - 1).is(Kind.WORD, "and");
      pieces.add(operator);
      end = expression.applyAsInt(next(end));
      terms++;
      if (last) {
        break;
      }
    }
    boolean pair = terms == 2 || (terms > 2 && !difference && !operator.equals("/"));
    boolean plain = pieces.subList(start, pieces.size()).stream().noneMatch("()"::contains);
    pieces.add(")");
    return pair && plain && isPlain(operator, start) ? end : FunctionReader.NONE;
  }

  /** Whether no term is a sum itself, which words do not set apart. */
  private boolean isPlain(String operator, int start) {
    List<String> others = new ArrayList<>(List.of("+", "-"));
    others.remove(operator);
    return pieces.subList(start, pieces.size()).stream().noneMatch(others::contains);
  }

  /** The index past a comma, an {@code and}, or both. */
  private int next(int at) {
    int comma = row.at(at).is(Kind.PUNCTUATION, ",") ? at + 1 : at;
    return row.at(comma).is(Kind.WORD, "and") ? comma + 1 : comma;
  }
}
