// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.model.tensorflow.trainer.ProgressSink;
import java.nio.file.Path;
import java.util.List;

/** What a training command runs; a test's takes no hour. */
@FunctionalInterface
interface TrainingRun {

  /** The folder in {@code out} with a folder for each of the recipe's runs. */
  String RUNS = "runs";

  /**
   * Trains in a folder, or goes on with what was begun there.
   *
   * @return the model folders that were made
   */
  List<Path> train(Path out, int minutes, long seed, ProgressSink sink);
}
