// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.QuestionKind;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Shuffled objects, solved by following the object in question backwards: a line is a swap and who
 * held the object before it, {@code AC=C}. Verified by the inverse: the object that the solution
 * claims is followed forward, and is to end with the person asked about.
 */
record CompactTracking(TrackingQuestion question) implements CompactTask {

  private static final QuestionKind KIND = new QuestionKind("tracking_shuffled_objects");

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
    return TrackingQuestions.of(question).map(CompactTracking::new);
  }

  @Override
  public QuestionKind kind() {
    return KIND;
  }

  @Override
  public String solve() {
    return "T" + question.shuffle().text() + ">";
  }

  /** Of an outcome without an answer this asks for some way; no verdict will come of it. */
  @Override
  public String verify(Solution outcome) {
    int first = claimed(outcome).orElse(question.shuffle().asked());
    return "U" + question.shuffle().text(first) + ">";
  }

  /** The object that is the answer, counted from 0 as is the person who has it at the start. */
  private Optional<Integer> claimed(Solution outcome) {
    return IntStream.range(0, question.shuffle().people())
        .filter(object -> TrackingProse.option(object).equals(outcome.answer()))
        .boxed()
        .findFirst();
  }

  /** As it is: the digits name objects, and are no numbers. */
  @Override
  public String turned(String text) {
    return text;
  }

  @Override
  public boolean isStep(String line) {
    return question.shuffle().swaps().stream()
        .anyMatch(swap -> question.shuffle().holder(swap, line).isPresent());
  }

  @Override
  public Optional<String> answer(String line) {
    return question.shuffle().numbered(line).map(TrackingProse::option);
  }

  @Override
  public String shown(int index, String line) {
    return new TrackingProse(question).step(index, line);
  }

  @Override
  public Optional<Verdict> readVerdict(
      Solution outcome, List<String> claimed, List<String> derived) {
    return claimed(outcome)
        .flatMap(first -> TrackingTrace.forward(question.shuffle(), first, derived))
        .map(
            way -> way.last() == question.shuffle().asked() ? new Correct(1) : error(way, claimed));
  }

  /** The line about the swap at which the ways part, or the answer if no way can be read. */
  private FirstError error(TrackingTrace way, List<String> claimed) {
    int swaps = question.shuffle().swaps().size();
    return TrackingTrace.back(question.shuffle(), claimed)
        .map(way::parting)
        .map(swap -> says(claimed, swaps - swap, swap, way))
        .orElseGet(() -> says(claimed, Math.max(0, claimed.size() - 1), swaps, way));
  }

  private FirstError says(List<String> claimed, int index, int swap, TrackingTrace way) {
    TrackingProse prose = new TrackingProse(question);
    String why =
        "the step says %s; followed from the start, %s is with %s after swap %d"
            .formatted(
                index < claimed.size() ? prose.step(index, claimed.get(index)) : "nothing",
                prose.object(way.holder(0)),
                prose.name(way.holder(swap)),
                swap);
    return new FirstError(index, Bounds.shortened(why, Bounds.REASON));
  }
}
