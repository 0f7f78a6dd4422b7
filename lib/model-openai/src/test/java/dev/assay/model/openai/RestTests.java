// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.assay.model.openai.ChatServer.question;
import static dev.assay.model.openai.ChatServer.reply;
import static dev.assay.model.openai.ChatServer.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.model.CompletionRequest;
import dev.assay.model.FailureKind;
import dev.assay.model.ModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Sampling;
import dev.assay.model.Spent;
import dev.assay.model.TransientModelException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a server is left alone, and when it is asked again. */
@Timeout(60)
class RestTests {

  private final HandClock clock = new HandClock();
  private final ChatServer server = new ChatServer();
  private final OpenAiModel model = server.model(clock);

  @AfterEach
  void close() {
    model.close();
    server.close();
  }

  /** One that a test sets. */
  private static final class HandClock extends Clock {

    private volatile Instant now = Instant.parse("2026-11-24T10:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Test
  void aServerThatWasAwayFiveTimesInARowIsLeftAlone() {
    down();

    TransientModelException told = (TransientModelException) failure();

    assertThat(told.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(told.spent()).isEqualTo(Spent.NOTHING);
    assertThat(told.retryAfter()).contains(Duration.ofSeconds(5));
    assertThat(told)
        .hasMessageContaining(
            "left alone for now, as it was away in 5 calls in a row, the last time by: HTTP 503:"
                + " gone (expected: ");
    assertThat(model.rests()).isTrue();
    server.verify(5, question());
  }

  @Test
  void whereNobodyListensItIsTheSame() throws IOException {
    try (OpenAiModel nowhere = RawServer.nowhere()) {
      for (int i = 0; i < 5; i++) {
        assertThat(failure(nowhere)).hasMessageContaining("ConnectException");
      }
      assertThat(failure(nowhere))
          .hasMessageContaining("left alone")
          .hasMessageContaining("ConnectException");
    }
  }

  @Test
  void oneCallInBetweenThatSucceedsBeginsTheCountAnew() {
    server.replies(503, "gone");
    IntStream.range(0, 4).forEach(_ -> failure());
    up();
    assertThat(text()).isEqualTo("back");
    server.replies(503, "gone");
    IntStream.range(0, 4).forEach(_ -> failure());

    assertThat(failure()).hasMessageContaining("HTTP 503");
  }

  @Test
  void whenItHasRestedOneCallFindsOut() {
    down();
    clock.pass(Duration.ofSeconds(5).plusMillis(1));
    assertThat(model.rests()).isFalse();

    assertThat(failure()).hasMessageContaining("HTTP 503");
    assertThat(failure()).hasMessageContaining("left alone");

    clock.pass(Duration.ofSeconds(5).plusMillis(1));
    up();
    assertThat(text()).isEqualTo("back");
    assertThat(text()).isEqualTo("back");
    server.verify(8, question());
  }

  @Test
  void othersDoNotAskWhileOneFindsOut() throws InterruptedException {
    down();
    clock.pass(Duration.ofSeconds(5).plusMillis(1));
    server.stalls();
    Thread probe = Thread.startVirtualThread(this::failure);
    server.awaitQuestions(6);

    TransientModelException told = (TransientModelException) failure();

    assertThat(told.retryAfter()).contains(Duration.ofSeconds(1));
    assertThat(model.rests()).isTrue();
    probe.interrupt();
    probe.join();
    // A caller that hung up has found out nothing.
    up();
    assertThat(text()).isEqualTo("back");
  }

  @ParameterizedTest
  @CsvSource({"400", "401", "404", "422", "429", "413"})
  void aServerThatRefusesIsAtWork(int status) {
    server.replies(status, "no");

    List<ModelException> failures = IntStream.range(0, 12).mapToObj(_ -> failure()).toList();

    assertThat(failures)
        .allSatisfy(each -> assertThat(each).hasMessageContaining("HTTP " + status));
  }

  @Test
  void aPromptThatDoesNotFitIsNoFaultOfTheServers() {
    server.replies(500, "{\"error\": {\"message\": \"Context size has been exceeded.\"}}");

    IntStream.range(0, 12).forEach(_ -> failure());

    assertThat(failure().kind()).isEqualTo(FailureKind.CONTEXT_LENGTH);
  }

  @Test
  void aReplyThatCannotBeReadIsNoReasonEither() {
    server.replies(aResponse().withBody("{\"choices\": []}"));

    IntStream.range(0, 12).forEach(_ -> failure());

    assertThat(failure().kind()).isEqualTo(FailureKind.UNREADABLE);
  }

  private void down() {
    server.replies(503, "gone");
    for (int i = 0; i < 5; i++) {
      assertThat(model.rests()).isFalse();
      assertThat(failure()).hasMessageContaining("HTTP 503");
    }
  }

  private void up() {
    server.replies(200, reply(says("back", "stop")));
  }

  private String text() {
    return model.complete(request()).text();
  }

  private ModelException failure() {
    return failure(model);
  }

  private static ModelException failure(OpenAiModel asked) {
    return catchThrowableOfType(ModelException.class, () -> asked.complete(request()));
  }

  private static CompletionRequest request() {
    return new CompletionRequest(Prompt.of("?"), Sampling.greedy(), 8);
  }
}
