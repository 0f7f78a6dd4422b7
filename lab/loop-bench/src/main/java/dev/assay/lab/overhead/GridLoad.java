// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead;

import dev.assay.lab.overhead.ideal.GridShape;

/**
 * What is asked for a row of the table.
 *
 * @param first whether it is the first that the system is asked at all
 * @param inFlight problems at a time
 * @param problems in all
 */
public record GridLoad(boolean first, GridShape shape, int inFlight, int problems) {

  /** About as much work in every row. */
  private static final int CALLS = 6000;

  private static final int MOST = 300;

  /** As many problems as tell something and do not take for ever, and no fewer than in flight. */
  public static GridLoad usual(GridShape shape, int inFlight) {
    int problems = Math.max(inFlight, Math.min(MOST, CALLS / shape.calls()));
    return new GridLoad(false, shape, inFlight, problems);
  }
}
