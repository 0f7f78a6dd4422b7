// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.judging;

import java.util.Locale;

/** The roles of the loop that look for a first wrong step. */
public enum JudgingRole {
  /** Looks for the wrong step that a refiner is to mend. */
  CRITIC,
  /** Has the last word on a final solution. */
  VERIFIER;

  /** The service whose configuration it is played by. */
  public String service() {
    return this + "-service";
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
