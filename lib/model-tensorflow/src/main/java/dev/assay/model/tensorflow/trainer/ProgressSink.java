// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

/** Where a run says how it goes: a terminal, a log, a test. */
public interface ProgressSink {

  /** What is going on now; the next line may take its place, and it may be left out. */
  void show(String line);

  /** What somebody should read even later. */
  void say(String line);
}
