// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is left of a question about shuffled objects without its story, as the embedded model is
 * asked it: person A holds object 1 at the start, B object 2; who swaps with whom, and whose object
 * is asked for.
 *
 * @param people how many, and as many objects
 * @param swaps in order of time, as many as people
 * @param asked the person whose last object is the answer, counted from 0
 */
public record ObjectShuffle(int people, List<Swap> swaps, int asked) {

  /** The numbers of people that the model was trained on, those of BIG-Bench. */
  public static final List<Integer> SIZES = List.of(3, 5, 7);

  /** Two people, counted from 0, who exchange what they hold; the first is named first. */
  public record Swap(int one, int other) {

    /** As the model reads it, such as {@code AC}. */
    public String text() {
      return "" + letter(one) + letter(other);
    }
  }

  public ObjectShuffle {
    swaps = List.copyOf(swaps);
  }

  /** What the model calls a person, counted from 0. */
  public static char letter(int person) {
    return (char) ('A' + person);
  }

  /** As the model reads it: {@code 3:AC,BC,AC?A}. */
  public String text() {
    return text(asked);
  }

  /** The same swaps, with a person at their end whose object is to be followed. */
  public String text(int person) {
    return people
        + ":"
        + swaps.stream().map(Swap::text).collect(Collectors.joining(","))
        + "?"
        + letter(person);
  }

  /**
   * The person, counted from 0, whom a line about a swap names, such as {@code AC=C}; empty if it
   * is no such line.
   */
  Optional<Integer> holder(Swap swap, String line) {
    return Optional.of(line)
        .filter(text -> text.length() == 4 && text.startsWith(swap.text() + "="))
        .map(text -> text.charAt(3) - letter(0))
        .filter(person -> person >= 0 && person < people);
  }

  /**
   * The object or its first holder, counted from 0, that an answer such as {@code #2} names; empty
   * if there is none.
   */
  Optional<Integer> numbered(String line) {
    return Optional.of(line)
        .filter(text -> text.length() == 2 && text.charAt(0) == '#')
        .map(text -> text.charAt(1) - '1')
        .filter(number -> number >= 0 && number < people);
  }
}
