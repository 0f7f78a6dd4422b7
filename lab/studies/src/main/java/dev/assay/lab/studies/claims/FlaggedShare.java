// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.claims;

import dev.assay.lab.report.Cell;
import dev.assay.lab.statistics.Interval;
import java.util.Locale;

/** A small share in percent with Wilson's interval: flags are rare, so it has two decimals. */
final class FlaggedShare {

  private static final double HUNDRED = 100;

  private FlaggedShare() {}

  /** Such as {@code 0.08 [0.06, 0.11]}; empty if there is nothing to take a share of. */
  static Cell cell(long flagged, long all) {
    if (all == 0) {
      return Cell.none();
    }
    Interval share = Interval.wilson(flagged, all);
    String shown =
        String.format(
            Locale.ROOT,
            "%.2f [%.2f, %.2f]",
            HUNDRED * share.estimate(),
            HUNDRED * share.low(),
            HUNDRED * share.high());
    return new Cell(share.estimate(), shown);
  }
}
