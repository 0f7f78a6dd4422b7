// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.contracts.Answer;
import dev.assay.contracts.AnswerEvent;
import dev.assay.contracts.Event;
import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.gateway.core.AttemptTally;
import dev.assay.gateway.core.ProblemNews;
import dev.assay.gateway.core.ProblemTally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The row of a problem while its lock is held, and what becomes of it by the events that come. */
final class LockedProblem {

  static final String SELECT =
      "select id, policy, submitted_at, answer, cancel_requested_at, last_seq, counted_seq,"
          + " tally, complete"
          + " from problem ";

  /** Most numbers are 0 and most flags false: they are left out. */
  private static final JsonMapper COUNTS =
      Json.mapper()
          .rebuild()
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .changeDefaultPropertyInclusion(
              value -> value.withValueInclusion(JsonInclude.Include.NON_DEFAULT))
          .build();

  private static final TypeReference<Map<Integer, AttemptTally>> ATTEMPTS =
      new TypeReference<>() {};

  private final ProblemId id;
  private final Policy policy;
  private final Instant submittedAt;
  private final ProblemTally tally;
  private final long countedSeq;
  private final @Nullable Instant cancelRequestedAt;
  private @Nullable Answer answer;
  private @Nullable Answer end;
  private long lastSeq;
  private boolean complete;

  private LockedProblem(ResultSet row) throws SQLException {
    this.id = ProblemRows.id(row);
    this.policy = PolicyTexts.read(row.getString("policy"));
    this.submittedAt = row.getObject("submitted_at", OffsetDateTime.class).toInstant();
    this.tally = new ProblemTally(policy, attempts(row));
    this.countedSeq = row.getLong("counted_seq");
    this.cancelRequestedAt = ProblemRows.instant(row, "cancel_requested_at");
    String settled = row.getString("answer");
    this.answer = settled == null ? null : Json.mapper().readValue(settled, Answer.class);
    this.lastSeq = row.getLong("last_seq");
    this.complete = row.getBoolean("complete");
  }

  static LockedProblem of(ResultSet row) throws SQLException {
    return new LockedProblem(row);
  }

  /** What is counted in a row, by attempt. */
  static Map<Integer, AttemptTally> attempts(ResultSet row) throws SQLException {
    String tally = row.getString("tally");
    return tally == null ? Map.of() : COUNTS.readValue(tally, ATTEMPTS);
  }

  ProblemId id() {
    return id;
  }

  /** As far as counting goes; the question makes no difference there, and may be long. */
  Problem problem() {
    return new Problem(id, "not read", policy, submittedAt);
  }

  /** The last event that is counted; the events up to {@link #lastSeq} are still to be. */
  long countedSeq() {
    return countedSeq;
  }

  long lastSeq() {
    return lastSeq;
  }

  /** Counts an event that was recorded before. */
  void count(Event event) {
    tally.add(event);
  }

  /** Counts a new event, and gives it its number. */
  long add(Event event) {
    tally.add(event);
    if (event instanceof AnswerEvent.Settled settled && answer == null) {
      answer = asKept(settled.answer());
      end = answer;
    }
    return ++lastSeq;
  }

  /** Whoever is told of it at once is to hear what is read later. */
  private static Answer asKept(Answer answer) {
    String written = Json.mapper().writeValueAsString(answer);
    String kept = Jsonb.storable(written);
    return kept.equals(written) ? answer : Json.mapper().readValue(kept, Answer.class);
  }

  /** How the problem ended, if it did while the lock was held: an end that was kept stays. */
  @Nullable Answer end() {
    return end;
  }

  String tally() {
    return COUNTS.writeValueAsString(tally.attempts());
  }

  String progress() {
    return Json.mapper().writeValueAsString(tally.progress(answer != null));
  }

  /** What becomes known when the transaction has committed. */
  ProblemNews news() {
    return new ProblemNews(
        cancelRequestedAt, answer, lastSeq, tally.progress(answer != null), complete());
  }

  boolean complete() {
    complete = complete || (answer != null && tally.covers(answer));
    return complete;
  }
}
