// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.AnswerEvent.Settled;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.ComparisonId;
import dev.assay.contracts.Event;
import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Topic;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict.NoVerdict;
import dev.assay.contracts.Verdict.Reason;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Compared;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerdictEvent.Stage;
import dev.assay.contracts.VerdictEvent.Summarised;
import dev.assay.contracts.VerificationId;
import dev.assay.messaging.outbox.Undeliverable;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;

/**
 * Ends what waits for an event that can never be published: an attempt is abandoned, a verification
 * brings no verdict, a comparison leaves open what it was to decide, a solution is judged as it is,
 * and a problem whose answer does not fit fails, here and for its caller.
 */
public final class UndeliverableEvents implements Undeliverable {

  private static final String NOBODY = "nobody";

  private final JdbcClient jdbc;
  private final String verifier;
  private final InstantSource clock;

  /**
   * @param verifier who would have given the verdicts
   */
  public UndeliverableEvents(JdbcClient jdbc, String verifier, InstantSource clock) {
    this.jdbc = jdbc;
    this.verifier = verifier;
    this.clock = clock;
  }

  @Override
  public List<? extends Event> replace(Lost lost) {
    String topic = lost.topic();
    if (topic.equals(Topic.ANSWERS.name())) {
      return settled(lost);
    }
    if (topic.equals(Topic.ATTEMPTS.name())) {
      AttemptId attempt = AttemptId.parse(lost.subject());
      return List.of(new Abandoned(attempt, Stage.DRAFTING, lost.reason(), Usage.NONE));
    }
    if (topic.equals(Topic.VERIFICATIONS.name())) {
      NoVerdict none = new NoVerdict(Reason.UNAVAILABLE, lost.reason());
      VerificationId verification = VerificationId.parse(lost.subject());
      return List.of(new Returned(verification, none, verifier, Usage.NONE));
    }
    if (topic.equals(Topic.COMPARISONS.name())) {
      ComparisonId comparison = ComparisonId.parse(lost.subject());
      return List.of(new Compared(comparison, null, lost.reason(), NOBODY, Usage.NONE, null, null));
    }
    if (topic.equals(Topic.OUTCOMES.name())) {
      SolutionId solution = SolutionId.parse(lost.subject());
      return List.of(new Summarised(solution, null, lost.reason(), NOBODY, Usage.NONE, null));
    }
    return List.of();
  }

  private List<Settled> settled(Lost lost) {
    Answer answer = lost.event() instanceof Settled settled ? settled.answer() : null;
    if (answer != null && answer.status() == Status.FAILED && answer.groups().isEmpty()) {
      // There is nothing smaller to say.
      return List.of();
    }
    ProblemId id = ProblemId.parse(lost.subject());
    String reason = "the answer could not be made known: " + lost.reason();
    Answer failed = answer == null ? kept(id, reason) : answer.failed(reason);
    jdbc.sql(
            "update problem set answer = cast(:answer as json) where id = :id and state = 'settled'")
        .param("answer", Json.mapper().writeValueAsString(failed))
        .param("id", id.value())
        .update();
    return List.of(new Settled(id, failed));
  }

  /** From what the problem's own row still tells. */
  private Answer kept(ProblemId id, String reason) {
    return column("answer", id, Answer.class)
        .map(answer -> answer.failed(reason))
        .orElseGet(
            () ->
                Answer.failed(
                    column("body", id, Problem.class).map(Problem::policy).orElse(Policy.DEFAULT),
                    reason,
                    clock.instant()));
  }

  private <T> Optional<T> column(String name, ProblemId id, Class<T> type) {
    try {
      return jdbc.sql("select " + name + " from problem where id = :id")
          .param("id", id.value())
          .query(String.class)
          .optional()
          .map(json -> Json.mapper().readValue(json, type));
    } catch (JacksonException e) {
      // Whatever broke the event may have broken this too.
      return Optional.empty();
    }
  }
}
