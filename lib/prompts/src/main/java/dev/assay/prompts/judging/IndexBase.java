// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.prompts.ForcedEnding;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** From where a protocol counts steps. We count from 0, and none is -1 everywhere. */
public enum IndexBase {
  /** The first step is step 0. */
  ZERO(0),
  /** The first step is step 1, and 0 is no step. */
  ONE(1);

  private static final int ENDING_TOKENS = 16;

  private final int first;

  IndexBase(int first) {
    this.first = first;
  }

  /**
   * Our number of a step.
   *
   * @param said the protocol's number, or -1
   * @return from 0, or {@link StepMention#NONE}, or {@link StepMention#UNCLEAR} if it is no step
   */
  public int ours(int said) {
    if (said == StepMention.NONE) {
      return StepMention.NONE;
    }
    return said < first ? StepMention.UNCLEAR : said - first;
  }

  /** The protocol's number of a step of ours, which is counted from 0. */
  public int theirs(int step) {
    return step + first;
  }

  /**
   * What ends a judgement that names no step: one of those that there are, or none.
   *
   * @param cue up to the number, which a closing brace follows
   * @param steps how many there are
   */
  public ForcedEnding ending(String cue, int steps) {
    List<String> choices =
        Stream.concat(
                Stream.of(StepMention.NONE), IntStream.range(0, steps).map(this::theirs).boxed())
            .map(number -> number + "}")
            .toList();
    return new ForcedEnding(cue, choices, ENDING_TOKENS);
  }
}
