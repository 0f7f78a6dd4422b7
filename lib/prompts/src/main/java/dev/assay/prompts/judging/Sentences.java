// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.text.WorkBudget;
import java.util.regex.Pattern;

/**
 * Where sentences begin and end around a place in a text, as far as that is of interest, and the
 * open line above that leads to a line.
 */
final class Sentences {

  /** What is farther off has no say in what stands at a place. */
  static final int FARTHEST = 400;

  private static final Pattern LIST_ITEM =
      Pattern.compile("^[\\s>*#]{0,20}(?:[-*•+]|\\d{1,3}[.)]|[a-z][.)])(?=\\s)");

  private static final String STOPS = ".!?;。";

  private Sentences() {}

  static int start(String text, int from) {
    int least = Math.max(0, from - FARTHEST);
    for (int i = from - 1; i >= least; i--) {
      WorkBudget.spend(1);
      if (text.charAt(i) == '\n' || isStop(text, i)) {
        return i + 1;
      }
    }
    return least;
  }

  /** Where the line of a place begins, or as much of it as is of interest. */
  static int lineStart(String text, int from) {
    int least = Math.max(0, from - FARTHEST);
    int at = from;
    while (at > least && text.charAt(at - 1) != '\n') {
      at--;
    }
    WorkBudget.spend((long) from - at);
    return at;
  }

  static int lineEnd(String text, int from) {
    int most = Math.min(text.length(), from + FARTHEST);
    int at = from;
    while (at < most && text.charAt(at) != '\n') {
      at++;
    }
    WorkBudget.spend((long) at - from);
    return at;
  }

  /** Behind a question mark, in front of any other stop. */
  static int end(String text, int from) {
    int most = Math.min(text.length(), from + FARTHEST);
    for (int i = from; i < most; i++) {
      WorkBudget.spend(1);
      if (text.charAt(i) == '\n' || isStop(text, i)) {
        return text.charAt(i) == '?' ? i + 1 : i;
      }
    }
    return most;
  }

  /** A dot within a number or an abbreviation stops nothing. */
  private static boolean isStop(String text, int at) {
    char c = text.charAt(at);
    boolean inside = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
    return STOPS.indexOf(c) >= 0 && (c == '。' || !inside) && !(c == '.' && isInitial(text, at));
  }

  private static boolean isInitial(String text, int dot) {
    return dot > 1
        && Character.isLetter(text.charAt(dot - 1))
        && !Character.isLetterOrDigit(text.charAt(dot - 2))
        && text.charAt(dot - 2) != '$';
  }

  /** Without the number or the dot of a list. */
  static String item(String line) {
    var item = LIST_ITEM.matcher(WorkBudget.metered(line));
    return item.find() ? line.substring(item.end()) : line;
  }

  /**
   * What leads to a line from above: the end of the last line of words if it ends in a colon, or is
   * right above and not finished.
   */
  static String leadingTo(String text, int lineStart) {
    int end = lineStart;
    boolean apart = false;
    while (end > 0 && lineStart - end < FARTHEST) {
      int start = lineStart(text, end - 1);
      String line = text.substring(start, end).strip();
      if (!Prose.of(line).isEmpty() && !line.startsWith("```") && !line.startsWith("~~~")) {
        return isOpen(line, apart) ? line.substring(start(line, line.length() - 1)) + " " : "";
      }
      apart |= line.isEmpty();
      end = start;
    }
    return "";
  }

  private static boolean isOpen(String line, boolean apart) {
    int end = line.length() - 1;
    while (end > 0 && "*_`$\"'”) ".indexOf(line.charAt(end)) >= 0) {
      end--;
    }
    char last = line.charAt(end);
    return last == ':' || (!apart && STOPS.indexOf(last) < 0 && item(line).equals(line));
  }
}
