// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Verdict;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.Reading;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads replies that name the first wrong step, or say that there is none: for a critic and for a
 * verifier alike.
 *
 * @param marker finds what a reply says; never throws
 * @param expected of a reply, for people
 */
public record StepReader(Function<Reply, Optional<StepMarker>> marker, String expected) {

  private static final String HOW = "a marker";

  /** Of protocols in which the last marker counts, with the reason that stands around it. */
  public static StepReader ofLast(Judged judged, MarkerSyntax syntax, String expected) {
    return new StepReader(
        reply ->
            StepMarker.last(reply, judged, syntax)
                .map(found -> StepMarker.of(found, reply.text().strip())),
        expected);
  }

  /** As a critic's. */
  public Reading<Critique> critique(Reply reply) {
    return read(reply, StepMarker::critique);
  }

  /** As a verifier's. */
  public Reading<Verdict> verdict(Reply reply) {
    return read(reply, StepMarker::verdict);
  }

  private <T> Reading<T> read(Reply reply, Function<StepMarker, T> meaning) {
    return marker
        .apply(reply)
        .<Reading<T>>map(found -> new Reading.Read<>(meaning.apply(found), HOW))
        .orElseGet(() -> unread(reply, expected));
  }

  /** A reply that judges nothing, with what to do about it where it was cut off. */
  public static <T> Reading<T> unread(Reply reply, String expected) {
    String why =
        reply.finish() == Finish.LENGTH
            ? "the reply was cut off after %d tokens (finish_reason: length); raise assay.role.max-tokens"
                .formatted(reply.completionTokens())
            : "the reply ends in no judgement of a step";
    return new Reading.Unreadable<>(why, expected, reply);
  }
}
