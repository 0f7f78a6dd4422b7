// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.prompts.ForcedEnding;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Inquiry;
import java.util.Optional;
import java.util.function.Function;

/**
 * A question in one message whose reply is also scored by how likely its tokens were, of a model
 * that says so.
 *
 * @param text of the message
 * @param forced how a reply that cannot be read is brought to an end
 */
public record ScoredInquiry<T>(String text, Function<Reply, Reading<T>> reader, ForcedEnding forced)
    implements Inquiry<T> {

  @Override
  public Prompt prompt() {
    return Prompt.of(text);
  }

  @Override
  public Reading<T> read(Reply reply) {
    return reader.apply(reply);
  }

  @Override
  public int topLogProbabilities() {
    return ChoiceMass.ALTERNATIVES;
  }

  @Override
  public Optional<Inquiry<T>> ending(Reply unread) {
    return Optional.of(new Reading.Continued<>(this, forced, unread));
  }
}
