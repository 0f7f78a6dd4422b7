// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import dev.assay.contracts.Bounds;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.prompts.Reading.Inquiry;
import dev.assay.prompts.Reading.Unreadable;
import java.util.List;

/**
 * How a reply that says nothing readable is brought to an end, which is cheaper than another one:
 * the model goes on with its own text, behind a cue that leaves it nothing but the conclusion to
 * say. It concludes then what it may not have concluded of its own accord, so whoever keeps the
 * conclusion keeps that it was forced.
 *
 * @param cue what is written behind the text so far, such as {@code \box{STEP}
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

  /** The inquiry that goes on with a reply. */
  <T> Inquiry<T> of(Inquiry<T> asked, Reply unread) {
    return new Continued<>(asked, this, unread);
  }

  /** A reply and the end that it is to have. */
  private record Continued<T>(Inquiry<T> asked, ForcedEnding ending, Reply unread)
      implements Inquiry<T> {

    @Override
    public Prompt prompt() {
      Prompt first = asked.prompt();
      return new Prompt(
          first.messages(), List.of("\n\n"), soFar() + ending.cue(), ending.choices());
    }

    /** Thoughts are left out: a conclusion that follows them is to be drawn from what was said. */
    private String soFar() {
      String said = Bounds.shortened(unread.text().strip(), Bounds.TEXT);
      return said.isEmpty() ? "" : said + "\n\n";
    }

    /** The end alone counts where the whole cannot be read: what came before said nothing. */
    @Override
    public Reading<T> read(Reply end) {
      Reading<T> whole = asked.read(joined(soFar(), end));
      return whole instanceof Unreadable ? asked.read(joined("", end)) : whole;
    }

    private Reply joined(String before, Reply end) {
      return new Reply(
          before + ending.cue() + end.text(),
          Reply.Finish.STOP,
          end.promptTokens(),
          end.completionTokens());
    }

    @Override
    public int mostTokens() {
      return ending.mostTokens();
    }
  }
}
