// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.text.WorkBudget;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Sentences as {@link JudgementWords} knows them: words in lower case and stops, with a space
 * around each, and nothing of emphasis, tags or TeX. A dot ends a sentence or a line, a comma
 * stands for whatever else parts two words.
 *
 * @param words begins with a dot, as every sentence follows upon one
 */
record Prose(String words) {

  private static final Pattern DECORATION =
      Pattern.compile(
          "\\\\(?:begin|end)\\{[a-z*]{1,20}}|\\\\[a-zA-Z]{1,20}|</?[a-zA-Z]{1,10}>|[*_`$#~|>{}\\\\\\[\\]]");

  static Prose of(String text) {
    String plain = DECORATION.matcher(WorkBudget.metered(text)).replaceAll(" ");
    StringBuilder words = new StringBuilder(plain.length() + 16).append(" . ");
    for (int i = 0; i < plain.length(); i++) {
      append(words, plain, i);
    }
    return new Prose(space(words).toString().toLowerCase(Locale.ROOT));
  }

  private static void append(StringBuilder words, String plain, int at) {
    char c = plain.charAt(at);
    if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
      words.append(c);
    } else if (isApostrophe(c)) {
      words.append('\'');
    } else {
      String stop = stop(c);
      if (!stop.isEmpty()) {
        space(words).append(stop);
      }
      space(words);
    }
  }

  private static StringBuilder space(StringBuilder words) {
    return words.charAt(words.length() - 1) == ' ' ? words : words.append(' ');
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’' || c == '‘';
  }

  private static String stop(char c) {
    return switch (c) {
      case '.', '!', '?', ';', '\n', '。', '！', '？', '；', '—', '–' -> ".";
      case ':', '：' -> ":";
      case ',', '，', '、', '(', ')', '（', '）' -> ",";
      default -> "";
    };
  }

  /** Whether there is no word in it. */
  boolean isEmpty() {
    return words.chars().noneMatch(Character::isLetterOrDigit);
  }

  /** What follows the last comma, which is nearest to what comes behind; a last colon stays. */
  Prose lastClause() {
    int end = words.endsWith(" , ") ? words.length() - 2 : words.length();
    int comma = words.lastIndexOf(" , ", end - 3);
    return comma < 0 ? this : new Prose(words.substring(comma + 2, end));
  }

  /** What stands before the first stop or reason, all of it if there is none. */
  Prose firstClause() {
    String text = words.substring(3);
    int end = text.length();
    for (String stop : new String[] {" , ", " : ", " . "}) {
      int at = (" " + text).indexOf(stop);
      end = at < 0 ? end : Math.min(end, at);
    }
    return new Prose(" . " + text.substring(0, end) + " ");
  }
}
