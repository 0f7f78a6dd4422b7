// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.Reply.Token;
import dev.assay.model.Spent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server has said of its answer so far: all at once in a completion, or piece by piece in
 * the events of a stream. What it means is decided when there is no more.
 */
final class ChatAnswer {

  /** What a token takes up besides its text, and the likeliest in its place, in characters. */
  private static final int TOKEN = 2_000;

  private final MessageParts parts = new MessageParts();
  private final List<Token> tokens = new ArrayList<>();
  private final boolean probable;
  private JsonNode usage = JsonMapper.shared().missingNode();
  private @Nullable ServerError error;
  private String reason = "";
  private boolean done;
  private int choices;

  /**
   * @param probable whether it is wanted how likely the tokens were
   */
  ChatAnswer(boolean probable) {
    this.probable = probable;
  }

  /** Adds the data of an event. */
  void hear(List<byte[]> data) {
    done |= ReplyJson.isDone(data.getLast());
    if (data.size() > 1 || !done) {
      ReplyJson.events(data).forEach(this::add);
    }
  }

  /** Adds a completion, or a piece of one. */
  void add(JsonNode said) {
    usage = said.path("usage").isObject() ? said.path("usage") : usage;
    JsonNode choice = choice(said.path("choices"));
    if (choice.isObject()) {
      choices++;
      hear(choice);
      complain(ServerError.in(choice));
    }
    complain(choice.isObject() ? ServerError.in(said) : ServerError.of(said));
  }

  /** More than one is never asked for, and some servers send the second one first. */
  private static JsonNode choice(JsonNode choices) {
    for (JsonNode each : choices) {
      if (each.path("index").asInt(0) == 0) {
        return each;
      }
    }
    return choices.path(0).has("delta") ? JsonMapper.shared().missingNode() : choices.path(0);
  }

  private void hear(JsonNode choice) {
    parts.add(choice.path(choice.has("delta") ? "delta" : "message"));
    reason = choice.path("finish_reason").asString(reason);
    if (probable) {
      TokenReader.read(choice.path("logprobs").path("content"), tokens);
    }
  }

  private void complain(Optional<ServerError> complaint) {
    error = error == null ? complaint.orElse(null) : error;
  }

  MessageParts parts() {
    return parts;
  }

  List<Token> tokens() {
    return List.copyOf(tokens);
  }

  Optional<ServerError> error() {
    return Optional.ofNullable(error);
  }

  /** Why generation ended; empty where nobody has said yet. */
  String reason() {
    return reason;
  }

  boolean hasChoice() {
    return choices > 0;
  }

  /** Whether nothing is to come that would change it, but for the bill. */
  boolean complete() {
    return done || error != null || !reason.isEmpty();
  }

  /** What it has cost, as far as the server has said. */
  Spent spent() {
    return new Spent(
        1,
        count(usage.path("prompt_tokens")),
        count(usage.path("completion_tokens")),
        count(usage.path("prompt_tokens_details").path("cached_tokens")));
  }

  private static int count(JsonNode tokens) {
    return Math.max(0, tokens.asInt(0));
  }

  /** How much of it has to be remembered, in characters. */
  int size() {
    return parts.size() + tokens.size() * TOKEN;
  }
}
