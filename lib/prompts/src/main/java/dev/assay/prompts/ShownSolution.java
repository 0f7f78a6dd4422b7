// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * What a prompt shows of a solution: all of it, or, where it rambles on beyond what any model reads
 * with care, its beginning and its end. A prompt that grew with it would not fit into a context, or
 * would be cut by the server where nobody sees it.
 *
 * <p>The rule: at most {@value #MOST_STEPS} steps and {@value #MOST_CHARACTERS} characters, two
 * thirds of either from the beginning and one third from the end; of a step beyond {@value
 * #LONGEST_STEP} characters the same. Every step keeps its number, and what is missing is said in
 * its place.
 *
 * @param parts what is shown, in order
 * @param leftOut how many steps are not shown, or not all of them
 */
public record ShownSolution(List<Part> parts, int leftOut) {

  static final int MOST_STEPS = 240;
  static final int MOST_CHARACTERS = 24_000;
  static final int LONGEST_STEP = 6_000;

  /** What a step takes besides its text, about: its number and two tags. */
  private static final int FRAME = 24;

  public ShownSolution {
    parts = List.copyOf(parts);
  }

  /** A piece of what is shown. */
  public sealed interface Part {

    /**
     * A step.
     *
     * @param number from 0, in the whole solution
     */
    record Step(int number, String text) implements Part {}

    /** Steps that are not shown, from one to another, both among them. */
    record Gap(int from, int to) implements Part {

      private String words(int first) {
        return "(steps %d to %d are left out: the solution is longer than is shown here)"
            .formatted(from + first, to + first);
      }
    }
  }

  public static ShownSolution of(List<String> steps) {
    List<String> shortened = steps.stream().map(ShownSolution::shortened).toList();
    int head = fitting(shortened, 2);
    int tail =
        head == steps.size() ? 0 : Math.min(fitting(shortened.reversed(), 1), steps.size() - head);
    int gap = steps.size() - head - tail;
    List<Part> parts = new ArrayList<>();
    add(parts, shortened, 0, head);
    if (gap > 0) {
      parts.add(new Part.Gap(head, head + gap - 1));
    }
    add(parts, shortened, head + gap, steps.size());
    return new ShownSolution(parts, gap + cut(steps, parts));
  }

  private static void add(List<Part> parts, List<String> steps, int from, int to) {
    for (int i = from; i < to; i++) {
      parts.add(new Part.Step(i, steps.get(i)));
    }
  }

  private static int cut(List<String> steps, List<Part> parts) {
    return (int)
        parts.stream()
            .filter(
                part ->
                    part instanceof Part.Step(int number, String text)
                        && text.length() != steps.get(number).length())
            .count();
  }

  /** How many of the first steps fit: all if they may, else into so many thirds. */
  private static int fitting(List<String> steps, int thirds) {
    boolean whole =
        steps.size() <= MOST_STEPS
            && steps.stream().mapToLong(each -> each.length() + FRAME).sum() <= MOST_CHARACTERS;
    long room = whole ? Long.MAX_VALUE : (long) MOST_CHARACTERS * thirds / 3;
    int most = whole ? steps.size() : Math.min(steps.size(), MOST_STEPS * thirds / 3);
    int fitting = 0;
    while (fitting < most && room >= steps.get(fitting).length() + FRAME) {
      room -= steps.get(fitting).length() + FRAME;
      fitting++;
    }
    return fitting;
  }

  private static String shortened(String step) {
    if (step.length() <= LONGEST_STEP) {
      return step;
    }
    int head = whole(step, LONGEST_STEP * 2 / 3);
    int tail = whole(step, step.length() - LONGEST_STEP / 3);
    return "%s … (%d characters are left out) … %s"
        .formatted(step.substring(0, head), tail - head, step.substring(tail));
  }

  /** Not in the middle of a pair. */
  private static int whole(String text, int at) {
    return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  /** The steps between tags with their numbers, and what is missing. */
  public String tagged() {
    return text(
        (number, step) -> "<step %d>\n%s\n</step %d>\n".formatted(number, step, number), 0, "\n");
  }

  /**
   * The steps and what is missing.
   *
   * @param framed a step with its number, from 0
   * @param first the number that the first step has for whoever reads
   * @param behind what stands behind the words for what is missing
   */
  public String text(BiFunction<Integer, String, String> framed, int first, String behind) {
    return parts.stream()
        .map(
            part ->
                switch (part) {
                  case Part.Step(int number, String step) -> framed.apply(number, step);
                  case Part.Gap gap -> gap.words(first) + behind;
                })
        .collect(Collectors.joining());
  }
}
