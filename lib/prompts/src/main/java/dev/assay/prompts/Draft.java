// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import dev.assay.contracts.Bounds;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A solution as read from a reply.
 *
 * @param text the whole solution
 * @param steps its steps, in order
 * @param answer its final answer, or null if it states none
 */
public record Draft(String text, List<String> steps, @Nullable String answer) {

  private static final String NO_ANSWER = "the solution states no answer";

  public Draft {
    Objects.requireNonNull(text, "text");
    steps = List.copyOf(steps);
  }

  /**
   * A reply as a draft within {@link Bounds}. One that is too long goes on after all that was worth
   * saying: its beginning is kept for who wants to see it, and it states no answer, as a reply that
   * was cut off states none. An answer that is too long is no answer.
   *
   * @param steps finds the steps of a text
   * @param answer finds its answer
   */
  public static Draft read(
      String text,
      Function<String, List<String>> steps,
      Function<String, Optional<String>> answer) {
    if (!Bounds.fits(text, Bounds.TEXT)) {
      String beginning = Bounds.shortened(text, Bounds.TEXT);
      return new Draft(beginning, bounded(beginning, steps.apply(beginning)), null);
    }
    Optional<String> stated = answer.apply(text).filter(each -> Bounds.fits(each, Bounds.ANSWER));
    return new Draft(text, bounded(text, steps.apply(text)), stated.orElse(null));
  }

  /**
   * What is kept as evidence of a reply that is no solution: what it holds of one, or its beginning
   * and nothing else.
   */
  public static Draft of(Reading.Unreadable<Draft> none) {
    Draft incomplete = none.incomplete();
    return incomplete != null ? incomplete : unread(none.beginning());
  }

  /** A text of which nothing is read. */
  public static Draft unread(String text) {
    return read(text, _ -> List.of(), _ -> Optional.empty());
  }

  /**
   * The draft as a solution, which it is if it states an answer.
   *
   * @param how the answer is stated
   * @param reply that it was read from
   */
  public Reading<Draft> asSolution(String how, Reply reply) {
    return answer != null
        ? new Reading.Read<>(this, how)
        : new Reading.Unreadable<>(whyNone(reply), "a solution that ends in " + how, reply, this);
  }

  private static String whyNone(Reply reply) {
    return reply.finish() == Finish.LENGTH
        ? "the reply was cut off after %d tokens (finish_reason: length); raise assay.role.max-tokens"
            .formatted(reply.completionTokens())
        : NO_ANSWER;
  }

  /** The last step takes in all that are too many; a text whose steps are longer has one. */
  private static List<String> bounded(String text, List<String> steps) {
    List<String> few = steps;
    if (steps.size() > Bounds.STEPS) {
      few = new ArrayList<>(steps.subList(0, Bounds.STEPS - 1));
      few.add(String.join("\n", steps.subList(Bounds.STEPS - 1, steps.size())));
    }
    return few.stream().mapToLong(Bounds::wireLength).sum() <= Bounds.TEXT ? few : List.of(text);
  }
}
