// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import dev.assay.text.WorkBudget;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reply with what a model thought set apart from what it said: a conclusion that it tried on
 * while thinking is not its conclusion.
 *
 * @param thought the think blocks, in order, without their tags
 * @param said everything else: the visible reply, as it came where nothing was thought
 */
public record Thinking(String thought, String said) {

  private static final Pattern TAG = Pattern.compile("<(/?)think>", Pattern.CASE_INSENSITIVE);

  public Thinking {
    Objects.requireNonNull(thought, "thought");
    Objects.requireNonNull(said, "said");
  }

  /**
   * Reads any reply. Some chat templates write the opening tag themselves, so a closing tag without
   * one ends a block that began with the reply; and a block that was cut off runs to the end.
   */
  public static Thinking of(String reply) {
    StringBuilder thought = new StringBuilder();
    StringBuilder said = new StringBuilder();
    Matcher tag = TAG.matcher(WorkBudget.metered(reply));
    boolean thinking = false;
    int from = 0;
    if (!tag.find()) {
      return new Thinking("", reply);
    }
    do {
      boolean opens = tag.group(1).isEmpty();
      // A tag that opens a block within a block is part of the thought.
      if (opens && !thinking) {
        said.append(reply, from, tag.start());
        from = tag.end();
      } else if (!opens) {
        thought.append(thinking ? "" : said).append(reply, from, tag.start()).append('\n');
        said.setLength(thinking ? said.length() : 0);
        from = tag.end();
      }
      thinking = opens;
    } while (tag.find());
    (thinking ? thought : said).append(reply, from, reply.length());
    return new Thinking(thought.toString().strip(), said.toString().strip());
  }
}
