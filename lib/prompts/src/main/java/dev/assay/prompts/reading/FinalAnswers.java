// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.equality.answers.AnswerOptions;
import dev.assay.prompts.reading.FinalAnswer.Method;
import dev.assay.prompts.reading.Introductions.Introduction;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds {@linkplain FinalAnswer final answers}, the surest kinds first. */
public final class FinalAnswers {

  private final String said;
  private final AnswerOptions options;

  private final List<Introduction> phrases;

  /** Within the budget for the text. */
  private FinalAnswers(String said, AnswerOptions options) {
    this.said = said;
    this.options = options;
    this.phrases = Introductions.in(said);
  }

  /**
   * Finds the answer in any text, or else guesses; never throws, and works in proportion to its
   * length. A text that would be more work than that has no answer.
   *
   * @param said a reply without its thoughts
   */
  public static Optional<FinalAnswer> of(String said) {
    return bounded(
        said,
        () -> new FinalAnswers(said, AnswerOptions.NONE).find().or(() -> LastNumber.in(said)));
  }

  /**
   * The same, without the guess.
   *
   * @param options what the question lists
   * @param cut whether the reply was cut off
   */
  public static Optional<FinalAnswer> stated(String said, AnswerOptions options, boolean cut) {
    return bounded(
        said,
        () -> {
          FinalAnswers answers = new FinalAnswers(said, options);
          return cut ? answers.complete() : answers.find();
        });
  }

  private static Optional<FinalAnswer> bounded(
      String said, Supplier<Optional<FinalAnswer>> finder) {
    return WorkBudget.forText(said)
        .run(() -> finder.get().map(FinalAnswers::readable), Optional::empty);
  }

  private static FinalAnswer readable(FinalAnswer found) {
    return new FinalAnswer(found.method(), Digits.ascii(found.text()), found.start(), found.end());
  }

  private Optional<FinalAnswer> complete() {
    return LastWord.of(said, statements()).filter(answer -> CutOff.leaves(said, answer));
  }

  private Optional<FinalAnswer> find() {
    List<FinalAnswer> statements = statements();
    return statements.isEmpty()
        ? LastLine.choice(said, options)
            .or(() -> LastLine.alone(said))
            .or(() -> LastSentence.of(said, phrases, options))
        : LastWord.of(said, statements);
  }

  /**
   * All that is said to be the answer, by their ends: a box within a field is how it is written.
   */
  private List<FinalAnswer> statements() {
    List<FinalAnswer> marked = new ArrayList<>(BoxedAnswers.in(said));
    Optional<FinalAnswer> field = JsonField.last(said);
    Stream.of(LastLine.hashes(said), field, TaggedAnswer.last(said))
        .flatMap(Optional::stream)
        .forEach(marked::add);
    List<FinalAnswer> all = new ArrayList<>(marked);
    Stream.concat(
            Phrase.last(said, phrases, options, true).stream(),
            ReversedPhrases.in(said, options).stream())
        .filter(phrase -> marked.stream().noneMatch(each -> overlap(each, phrase)))
        .filter(phrase -> field.isEmpty() || !isBeside(field.get(), phrase))
        .forEach(all::add);
    Struck struck = Struck.in(said);
    all.removeIf(struck::has);
    all.sort(Comparator.comparingInt(FinalAnswer::end));
    return List.copyOf(all);
  }

  private static boolean overlap(FinalAnswer one, FinalAnswer phrase) {
    return one.start() <= phrase.end() && phrase.start() <= one.end();
  }

  /** What other fields of an object say is the way to its answer, wherever they stand. */
  private boolean isBeside(FinalAnswer field, FinalAnswer phrase) {
    return field.method() == Method.JSON
        && phrase.start() > field.end()
        && said.substring(field.end(), phrase.start()).indexOf('}') < 0;
  }
}
