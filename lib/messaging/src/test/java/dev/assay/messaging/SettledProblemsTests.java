// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Answer;
import dev.assay.contracts.AnswerEvent;
import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettledProblemsTests {

  private final SettledProblems settled = new SettledProblems();
  private final Problem problem = EventFixture.problem();
  private final AnswerEvent.Settled answer =
      new AnswerEvent.Settled(
          problem.id(), Answer.failed(problem.policy(), "nobody wants it", Instant.now()));

  @Test
  void theEnvelopeOfAnAnswerTellsWhoseItIs() {
    settled.hear(record(answer, Map.of(Envelope.EVENT_TYPE, answer.type()), new byte[0]));

    assertThat(settled.contains(problem.id())).isTrue();
  }

  @Test
  void anAnswerWithoutAnEnvelopeIsRead() {
    settled.hear(RawRecord.of(answer, Envelope.of(answer, null)).with(Map.of()));

    assertThat(settled.contains(problem.id())).isTrue();
  }

  @Test
  void aProblemThatItsCallerGivesUpIsAsGoodAsSettled() {
    Event cancelled = new ProblemEvent.Cancelled(problem);

    settled.hear(RawRecord.of(cancelled, Envelope.of(cancelled, null)));

    assertThat(settled.contains(problem.id())).isTrue();
  }

  @Test
  void whatElseIsSaidSettlesNothing() {
    Event submitted = new ProblemEvent.Submitted(problem);
    settled.hear(RawRecord.of(submitted, Envelope.of(submitted, null)));
    settled.hear(record(answer, Map.of(Envelope.EVENT_TYPE, "answer.doubted.v9"), new byte[0]));
    settled.hear(
        new RawRecord("answers", null, new byte[0], Map.of(Envelope.EVENT_TYPE, answer.type())));
    settled.hear(new RawRecord("answers", null, "{".getBytes(StandardCharsets.UTF_8), Map.of()));

    assertThat(settled.contains(problem.id())).isFalse();
  }

  private static RawRecord record(Event event, Map<String, String> headers, byte[] body) {
    return new RawRecord("answers", RawRecord.key("answers", event.subject()), body, headers);
  }
}
