// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerdictEvent.Summarised;

/**
 * What was heard of one revision of an attempt, as numbers.
 *
 * @param finished whether the critic passed it on to the verifier
 * @param unanswered whether it was passed on and states no answer
 * @param asked verdicts that were asked for
 * @param verdicts that came back
 * @param readable verdicts among them
 * @param usage of the verdicts and of the outcome; the draft and its critique are on the attempt's
 *     bill
 */
public record SolutionTally(
    boolean drafted,
    boolean criticised,
    boolean finished,
    boolean unanswered,
    int asked,
    int verdicts,
    int readable,
    Usage usage) {

  static final SolutionTally NONE =
      new SolutionTally(false, false, false, false, 0, 0, 0, Usage.NONE);

  SolutionTally draft() {
    return new SolutionTally(
        true, criticised, finished, unanswered, asked, verdicts, readable, usage);
  }

  SolutionTally plus(Criticised event) {
    boolean last = !event.wantsRevision();
    boolean empty = last && event.solution().answer() == null;
    return new SolutionTally(drafted, true, last, empty, asked, verdicts, readable, usage);
  }

  SolutionTally request() {
    return with(asked + 1, verdicts, readable, usage);
  }

  SolutionTally plus(Summarised event) {
    return with(asked, verdicts, readable, usage.plus(event.usage()));
  }

  SolutionTally plus(Returned event) {
    int more = event.verdict().readable() ? 1 : 0;
    return with(asked, verdicts + 1, readable + more, usage.plus(event.usage()));
  }

  private SolutionTally with(int asked, int verdicts, int readable, Usage usage) {
    return new SolutionTally(
        drafted, criticised, finished, unanswered, asked, verdicts, readable, usage);
  }
}
