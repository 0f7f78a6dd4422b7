// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.style;

import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import java.util.List;
import java.util.Optional;

/**
 * Shuffled objects: a line is one swap and who holds what after it, {@code AC=321}. It is verified
 * by tracing the object in question {@linkplain TrackingTrace back to its first holder}.
 */
record CompactTracking(TrackingQuestion question) implements CompactTask {

  /** What may be asked, with an example. */
  static final String REACH =
      "who holds what after swaps: three, five or seven people and as many swaps, such as Ann, Ben,"
          + " and Cleo are playing a game. At the start of the game, they are each holding a ball:"
          + " Ann has a red ball, Ben has a blue ball, and Cleo has a green ball. As the game"
          + " progresses, pairs of players trade balls. First, Ann and Cleo swap balls. Then, Cleo"
          + " and Ben swap balls. Finally, Ben and Ann swap balls. At the end of the game, Ben has"
          + " the Options: (A) red ball. (B) blue ball. (C) green ball.";

  /** Reads a question, or is empty if it is of another kind. */
  static Optional<CompactTask> of(String question) {
    return TrackingQuestion.of(question).map(CompactTracking::new);
  }

  @Override
  public String solve() {
    return "T" + question.shuffle().text() + ">";
  }

  @Override
  public String verify() {
    return "U" + question.shuffle().text() + ">";
  }

  /** As it is: the digits name objects, and are no numbers. */
  @Override
  public String turned(String text) {
    return text;
  }

  @Override
  public boolean isStep(String line) {
    return TrackingState.of(question.shuffle(), line).isPresent();
  }

  @Override
  public Optional<String> answer(String line) {
    return question.shuffle().answered(line).map(TrackingProse::option);
  }

  @Override
  public String shown(String line) {
    return new TrackingProse(question).step(line);
  }

  @Override
  public Optional<Verdict> readVerdict(
      Solution outcome, List<String> claimed, List<String> derived) {
    return TrackingTrace.of(question.shuffle(), derived)
        .map(
            trace ->
                TrackingProse.option(trace.object()).equals(outcome.answer())
                    ? new Correct(1)
                    : error(trace, claimed));
  }

  private FirstError error(TrackingTrace trace, List<String> claimed) {
    int wrong = trace.firstContradicted(claimed);
    TrackingProse prose = new TrackingProse(question);
    return new FirstError(
        wrong,
        "the step says %s; traced back from the end, %s is with %s then"
            .formatted(
                wrong < claimed.size() ? prose.step(claimed.get(wrong)) : "nothing",
                prose.object(trace.object()),
                prose.name(trace.holder(Math.min(wrong, question.shuffle().people() - 1)))));
  }
}
