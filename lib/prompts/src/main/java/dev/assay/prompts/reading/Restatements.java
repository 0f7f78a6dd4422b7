// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.prompts.reading.FinalAnswer.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Statements behind the answer that are about it, or say it again in more words. */
final class Restatements {

  private static final Pattern NUMBER = Pattern.compile("[-−]?\\d[\\d,]{0,30}(?:\\.\\d{1,30})?");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}|=|%");

  private static final Pattern LIST =
      Pattern.compile("(?:[-−]?\\d[\\d.]{0,20}, ){0,8}[-−]?\\d[\\d.]{0,20},? (?:and|or) [-−]?\\d");

  private Restatements() {}

  /** Words about the answer behind the value that they are about. */
  static List<FinalAnswer> withoutRemarks(List<FinalAnswer> stated) {
    List<FinalAnswer> answers = new ArrayList<>(stated);
    boolean values = answers.stream().anyMatch(Restatements::isMarkedValue);
    while (values && isRemark(answers.getLast())) {
      answers.removeLast();
    }
    return answers;
  }

  /** Sentences that say the value before them once more. */
  static List<FinalAnswer> withoutRepetitions(List<FinalAnswer> stated) {
    List<FinalAnswer> answers = new ArrayList<>(stated);
    while (answers.size() > 1 && restates(answers.getLast(), answers.get(answers.size() - 2))) {
      answers.removeLast();
    }
    return answers;
  }

  /** Whether a sentence says the number before it once more, in more words. */
  private static boolean restates(FinalAnswer sentence, FinalAnswer before) {
    List<String> said = numbers(sentence.text());
    List<String> known = numbers(before.text());
    return sentence.method() == Method.STATED
        && WORD.matcher(sentence.text()).find()
        && !LIST.matcher(sentence.text()).lookingAt()
        && !said.isEmpty()
        && !known.isEmpty()
        && value(sentence.text(), said).equals(known.getLast());
  }

  /** An equation ends in its value, a sentence begins with it. */
  private static String value(String sentence, List<String> numbers) {
    return sentence.contains("=") || numbers.size() == 1 ? numbers.getLast() : numbers.getFirst();
  }

  private static List<String> numbers(String answer) {
    return NUMBER
        .matcher(answer)
        .results()
        .map(number -> number.group().replaceAll(",|\\.0+$", ""))
        .toList();
  }

  private static boolean isMarkedValue(FinalAnswer answer) {
    return answer.method() != Method.STATED && Phrase.isValue(answer.text());
  }

  private static boolean isRemark(FinalAnswer answer) {
    return answer.method() == Method.STATED && !Phrase.isValue(answer.text());
  }
}
