// SPDX-License-Identifier: Apache-2.0
package dev.assay.training;

import dev.assay.training.data.Example;
import java.util.SplittableRandom;

/** An endless supply of questions of one kind, each with its one right completion. */
@FunctionalInterface
public interface Task {
  Example next(SplittableRandom random);
}
