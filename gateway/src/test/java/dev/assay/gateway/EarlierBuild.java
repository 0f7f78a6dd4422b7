// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent;
import dev.assay.contracts.ProblemId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows as the build wrote them that had one migration only: every event repeats its problem, and
 * nothing is counted.
 */
final class EarlierBuild {

  /** Of the request for {@link #SETTLED}, as that build computed it. */
  static final String REQUEST_HASH =
      "1cee0adfc16b9a3f5694847d45696ead23bbff5300b544c53430d8ebeded8a7b";

  static final String QUESTION = "What did the build before know?";
  static final String KEY = "a key of the build before";
  static final Problem SETTLED = problem(1);
  static final Problem OPEN = problem(2);

  private EarlierBuild() {}

  private static Problem problem(int number) {
    Policy policy =
        PolicyOverrides.NONE
            .withEffort(new PolicyOverrides.Effort(2, 2, null))
            .withDeadline(Duration.ofHours(1))
            .over(Policy.DEFAULT);
    return new Problem(
        new ProblemId(new UUID(0x7000, number)), QUESTION, policy, Instant.EPOCH.plusSeconds(1));
  }

  static void fill(Connection database) throws SQLException {
    ScriptedLoop loop = new ScriptedLoop(SETTLED);
    List<Event> events = new ArrayList<>(List.of(new ProblemEvent.Submitted(SETTLED)));
    events.addAll(loop.work().subList(0, 8));
    events.add(loop.verificationRequested(0));
    events.add(loop.verified());
    insert(
        database, SETTLED, KEY, Json.mapper().writeValueAsString(loop.verified().answer()), events);
    insert(database, OPEN, null, null, new ScriptedLoop(OPEN).work().subList(0, 5));
  }

  private static void insert(
      Connection database,
      Problem problem,
      @Nullable String key,
      @Nullable String answer,
      List<Event> events)
      throws SQLException {
    String sql =
        """
        insert into problem (id, question, policy, submitted_at, deadline, idempotency_key,
                             request_hash, status, answer, settled_at, last_seq)
        values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
        """;
    try (var row = database.prepareStatement(sql)) {
      row.setObject(1, problem.id().value());
      row.setString(2, problem.question());
      row.setString(3, Json.mapper().writeValueAsString(problem.policy()));
      row.setObject(4, problem.submittedAt().atOffset(ZoneOffset.UTC));
      row.setObject(5, problem.deadline().atOffset(ZoneOffset.UTC));
      row.setString(6, key);
      row.setString(7, REQUEST_HASH);
      row.setString(8, answer == null ? "open" : "settled");
      row.setString(9, answer);
      row.setObject(10, answer == null ? null : problem.deadline().atOffset(ZoneOffset.UTC));
      row.setLong(11, events.size());
      row.execute();
    }
    for (int i = 0; i < events.size(); i++) {
      insert(database, i + 1, events.get(i));
    }
  }

  private static void insert(Connection database, long seq, Event event) throws SQLException {
    String sql =
        """
        insert into event (problem_id, seq, event_id, type, recorded_at, body)
        values (?, ?, ?, ?, now(), ?::jsonb)
        """;
    try (var row = database.prepareStatement(sql)) {
      row.setObject(1, event.problemId().value());
      row.setLong(2, seq);
      row.setString(3, event.eventId());
      row.setString(4, event.type());
      row.setString(5, new String(EventCodec.encode(event), StandardCharsets.UTF_8));
      row.execute();
    }
  }
}
