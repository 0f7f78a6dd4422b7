// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.recipe;

import dev.assay.embedded.model.examples.TextExample;
import java.util.SplittableRandom;

/** An endless supply of questions of one kind, each with its one right completion. */
@FunctionalInterface
public interface TrainingTask {
  TextExample next(SplittableRandom random);
}
