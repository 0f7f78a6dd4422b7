// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.gateway.core.Refusal;
import dev.assay.gateway.core.Refusal.Kind;
import dev.assay.gateway.core.SettlementWaiters;
import dev.assay.gateway.core.StoredProblem;
import dev.assay.gateway.core.Submissions;
import dev.assay.service.http.CallerValve;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The OpenAI chat API, for clients that there are; it waits for the answer. */
@RestController
class ChatController {

  private final Submissions submissions;
  private final SettlementWaiters settlements;

  ChatController(Submissions submissions, SettlementWaiters settlements) {
    this.submissions = submissions;
    this.settlements = settlements;
  }

  @PostMapping(
      value = "/v1/chat/completions",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Ask a question and wait for its answer, in the shape of the OpenAI API")
  @ApiResponse(responseCode = "200", description = "the answer, or a refusal to give one")
  @ApiResponse(
      responseCode = "502",
      description = "there is no answer",
      content = {})
  @ApiResponse(
      responseCode = "504",
      description = "nothing had come by the deadline",
      content = {})
  ChatReply complete(
      @RequestBody ChatRequest request,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest connection)
      throws IOException {
    ChatQuestion asked = ChatQuestion.of(request);
    StoredProblem taken =
        submissions.submit(asked.question(), asked.kind(), null, asked.policy(), key).problem();
    StoredProblem settled =
        settlements
            .await(taken, CallerValve.gone(connection)::getAsBoolean, key != null)
            .orElseThrow(
                () -> new EOFException("the caller of " + taken.problem().id() + " hung up"));
    Answer answer = Objects.requireNonNull(settled.answer());
    if (answer.status() == Status.FAILED) {
      throw failed(settled, answer);
    }
    return ChatReply.of(settled, answer, asked);
  }

  private static Refusal failed(StoredProblem settled, Answer answer) {
    Kind kind = answer.late() ? Kind.TOO_LATE : Kind.NO_ANSWER;
    return new Refusal(
        settled.cancelRequestedAt() != null ? Kind.CONFLICT : kind,
        "problem " + settled.problem().id() + " failed: " + answer.reason());
  }
}
