// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Tells a {@link ProgressSink} how far a run is, and when it will be done. */
public final class TrainingProgress {

  private final ProgressSink sink;
  private final InstantSource clock;
  private final long first;
  private final long last;
  private final Instant start;

  /**
   * Starts the clock.
   *
   * @param first steps that were done before this process went on
   * @param last steps of the whole run
   */
  public TrainingProgress(ProgressSink sink, InstantSource clock, long first, long last) {
    this.sink = sink;
    this.clock = clock;
    this.first = first;
    this.last = last;
    this.start = clock.instant();
  }

  /** Shows a report as one line. */
  public void report(LossReport report) {
    sink.show(
        String.format(
            Locale.ROOT,
            "step %,d of %,d  loss %.4f  %,.0f tokens/s  %s left",
            report.step(),
            last,
            report.loss(),
            report.tokensPerSecond(),
            spelled(left(report.step()))));
  }

  private Duration left(long step) {
    Duration passed = Duration.between(start, clock.instant());
    long done = Math.max(1, step - first);
    return Duration.ofMillis(Math.round((double) passed.toMillis() / done * (last - step)));
  }

  private static String spelled(Duration time) {
    if (time.toHours() > 0) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    return time.toMinutes() > 0
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toSeconds() + " s";
  }
}
