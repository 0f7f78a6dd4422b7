// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import java.util.List;

/** Where examples come from, a block at a time. */
@FunctionalInterface
public interface ExampleSource {

  /**
   * The examples of a block, always the same ones for the same index: a run that is continued asks
   * for the block that it was in.
   */
  List<TokenExample> block(long index);
}
