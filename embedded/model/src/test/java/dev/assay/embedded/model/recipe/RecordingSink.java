// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.recipe;

import dev.assay.model.tensorflow.trainer.ProgressSink;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a run says, and can stop it in the middle. */
final class RecordingSink implements ProgressSink {

  final List<String> shown = new ArrayList<>();
  final List<String> said = new ArrayList<>();
  private final int last;

  /** Stops the run where a report was written to its log, but not yet its state. */
  static final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  RecordingSink() {
    this(Integer.MAX_VALUE);
  }

  /** Throws an {@link Interruption} when so many lines were shown. */
  RecordingSink(int last) {
    this.last = last;
  }

  @Override
  public void show(String line) {
    shown.add(line);
    if (shown.size() == last) {
      throw new Interruption();
    }
  }

  @Override
  public void say(String line) {
    said.add(line);
  }
}
