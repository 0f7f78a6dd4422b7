// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.text.WorkBudget;
import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options that a multiple-choice question lists. Whether a letter is a choice or a variable,
 * and whether a letter and what stands beside it are one answer, can only be told from the
 * question.
 *
 * @param texts what each option says, by its letter, from A on without a gap; empty where the
 *     question lists none
 */
public record AnswerOptions(SequencedMap<Character, String> texts) {

  public static final AnswerOptions NONE = new AnswerOptions(new TreeMap<>());

  private static final int LONGEST_QUESTION = 32_768;

  /** Letters without brackets need a line each: "vitamin A. It" is no option. */
  private static final Pattern MARK =
      Pattern.compile(
          "(?<![\\w\\\\])(?:\\\\(?:text|textbf|mathbf|mathrm)\\{)?\\(([A-J])\\)\\}?"
              + "|^[ \\t>*+-]{0,8}(?:\\*\\*)?([A-J])[.):](?=[\\s*])",
          Pattern.MULTILINE);

  private static final Pattern ROW_MARK =
      Pattern.compile("(?<![\\w\\\\.])(?:\\*\\*)?([A-J])([.):])(?=[\\s*])");

  private static final int ROW = 3;

  private static final Pattern SMALL_MARK =
      Pattern.compile(
          "(?<![\\w\\\\])\\(([a-j])\\)|^[ \\t>*+-]{0,8}(?:\\*\\*)?([a-j])[.)](?=[\\s*])",
          Pattern.MULTILINE);

  /** Small letters number the parts of a question as well; these words say that they do not. */
  private static final Pattern CHOOSE =
      Pattern.compile(
          "\\b(?:which of|choose|select|pick|options?|choices?|one of the following)\\b",
          Pattern.CASE_INSENSITIVE);

  public AnswerOptions {
    texts = Collections.unmodifiableSequencedMap(new TreeMap<>(texts));
  }

  /** Reads any question, in proportion to its length; one that is too long lists none. */
  public static AnswerOptions of(String question) {
    if (question.length() > LONGEST_QUESTION) {
      return NONE;
    }
    return WorkBudget.forText(question).run(() -> read(question), () -> NONE);
  }

  private static AnswerOptions read(String question) {
    AnswerOptions lines = listed(question, MARK);
    AnswerOptions capitals = lines.isEmpty() ? row(question) : lines;
    boolean small = capitals.isEmpty() && CHOOSE.matcher(WorkBudget.metered(question)).find();
    return small ? listed(question, SMALL_MARK) : capitals;
  }

  /** Letters with no line of their own, of which three in order are no coincidence. */
  private static AnswerOptions row(String question) {
    AnswerOptions row = listed(question, ROW_MARK);
    return row.texts().size() < ROW ? NONE : row;
  }

  /** The last row of marks that begins with A and goes on without a gap, if it has two at least. */
  private static AnswerOptions listed(String question, Pattern marks) {
    TreeMap<Character, String> listed = new TreeMap<>();
    Matcher mark = marks.matcher(WorkBudget.metered(question));
    int from = 0;
    char open = 0;
    while (mark.find()) {
      char letter =
          Character.toUpperCase((mark.group(1) == null ? mark.group(2) : mark.group(1)).charAt(0));
      if (letter == 'A') {
        listed.clear();
        open = 0;
      } else if (open != 0 && letter == open + 1) {
        listed.put(open, text(question.substring(from, mark.start())));
      } else {
        continue;
      }
      open = letter;
      from = mark.end();
    }
    if (listed.isEmpty()) {
      return NONE;
    }
    int end = question.indexOf("\n\n", from);
    listed.put(open, text(question.substring(from, end < 0 ? question.length() : end)));
    return new AnswerOptions(listed);
  }

  private static String text(String option) {
    return option.replaceAll("^[\\s*.):]{0,9}|[\\s*,;]{0,9}$", "");
  }

  public boolean isEmpty() {
    return texts.isEmpty();
  }

  /** Whether the question lists an option of this capital letter. */
  public boolean has(char letter) {
    return texts.containsKey(letter);
  }
}
