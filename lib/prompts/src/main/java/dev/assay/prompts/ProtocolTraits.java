// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import java.util.List;

/**
 * What is said of a protocol besides what it does.
 *
 * @param name in configuration
 * @param origin whose words it speaks
 * @param oneDraw how one reply is drawn that is to be the best there is
 * @param votes how each of several replies is drawn that are to vote
 * @param limits what it cannot do that others can, in words for people
 */
public record ProtocolTraits(
    String name,
    Origin origin,
    SuggestedSampling oneDraw,
    SuggestedSampling votes,
    List<String> limits) {

  public ProtocolTraits {
    limits = List.copyOf(limits);
  }
}
