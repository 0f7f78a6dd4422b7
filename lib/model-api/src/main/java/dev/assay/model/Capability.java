// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What some models can do besides answering a conversation in plain text up to a stop string. Asked
 * of a model that cannot, it is refused before any call.
 */
public enum Capability {
  /** Going on with a reply whose beginning is written for it: {@link Prompt#prefill}. */
  PREFILL,
  /** Replying with one of a few given texts: {@link Prompt#choices}. */
  CHOICES,
  /** Saying how likely each token was, and others in its place. */
  LOG_PROBABILITIES,
  /** Handing over text while more is generated. */
  STREAMING;

  /** What a request asks for beyond that. */
  static List<Capability> neededBy(CompletionRequest request) {
    List<Capability> needed = new ArrayList<>();
    if (request.prompt().prefill() != null) {
      needed.add(PREFILL);
    }
    if (!request.prompt().choices().isEmpty()) {
      needed.add(CHOICES);
    }
    if (request.topLogProbabilities() > 0) {
      needed.add(LOG_PROBABILITIES);
    }
    return needed;
  }
}
