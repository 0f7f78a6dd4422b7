// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.ClaimToken.Kind;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of a step may look like: prose, markdown, LaTeX and plain arithmetic at once. The
 * first that fits counts. Repeated groups are bounded, for the engine recurses on them.
 */
enum Lexeme {
  LIST(
      Kind.NEWLINE,
      "(?<=\\A|\\n|\\\\n)[ \\t>]{0,20}(?:\\(?\\d{1,2}[.)]|\\(?[a-zA-Z]\\)|[•*+]|#{1,6})(?=\\s)"),
  BULLET(Kind.BULLET, "(?<=\\A|\\n|\\\\n)[ \\t>]{0,20}[-–](?= )"),
  // Most of a text is spaces and words: they are tried before what is rare.
  SPACE(null, "[ \\t]++"),
  WORD(Kind.WORD, "\\p{L}++(?:['’]\\p{L}++){0,3}"),
  NUMBER(
      Kind.NUMBER,
      "\\d{1,3}(?:(?:,|\\{,\\}|\\\\,|,\\\\!)\\d{3}(?!\\d)){1,12}(?:\\.\\d++)?"
          + "|\\d++(?:\\.\\d++)?|(?<![\\d.])\\.\\d++"),
  ALIGNMENT(
      Kind.NEWLINE,
      "\\\\{1,2}(?:begin|end)\\{(?:align|aligned|equation|gather|gathered|split|multline)\\*?\\}"),
  // A reply in JSON may keep its escapes: a backslash before an n is the end of a line, and two
  // before a word are one, as nobody ends a line of TeX right before a word.
  NEWLINE(
      Kind.NEWLINE,
      "\\n|\\\\n(?![a-z])|\\\\\\\\\\[-?[\\d.]{1,6} ?(?:pt|em|ex|mm|cm)\\]"
          + "|\\\\\\\\(?![A-Za-z]{2})|\\\\[\\[\\]]|[$][$]"),
  GAP(null, "[\\s&~\\x{200D}\\x{FE0F}]|\\\\[,;:! ]"),
  STYLE(
      null,
      "\\\\{1,2}(?:left|right|[Bb]ig+[lr]?|displaystyle|boxed|fbox|text|textbf|textit|mathrm|mathbf"
          + "|mbox|cancel|bcancel|color|operatorname|rm|bf)(?![A-Za-z])"),
  DEGREE(null, "\\^ ?(?:\\{ ?\\\\{1,2}circ ?\\}|\\\\{1,2}circ(?![A-Za-z]))|[°º]"),
  DELIMITER(Kind.DELIMITER, "\\\\[()$]|[$€£₹¥]"),
  FRACTION(Kind.FRACTION, "\\\\{1,2}[dtc]?(?:frac|binom)(?![A-Za-z])"),
  ROOT(Kind.ROOT, "\\\\{1,2}sqrt(?=\\s{0,3}[\\{\\[]|\\d(?![\\d.,]))|√(?=[(\\d])"),
  PERCENT(Kind.PERCENT, "\\\\?%"),
  ABOUT(Kind.ABOUT, "≈|≃|\\\\{1,2}(?:approx|simeq)(?![A-Za-z])|~="),
  ARROW(
      Kind.PUNCTUATION,
      "[=\\-]>|→|⇒|⟹|⇔|∴|∵|\\\\{1,2}(?:q?quad|implies|therefore|because|Leftrightarrow|iff|Rightarrow|Longrightarrow|rightarrow|to)(?![A-Za-z])"),
  RELATION(Kind.SYMBOL, "[<>!:=≡]=++|\\\\[{}]|\\.{2,}+|…"),
  EQUAL(Kind.EQUAL, "="),
  POWER(Kind.OPERATOR, "(?<=[\\d)])\\*\\*(?=[\\d(])"),
  EMPHASIS(null, "\\*\\*|(?<![\\s\\d)\\]}])\\*(?=\\s|\\z)|(?<=\\s)\\*(?=\\p{L})"),
  OPERATOR(Kind.OPERATOR, "\\\\{1,2}(?:times|cdot|ast|div)(?![A-Za-z])|\\\\\\*|[-+*/^−–÷×·⋅∙]"),
  QUOTED(Kind.NEWLINE, "(?<=\\A|\\n)>++(?=\\s)"),
  COMMAND(Kind.SYMBOL, "\\\\{1,2}[A-Za-z]++|\\\\(?:.|\\z)"),
  RAISED(Kind.OPERATOR, "[²³]"),
  OPEN(Kind.OPEN, "[(\\[{]"),
  CLOSE(Kind.CLOSE, "[)\\]}]"),
  BANG(Kind.BANG, "!"),
  PUNCTUATION(Kind.PUNCTUATION, "[.,;:?\"—“”•`]"),
  OTHER(Kind.SYMBOL, "[\\s\\S]");

  private static final Lexeme[] ALL = values();

  static final Pattern ANY =
      Pattern.compile(
          Arrays.stream(ALL)
              .map(lexeme -> "(" + lexeme.pattern + ")")
              .collect(Collectors.joining("|")));

  private final @Nullable Kind kind;
  private final String pattern;

  Lexeme(@Nullable Kind kind, String pattern) {
    this.kind = kind;
    this.pattern = pattern;
  }

  /** The kind of its tokens, or null if it makes none. */
  @Nullable Kind kind() {
    return kind;
  }

  /** Which one a match of {@link #ANY} is. */
  static Lexeme of(Matcher found) {
    for (int i = 0; i < ALL.length; i++) {
      if (found.start(i + 1) >= 0) {
        return ALL[i];
      }
    }
    return OTHER;
  }
}
