// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.text.WorkBudget;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds {@linkplain FinalAnswer final answers}, the surest kinds first. */
public final class FinalAnswers {

  private FinalAnswers() {}

  /**
   * Finds the answer in any text; never throws, and works in proportion to its length. A text that
   * would be more work than that has no answer.
   *
   * @param said a reply without its thoughts
   */
  public static Optional<FinalAnswer> of(String said) {
    return bounded(said, () -> find(said).or(() -> LastNumber.in(said)));
  }

  /** The same, without the guess. */
  public static Optional<FinalAnswer> stated(String said) {
    return bounded(said, () -> find(said));
  }

  private static Optional<FinalAnswer> bounded(
      String said, Supplier<Optional<FinalAnswer>> finder) {
    return WorkBudget.forText(said).run(finder, Optional::empty);
  }

  private static Optional<FinalAnswer> find(String said) {
    return Stream.of(Boxes.last(said), LastLine.hashes(said), JsonField.last(said))
        .flatMap(Optional::stream)
        // By their ends: a box within a field is how the field writes its answer.
        .max(Comparator.comparingInt(FinalAnswer::end))
        .or(() -> Phrase.last(said))
        .or(() -> LastLine.choice(said));
  }
}
