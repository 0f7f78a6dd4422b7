// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.lab.critics.judging.JudgingProgress;
import java.time.InstantSource;

/** How far judging has come, how much of it cannot be read, and how long the rest will take. */
final class JudgingText {

  private static final double MILLIS = 1000;

  /** The first replies wait for the model to load. */
  private static final int TELLING = 8;

  private final StatusLine line;
  private final InstantSource clock;
  private final long start;

  JudgingText(StatusLine line, InstantSource clock) {
    this.line = line;
    this.clock = clock;
    this.start = clock.millis();
  }

  void show(JudgingProgress progress) {
    int done = progress.found() + progress.made();
    StringBuilder text = new StringBuilder("judged ");
    text.append(done).append(" of ").append(progress.wanted());
    text.append(counted(progress.unreadable(), "unreadable"));
    text.append(counted(progress.failed(), "without a reply"));
    if (progress.made() >= TELLING && done < progress.wanted()) {
      double seconds = (clock.millis() - start) / MILLIS;
      double left = seconds / progress.made() * (progress.wanted() - done);
      text.append(", ").append(BenchProgress.rough(left)).append(" left");
    }
    line.show(text.toString());
  }

  private static String counted(int count, String what) {
    return count == 0 ? "" : ", " + count + " " + what;
  }
}
