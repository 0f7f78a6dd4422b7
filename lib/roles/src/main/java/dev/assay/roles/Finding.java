// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.contracts.FinishReason;
import dev.assay.contracts.ReplyOrigin;
import dev.assay.contracts.Usage;
import dev.assay.model.Reply;
import dev.assay.prompts.Reading.Conclusion;
import dev.assay.prompts.Reading.Read;
import dev.assay.prompts.Reading.Unreadable;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking, to whatever end.
 *
 * @param reading what is known in the end, or why nothing is
 * @param by who knows it: the model's name, or by what it was known without one
 * @param reply the last reply, without its thoughts; empty where no model was asked
 * @param tokens generated for the last reply
 * @param usage of all the calls
 * @param finishReason why the last reply ended, or null where no model was asked
 * @param forced whether the model did not conclude of its own accord, and was made to
 * @param origin how the last reply came about
 */
public record Finding<T>(
    Conclusion<T> reading,
    String by,
    String reply,
    int tokens,
    Usage usage,
    @Nullable FinishReason finishReason,
    boolean forced,
    ReplyOrigin origin) {

  /** What a reply brought in the end. */
  static <T> Finding<T> of(
      Conclusion<T> reading,
      String by,
      Reply last,
      Usage paid,
      boolean forced,
      ReplyOrigin origin) {
    FinishReason reason =
        switch (last.finish()) {
          case STOP -> FinishReason.STOP;
          case LENGTH -> FinishReason.LENGTH;
        };
    return new Finding<>(
        reading, by, last.text(), last.completionTokens(), paid, reason, forced, origin);
  }

  /** What is known without a model. */
  static <T> Finding<T> nobody(Conclusion<T> known, String by) {
    return new Finding<>(known, by, "", 0, Usage.NONE, null, false, ReplyOrigin.UNKNOWN);
  }

  /**
   * This, where the last reply says something: nobody should be paid to judge what says nothing.
   *
   * @throws NoReplyException if a model was asked, said nothing, and nothing is known
   */
  public Finding<T> said() {
    if (finishReason != null && reply.isBlank() && value().isEmpty()) {
      throw NoReplyException.silent(tokens, finishReason, usage);
    }
    return this;
  }

  /** What is known, or empty if nothing could be read. */
  public Optional<T> value() {
    return reading.known();
  }

  /** What is known, or what stands in its place where nothing could be read. */
  public T orElse(Function<Unreadable<T>, T> otherwise) {
    return switch (reading) {
      case Read<T>(T value, _) -> value;
      case Unreadable<T> none -> otherwise.apply(none);
    };
  }
}
