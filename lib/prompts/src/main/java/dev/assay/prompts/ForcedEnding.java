// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import dev.assay.contracts.Bounds;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import java.util.List;
import java.util.Objects;

/**
 * How a reply that says nothing readable is brought to an end, which is cheaper than another one:
 * the model goes on with its own text, behind a cue that leaves it nothing but the conclusion to
 * say. It concludes then what it may not have concluded of its own accord, so whoever keeps the
 * conclusion keeps that it was forced.
 *
 * @param cue what is written behind the text so far, such as an opened box
 * @param choices what may follow, letter for letter, where the model's server can be held to it;
 *     empty where that is free
 * @param mostTokens of what follows
 */
public record ForcedEnding(String cue, List<String> choices, int mostTokens) {

  public ForcedEnding {
    choices = List.copyOf(choices);
    if (cue.isBlank() || mostTokens < 1) {
      throw new IllegalArgumentException(
          "cue: %s, mostTokens: %d (expected: a cue, at least 1)".formatted(cue, mostTokens));
    }
  }

  /** What is asked in place of a prompt whose reply said nothing readable. */
  Prompt after(Prompt asked, Reply unread) {
    String begun = Objects.requireNonNullElse(asked.prefill(), "");
    return new Prompt(asked.messages(), List.of("\n\n"), begun + soFar(unread) + cue, choices);
  }

  /** Thoughts are left out: a conclusion that follows them is to be drawn from what was said. */
  private static String soFar(Reply unread) {
    String said = Bounds.shortened(unread.text().strip(), Bounds.TEXT);
    return said.isEmpty() ? "" : said + "\n\n";
  }

  /** The reply with its end. */
  Reply whole(Reply unread, Reply end) {
    return joined(soFar(unread), end);
  }

  /** The end alone, with its cue. */
  Reply alone(Reply end) {
    return joined("", end);
  }

  private Reply joined(String before, Reply end) {
    return new Reply(
        before + cue + end.text(), Reply.Finish.STOP, end.promptTokens(), end.completionTokens());
  }
}
