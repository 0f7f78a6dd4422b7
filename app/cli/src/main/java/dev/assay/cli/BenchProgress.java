// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.lab.loop.ProblemResult;
import java.time.InstantSource;
import java.util.Locale;

/** How far an arm has come, as a bar. */
final class BenchProgress {

  private static final int WIDTH = 24;
  private static final double MILLIS = 1000;

  private final StatusLine line;
  private final InstantSource clock;
  private final String arm;
  private final int problems;
  private final long start;
  private int done;
  private int right;

  BenchProgress(StatusLine line, InstantSource clock, String arm, int problems) {
    this.line = line;
    this.clock = clock;
    this.arm = arm;
    this.problems = problems;
    this.start = clock.millis();
  }

  synchronized void add(ProblemResult result) {
    done++;
    right += result instanceof ProblemResult.Settled settled && settled.score().given() ? 1 : 0;
    line.show(text());
  }

  synchronized void begin() {
    line.show(text());
  }

  private String text() {
    int filled = problems == 0 ? WIDTH : WIDTH * done / problems;
    String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
    String text = "%s [%s] %d/%d".formatted(arm, bar, done, problems);
    if (done == 0) {
      return text;
    }
    double seconds = (clock.millis() - start) / MILLIS;
    double left = seconds / done * (problems - done);
    return text
        + String.format(Locale.ROOT, ", %.0f %% right, %s left", 100.0 * right / done, rough(left));
  }

  static String rough(double seconds) {
    return seconds < 90
        ? String.format(Locale.ROOT, "%.0f s", seconds)
        : String.format(Locale.ROOT, "%.0f min", seconds / 60);
  }
}
