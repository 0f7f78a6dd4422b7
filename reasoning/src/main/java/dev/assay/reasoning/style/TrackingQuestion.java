// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.style;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who holds what at first, who swaps with whom, and whose object is asked for: BIG-Bench's tracking
 * of shuffled objects, with the story left behind.
 *
 * <p>Options, and not the story, number the objects, and each person goes by the object held at the
 * start: person A holds object 1, which is option (A). So the answer follows from the number alone.
 *
 * @param people in the order of what they hold at the start
 * @param objects as the options name them
 * @param swaps in order of time, as many as there are people
 * @param asked the person whose last object is the answer, counted from 0
 */
public record TrackingQuestion(
    List<String> people, List<String> objects, List<Swap> swaps, int asked) {

  /** Two people, counted from 0, who exchange what they hold; the first is named first. */
  public record Swap(int one, int other) {

    /** As the model reads it, such as {@code AC}. */
    public String text() {
      return "" + letter(one) + letter(other);
    }
  }

  public TrackingQuestion {
    people = List.copyOf(people);
    objects = List.copyOf(objects);
    swaps = List.copyOf(swaps);
  }

  /** Reads a question of three, five or seven people, or is empty if it is any other. */
  public static Optional<TrackingQuestion> of(String question) {
    return TrackingStory.of(question).flatMap(TrackingStory::question);
  }

  /** How the question names an object, counted from 0. */
  static String option(int object) {
    return "(" + letter(object) + ")";
  }

  /**
   * The object, counted from 0, that an answer such as {@code #2} names; empty if there is none.
   */
  Optional<Integer> answered(String line) {
    return Optional.of(line)
        .filter(text -> text.length() == 2 && text.charAt(0) == '#')
        .map(text -> text.charAt(1) - '1')
        .filter(object -> object >= 0 && object < objects.size());
  }

  /** What the model calls a person, counted from 0. */
  public static char letter(int person) {
    return (char) ('A' + person);
  }

  /** As the model reads it, without the story: {@code 3:AC,BC,AC?A}. */
  public String text() {
    return people.size()
        + ":"
        + swaps.stream().map(Swap::text).collect(Collectors.joining(","))
        + "?"
        + letter(asked);
  }
}
