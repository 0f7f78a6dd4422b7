// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

/**
 * What a call that failed has cost all the same: a reply that cannot be used was bought, too.
 *
 * @param calls 1 if the model took the call on or may have, 0 if it was refused or never reached
 *     the model
 * @param promptTokens tokens read, 0 where nobody said
 * @param completionTokens tokens generated, 0 where nobody said
 * @param cachedTokens those of the tokens read that the server had in its cache, 0 where nobody
 *     said
 */
public record Spent(int calls, int promptTokens, int completionTokens, int cachedTokens) {

  /** The model was never asked, or refused. */
  public static final Spent NOTHING = new Spent(0, 0, 0);

  /** The model was asked, and nobody said how much it read and wrote. */
  public static final Spent ONE_CALL = new Spent(1, 0, 0);

  public Spent {
    if (calls < 0 || promptTokens < 0 || completionTokens < 0 || cachedTokens < 0) {
      throw new IllegalArgumentException("spent: negative (expected: >= 0)");
    }
  }

  /** Where nobody said what was cached. */
  public Spent(int calls, int promptTokens, int completionTokens) {
    this(calls, promptTokens, completionTokens, 0);
  }
}
