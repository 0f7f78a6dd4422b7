// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.style;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The model's lines as people read them: {@code AC=321} as "Alice and Claire swap: Alice Lolita,
 * Bob Ulysses, Claire Moby Dick", {@code #2} as "Bob ends with Ulysses: (B)".
 */
record TrackingProse(TrackingQuestion question) {

  /** The line in words, or as it is if it is none of this question. */
  String step(String line) {
    return TrackingState.of(question.shuffle(), line)
        .map(this::swap)
        .or(() -> question.shuffle().answered(line).map(this::ending))
        .orElse(line);
  }

  private String swap(TrackingState state) {
    return name(state.swap().one())
        + " and "
        + name(state.swap().other())
        + " swap: "
        + IntStream.range(0, question.people().size())
            .mapToObj(person -> name(person) + " " + object(state.object(person)))
            .collect(Collectors.joining(", "));
  }

  private String ending(int object) {
    return name(question.shuffle().asked())
        + " ends with "
        + object(object)
        + ": "
        + option(object);
  }

  /** How the question calls an object. */
  static String option(int object) {
    return "(" + Shuffle.letter(object) + ")";
  }

  String name(int person) {
    return question.people().get(person);
  }

  String object(int object) {
    return question.objects().get(object);
  }
}
