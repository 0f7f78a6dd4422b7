// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.load;

import dev.assay.lab.overhead.ideal.AskedProblem;

/** Who has a problem worked on, and returns when it is done. */
public interface Asker {

  /**
   * @throws IllegalStateException if it is not done, saying why
   */
  void ask(AskedProblem problem);

  /** How often it was told to come again, which it did. */
  default int refusals() {
    return 0;
  }
}
