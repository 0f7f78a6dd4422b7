// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import dev.assay.model.Message.Speaker;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked, and the form that its reply is to have: all that decides a reply, but for
 * how it is drawn.
 *
 * @param messages the conversation so far, at least one
 * @param stop a reply ends before the first of these strings; they are not part of it
 * @param prefill how the reply begins, written for the model, which goes on behind it. The text of
 *     the reply begins behind it, and so do its tokens: a server that says it again has it taken
 *     off, once; one that began afresh in other words is read as it is. Null where the model
 *     begins; needs {@link Capability#PREFILL}
 * @param choices the reply, behind a prefill, is to be one of these, letter for letter; empty where
 *     it is free; needs {@link Capability#CHOICES}. Some servers leave a constraint aside without a
 *     word, and a reply may be cut off: one that is none of these comes back as it is, and who
 *     reads it decides. How likely tokens were is said by some servers before the constraint and by
 *     others after it: of the choices alone it is the same, once it is made to add up to 1
 */
public record Prompt(
    List<Message> messages, List<String> stop, @Nullable String prefill, List<String> choices) {

  public Prompt {
    messages = List.copyOf(messages);
    stop = List.copyOf(stop);
    choices = List.copyOf(choices);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("messages: none (expected: at least one)");
    }
    if (stop.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException("stop: an empty string would end every reply");
    }
    if (prefill != null && prefill.isEmpty()) {
      throw new IllegalArgumentException("prefill: empty (expected: null for none)");
    }
  }

  /** A question in one message of the user's, to be answered freely. */
  public static Prompt of(String text) {
    return new Prompt(List.of(new Message(Speaker.USER, text)), List.of(), null, List.of());
  }

  /** The same for a model that nobody can hold to choices: it is free. */
  public Prompt free() {
    return choices.isEmpty() ? this : new Prompt(messages, stop, prefill, List.of());
  }

  /** The texts of all messages, one behind the other: what a model reads that knows no turns. */
  public String text() {
    return messages.stream().map(Message::text).collect(Collectors.joining());
  }
}
