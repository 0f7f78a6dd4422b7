// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import java.util.List;
import java.util.Optional;

/** A step taken apart once, for all the checks on it. */
record StepReading(String text, ClaimTokens row, List<Side> sides) {

  static StepReading of(String step) {
    String text = ClaimChecker.cut(step);
    ClaimFinder finder = new ClaimFinder(text, 0, ClaimJudge.STRICT);
    return new StepReading(text, finder.row(), finder.sides());
  }

  List<Chain> chains() {
    return new Chains(row, sides).all();
  }

  /** The first formula of letters between quotation marks. */
  Optional<List<String>> quoted() {
    return new Chains(row, sides).quoted();
  }

  /** A flaw at the beginning of a chain. */
  Flaw flaw(int step, Chain chain, Flaw.Kind kind, String why) {
    int start = row.at(chain.from()).start();
    int end = row.at(chain.first().to() - 1).end();
    String says = text.substring(start, end);
    return new Flaw(step, start, end, kind, says, says + ": " + why, Optional.empty());
  }

  /** A flaw of the whole step. */
  Flaw flaw(int step, Flaw.Kind kind, String why) {
    return new Flaw(step, 0, text.length(), kind, text, why, Optional.empty());
  }
}
