// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.time.InstantSource;

/** How far the drawing of a pool has come, and how long the rest will take. */
final class PoolProgress {

  private static final double MILLIS = 1000;

  private final StatusLine line;
  private final InstantSource clock;
  private final String name;
  private final int problems;
  private final long start;
  private int before = -1;

  PoolProgress(StatusLine line, InstantSource clock, String name, int problems) {
    this.line = line;
    this.clock = clock;
    this.name = name;
    this.problems = problems;
    this.start = clock.millis();
  }

  /** The first count is what an earlier run had drawn. */
  synchronized void show(int done) {
    if (before < 0) {
      before = done;
    }
    String left = done == before || done == problems ? "" : ", " + rough(done) + " left";
    line.show("drawing %s: %d of %d problems%s".formatted(name, done, problems, left));
  }

  private String rough(int done) {
    double seconds = (clock.millis() - start) / MILLIS;
    return BenchProgress.rough(seconds / (done - before) * (problems - done));
  }
}
