// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.grammar;

import java.util.List;
import java.util.Optional;

/**
 * A question of BIG-Bench's "tracking shuffled objects" with the names of its story.
 *
 * <p>Options, and not the story, number the objects, and people are counted by the object that they
 * hold at the start: so the number of an object is also its option.
 *
 * @param people in the order of what they hold at the start
 * @param objects as the options name them
 */
record TrackingQuestion(List<String> people, List<String> objects, ObjectShuffle shuffle) {

  TrackingQuestion {
    people = List.copyOf(people);
    objects = List.copyOf(objects);
  }

  /** Reads a question of three, five or seven people, or is empty if it is any other. */
  static Optional<TrackingQuestion> of(String question) {
    return TrackingStory.of(question).flatMap(TrackingStory::question);
  }
}
