// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static dev.assay.model.Spent.ONE_CALL;

import dev.assay.model.ModelException;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.model.Spent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a model answered out of a server's reply, or says why there is nothing.
 *
 * <p>A reply without choices, or with a choice without content, answers nothing and is asked for
 * again; but when the length limit came before the first word, as it does to a model that thinks in
 * a field of its own, the tokens were bought, and the answer is the empty text.
 */
final class ChatReplies {

  /** A chat completion nests some eight levels. */
  private static final int DEEPEST = 64;

  /** A plain reply has not a hundred; what some servers add to each token is not asked for. */
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
   * @throws ModelException if the reply answers nothing
   */
  Reply read(byte[] body) {
    JsonNode reply = parse(body);
    Spent spent = spent(reply.path("usage"));
    JsonNode choice = reply.path("choices").path(0);
    if (!choice.isObject()) {
      throw noChoice(reply, spent);
    }
    return new Reply(
        content(choice, spent),
        thinking(choice.path("message")),
        finish(choice),
        spent.promptTokens(),
        spent.completionTokens(),
        List.of());
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
    JsonNode content = message.path("content");
    if (content.isString() && !content.stringValue().isBlank()) {
      return content.stringValue();
    }
    if (message.path("refusal").isString()) {
      throw failures.withheld("refused: " + message.path("refusal").stringValue(), spent);
    }
    if (LENGTH.contains(reason)) {
      return "";
    }
    throw failures.empty("the reply has no content (finish_reason: " + reason + ")", spent);
  }

  /** Servers have two names for it, and some of them use both for the same. */
  private static String thinking(JsonNode message) {
    JsonNode first = message.path("reasoning_content");
    return first.isString() ? first.stringValue() : message.path("reasoning").asString("");
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
}
