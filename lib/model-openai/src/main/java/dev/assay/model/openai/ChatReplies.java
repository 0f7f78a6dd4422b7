// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static dev.assay.model.Spent.ONE_CALL;

import dev.assay.model.Completion;
import dev.assay.model.Completion.Finish;
import dev.assay.model.Completion.Token;
import dev.assay.model.ModelException;
import dev.assay.model.Spent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a completion out of a reply, or says why there is none.
 *
 * <p>A reply without choices, or with a choice without content, is no completion and is asked for
 * again; but when the length limit came before the first word, as it does to a model that thinks in
 * a field of its own, the tokens were bought, and the completion is the empty text.
 */
final class ChatReplies {

  /** A chat completion nests some eight levels. */
  private static final int DEEPEST = 64;

  /** The twenty alternatives of some eight hundred tokens; a plain reply has not a hundred. */
  private static final int MOST_TOKENS = 200_000;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxTokenCount(MOST_TOKENS)
                          .build())
                  .build())
          .build();

  private static final Set<String> LENGTH = Set.of("length", "max_tokens", "model_length");
  private static final Set<String> BROKEN_OFF =
      Set.of("abort", "error", "insufficient_system_resource");

  private final HttpFailures failures;

  ChatReplies(HttpFailures failures) {
    this.failures = failures;
  }

  /**
   * @throws ModelException if the reply holds no completion
   */
  Completion read(byte[] body, Set<String> named) {
    JsonNode reply = parse(body);
    Spent spent = spent(reply.path("usage"));
    JsonNode choice = reply.path("choices").path(0);
    if (!choice.isObject()) {
      throw noChoice(reply, spent);
    }
    String text = content(choice, spent);
    return new Completion(
        text,
        tokens(choice.path("logprobs").path("content"), text, named),
        spent.promptTokens(),
        spent.completionTokens(),
        finish(choice));
  }

  private JsonNode parse(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (StreamConstraintsException e) {
      throw failures.excessive("the reply is not read to its end: " + e.getMessage(), ONE_CALL);
    } catch (JacksonException e) {
      throw failures.unreadable(e, ONE_CALL);
    }
  }

  private static Spent spent(JsonNode usage) {
    return new Spent(1, count(usage.path("prompt_tokens")), count(usage.path("completion_tokens")));
  }

  /** Some gateways put the error of the server behind them into a reply of status 200. */
  private ModelException noChoice(JsonNode reply, Spent spent) {
    int status = reply.path("error").path("code").asInt(0);
    String detail = HttpFailures.message(reply).orElse("");
    return status >= 400
        ? failures.refused(status, Optional.empty(), detail)
        : failures.empty(
            "the reply has no choices" + (detail.isBlank() ? "" : ": " + detail), spent);
  }

  private String content(JsonNode choice, Spent spent) {
    String reason = reason(choice);
    JsonNode message = choice.path("message");
    if (reason.equals("content_filter")) {
      throw failures.withheld("the server's content filter withheld the reply", spent);
    }
    if (BROKEN_OFF.contains(reason)) {
      throw failures.empty("generation broke off (finish_reason: " + reason + ")", spent);
    }
    if (message.path("content").isString()) {
      return message.path("content").stringValue();
    }
    if (message.path("refusal").isString()) {
      throw failures.withheld("refused: " + message.path("refusal").stringValue(), spent);
    }
    if (LENGTH.contains(reason)) {
      return "";
    }
    throw failures.empty("the reply has no content (finish_reason: " + reason + ")", spent);
  }

  private static Finish finish(JsonNode choice) {
    return LENGTH.contains(reason(choice)) ? Finish.LENGTH : Finish.STOP;
  }

  private static String reason(JsonNode choice) {
    return choice.path("finish_reason").asString("");
  }

  private static int count(JsonNode number) {
    return Math.max(0, number.asInt(0));
  }

  /** All the tokens, or none where they do not spell the text or a probability is missing. */
  private static List<Token> tokens(JsonNode listed, String text, Set<String> named) {
    List<Token> tokens = new ArrayList<>();
    StringBuilder spelled = new StringBuilder();
    for (JsonNode token : listed) {
      if (!isScored(token)) {
        return List.of();
      }
      String piece = token.path("token").stringValue();
      spelled.append(piece);
      tokens.add(new Token(piece, token.path("logprob").doubleValue(), among(named, token)));
    }
    return spelled.toString().startsWith(text) ? tokens : List.of();
  }

  private static Map<String, Double> among(Set<String> named, JsonNode token) {
    Map<String, Double> found = new HashMap<>();
    for (JsonNode other : token.path("top_logprobs")) {
      if (isScored(other) && named.contains(other.path("token").stringValue())) {
        found.put(other.path("token").stringValue(), other.path("logprob").doubleValue());
      }
    }
    if (named.contains(token.path("token").stringValue())) {
      found.put(token.path("token").stringValue(), token.path("logprob").doubleValue());
    }
    return found;
  }

  private static boolean isScored(JsonNode token) {
    return token.path("token").isString() && token.path("logprob").isNumber();
  }
}
