// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.model.TokenLikelihoods;
import dev.assay.model.TokenLikelihoods.Token;
import dev.assay.prompts.CanonicalText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How likely a model finds the steps of a solution: for each the smallest probability of its
 * tokens, since one wrong digit makes a step wrong, however expected the others are. A product or a
 * mean would favour short steps, or hide the digit among them.
 *
 * @param logProbabilities natural logarithms, a step each, at least one
 */
public record StepLikelihoods(List<Double> logProbabilities) {

  public StepLikelihoods {
    logProbabilities = List.copyOf(logProbabilities);
  }

  static StepLikelihoods of(CanonicalText canonical, TokenLikelihoods tokens) {
    List<Double> least = new ArrayList<>(Collections.nCopies(canonical.ends().size(), 0.0));
    int at = 0;
    for (Token token : tokens.tokens()) {
      int step = canonical.step(at);
      least.set(step, Math.min(least.get(step), token.logProbability()));
      at += token.text().length();
    }
    return new StepLikelihoods(least);
  }

  /** Of the least likely step: what a whole solution is judged by. */
  public double least() {
    return Collections.min(logProbabilities);
  }

  /** Which step that is, from 0; the first of equals. */
  public int leastLikely() {
    return logProbabilities.indexOf(least());
  }
}
