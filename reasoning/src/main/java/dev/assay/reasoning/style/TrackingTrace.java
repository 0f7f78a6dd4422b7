// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.style;

import static dev.assay.reasoning.style.TrackingQuestion.letter;

import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.reasoning.style.TrackingQuestion.Swap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way of one object, walked from the last swap back to the first: whoever is asked about holds
 * it at the end, and each line {@code AC=C} says who held it before that swap. A derivation goes
 * forward and keeps all objects in view, so the errors of the two fall on different questions.
 *
 * @param holders counted from 0: at the start, then after each swap in order of time
 */
record TrackingTrace(TrackingQuestion question, List<Integer> holders) {

  TrackingTrace {
    holders = List.copyOf(holders);
  }

  /** Reads a reply; one that breaks off, leaves a swap out or contradicts itself is no trace. */
  static Optional<TrackingTrace> read(TrackingQuestion question, String reply) {
    List<String> lines = CompactLines.of(reply.strip()).lines();
    List<Swap> swaps = question.swaps();
    if (lines.size() != swaps.size() + 1) {
      return Optional.empty();
    }
    List<Integer> backwards = new ArrayList<>(List.of(question.asked()));
    for (int i = 0; i < swaps.size(); i++) {
      holder(question, swaps.get(swaps.size() - 1 - i), lines.get(i)).ifPresent(backwards::add);
    }
    boolean whole = backwards.size() == lines.size();
    // Person A held object 1 at the start.
    return whole && question.answered(lines.getLast()).equals(Optional.of(backwards.getLast()))
        ? Optional.of(new TrackingTrace(question, backwards.reversed()))
        : Optional.empty();
  }

  private static Optional<Integer> holder(TrackingQuestion question, Swap swap, String line) {
    for (int person = 0; person < question.people().size(); person++) {
      if (line.equals(swap.text() + "=" + letter(person))) {
        return Optional.of(person);
      }
    }
    return Optional.empty();
  }

  /** The object, counted from 0, that the trace ends at: the answer. */
  int object() {
    return holders.getFirst();
  }

  /**
   * What the trace says of a derivation. One that gives the same answer is correct. In another, the
   * first wrong line is the first that is not about its swap, or that gives the object to somebody
   * other than the trace does at that time. An earlier line may be wrong about other objects; a
   * trace of one object has no say in those. Where no line is contradicted, the answer is wrong.
   */
  Verdict verdict(List<String> claimed) {
    if (!claimed.isEmpty() && question.answered(claimed.getLast()).equals(Optional.of(object()))) {
      return new Correct(1);
    }
    int wrong = firstContradicted(claimed);
    TrackingProse prose = new TrackingProse(question);
    String claim = wrong < claimed.size() ? prose.step(claimed.get(wrong)) : "nothing";
    int holder = holders.get(Math.min(wrong + 1, question.swaps().size()));
    return new FirstError(
        wrong,
        "the step says %s; traced back from the end, %s is with %s then"
            .formatted(claim, prose.object(object()), prose.name(holder)));
  }

  private int firstContradicted(List<String> claimed) {
    int agreeing = 0;
    while (agreeing < Math.min(claimed.size(), question.swaps().size())
        && agrees(agreeing, claimed.get(agreeing))) {
      agreeing++;
    }
    return agreeing;
  }

  private boolean agrees(int swap, String claim) {
    return TrackingState.of(question, claim)
        .filter(state -> state.swap().equals(question.swaps().get(swap)))
        .filter(state -> state.object(holders.get(swap + 1)) == object())
        .isPresent();
  }
}
