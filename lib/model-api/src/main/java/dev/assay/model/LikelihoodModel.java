// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import java.time.Duration;

/**
 * A model that can also say how likely it finds a text that it did not write. Its own interface,
 * because servers of chat completions cannot: their protocol has no place for it.
 */
public interface LikelihoodModel extends Model {

  /**
   * Reads both texts in one pass and generates nothing; the same texts always get the same numbers,
   * up to rounding.
   *
   * @param prompt what is given, at least one token
   * @param continuation what is judged, at least one token
   * @param timeout the longest the call may take, waiting included
   * @throws TransientModelException if asking again later may help: time-out, overload
   * @throws PermanentModelException if it cannot: a text is empty, too long or has characters that
   *     the model does not know
   */
  TokenLikelihoods likelihoods(String prompt, String continuation, Duration timeout);
}
