// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import dev.assay.embedded.grammar.ObjectShuffle.Swap;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a solution as people read them: {@code AC=C} as "Before swap 3 (Ann and Cleo), Cleo
 * has what Ann ends with", {@code #2} as "At the start Ben had Ulysses: (B)".
 */
record TrackingProse(TrackingQuestion question) {

  /**
   * The line in words, or as it is if it does not belong there.
   *
   * @param index of the line in the solution, from 0: the first is about the last swap
   */
  String step(int index, String line) {
    return before(question.shuffle().swaps().size() - index, line)
        .or(() -> question.shuffle().numbered(line).map(this::start))
        .orElse(line);
  }

  private Optional<String> before(int number, String line) {
    List<Swap> swaps = question.shuffle().swaps();
    return Optional.of(number)
        .filter(each -> each > 0)
        .map(each -> swaps.get(each - 1))
        .flatMap(
            swap -> question.shuffle().holder(swap, line).map(who -> before(number, swap, who)));
  }

  private String before(int number, Swap swap, int holder) {
    return "Before swap %d (%s and %s), %s has what %s ends with"
        .formatted(
            number,
            name(swap.one()),
            name(swap.other()),
            name(holder),
            name(question.shuffle().asked()));
  }

  private String start(int first) {
    return "At the start %s had %s: %s".formatted(name(first), object(first), option(first));
  }

  /** How the question calls an object. */
  static String option(int object) {
    return "(" + ObjectShuffle.letter(object) + ")";
  }

  String name(int person) {
    return question.people().get(person);
  }

  String object(int object) {
    return question.objects().get(object);
  }
}
