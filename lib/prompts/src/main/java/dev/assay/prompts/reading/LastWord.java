// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.prompts.reading.FinalAnswer.Method;
import dev.assay.text.WorkBudget;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which of the answers that a text states is its last word. The later one is, where something says
 * that it comes after: a word of correction or of conclusion, a step between two boxes, or that the
 * one is a box and the other a sentence. Two answers that differ and that nothing orders are none.
 */
final class LastWord {

  private static final Pattern ORDER =
      Pattern.compile(
          "\\b(?:wait|actually|correction|corrected|correcting|correctly|mistake|error|wrong|incorrect|instead"
              + "|no|so|gives|giving|yields|therefore|thus|hence|finally|conclusion|consequently|overall|then|now|next"
              + "|again|also wrong|fails|failed|look(?:s|ed)? like|but(?! (?:also|maybe|perhaps|possibly|it (?:could|may|might)))|their (?:sum|product|total|difference)|rather|sorry|apologi[sz]e|revised|better|nein|korrektur|moment|warte|non|pardon|perd[oó]n|correcci[oó]n|correç[aã]o|espera|aspetta)\\b|(?=[^\\x00-\\x7f])(?:нет|исправл|更正|不对|不對|訂正)|∴|⇒|\\\\therefore|\\\\implies",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RETRACTED =
      Pattern.compile(
          "\\b(?:that|this|it)(?:'s| is| was| seems| must be) (?:wrong|incorrect|not right|not correct|a mistake"
              + "|an error)\\b|\\b(?:i|we) made (?:a|an) (?:\\w+ )?(?:mistake|error)\\b|\\bcorrection:"
              + "|\\banswer (?:is|was) (?:wrong|incorrect|not correct|not right)\\b"
              + "|\\b(?:can't|can’t|cannot|unable to|not sure|unsure|don't know|unclear|undecided)\\b[^.\\n]{0,30}\\bwhich\\b"
              + "|\\bboth (?:\\w+ )?(?:look|seem|appear|could be|may be|might be) (?:right|correct|plausible|possible)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PART =
      Pattern.compile(
          "[\\s*_#-]{0,8}(?:\\([b-h]\\)|[b-h]\\)|part \\(?[b-h]\\b|\\(i{2,3}\\))",
          Pattern.CASE_INSENSITIVE);

  private static final int MOST_COMPARED = 3;
  private static final int LONGEST_BETWEEN = 2_000;

  private final String text;

  private LastWord(String text) {
    this.text = text;
  }

  /**
   * @param stated answers in the order of the text
   */
  static Optional<FinalAnswer> of(String text, List<FinalAnswer> stated) {
    if (stated.isEmpty()) {
      return Optional.empty();
    }
    List<FinalAnswer> answers = Restatements.withoutRemarks(stated);
    return new LastWord(text).of(Restatements.withoutRepetitions(answers), answers.getLast().end());
  }

  private Optional<FinalAnswer> of(List<FinalAnswer> stated, int end) {
    FinalAnswer last = stated.getLast();
    boolean disputed =
        stated.reversed().stream()
            .skip(1)
            .filter(each -> !each.text().equals(last.text()))
            .limit(MOST_COMPARED)
            .anyMatch(each -> !isBefore(each, last) && differ(each, last));
    return disputed || isRetracted(end) ? Optional.empty() : Optional.of(last);
  }

  /** Whether something behind all statements takes them back. */
  private boolean isRetracted(int from) {
    int to = Math.min(text.length(), from + LONGEST_BETWEEN);
    CharSequence behind = WorkBudget.metered(text.substring(from, to));
    return RETRACTED.matcher(behind).find() || Doubts.behind(behind);
  }

  private boolean isBefore(FinalAnswer one, FinalAnswer last) {
    boolean boxes = one.method() == Method.BOXED && last.method() == Method.BOXED;
    boolean alike = boxes || (isSentence(one) && isSentence(last));
    if (alike && isPart(last)) {
      return false;
    }
    if (!alike || last.start() - one.end() > LONGEST_BETWEEN) {
      return true;
    }
    String between = text.substring(one.end(), Math.max(one.end(), last.start()));
    return (boxes && between.indexOf('\n') >= 0)
        || (isFinal(last) && !isFinal(one))
        || ORDER.matcher(between).find();
  }

  /** Whether its line is that of a part of the question behind the first. */
  private boolean isPart(FinalAnswer answer) {
    int line = text.lastIndexOf('\n', answer.start()) + 1;
    return PART.matcher(text).region(line, answer.start()).lookingAt();
  }

  /** Whether the sentence calls it final, right before it. */
  private boolean isFinal(FinalAnswer answer) {
    int from = Math.max(0, answer.start() - "the final answer to this is: **".length());
    return text.substring(from, answer.start()).toLowerCase(Locale.ROOT).contains("final");
  }

  private static boolean isSentence(FinalAnswer answer) {
    return switch (answer.method()) {
      case STATED, OPTION, YES_NO -> true;
      default -> false;
    };
  }

  private static boolean differ(FinalAnswer one, FinalAnswer other) {
    return Judgements.of(one.text(), other.text()) == Judgement.DIFFERENT;
  }
}
