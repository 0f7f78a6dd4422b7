// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.text.TextTable;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What leads from a noun such as "answer" to the value, in one language: "is", a colon, "to this
 * question is".
 *
 * @param says whether the noun says that it is the answer, wherever it stands
 * @param of words that lead on to the verb
 * @param verb the verb, or a sign that does for one
 * @param begins the characters that a verb may begin with
 * @param after what may follow the value without being a part of it
 */
record AnswerLink(boolean says, Pattern of, Pattern verb, String begins, Pattern after) {

  /** Parts the alternatives of a cell. */
  static final Pattern COMMA = Pattern.compile(", ");

  /** Stands in the table for a language that does without a verb. */
  private static final String NONE = "∅";

  private static final String BARE = "(?=[\\p{Nd}$\\\\-])";
  private static final String BARE_BEGINS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९$\\-";
  private static final String EMPHASIS =
      "(?:(?:thus|therefore|then|simply|indeed|just|now|clearly|definitely|actually|also|somit|donc|entonces|quindi|dus)\\b,?\\s{0,3})?";
  private static final String SIGNS = ":=：﹕∶՝";

  /** In a table a bar parts the word and the value. */
  private static final String CELL = "\\|(?=[^|\\n]{1,40}\\|)";

  /** A word set apart by a comma, or a dash or a stop that does for a colon. */
  private static final String APART =
      ",\\s(?:which (?:is|are)(?=\\s[-$\\\\*\\d(]|\\s(?:about|just|then|thus|therefore)\\s)|namely|that is|i\\.e\\.),?(?!\\p{L})|\\.(?=\\*\\*|__)|[-=:]>|→|⇒"
          + "|-\\s(?=[-$]?[\\d.,/]{1,20}%?[$*_]{0,2}\\.?\\s{0,3}(?:\\n|\\z))";

  private static final String APART_BEGINS = ",.-→⇒";

  /** What stands between two commas and hangs no condition on the answer. */
  private static final String ASIDE =
      ",[ \\t](?![-$\\d\\\\]|if |unless |when |assuming |wenn |si |se |which )[^,.:;?!\\n]{2,55}(?=,\\s)";

  static AnswerLink of(TextTable.Row row) {
    String of = words(row.get("of"));
    String verbs = words(row.get("verb"));
    String signs = "[" + SIGNS + "]";
    String verb = verbs.isEmpty() ? "" : "(?:" + verbs + ")\\s{0,3}" + EMPHASIS + signs + "?|";
    return new AnswerLink(
        row.get("rank").equals("answer"),
        pattern(of.isEmpty() ? ASIDE : ",?[ \\t\u00A0]{0,2}(?:" + of + ")|" + ASIDE),
        pattern(verb + "(?=[-,.=:→⇒])(?:" + APART + ")|" + signs + "|" + CELL),
        beginnings(row.get("verb")),
        pattern("(?:" + words(row.get("after")) + ")$"));
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String beginnings(String verbs) {
    String begins =
        COMMA
            .splitAsStream(verbs)
            .filter(each -> !each.isEmpty())
            .map(each -> each.equals(NONE) ? BARE_BEGINS : each.substring(0, 1))
            .collect(Collectors.joining());
    return SIGNS
        + APART_BEGINS
        + "|"
        + begins.toLowerCase(Locale.ROOT)
        + begins.toUpperCase(Locale.ROOT);
  }

  /** The words of a cell, the longest first, each to its end where its script parts words. */
  private static String words(String cell) {
    return COMMA
        .splitAsStream(cell)
        .filter(each -> !each.isEmpty())
        .sorted(Comparator.comparingInt(each -> -each.length()))
        .map(AnswerLink::word)
        .collect(Collectors.joining("|"));
  }

  private static String word(String word) {
    char last = word.charAt(word.length() - 1);
    boolean open = !Character.isLetter(last) || Scripts.isGlued(last);
    return word.equals(NONE) ? BARE : Pattern.quote(word) + (open ? "" : "(?![\\p{L}\\p{M}])");
  }

  /** The value without what its language puts behind it. */
  Span without(String text, Span value) {
    Matcher rest = after.matcher(value.of(text));
    return rest.find() && rest.start() > 0 && rest.end() > rest.start()
        ? value.part(0, rest.start())
        : value;
  }
}
