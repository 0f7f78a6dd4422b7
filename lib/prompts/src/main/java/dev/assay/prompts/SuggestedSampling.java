// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import org.jspecify.annotations.Nullable;

/**
 * How the replies of a protocol are best drawn, as its checkpoints were trained or published:
 * configuration may say otherwise.
 *
 * @param temperature see {@code Sampling}; null for no opinion
 * @param topP likewise
 * @param maxTokens the longest reply; null for no opinion
 */
public record SuggestedSampling(
    @Nullable Double temperature, @Nullable Double topP, @Nullable Integer maxTokens) {

  /** As whoever asks likes it. */
  public static final SuggestedSampling NONE = new SuggestedSampling(null, null, null);
}
