// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import java.util.Optional;

/** Reads questions about shuffled objects. */
public final class TrackingQuestions {

  private TrackingQuestions() {}

  /** Reads a question of three, five or seven people, or is empty if it is any other. */
  static Optional<TrackingQuestion> of(String question) {
    return TrackingStory.of(question).flatMap(TrackingStory::question);
  }

  /** What such a question comes to without its story, or empty if it is of another kind. */
  public static Optional<ObjectShuffle> shuffle(String question) {
    return of(question).map(TrackingQuestion::shuffle);
  }
}
