// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Rationale;
import dev.assay.contracts.Event;
import dev.assay.contracts.Verdict.NoVerdict;
import dev.assay.contracts.Verdict.Reason;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.selection.Evidence;
import dev.assay.selection.FinalSolution;
import dev.assay.selection.VerdictTally;
import java.util.List;
import java.util.Optional;

/**
 * Tells who gets an answer that not one of its verdicts could be read, what was expected, and how a
 * reply began: the verifier's model may speak another protocol, which no other figure shows.
 */
final class UnreadVerdicts {

  /** Characters of what a reply was taken for: enough to see what it is. */
  private static final int LONGEST = 400;

  private UnreadVerdicts() {}

  /**
   * The answer with a word of it, where it is so.
   *
   * @param events that completed the evidence
   */
  static Answer told(Answer answer, Evidence evidence, List<Event> events) {
    List<VerdictTally> tallies =
        evidence.solutions().stream().map(FinalSolution::verdicts).toList();
    int returned = tallies.stream().mapToInt(VerdictTally::returned).sum();
    boolean read = tallies.stream().anyMatch(tally -> tally.readable() > 0);
    Optional<String> detail = read ? Optional.empty() : last(events);
    return detail
        .map(
            words ->
                with(answer, "none of %d verdicts could be read: %s".formatted(returned, words)))
        .orElse(answer);
  }

  private static Optional<String> last(List<Event> events) {
    return events.stream()
        .filter(Returned.class::isInstance)
        .map(event -> ((Returned) event).verdict())
        .filter(NoVerdict.class::isInstance)
        .map(NoVerdict.class::cast)
        .filter(none -> none.reason() == Reason.UNREADABLE)
        .map(none -> oneLine(none.detail()))
        .reduce((_, later) -> later);
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  private static Answer with(Answer answer, String words) {
    Rationale said = answer.rationale();
    return new Answer(
        answer.status(),
        answer.text(),
        new Rationale(said.reason() + "; " + words, said.explanation()),
        answer.support(),
        answer.work(),
        answer.ranking(),
        answer.usage(),
        answer.settledAt());
  }
}
