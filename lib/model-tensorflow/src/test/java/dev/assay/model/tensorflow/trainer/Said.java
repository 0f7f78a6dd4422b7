// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a run says. */
final class Said implements ProgressSink {

  final List<String> shown = new ArrayList<>();
  final List<String> said = new ArrayList<>();

  @Override
  public void show(String line) {
    shown.add(line);
  }

  @Override
  public void say(String line) {
    said.add(line);
  }
}
