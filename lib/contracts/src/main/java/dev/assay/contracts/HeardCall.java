// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of one model call of a task that is not done with it, so that whoever goes on with the
 * task does not buy the call again. It travels with the task's record, outside of its event.
 *
 * @param id the call's own within the task, from which its seed is drawn
 * @param request a name for all that was asked: the reply to something else is none to this
 * @param usage what it cost
 * @param reply null where it brought none
 * @param failure why it brought none, for people; null where it brought a reply
 */
public record HeardCall(
    String id, String request, Usage usage, @Nullable Said reply, @Nullable String failure) {

  public HeardCall {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(usage, "usage");
    if ((reply == null) == (failure == null)) {
      throw new IllegalArgumentException(
          "heard: both or neither of reply and failure (expected: one of them)");
    }
  }

  /**
   * A reply, as far as its reader needs it.
   *
   * @param thinking null for none
   * @param cachedTokens null where nobody said
   * @param tokens null where they tell the reader nothing
   */
  public record Said(
      String text,
      @Nullable String thinking,
      FinishReason finish,
      int promptTokens,
      int completionTokens,
      @Nullable Integer cachedTokens,
      @Nullable List<Token> tokens) {

    public Said {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(finish, "finish");
      tokens = tokens == null ? null : List.copyOf(tokens);
    }
  }

  /**
   * A generated token.
   *
   * @param logProbability natural logarithm
   * @param alternatives the same of the likeliest in its place, by what they spell
   */
  public record Token(String text, double logProbability, Map<String, Double> alternatives) {

    public Token {
      Objects.requireNonNull(text, "text");
      alternatives = Map.copyOf(alternatives);
    }
  }
}
