// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.examples;

import dev.assay.embedded.grammar.ObjectShuffle;
import dev.assay.embedded.grammar.ObjectShuffle.Swap;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A shuffle with what only its teacher knows: the right lines, backward and forward. */
public record TrackingProblem(ObjectShuffle shuffle) {

  /**
   * Any shuffle: each size equally likely, and of one size each row of swaps and each question.
   * BIG-Bench never lets a pair swap twice in succession; people may ask it all the same.
   */
  public static TrackingProblem random(SplittableRandom random) {
    int people = ObjectShuffle.SIZES.get(random.nextInt(ObjectShuffle.SIZES.size()));
    List<Swap> swaps = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      int one = random.nextInt(people);
      int other = random.nextInt(people - 1);
      swaps.add(new Swap(one, other < one ? other : other + 1));
    }
    return new TrackingProblem(new ObjectShuffle(people, swaps, random.nextInt(people)));
  }

  /** As the model reads it, such as {@code 3:AC,BC,AC?A}. */
  public String compact() {
    return shuffle.text();
  }

  /**
   * Who held the object in question before each swap, from the last to the first, such as {@code
   * AC=C}; then {@code #3}, the object that this person held at the start.
   */
  public List<String> derivation() {
    return walk(shuffle.swaps().reversed(), shuffle.asked());
  }

  /** Who held the object in question at the start, counted from 0. */
  public int first() {
    int holder = shuffle.asked();
    for (Swap swap : shuffle.swaps().reversed()) {
      holder = partner(swap, holder);
    }
    return holder;
  }

  /**
   * Who holds that object after each swap, in order of time, such as {@code AC=A}; then {@code #2},
   * the number of the person who has it at the end.
   */
  public List<String> verification() {
    return walk(shuffle.swaps(), first());
  }

  private static List<String> walk(List<Swap> swaps, int from) {
    List<String> lines = new ArrayList<>();
    int holder = from;
    for (Swap swap : swaps) {
      holder = partner(swap, holder);
      lines.add(swap.text() + "=" + ObjectShuffle.letter(holder));
    }
    lines.add("#" + (holder + 1));
    return List.copyOf(lines);
  }

  /** Who has after a swap what this person had before it, and the other way round. */
  private static int partner(Swap swap, int person) {
    return person == swap.one() ? swap.other() : person == swap.other() ? swap.one() : person;
  }
}
