// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import dev.assay.contracts.Answer;
import dev.assay.contracts.AnswerEvent.Settled;
import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows as another build may have left them in the outbox; they become visible together. */
final class OutboxFixture {

  private final List<String> topics = new ArrayList<>();
  private final List<String> subjects = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();

  OutboxFixture with(Event... events) {
    Arrays.stream(events)
        .forEach(
            event ->
                with(
                    Topic.of(event).name(),
                    event.subject(),
                    new String(EventCodec.encode(event), StandardCharsets.UTF_8)));
    return this;
  }

  OutboxFixture with(String topic, String subject, String body) {
    topics.add(topic);
    subjects.add(subject);
    bodies.add(body);
    return this;
  }

  void insert(JdbcClient jdbc) {
    jdbc.sql(
            """
            insert into outbox (topic, subject, body)
            select * from unnest(:topics::text[], :subjects::text[], :bodies::text[])
            """)
        .param("topics", topics.toArray(String[]::new))
        .param("subjects", subjects.toArray(String[]::new))
        .param("bodies", bodies.toArray(String[]::new))
        .update();
  }

  /** The problem's row as it is when the problem is settled, and the outbox row behind it not. */
  static void settle(JdbcClient jdbc, Problem problem, Answer answer) {
    jdbc.sql(
            """
            insert into problem (id, body, deadline, state, settled_at, answer)
            values (:id, :body::json, now(), 'settled', now(), :answer::json)
            """)
        .param("id", problem.id().value())
        .param("body", Json.mapper().writeValueAsString(problem))
        .param("answer", Json.mapper().writeValueAsString(answer))
        .update();
  }

  /** As the builds before answers had a bound settled 64 attempts with 64 answers of 16 kB. */
  static Settled endless(Problem problem) {
    String group = "{\"answer\":\"%s\",\"solutions\":[],\"scores\":{}}";
    String groups =
        IntStream.range(0, 64)
            .mapToObj(number -> group.formatted(number + "9".repeat(16_384)))
            .collect(Collectors.joining(","));
    String choices =
        Arrays.stream(SelectionRule.values())
            .map(rule -> Json.mapper().writeValueAsString(rule) + ":\"" + "9".repeat(16_384) + '"')
            .collect(Collectors.joining(","));
    Policy policy = problem.policy();
    String json =
        Json.mapper()
            .writeValueAsString(Answer.failed(policy, "so it was", Instant.now()))
            .replace("\"failed\"", "\"uncertain\"")
            .replace("\"groups\":[]", "\"groups\":[" + groups + "]")
            .replace("\"choices\":{}", "\"choices\":{" + choices + "}")
            .replace("\"calls\":0", "\"calls\":192");
    return new Settled(problem.id(), Json.mapper().readValue(json, Answer.class));
  }
}
