// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import dev.assay.contracts.Answer;
import dev.assay.contracts.AnswerEvent.Settled;
import dev.assay.contracts.Event;
import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.contracts.ProblemEvent.Deleted;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Task;
import dev.assay.contracts.Topic;
import dev.assay.messaging.outbox.Undeliverable;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;

/**
 * A problem that cannot be handed on is settled as failed, so that its caller does not wait for
 * what nobody works on; and one whose cancellation cannot be, since nobody wants it any more.
 */
public final class UndeliverableProblems implements Undeliverable {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  public UndeliverableProblems(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<? extends Event> replace(Lost lost) {
    if (!lost.topic().equals(Topic.PROBLEMS.name()) || lost.event() instanceof Deleted) {
      return List.of();
    }
    ProblemId id = ProblemId.parse(lost.subject());
    Policy policy = lost.event() instanceof Task task ? task.problem().policy() : policy(id);
    String reason = "the problem could not be handed on: " + lost.reason();
    return List.of(new Settled(id, Answer.failed(policy, reason, clock.instant())));
  }

  private Policy policy(ProblemId id) {
    try {
      return jdbc.sql("select policy from problem where id = :id")
          .param("id", id.value())
          .query(String.class)
          .optional()
          .map(json -> Json.mapper().readValue(json, Policy.class))
          .orElse(Policy.DEFAULT);
    } catch (JacksonException e) {
      return Policy.DEFAULT;
    }
  }
}
