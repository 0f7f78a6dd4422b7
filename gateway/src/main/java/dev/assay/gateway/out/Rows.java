// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.assay.contracts.Answer;
import dev.assay.contracts.Decoded;
import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Topic;
import dev.assay.gateway.core.RecordedEvent;
import dev.assay.gateway.core.StoredProblem;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what {@link JdbcProblems} wrote. */
final class Rows {

  static final String SELECT_PROBLEM =
      """
      select id, question, policy, submitted_at, request_hash, cancel_requested_at, answer,
             settled_at, last_seq
      from problem\
      """;

  private static final Map<String, Topic<?>> TOPIC_OF_TYPE =
      Topic.ALL.stream()
          .flatMap(topic -> Arrays.stream(topic.events().getPermittedSubclasses()))
          .collect(Collectors.toMap(Rows::type, Rows::topic));

  private Rows() {}

  private static String type(Class<?> event) {
    return event.getAnnotation(JsonTypeName.class).value();
  }

  private static Topic<?> topic(Class<?> event) {
    return Topic.ALL.stream()
        .filter(topic -> topic.events().isAssignableFrom(event))
        .findFirst()
        .orElseThrow();
  }

  static StoredProblem problem(ResultSet row) throws SQLException {
    Problem problem =
        new Problem(
            new ProblemId(row.getObject("id", UUID.class)),
            row.getString("question"),
            Json.mapper().readValue(row.getString("policy"), Policy.class),
            Objects.requireNonNull(instant(row, "submitted_at")));
    String answer = row.getString("answer");
    return new StoredProblem(
        problem,
        instant(row, "cancel_requested_at"),
        answer == null ? null : Json.mapper().readValue(answer, Answer.class),
        instant(row, "settled_at"),
        row.getLong("last_seq"));
  }

  static RecordedEvent event(ResultSet row) throws SQLException {
    return new RecordedEvent(
        row.getLong("seq"),
        Objects.requireNonNull(instant(row, "recorded_at")),
        decode(row.getString("type"), row.getString("body")));
  }

  private static Event decode(String type, String body) {
    Topic<?> topic = TOPIC_OF_TYPE.get(type);
    if (topic == null) {
      throw new IllegalStateException(
          "recorded event of type " + type + " (expected: a known one)");
    }
    return switch (EventCodec.decode(topic, body.getBytes(StandardCharsets.UTF_8))) {
      case Decoded.Known<? extends Event>(Event event) -> event;
      case Decoded<?> other -> throw new IllegalStateException("recorded event: " + other);
    };
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
