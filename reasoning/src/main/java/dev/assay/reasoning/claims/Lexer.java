// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.claims;

import dev.assay.reasoning.claims.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes prose, LaTeX and calculator lines apart into {@linkplain Token tokens}, in one pass. */
final class Lexer {

  // Repetitions of groups are bounded: the regular expression engine recurses on them.
  private static final String NUMBER =
      "\\d{1,3}(?:(?:,|\\{,\\}|\\\\,)\\d{3}(?!\\d)){1,12}(?:\\.\\d++)?"
          + "|\\d++(?:\\.\\d++)?|(?<![\\d.])\\.\\d++";
  private static final String LIST_MARK =
      "(?:\\(?\\d{1,2}[.)]|\\(?[a-zA-Z]\\)|[•*+]|#{1,6})(?=\\s)";

  private static final Pattern SEPARATORS = Pattern.compile("[,{}\\\\]");

  private static final Pattern TOKEN =
      Pattern.compile(
          String.join(
              "|",
              "(?<list>(?<=\\A|\\n)[ \\t>]{0,20}" + LIST_MARK + ")",
              "(?<bullet>(?<=\\A|\\n)[ \\t>]{0,20}[-–](?= ))",
              // Most of a text is spaces and words: they are tried before what is rare.
              "(?<space>[ \\t]++)",
              "(?<word>\\p{L}++(?:['’]\\p{L}++){0,3})",
              "(?<newline>\\n|\\\\(?:begin|end)\\{[a-z]{1,12}\\*?\\}|\\\\\\\\|\\\\[\\[\\]]|[$][$])",
              "(?<skip>[\\s&~]|\\\\[,;:! ]"
                  + "|\\\\(?:left|right|[Bb]ig+[lr]?|displaystyle|boxed|fbox|text|textbf|textit|mathrm"
                  + "|mathbf|mbox)(?![A-Za-z]))",
              "(?<delimiter>\\\\[()$]|[$€£₹¥])",
              "(?<fraction>\\\\[dtc]?frac(?![A-Za-z]))",
              "(?<root>\\\\sqrt(?=\\s{0,3}\\{))",
              "(?<percent>\\\\?%)",
              "(?<about>≈|≃|\\\\approx(?![A-Za-z])|\\\\simeq|~=)",
              "(?<arrow>[=\\-]>|→|⇒|⟹|\\\\(?:q?quad|implies|Rightarrow|Longrightarrow|rightarrow|to)"
                  + "(?![A-Za-z]))",
              "(?<symbol>[<>!:=≡]=++|\\\\[{}]|\\.{2,}+|…)",
              "(?<equal>=)",
              "(?<power>(?<=[\\d)])\\*\\*(?=[\\d(]))",
              "(?<emphasis>\\*\\*|(?<![\\s\\d)\\]}])\\*(?=\\s|\\z)|(?<=\\s)\\*(?=\\p{L}))",
              "(?<operator>\\\\(?:times|cdot|ast|div)(?![A-Za-z])|\\\\\\*|[-+*/^−–÷×·⋅∙])",
              "(?<command>\\\\(?:[A-Za-z]++|.|\\z))",
              "(?<number>" + NUMBER + ")",
              "(?<raised>[²³])",
              "(?<open>[(\\[{])",
              "(?<close>[)\\]}])",
              "(?<bang>!)",
              "(?<punctuation>[.,;:?\"—“”•`])",
              "(?<other>[\\s\\S])"));

  /** A minus, or the range from one number to another. */
  static final String EN_DASH = "–";

  private static final Map<String, String> OPERATORS =
      Map.of(
          "−", "-", "–", EN_DASH, "÷", "/", "\\div", "/", "^", "^", "+", "+", "-", "-", "/", "/");

  private static final Map<String, String> WORD_OPERATORS =
      Map.of("times", "*", "plus", "+", "minus", "-");

  private final List<Token> tokens = new ArrayList<>();

  private Lexer() {}

  static List<Token> read(String text) {
    Lexer lexer = new Lexer();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      lexer.add(matcher);
    }
    lexer.pair();
    return List.copyOf(lexer.tokens);
  }

  /** The same without brackets that have no other: slips of the pen, in pure arithmetic. */
  static List<Token> readMended(String text) {
    Lexer lexer = new Lexer();
    for (Token token : read(text)) {
      boolean bracket = token.is(Kind.OPEN) || token.is(Kind.CLOSE);
      if (!bracket || token.mate() != Token.ALONE) {
        lexer.tokens.add(token);
      }
    }
    lexer.pair();
    return List.copyOf(lexer.tokens);
  }

  private void add(Matcher found) {
    String text = found.group();
    if (SKIPPED.stream().anyMatch(group -> found.group(group) != null)) {
      return;
    }
    if (found.group("raised") != null) {
      put(Kind.OPERATOR, "^", found);
      put(Kind.NUMBER, text.equals("²") ? "2" : "3", found);
    } else if (found.group("word") != null) {
      word(text, found);
    } else {
      Kind kind = kind(found);
      put(kind, kind == Kind.NUMBER ? digits(text) : operator(kind, text), found);
    }
  }

  private static final List<String> SKIPPED = List.of("space", "skip", "emphasis");

  private static Kind kind(Matcher found) {
    for (Map.Entry<String, Kind> group : KINDS) {
      if (found.group(group.getKey()) != null) {
        return group.getValue();
      }
    }
    return Kind.SYMBOL;
  }

  private static final List<Map.Entry<String, Kind>> KINDS =
      List.of(
          Map.entry("number", Kind.NUMBER),
          Map.entry("operator", Kind.OPERATOR),
          Map.entry("power", Kind.OPERATOR),
          Map.entry("punctuation", Kind.PUNCTUATION),
          Map.entry("arrow", Kind.PUNCTUATION),
          Map.entry("open", Kind.OPEN),
          Map.entry("close", Kind.CLOSE),
          Map.entry("delimiter", Kind.DELIMITER),
          Map.entry("equal", Kind.EQUAL),
          Map.entry("about", Kind.ABOUT),
          Map.entry("newline", Kind.NEWLINE),
          Map.entry("list", Kind.NEWLINE),
          Map.entry("bullet", Kind.BULLET),
          Map.entry("percent", Kind.PERCENT),
          Map.entry("fraction", Kind.FRACTION),
          Map.entry("root", Kind.ROOT),
          Map.entry("bang", Kind.BANG));

  private static String digits(String text) {
    return SEPARATORS.matcher(text).replaceAll("");
  }

  private static String operator(Kind kind, String text) {
    if (kind != Kind.OPERATOR) {
      return text;
    }
    return text.equals("**") ? "^" : OPERATORS.getOrDefault(text, "*");
  }

  /** A word may be an operator: so is {@code divided by}, which is two. */
  private void word(String text, Matcher found) {
    String lower = text.toLowerCase(Locale.ROOT);
    Token last = tokens.isEmpty() ? null : tokens.getLast();
    if (lower.equals("by") && last != null && last.is(Kind.WORD)) {
      String before = last.text().toLowerCase(Locale.ROOT);
      if (before.equals("divided") || before.equals("multiplied")) {
        tokens.removeLast();
        String operator = before.equals("divided") ? "/" : "*";
        tokens.add(Token.of(Kind.OPERATOR, operator, last.start(), found.end()));
        return;
      }
    }
    if (lower.equals("percent")) {
      put(Kind.PERCENT, text, found);
      return;
    }
    String operator = WORD_OPERATORS.get(lower);
    put(operator == null ? Kind.WORD : Kind.OPERATOR, operator == null ? text : operator, found);
  }

  private void put(Kind kind, String text, Matcher found) {
    tokens.add(Token.of(kind, text, found.start(), found.end()));
  }

  /** Tells brackets which other bracket is theirs; one of another shape belongs to none. */
  private void pair() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.is(Kind.OPEN)) {
        open.push(i);
      } else if (token.is(Kind.CLOSE) && !open.isEmpty() && match(open.peek(), token)) {
        int mate = open.pop();
        tokens.set(mate, tokens.get(mate).with(i));
        tokens.set(i, token.with(mate));
      }
    }
  }

  private boolean match(int open, Token close) {
    return switch (tokens.get(open).text()) {
      case "(" -> close.text().equals(")");
      case "[" -> close.text().equals("]");
      default -> close.text().equals("}");
    };
  }
}
