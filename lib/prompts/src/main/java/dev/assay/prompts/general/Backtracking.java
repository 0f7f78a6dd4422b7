// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.general;

import dev.assay.contracts.Solution;
import dev.assay.model.Message;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.Draft;
import dev.assay.prompts.ForcedEnding;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Ask;
import dev.assay.prompts.Reading.PlainInquiry;
import dev.assay.prompts.Reading.Read;
import dev.assay.prompts.Reading.Unreadable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A solution that is taken up again before its first wrong step, as Tyen et al. do (arXiv
 * 2311.08516): that step is drawn warm until it comes out differently, and the model goes on from
 * there, greedily. A model that can go on with a text finds the kept steps as its own; another one
 * is shown them.
 *
 * @param whole reads a whole solution
 * @param ending what ends one that states no answer
 */
record Backtracking(
    GeneralPrompts prompts,
    String question,
    Solution solution,
    int step,
    boolean goesOn,
    Function<Reply, Reading<Draft>> whole,
    ForcedEnding ending) {

  /** So often the paper draws; what comes out the same by then is what the model holds true. */
  static final int MOST_TRIES = 8;

  private static final double WARM = 1;
  private static final double GREEDY = 0;
  private static final String BREAK = "\n\n";

  Backtracking {
    if (step < 1 || step > solution.steps().size()) {
      throw new IllegalArgumentException(
          "step: %d (expected: 1 to %d)".formatted(step, solution.steps().size()));
    }
  }

  /** The first try. */
  Reading<Draft> open() {
    return attempted(1, List.of(BREAK));
  }

  private Reading<Draft> attempted(int number, List<String> stop) {
    return new Ask<>(
        new PlainInquiry<>(
            goesOn ? goingOn(kept(), stop) : Prompt.of(shown("next", kept())),
            reply -> drawn(number, stop, reply),
            null,
            WARM,
            0),
        "another step %d".formatted(step));
  }

  /**
   * Some servers drop the break that a text to go on with ends in. What the model writes first is
   * then a break: a reply that ends at it says nothing, and the next one is not to end there.
   */
  private Reading<Draft> drawn(int number, List<String> stop, Reply reply) {
    String written = complete(prompts.steps(reply.text()), reply.finish());
    if (!SameStep.is(before(), written)) {
      return goneOn(number, written);
    }
    return number < MOST_TRIES
        ? attempted(number + 1, reply.text().isBlank() ? List.of() : stop)
        : new Read<>(
            new Draft(solution.text(), solution.steps(), solution.answer()),
            "the solution stays as it was: step %d came out no differently in %d tries"
                .formatted(step, MOST_TRIES));
  }

  /** The first of the steps; blank if there is none, or the reply was cut off in it. */
  private static String complete(List<String> steps, Finish finish) {
    boolean cut = finish == Finish.LENGTH && steps.size() == 1;
    return steps.isEmpty() || cut ? "" : steps.getFirst();
  }

  private String before() {
    return step < solution.steps().size() ? solution.steps().get(step) : "";
  }

  private Reading<Draft> goneOn(int number, String written) {
    List<String> steps = Stream.concat(kept().stream(), Stream.of(written)).toList();
    return new Ask<>(
        new PlainInquiry<>(
            goesOn ? goingOn(steps, List.of()) : Prompt.of(shown("rest", steps)),
            reply -> ended(number, steps, reply),
            ending,
            GREEDY,
            0),
        "the rest of the solution");
  }

  private Reading<Draft> ended(int number, List<String> steps, Reply rest) {
    String how =
        "kept to step %d, which came out differently in try %d".formatted(step - 1, number);
    Reply joined =
        new Reply(
            text(steps) + BREAK + prompts.withoutTags(rest.text()),
            rest.finish(),
            rest.promptTokens(),
            rest.completionTokens());
    return switch (whole.apply(joined)) {
      case Read<Draft>(Draft draft, _) -> new Read<>(draft, how);
      case Unreadable<Draft>(String why, String expected, String beginning, Draft incomplete) ->
          new Unreadable<>(how + "; " + why, expected, beginning, incomplete);
      case Ask<Draft> further -> further;
    };
  }

  private List<String> kept() {
    return solution.steps().subList(0, step);
  }

  private static String text(List<String> steps) {
    return String.join(BREAK, steps);
  }

  private Prompt goingOn(List<String> steps, List<String> stop) {
    List<Message> asked = Prompt.of(prompts.solve(question)).messages();
    return new Prompt(asked, stop, text(steps) + BREAK, List.of());
  }

  private String shown(String words, List<String> steps) {
    return prompts.after(words, question, steps);
  }
}
