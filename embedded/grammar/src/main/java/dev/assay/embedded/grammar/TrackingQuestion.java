// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import java.util.List;

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
}
