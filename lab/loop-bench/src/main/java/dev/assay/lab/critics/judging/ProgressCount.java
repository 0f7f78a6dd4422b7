// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.judging;

import java.util.Optional;
import java.util.function.Consumer;

/** Counts judgements as they come, and tells whoever wants to know. */
final class ProgressCount {

  private final Consumer<JudgingProgress> told;
  private JudgingProgress progress;

  ProgressCount(int wanted, Consumer<JudgingProgress> told) {
    this.told = told;
    this.progress = new JudgingProgress(0, 0, wanted, 0, 0);
  }

  /** One of an earlier run. */
  synchronized void found(Judgement judgement) {
    tell(1, 0, unreadable(judgement), 0);
  }

  /** One of this run, or none of it. */
  synchronized void made(Optional<Judgement> judgement) {
    tell(0, 1, judgement.map(ProgressCount::unreadable).orElse(0), judgement.isEmpty() ? 1 : 0);
  }

  private void tell(int found, int made, int unreadable, int failed) {
    progress =
        new JudgingProgress(
            progress.found() + found,
            progress.made() + made,
            progress.wanted(),
            progress.unreadable() + unreadable,
            progress.failed() + failed);
    told.accept(progress);
  }

  private static int unreadable(Judgement judgement) {
    return judgement.readable() ? 0 : 1;
  }
}
