// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.redrive;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** One redrive of many dead letters, and its count. */
final class Redriving implements AutoCloseable {

  private final Resender resender;
  private final Marks marks;
  private final Futility futility;
  private final Redrive.Terms terms;
  private final Consumer<Redrive> told;
  private int redriven;
  private int skipped;

  Redriving(
      Resender resender,
      Marks marks,
      Futility futility,
      Redrive.Terms terms,
      Consumer<Redrive> told) {
    this.resender = resender;
    this.marks = marks;
    this.futility = futility;
    this.terms = terms;
    this.told = told;
  }

  /** Redrives it if it is to be; false, without doing anything, if as many have been as may be. */
  boolean goesOnAfter(DeadLetter letter, StoredRecord record) {
    int before = marks.of(letter.position());
    Optional<String> obstacle =
        before > 0 && !terms.again()
            ? Optional.of("it was redriven before (expected: --again, to do it once more)")
            : futility.why(letter, record.body());
    if (obstacle.isEmpty() && redriven == terms.most()) {
      return false;
    }
    Redrive done =
        obstacle
            .map(why -> Redrive.skipped(letter, why))
            .orElseGet(() -> redrive(letter, record, before));
    if (done.outcome() == Redrive.Outcome.SKIPPED) {
      skipped++;
    } else {
      redriven++;
    }
    told.accept(done);
    return true;
  }

  private Redrive redrive(DeadLetter letter, StoredRecord record, int before) {
    if (terms.dry()) {
      return new Redrive(letter, Redrive.Outcome.PLANNED, null);
    }
    try {
      resender.resend(letter, record, before);
      return new Redrive(letter, Redrive.Outcome.REDRIVEN, null);
    } catch (RecordTooLargeException e) {
      return Redrive.skipped(letter, "it is too large for its topic: " + e.getMessage());
    }
  }

  Redrive.Tally tally(boolean more) {
    return new Redrive.Tally(redriven, skipped, true, more);
  }

  @Override
  public void close() {
    resender.close();
  }
}
