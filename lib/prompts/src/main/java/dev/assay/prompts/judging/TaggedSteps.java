// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import java.util.List;

/** Steps in tags with their numbers from 0: how our own prompts show a solution. */
public final class TaggedSteps {

  private TaggedSteps() {}

  /** All of them, a line behind the last. */
  public static String shown(List<String> steps) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      text.append("<step %d>\n%s\n</step %d>\n".formatted(i, QuotedText.of(steps.get(i)), i));
    }
    return text.toString();
  }
}
