// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place where an amount may end and its unit begin. Letters are units for sure only where they
 * are set apart, or can hardly be variables: 5m is 5 times m, and 5 m a length.
 *
 * @param amount what stands before it
 * @param words the unit, without what it is dressed in
 * @param typeset whether it stands in an upright text, which no variable does
 * @param apart whether it does not touch the amount
 */
record UnitTail(String amount, String words, boolean typeset, boolean apart) {

  private static final Pattern START =
      Pattern.compile(
          "\\\\text ?\\{|\\\\(?:mu|Omega)(?![A-Za-z])|\\\\[dt]?frac ?\\{"
              + "|(?<![\\p{L}\\\\_^{])\\p{L}|/ ?(?=\\p{L})"
              + "|[\u00b0%\u2030\u00a2$\u20ac\u00a3\u00a5\u20b9\u20a9\u20bd]");

  /** What stands in braces, with braces of its own. */
  private static final String GROUP = "((?:[^{}]|\\{[^{}]*\\})*+)";

  private static final Pattern TEXT =
      Pattern.compile("\\\\text ?\\{" + GROUP + "\\}( ?\\\\(?:mu|Omega))?");
  private static final Pattern FRACTION =
      Pattern.compile("\\\\[dt]?frac ?\\{" + GROUP + "\\} ?\\{" + GROUP + "\\}");

  /** A number that no variable can be a part of. */
  private static final Pattern NUMERAL =
      Pattern.compile(
          "[+-]?10 ?\\^ ?\\{? ?[+-]?[0-9]{1,4} ?\\}?|[+-]?[0-9.][0-9,./ ]*+(?:[eE][+-]?[0-9]{1,4})?(?: ?(?:\\\\times|\\\\cdot|\\*) ?10 ?\\^ ?\\{? ?[+-]?[0-9]{1,4} ?\\}?)?"
              + "|[+-]?[0-9]*+ ?\\\\[dt]?frac ?\\{?[0-9]+\\}? ?\\{?[0-9]+\\}?");

  /** A product of single letters, which is one of variables as well. */
  private static final Pattern LETTERS = Pattern.compile("\\p{L}(?:(?:[ *]| ?\\\\cdot ?)\\p{L})++");

  private static final Pattern MECHANICAL =
      Pattern.compile("[NJWV][ *][mshA]|[ACFJKNTVWmsg](?:(?:\\*| ?\\\\cdot ?)[ACFJKNTVWmsgh])+");
  private static final Pattern LETTER = Pattern.compile("\\p{L}(?: ?\\^.*|-?[0-9])?");
  private static final Pattern SHORT = Pattern.compile("\\p{L}{2}(?: ?\\^.*)?");

  /** Short symbols that are often written close to the number, and seldom are two variables. */
  private static final Pattern CLOSE =
      Pattern.compile("(?:[cmk]m|[mk]g|ft|yd|mi|lb|oz|hr|m[lL]|in|k[WJNV]|Hz|Pa|MW)\\b.*");

  /** Steps for a character: a unit is looked up by one word, by two, by three. */
  private static final int LOOKS = 10;

  private static final Pattern BARE = Pattern.compile("[/\\p{L}]");

  static List<UnitTail> of(String text) {
    BitSet outside = Brackets.outside(text);
    Matcher start = START.matcher(text);
    start.region(Math.max(1, text.length() - UnitExpression.LONGEST), text.length());
    start.useTransparentBounds(true);
    List<UnitTail> tails = new ArrayList<>();
    while (text.length() > 1 && start.find()) {
      int at = start.start();
      if (outside.get(at)) {
        tails.add(at(text, at));
      }
    }
    return tails;
  }

  private static UnitTail at(String text, int at) {
    String tail = text.substring(at);
    boolean typeset = tail.startsWith("\\");
    return new UnitTail(
        text.substring(0, at).strip(),
        undressed(tail),
        typeset,
        typeset || text.charAt(at - 1) == ' ');
  }

  static String undressed(String tail) {
    String plain = TEXT.matcher(tail).replaceAll(text -> upright(text.group(1), text.group(2)));
    plain = FRACTION.matcher(plain).replaceAll("($1)/($2)");
    return plain
        .replace("\\mu ", "\u03bc")
        .replace("\\mu", "\u03bc")
        .replace("\\Omega", "\u03a9")
        .replaceAll(" ++", " ")
        .strip();
  }

  /** With a space on both sides, unless it is the prefix of a Greek letter. */
  private static String upright(String text, @Nullable String greek) {
    return Matcher.quoteReplacement(" " + text + (greek == null ? " " : greek.strip()));
  }

  boolean isNumeral() {
    return NUMERAL.matcher(amount).matches();
  }

  /** The unit that these words are for sure, if they are one. */
  Optional<Unit> unit() {
    WorkBudget.spend((long) LOOKS * words.length());
    return UnitExpression.read(words).filter(this::isSure);
  }

  private boolean isSure(Unit unit) {
    if (!unit.isKnown() && !apart) {
      return false;
    }
    if (typeset || !BARE.matcher(words).lookingAt()) {
      return true;
    }
    boolean set = (apart || words.startsWith("/")) && isNumeral();
    if (words.startsWith("/")) {
      return set && words.length() > 2;
    }
    if (LETTERS.matcher(words).matches()) {
      return set && MECHANICAL.matcher(words).matches();
    }
    if (LETTER.matcher(words).matches() || UnitTable.isRare(words)) {
      return set;
    }
    return set || !SHORT.matcher(words).matches() || CLOSE.matcher(words).matches();
  }
}
