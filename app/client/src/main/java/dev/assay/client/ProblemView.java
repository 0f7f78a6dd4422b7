// SPDX-License-Identifier: Apache-2.0
package dev.assay.client;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Json;
import dev.assay.contracts.Usage;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How far a problem has come, as the gateway tells it.
 *
 * @param answer once it is settled
 * @param submittedAt if the gateway says so
 * @param json all that the gateway said
 */
public record ProblemView(
    String id,
    Progress progress,
    @Nullable Answer answer,
    @Nullable Instant submittedAt,
    JsonNode json) {

  /**
   * What has been done.
   *
   * @param finals attempts with a final solution
   * @param expected verdicts asked for so far
   */
  public record Progress(
      int attempts,
      int drafted,
      int criticised,
      int refined,
      int abandoned,
      int finals,
      int verdicts,
      int expected,
      Usage usage) {}

  static ProblemView of(JsonNode json) {
    JsonNode answer = json.path("answer");
    JsonNode submitted = json.path("submitted_at");
    return new ProblemView(
        json.path("id").asString(),
        progress(json.path("progress")),
        answer.isObject() ? Json.mapper().treeToValue(answer, Answer.class) : null,
        submitted.isString() ? Instant.parse(submitted.asString()) : null,
        json);
  }

  /** Whether there is an answer, for good. */
  public boolean settled() {
    return answer != null;
  }

  /** The answer of a settled problem. */
  public Answer settledAnswer() {
    return Objects.requireNonNull(answer, "answer");
  }

  private static Progress progress(JsonNode json) {
    return new Progress(
        json.path("attempts").asInt(0),
        json.path("drafted").asInt(0),
        json.path("criticised").asInt(0),
        json.path("refined").asInt(0),
        json.path("abandoned").asInt(0),
        json.path("final_solutions").asInt(0),
        json.path("verdicts").asInt(0),
        json.path("verdicts_expected").asInt(0),
        usage(json.path("usage")));
  }

  private static Usage usage(JsonNode json) {
    return new Usage(
        json.path("calls").asInt(0),
        json.path("prompt_tokens").asLong(0),
        json.path("completion_tokens").asLong(0),
        json.path("millis").asLong(0));
  }
}
