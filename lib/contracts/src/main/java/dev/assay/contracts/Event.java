// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** A fact on a topic. The sealed interface of its topic lists all facts of that topic. */
public sealed interface Event
    permits ProblemEvent,
        AttemptEvent,
        SolutionEvent,
        CritiqueEvent,
        VerificationEvent,
        ComparisonEvent,
        OutcomeEvent,
        VerdictEvent,
        AnswerEvent,
        Task {

  /** Whose fact it is, and the key of its record. */
  ProblemId problemId();

  /** The id of what it is about: one subject has at most one event of a type. */
  String subject();

  /** What the model calls that led to this event cost, as far as it bears them. */
  default Usage cost() {
    return Usage.NONE;
  }

  /** The same event with further calls on its bill; this one where it has no bill. */
  default Event charged(Usage more) {
    return this;
  }

  /**
   * The same event without what all of its readers have: they look it up by its id. This one where
   * one of them has nothing else.
   */
  default Event referring() {
    return this;
  }

  /** The literal name on the wire, with its version. */
  default String type() {
    return getClass().getAnnotation(JsonTypeName.class).value();
  }

  /** Derived from type and subject, so that a redelivered task publishes the same id again. */
  default String eventId() {
    return type() + ":" + subject();
  }
}
