// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server.http;

import dev.assay.model.CompletionRequest;
import dev.assay.model.Message;
import dev.assay.model.Prompt;
import dev.assay.model.Sampling;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/**
 * What a client asks for, and of which model.
 *
 * @param model by the name under which it is served
 */
record AskedCompletion(String model, CompletionRequest request) {

  private static final String MOST = "max_completion_tokens";

  /** Its name in OpenAI's earlier versions, and in those of most servers. */
  private static final String MOST_FORMERLY = "max_tokens";

  private static final Set<String> READ =
      Set.of("model", "messages", "temperature", "top_p", "seed", "stop", MOST, MOST_FORMERLY);

  private static final int MOST_STOPS = 16;

  /** As long as the context allows: no model here has room for more. */
  private static final int UNLIMITED = 1 << 20;

  /**
   * Reads the body of a request.
   *
   * @throws ApiFailure if it is none, or asks for what would not be done
   */
  static AskedCompletion read(byte[] body, Duration timeout) {
    RequestFields fields = RequestFields.of(body);
    NeutralFields.require(fields, READ);
    String model = fields.text("model");
    List<Message> messages = AskedMessages.read(fields);
    Prompt prompt = new Prompt(messages, stops(fields), null, List.of());
    return new AskedCompletion(
        model, new CompletionRequest(prompt, sampling(fields), most(fields), timeout));
  }

  private static Sampling sampling(RequestFields fields) {
    double temperature =
        fields
            .number("temperature", each -> each >= 0 && each <= 2, "a number from 0 to 2")
            .orElse(1.0);
    double topP =
        fields
            .number("top_p", each -> each > 0 && each <= 1, "a number above 0, at most 1")
            .orElse(1.0);
    long seed =
        fields
            .integer("seed", Long.MIN_VALUE)
            .orElseGet(() -> ThreadLocalRandom.current().nextLong());
    return new Sampling(temperature, topP, seed);
  }

  private static int most(RequestFields fields) {
    Optional<Long> now = fields.integer(MOST, 1);
    Optional<Long> formerly = fields.integer(MOST_FORMERLY, 1);
    if (now.isPresent() && formerly.isPresent() && !now.equals(formerly)) {
      throw fields.wrong(MOST, "another number than " + MOST_FORMERLY, "one of the two");
    }
    return (int) Math.min(now.or(() -> formerly).orElse((long) UNLIMITED), UNLIMITED);
  }

  private static List<String> stops(RequestFields fields) {
    Optional<JsonNode> stop = fields.get("stop");
    if (stop.isEmpty()) {
      return List.of();
    }
    List<JsonNode> stops =
        stop.get().isArray() ? stop.get().valueStream().toList() : List.of(stop.get());
    if (stops.size() > MOST_STOPS
        || !stops.stream().allMatch(each -> each.isString() && !each.stringValue().isEmpty())) {
      throw fields.wrong("stop", "out of range", "a text, or at most " + MOST_STOPS + " of them");
    }
    return stops.stream().map(JsonNode::stringValue).toList();
  }
}
