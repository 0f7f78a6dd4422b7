// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.ClaimToken.Kind;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * Reads functions of numbers with their arguments: bars, logarithms with a base, common divisors
 * and multiples, and the functions of an angle in degrees.
 *
 * @param pieces what is read is added to them, in plain signs
 * @param expression reads an expression from a token on, and gives the index past it or {@link
 *     #NONE}
 */
record FunctionReader(ClaimTokens row, List<String> pieces, IntUnaryOperator expression) {

  static final int NONE = -1;

  private static final Set<String> ANGLES = Set.of("sin", "cos", "tan");
  private static final Set<String> DIVISORS = Set.of("gcd", "gcf", "hcf", "lcm");
  private static final int MOST_ARGUMENTS = 10;
  private static final int MOST_DIGITS = 12;

  static boolean isAngle(ClaimToken token) {
    return ANGLES.contains(name(token));
  }

  private static String name(ClaimToken token) {
    boolean word = token.is(Kind.WORD) || token.is(Kind.SYMBOL);
    return word ? ClaimWords.lower(token.text().replace("\\", "")) : "";
  }

  /** Whether a function may begin at a token. */
  static boolean begins(ClaimTokens row, int at) {
    ClaimToken token = row.at(at);
    String name = name(token);
    boolean opens = token.text().equals("\\lvert") || token.touches(row.at(at + 1));
    return isBar(token)
        ? opens && !row.at(at - 1).is(Kind.NUMBER)
        : name.equals("log") || ANGLES.contains(name) || DIVISORS.contains(name);
  }

  private static boolean isBar(ClaimToken token) {
    return token.is(Kind.SYMBOL)
        && Set.of("|", "\\lvert", "\\rvert", "\\vert").contains(token.text());
  }

  /** The index past the function that begins at a token, or {@link #NONE} if none is read. */
  int past(int at) {
    ClaimToken token = row.at(at);
    if (!begins(row, at)) {
      return NONE;
    }
    if (isBar(token)) {
      return bars(at);
    }
    String name = name(token);
    if (name.equals("log")) {
      return alone(logarithm(at + 1));
    }
    int next = row.at(at + 1).is(Kind.CLOSE, "}") ? at + 2 : at + 1;
    return ANGLES.contains(name) ? angle(name, next) : divisor(name, next);
  }

  private int bars(int at) {
    pieces.add("abs(");
    int end = expression.applyAsInt(at + 1);
    return end != NONE && isBar(row.at(end)) ? put(")", end + 1) : NONE;
  }

  /** Of a product or a power after it, it is not known whether it is the logarithm's. */
  private int alone(int end) {
    return switch (row.at(end).kind()) {
      case OPEN, FRACTION, ROOT, BANG -> NONE;
      case OPERATOR -> row.isSign(end) ? end : NONE;
      default -> end;
    };
  }

  private int logarithm(int from) {
    boolean braces = row.at(from + 1).is(Kind.OPEN, "{") && row.at(from + 1).mate() == from + 3;
    int base = braces ? from + 2 : from + 1;
    if (!row.at(from).text().equals("_") || !row.at(base).is(Kind.NUMBER)) {
      return NONE;
    }
    pieces.addAll(List.of("\\log_{", row.at(base).text(), "}"));
    int argument = braces ? base + 2 : base + 1;
    if (row.at(argument).is(Kind.NUMBER)) {
      pieces.addAll(List.of("(", row.at(argument).text(), ")"));
      return argument + 1;
    }
    int mate = row.at(argument).mate();
    pieces.add("(");
    boolean bracket = row.at(argument).is(Kind.OPEN) && mate != ClaimToken.ALONE;
    return bracket && expression.applyAsInt(argument + 1) == mate ? put(")", mate + 1) : NONE;
  }

  private int angle(String name, int from) {
    boolean bracket = row.at(from).is(Kind.OPEN) && row.at(from).mate() == from + 2;
    int at = bracket ? from + 1 : from;
    ClaimToken degrees = row.at(at);
    return degrees.text().endsWith(Lexer.DEGREES)
        ? put(
            "\\%s(%s)".formatted(name, degrees.text().replace(Lexer.DEGREES, "^\\circ")),
            bracket ? from + 3 : at + 1)
        : NONE;
  }

  private int divisor(String name, int open) {
    int mate = row.at(open).mate();
    if (!row.at(open).is(Kind.OPEN, "(") || mate < open + 4 || mate > open + 2 * MOST_ARGUMENTS) {
      return NONE;
    }
    BigInteger value = BigInteger.ZERO;
    for (int i = open + 1; i < mate; i += 2) {
      boolean comma = i + 1 == mate || row.at(i + 1).is(Kind.PUNCTUATION, ",");
      if (!comma || !isWhole(row.at(i))) {
        return NONE;
      }
      BigInteger next = new BigInteger(row.at(i).text());
      BigInteger divisor = value.gcd(next);
      boolean first = i == open + 1;
      value = !name.equals("lcm") ? divisor : first ? next : value.multiply(next).divide(divisor);
    }
    return put(value.toString(), mate + 1);
  }

  private static boolean isWhole(ClaimToken token) {
    return token.is(Kind.NUMBER)
        && token.text().length() <= MOST_DIGITS
        && token.text().chars().allMatch(Character::isDigit)
        && !token.text().matches("0{1,12}");
  }

  private int put(String piece, int next) {
    pieces.add(piece);
    return next;
  }
}
