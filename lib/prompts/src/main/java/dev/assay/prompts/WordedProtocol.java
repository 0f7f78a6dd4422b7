// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is the same of every protocol that takes any question and asks in words that stand in files.
 */
public abstract class WordedProtocol implements Protocol {

  private final ProtocolTraits traits;
  private final PromptTexts prompts;

  /**
   * @param prompts its words
   */
  protected WordedProtocol(ProtocolTraits traits, PromptTexts prompts) {
    this.traits = Objects.requireNonNull(traits, "traits");
    this.prompts = Objects.requireNonNull(prompts, "prompts");
  }

  @Override
  public final String name() {
    return traits.name();
  }

  @Override
  public final Origin origin() {
    return traits.origin();
  }

  @Override
  public final PromptTexts prompts() {
    return prompts;
  }

  @Override
  public final SuggestedSampling oneDraw() {
    return traits.oneDraw();
  }

  @Override
  public final SuggestedSampling votes() {
    return traits.votes();
  }

  @Override
  public final List<String> limits() {
    return traits.limits();
  }

  /** Every question may be asked. */
  @Override
  public final Optional<String> refusal(String question) {
    return Optional.empty();
  }
}
