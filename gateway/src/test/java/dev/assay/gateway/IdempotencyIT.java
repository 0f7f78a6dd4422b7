// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.ProblemId;
import dev.assay.gateway.Http.Reply;
import dev.assay.gateway.core.Problems;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as the same request under the same key. */
class IdempotencyIT {

  private static final String QUESTION = "is it the same?";
  private static final String KEY = "the same";

  private final GatewayServer server = GatewayServer.running();
  private final Http http = new Http(server.url());
  private String id = "";

  /** Settled at once, so that chat need not wait for it. */
  @BeforeEach
  void take() {
    Reply taken =
        submit(
            """
            "policy": {"attempts": 2, "alpha": 1, "max_error_rate": null, "deadline": 30},
            "question": "%s"\
            """
                .formatted(QUESTION));
    assertThat(taken.status()).as(taken.text()).isIn(200, 202);
    id = taken.body().path("id").asString();
    ScriptedLoop loop =
        new ScriptedLoop(
            server.bean(Problems.class).find(ProblemId.parse(id)).orElseThrow().problem());
    server.publish(List.of(loop.verified()));
  }

  private Reply submit(String fields) {
    return http.post("/v1/problems", "{" + fields + "}", "Idempotency-Key", KEY);
  }

  private Reply ask(String policy) {
    String body =
        """
        {"model": "assay", "messages": [{"role": "user", "content": "%s"}], "assay": {%s}}
        """
            .formatted(QUESTION, policy);
    return http.post("/v1/chat/completions", body, "Idempotency-Key", KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"attempts\": 2, \"alpha\": 1, \"deadline\": 30",
        "\"alpha\": 1.0, \"deadline\": \"PT30S\", \"attempts\": 2",
        "\"deadline\": 30.0, \"quorum\": null, \"rule\": null, \"attempts\": 2, \"alpha\": 1e0",
      })
  void anotherWayToWriteItIsTheSameRequest(String policy) {
    Reply taken = submit("\"question\": \"%s\", \"policy\": {%s}".formatted(QUESTION, policy));
    Reply answered = ask(policy);

    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    assertThat(taken.body().path("id").asString()).isEqualTo(id);
    assertThat(answered.status()).as(answered.text()).isEqualTo(200);
    assertThat(answered.body().path("assay").path("problem_id").asString()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"attempts\": 2, \"alpha\": 1.5, \"deadline\": 30",
        "\"attempts\": 2, \"alpha\": 1",
        "\"attempts\": 2, \"alpha\": 1, \"deadline\": 30, \"false_pass\": 0.1",
        "\"attempts\": 2, \"alpha\": 1, \"deadline\": 30, \"forced_endings\": false",
        "\"attempts\": 2, \"alpha\": 1, \"deadline\": 30, \"stopping\": \"adaptive\"",
        "\"attempts\": 2, \"alpha\": 1, \"deadline\": 30, \"budget\": {\"calls\": 9}",
      })
  void anotherValueIsAnotherRequest(String policy) {
    assertThat(submit("\"question\": \"%s\", \"policy\": {%s}".formatted(QUESTION, policy)))
        .returns(409, Reply::status);
    assertThat(ask(policy)).returns(409, Reply::status);
  }

  @Test
  void anotherKindIsAnotherRequest() {
    String policy = "\"attempts\": 2, \"alpha\": 1, \"deadline\": 30";

    assertThat(
            submit(
                "\"question\": \"%s\", \"kind\": \"sums\", \"policy\": {%s}"
                    .formatted(QUESTION, policy)))
        .returns(409, Reply::status);
    assertThat(ask("\"kind\": \"sums\", " + policy)).returns(409, Reply::status);
    assertThat(ask("\"kind\": null, " + policy)).returns(200, Reply::status);
  }

  @Test
  void anotherQuestionIsAnotherRequest() {
    assertThat(submit("\"question\": \"is it another?\"").status()).isEqualTo(409);
  }
}
