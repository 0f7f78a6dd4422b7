// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.ProblemId;
import dev.assay.gateway.Http.Reply;
import dev.assay.gateway.core.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who says of what kind a question is, and where it goes from there. */
class QuestionKindIT {

  private final GatewayServer server = GatewayServer.running();
  private final Http http = new Http(server.url());

  private Reply submit(String question, String more) {
    return http.post("/v1/problems", "{\"question\": \"%s\"%s}".formatted(question, more));
  }

  private Reply ask(String question, String assay, String key) {
    String body =
        """
        {"model": "assay", "messages": [{"role": "user", "content": "%s"}], "assay": {%s}}
        """
            .formatted(question, assay);
    return http.post("/v1/chat/completions", body, "Idempotency-Key", key);
  }

  @Test
  void theKindOfAQuestionTravelsWithIt() {
    Reply said = submit("what is 1+1?", ", \"kind\": \"sums\"");
    Reply known = submit("what do they swap?", "");
    Reply none = submit("of no kind?", "");

    assertThat(said.body().path("kind").asString()).isEqualTo("sums");
    assertThat(known.body().path("kind").asString()).isEqualTo("swaps");
    assertThat(none.body().has("kind")).isFalse();
    String place = said.raw().headers().firstValue("location").orElseThrow();
    assertThat(http.get(place).body().path("kind").asString()).isEqualTo("sums");
    await()
        .until(
            () ->
                server.on("problems").stream()
                    .anyMatch(
                        each ->
                            each.contains("what do they swap?")
                                && each.contains("\"kind\":\"swaps\"")));
  }

  @Test
  void aCallerOfChatSaysItBesideThePolicy() {
    String body =
        "{\"question\": \"what is 2+1?\", \"kind\": \"sums\", \"policy\": {\"attempts\": 2}}";
    Reply taken = http.post("/v1/problems", body, "Idempotency-Key", "sum");
    String id = taken.body().path("id").asString();
    ScriptedLoop loop =
        new ScriptedLoop(
            server.bean(Problems.class).find(ProblemId.parse(id)).orElseThrow().problem());
    server.publish(List.of(loop.verified()));

    Reply reply = ask("what is 2+1?", "\"attempts\": 2, \"kind\": \"sums\"", "sum");

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.body().path("assay").path("problem_id").asString()).isEqualTo(id);
    assertThat(ask("what is 2+1?", "\"attempts\": 2", "sum").status()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "refused? | 7 | kind: 7 (expected: a string)",
        "refused? | \"\" | kind: \"\" (expected: 1 to 64 of a-z",
        "refused? | \"Sums\" | kind: \"Sums\" (expected: 1 to 64 of a-z",
        "swap refused? | \"sums\" | kind: sums (expected: swaps",
      })
  void whatIsNoKindOrAnotherOneIsRefused(String question, String kind, String detail) {
    for (Reply reply :
        List.of(
            submit(question, ", \"kind\": " + kind),
            ask(question, "\"kind\": " + kind, "refused"))) {
      assertThat(reply.status()).as(reply.text()).isEqualTo(400);
      assertThat(reply.detail()).contains(detail);
    }
    assertThat(server.rows("problem where question like '%refused?'")).isZero();
  }

  @Test
  void whatElseChatMaySayIsListed() {
    Reply reply = ask("refused?", "\"attemptz\": 2", "misspelt");

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.detail())
        .isEqualTo(
            "assay.attemptz: unknown field (known: abstain_below, alpha, attempts, budget, deadline,"
                + " false_pass, forced_endings, kind, max_error_rate, quorum, revisions, rule, stopping,"
                + " verifications, verified_from)");
  }
}
