// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import dev.assay.contracts.QuestionKind;
import dev.assay.model.ModelSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How models of a kind are asked and their replies read. Models differ in what they understand; the
 * loop does not care, and a role names the protocol that its model was made for.
 *
 * <p>A protocol implements what it can do: {@link SolvingProtocol}, {@link CriticisingProtocol},
 * {@link RefiningProtocol}, {@link BacktrackingProtocol}, {@link VerifyingProtocol}, {@link
 * ComparingProtocol}, {@link SummarisingProtocol}. Each opens with a {@link Reading}: what need not
 * be asked is known at once. It is found if it is named in {@code META-INF/services}.
 */
public interface Protocol {

  /** The name in configuration. */
  String name();

  /** Whose words it speaks. */
  default Origin origin() {
    return Origin.OURS;
  }

  /** The words themselves, which {@link #with} can replace. */
  default PromptTexts prompts() {
    return PromptTexts.NONE;
  }

  /**
   * The same protocol in other words.
   *
   * @throws IllegalArgumentException if it has none
   */
  default Protocol with(PromptTexts prompts) {
    throw new IllegalArgumentException(
        "protocol: %s has no prompts that could be replaced".formatted(name()));
  }

  /** Its name, and the edition of its words: what is learnt of one holds for no other. */
  default String version() {
    return prompts().versionOf(name());
  }

  /** How one reply is drawn that is to be the best there is. */
  default SuggestedSampling oneDraw() {
    return SuggestedSampling.NONE;
  }

  /** How each of several replies is drawn that are to vote. */
  default SuggestedSampling votes() {
    return oneDraw();
  }

  /** What it cannot do that others can, in words for people; empty if nothing. */
  default List<String> limits() {
    return List.of();
  }

  /** Why the question is out of this protocol's reach, or empty if it may be asked. */
  Optional<String> refusal(String question);

  /**
   * The same, where it makes a difference whether the right answer is at hand.
   *
   * @param reference the right answer; null where nobody says
   */
  default Optional<String> refusal(String question, @Nullable String reference) {
    return refusal(question);
  }

  /**
   * What kind of question it is, where the protocol reads it by a grammar that tells; empty where
   * it takes any text, as what is guessed of a question is no kind.
   */
  default Optional<QuestionKind> kind(String question) {
    return Optional.empty();
  }

  /**
   * Whether this is the protocol for models of such a source, where configuration names none. One
   * that does not say so is only taken by its name.
   */
  default boolean suits(ModelSource source) {
    return false;
  }
}
