// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.ClaimToken.Kind;
import dev.assay.text.WorkBudget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes prose, LaTeX and calculator lines apart into {@linkplain ClaimToken tokens}, in one pass.
 */
final class Lexer {

  private static final Pattern SEPARATORS = Pattern.compile("[,{}\\\\!]");

  /** A minus, or the range from one number to another. */
  static final String EN_DASH = "–";

  static final String DEGREES = "°";

  /** Divides by the next number alone, where a slash may stand for the line of a fraction. */
  static final String OBELUS = "÷";

  private static final Map<String, String> OPERATORS =
      Map.of(
          "−", "-", "–", EN_DASH, "÷", OBELUS, "\\div", OBELUS, "^", "^", "+", "+", "-", "-", "/",
          "/");

  private static final Map<String, String> WORD_OPERATORS =
      Map.of("times", "*", "plus", "+", "minus", "-");

  private static final Map<String, String> BY_OPERATORS = Map.of("divided", "/", "multiplied", "*");

  private final List<ClaimToken> tokens = new ArrayList<>();

  private Lexer() {}

  static List<ClaimToken> read(String text) {
    Lexer lexer = new Lexer();
    Matcher matcher = Lexeme.ANY.matcher(WorkBudget.metered(text));
    while (matcher.find()) {
      lexer.add(matcher);
    }
    lexer.pair();
    return List.copyOf(lexer.tokens);
  }

  /** The same without brackets that have no other: slips of the pen, in pure arithmetic. */
  static List<ClaimToken> readMended(String text) {
    Lexer lexer = new Lexer();
    for (ClaimToken token : read(text)) {
      boolean bracket = token.is(Kind.OPEN) || token.is(Kind.CLOSE);
      if (!bracket || token.mate() != ClaimToken.ALONE) {
        lexer.tokens.add(token);
      }
    }
    lexer.pair();
    return List.copyOf(lexer.tokens);
  }

  private void add(Matcher found) {
    Lexeme lexeme = Lexeme.of(found);
    Kind kind = lexeme.kind();
    if (kind == null) {
      degrees(lexeme);
      return;
    }
    String text = found.group();
    switch (lexeme) {
      case WORD -> word(text, found);
      case RAISED -> {
        put(Kind.OPERATOR, "^", found);
        put(Kind.NUMBER, text.equals("²") ? "2" : "3", found);
      }
      case NUMBER -> number(digits(text), found);
      default -> put(kind, operator(kind, text), found);
    }
  }

  /** Degrees are read over, but in {@code \\sin 30^\\circ} and its like they are needed. */
  private void degrees(Lexeme lexeme) {
    int last = tokens.size() - 1;
    boolean angle =
        lexeme == Lexeme.DEGREE
            && last > 0
            && tokens.get(last).is(Kind.NUMBER)
            && tokens.subList(Math.max(0, last - 2), last).stream()
                .anyMatch(FunctionReader::isAngle);
    if (angle) {
      ClaimToken number = tokens.removeLast();
      tokens.add(ClaimToken.of(Kind.SYMBOL, number.text() + DEGREES, number.start(), number.end()));
    }
  }

  /** After a root or a fraction a digit needs no brackets: {@code \sqrt9}, {@code \frac12}. */
  private void number(String digits, Matcher found) {
    boolean root = !tokens.isEmpty() && tokens.getLast().is(Kind.ROOT);
    boolean fraction = !tokens.isEmpty() && tokens.getLast().is(Kind.FRACTION);
    if (root) {
      bracketed(digits, found.start(), found.end());
    } else if (fraction && digits.length() == 2) {
      bracketed(digits.substring(0, 1), found.start(), found.start() + 1);
      bracketed(digits.substring(1), found.start() + 1, found.end());
    } else {
      put(Kind.NUMBER, digits, found);
    }
  }

  private void bracketed(String digits, int start, int end) {
    tokens.add(ClaimToken.of(Kind.OPEN, "{", start, start));
    tokens.add(ClaimToken.of(Kind.NUMBER, digits, start, end));
    tokens.add(ClaimToken.of(Kind.CLOSE, "}", end, end));
  }

  private static String digits(String text) {
    return SEPARATORS.matcher(text).replaceAll("");
  }

  private static String operator(Kind kind, String text) {
    if (kind != Kind.OPERATOR) {
      return text;
    }
    String plain = text.startsWith("\\\\") ? text.substring(1) : text;
    return plain.equals("**") ? "^" : OPERATORS.getOrDefault(plain, "*");
  }

  /** A word may be an operator: so is {@code divided by}, which is two. */
  private void word(String text, Matcher found) {
    String lower = ClaimWords.lower(text);
    String operator = lower.equals("by") ? before() : WORD_OPERATORS.get(lower);
    if (operator != null && lower.equals("by")) {
      int start = tokens.removeLast().start();
      tokens.add(ClaimToken.of(Kind.OPERATOR, operator, start, found.end()));
    } else if (operator != null) {
      put(Kind.OPERATOR, operator, found);
    } else {
      put(lower.equals("percent") ? Kind.PERCENT : Kind.WORD, text, found);
    }
  }

  private @Nullable String before() {
    return tokens.isEmpty() ? null : BY_OPERATORS.get(ClaimWords.lower(tokens.getLast()));
  }

  private void put(Kind kind, String text, Matcher found) {
    tokens.add(ClaimToken.of(kind, text, found.start(), found.end()));
  }

  /** Tells brackets which other bracket is theirs; one of another shape belongs to none. */
  private void pair() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      ClaimToken token = tokens.get(i);
      if (token.is(Kind.OPEN)) {
        open.push(i);
      } else if (token.is(Kind.CLOSE) && !open.isEmpty() && match(open.peek(), token)) {
        int mate = open.pop();
        tokens.set(mate, tokens.get(mate).with(i));
        tokens.set(i, token.with(mate));
      }
    }
  }

  private boolean match(int open, ClaimToken close) {
    return switch (tokens.get(open).text()) {
      case "(" -> close.text().equals(")");
      case "[" -> close.text().equals("]");
      default -> close.text().equals("}");
    };
  }
}
