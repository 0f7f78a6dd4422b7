// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import dev.assay.lab.statistics.Bootstrap;
import dev.assay.lab.statistics.Interval;
import dev.assay.lab.statistics.McNemar;

/**
 * Two ways of spending calls on the same problems.
 *
 * @param name of the second
 * @param ours the share of problems that the first gets right, the mean over orders
 * @param theirs of the second
 * @param difference of the two, paired by problem
 * @param test on one run: the order in which everything was drawn
 */
record PairedComparison(
    String name, Interval ours, Interval theirs, Interval difference, McNemar test) {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(2000, 17);

  static PairedComparison of(String name, Strategy ours, Strategy theirs) {
    return new PairedComparison(
        name,
        BOOTSTRAP.mean(ours.share()),
        BOOTSTRAP.mean(theirs.share()),
        BOOTSTRAP.difference(ours.share(), theirs.share()),
        McNemar.of(ours.once(), theirs.once()));
  }
}
