// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import dev.assay.equality.math.FormulaToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a formula into words, so that the parser need not know LaTeX from plain text. */
final class FormulaTokenizer {

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  /** A thousands separator, plain or typeset, with the three digits that must follow it. */
  private static final Pattern GROUP =
      Pattern.compile("(?:,(?:\\\\!\\s{0,3})?|\\{,\\}|\\\\,)([0-9]{3})(?![0-9])");

  private static final Pattern MORE_GROUPS = Pattern.compile(",[0-9]");
  private static final Pattern PLACES = Pattern.compile("\\.[0-9]+");
  private static final Pattern EXPONENT = Pattern.compile("[eE][+-]?[0-9]{1,4}(?![0-9.A-Za-z])");
  private static final Pattern COMMAND = Pattern.compile("\\\\+([A-Za-z]+|[^A-Za-z\\\\])");
  private static final Pattern UPRIGHT =
      Pattern.compile(
          "\\\\(?:operatorname|mathrm|text|textrm|rm)\\*?\\s?\\{\\s?([A-Za-z]{1,6})\\s?\\}");

  private static final Pattern PRIMES =
      Pattern.compile("'{1,3}|\\^\\s?\\{?(?:\\s?\\\\prime(?![A-Za-z])){1,3}\\s?\\}?");

  private static final Pattern LETTERS = Pattern.compile("[A-Za-z]+");
  private static final String SIGNS = "+-*/^_()[]{}|!%";

  /** Letters in a row that are still read as a product of variables; longer ones are a word. */
  private static final int PRODUCT = 3;

  private final String text;
  private final Matcher matcher;
  private final List<FormulaToken> tokens = new ArrayList<>();
  private int at;
  private boolean spaced;

  FormulaTokenizer(String text) {
    this.text = Arrangements.plain(TypesetCharacters.plain(text));
    this.matcher = DIGITS.matcher(this.text);
  }

  List<FormulaToken> tokens() {
    while (at < text.length()) {
      char next = text.charAt(at);
      if (Character.isWhitespace(next) || next == '~') {
        spaced = true;
        at++;
      } else if (!number() && !upright() && !command() && !letters() && !primes()) {
        sign(next);
      }
    }
    add(Kind.END, "");
    return tokens;
  }

  private boolean number() {
    if (looking(RepeatingDecimals.PATTERN)) {
      at = matcher.end();
      RepeatingDecimals.fraction(matcher).forEach(each -> add(kind(each), each));
      return true;
    }
    String digits = find(DIGITS) ? matcher.group() : "";
    boolean grouped = !digits.isEmpty() && digits.length() <= 3 && !digits.startsWith("0");
    digits = grouped ? digits + groups() : digits;
    if (looking(PLACES)) {
      find(PLACES);
      digits += matcher.group();
    }
    if (!digits.isEmpty() && find(EXPONENT)) {
      digits += matcher.group();
    }
    if (!digits.isEmpty()) {
      add(Kind.NUMBER, digits);
    }
    return !digits.isEmpty();
  }

  private String groups() {
    StringBuilder digits = new StringBuilder();
    while (find(GROUP)) {
      digits.append(matcher.group(1));
    }
    if (!digits.isEmpty() && looking(MORE_GROUPS)) {
      throw new UnreadableFormula("thousands separators that do not part thousands");
    }
    return digits.toString();
  }

  /** Functions, e and i in upright letters; other words in them are units. */
  private boolean upright() {
    boolean known = looking(UPRIGHT) && FormulaWords.isUpright(matcher.group(1));
    if (known) {
      String word = matcher.group(1);
      at = matcher.end();
      add(FormulaWords.kind(word), word);
    }
    return known;
  }

  /** The primes of f' belong to its name. */
  private boolean primes() {
    boolean letter = !tokens.isEmpty() && tokens.getLast().kind() == Kind.LETTER && !spaced;
    if (!letter || !find(PRIMES)) {
      return false;
    }
    long primes = matcher.group().chars().filter(each -> each == '\'' || each == '\\').count();
    FormulaToken name = tokens.removeLast();
    tokens.add(
        new FormulaToken(Kind.LETTER, name.text() + "'".repeat((int) primes), name.spaced()));
    return true;
  }

  private boolean command() {
    if (!find(COMMAND)) {
      return false;
    }
    String name = FormulaWords.command(matcher.group(1));
    if (name.isEmpty()) {
      spaced = true;
    } else {
      add(FormulaWords.kind(name), name);
    }
    return true;
  }

  private boolean letters() {
    if (!find(LETTERS)) {
      return false;
    }
    String run = matcher.group();
    int product = 0;
    for (int i = 0; i < run.length(); ) {
      String word = FormulaWords.named(run, i);
      boolean letter = word.isEmpty();
      product = letter ? product + 1 : 0;
      if (product > PRODUCT) {
        throw new UnreadableFormula("a word");
      }
      String name = letter ? run.substring(i, i + 1) : FormulaWords.plain(word);
      add(FormulaWords.kind(name), name);
      i += letter ? 1 : word.length();
    }
    return true;
  }

  private void sign(char next) {
    boolean power = text.startsWith("**", at);
    if (SIGNS.indexOf(next) < 0) {
      throw new UnreadableFormula("a character that has no place in a formula");
    }
    at += power ? 2 : 1;
    add(Kind.SIGN, power ? "^" : String.valueOf(next));
  }

  private static Kind kind(String word) {
    return Character.isDigit(word.charAt(0)) ? Kind.NUMBER : Kind.SIGN;
  }

  private void add(Kind kind, String word) {
    if (tokens.size() > FormulaBounds.TOKENS) {
      throw new UnreadableFormula("too long");
    }
    tokens.add(new FormulaToken(kind, word, spaced));
    spaced = false;
  }

  private boolean looking(Pattern pattern) {
    return matcher.usePattern(pattern).region(at, text.length()).lookingAt();
  }

  /** Steps over what stands here if it is of that pattern. */
  private boolean find(Pattern pattern) {
    boolean found = looking(pattern);
    at = found ? matcher.end() : at;
    return found;
  }
}
