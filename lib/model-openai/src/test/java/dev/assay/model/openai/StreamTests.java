// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.model.CompletionRequest;
import dev.assay.model.FailureKind;
import dev.assay.model.ModelException;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.model.Sampling;
import dev.assay.model.ServerCalls;
import dev.assay.model.Spent;
import dev.assay.model.TransientModelException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that stall, have no end, or end oddly: what is bounded by time, and what by room. */
@Timeout(30)
class StreamTests {

  private static final String HEADERS =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
  private static final String PIECE =
      "data: {\"choices\": [{\"index\": 0, \"delta\": {\"content\": \"4\"}}]}\n\n";
  private static final String END =
      "data: {\"choices\": [{\"index\": 0, \"delta\": {}, \"finish_reason\": \"stop\"}]}\n\n";
  private static final String BILL =
      "data: {\"choices\": [], \"usage\": {\"prompt_tokens\": 11, \"completion_tokens\": 3}}\n\n";

  private static final Duration SOON = Duration.ofMillis(200);
  private static final Duration LATE = Duration.ofMinutes(10);

  @ParameterizedTest
  @ValueSource(strings = {"", HEADERS})
  void aServerThatDoesNotBeginIsHungUpByTheFirstTimer(String words) throws Exception {
    ServerCalls calls =
        new ServerCalls(null, null, null, null, null, null, SOON, LATE, null, null, null, null);
    try (RawServer server = RawServer.saying(words);
        OpenAiModel model = server.model(calls)) {
      ModelException failure = failure(model, LATE);

      server.awaitHangUp();
      assertSilent(failure, "no byte of a reply within PT0.2S", "first-byte-timeout");
      assertThat(failure.spent()).isEqualTo(Spent.ONE_CALL);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {PIECE, PIECE + PIECE, ":\n\n", "data: {\"choi", BILL + PIECE})
  void aServerThatStopsSendingIsHungUpByTheTimerBetweenBytes(String words) throws Exception {
    try (RawServer server = RawServer.saying(HEADERS + words);
        OpenAiModel model = server.model(silence(SOON))) {
      ModelException failure = failure(model, LATE);

      server.awaitHangUp();
      assertSilent(failure, "no byte of the reply for PT0.2S", "between-bytes-timeout");
      assertThat(failure.spent())
          .isEqualTo(words.startsWith(BILL) ? new Spent(1, 11, 3) : Spent.ONE_CALL);
    }
  }

  @Test
  void theTimerBetweenBytesHoldsForWholeRepliesToo() throws Exception {
    try (RawServer server = RawServer.saying(RawServer.HEADERS + "\r\n{\"choices\": [");
        OpenAiModel model = server.model(silence(SOON))) {
      assertSilent(failure(model, LATE), "no byte of the reply", "between-bytes-timeout");

      server.awaitHangUp();
    }
  }

  @Test
  void nothingLastsLongerThanTheCallMay() throws Exception {
    try (RawServer server = RawServer.repeating(HEADERS, ":\n\n");
        OpenAiModel model = server.model()) {
      assertThat(failure(model, SOON)).hasMessageContaining("no reply within PT0.2S");

      server.awaitHangUp();
    }
  }

  @Test
  void anInterruptHangsUpOnAStream() throws Exception {
    try (RawServer server = RawServer.saying(HEADERS + PIECE);
        OpenAiModel model = server.model()) {
      CompletableFuture<ModelException> failure = new CompletableFuture<>();
      Thread caller = Thread.ofVirtual().start(() -> failure.complete(failure(model, LATE)));
      server.awaitSaid();

      caller.interrupt();

      server.awaitHangUp();
      assertThat(failure.get()).hasMessageContaining("interrupted");
      assertThat(failure.get().spent().calls()).isEqualTo(1);
    }
  }

  /** The server is asked for no more, and says no more. */
  @ParameterizedTest
  @ValueSource(strings = {PIECE + END + BILL, PIECE + END + BILL + "data: [DONE]\n\n"})
  void anAnswerThatIsCompleteNeedsNoEndOfItsConnection(String words) throws Exception {
    try (RawServer server = RawServer.saying(HEADERS + words);
        OpenAiModel model = server.model()) {
      assertThat(model.complete(asking(LATE))).isEqualTo(new Reply("4", Finish.STOP, 11, 3));

      server.awaitHangUp();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"data: xxxxxxxxxxxxxxxx", "data: x\n", "x: yyyyyyyyyyyyyy"})
  void anEventWithoutAnEndIsHungUpAtItsBound(String chorus) throws Exception {
    try (RawServer server = RawServer.repeating(HEADERS, chorus);
        OpenAiModel model = server.model()) {
      assertExcessive(failure(model, LATE));

      server.awaitHangUp();
    }
  }

  @Test
  void aTextWithoutAnEndIsHungUpAtItsBound() throws Exception {
    String piece = PIECE.replace("\"4\"", '"' + "x".repeat(10_000) + '"');
    try (RawServer server = RawServer.repeating(HEADERS, piece);
        OpenAiModel model = server.model()) {
      assertExcessive(failure(model, LATE));

      server.awaitHangUp();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {":\n\n", "data: {\"choices\": []}\n\n"})
  void eventsThatSayNothingAreHungUpAtTheBoundOfBytes(String event) throws Exception {
    try (RawServer server = RawServer.repeating(HEADERS, event.repeat(1_000));
        OpenAiModel model = server.model()) {
      assertExcessive(failure(model, LATE));

      server.awaitHangUp();
    }
  }

  @Test
  void anEventThatNestsTooDeeplyIsNotReadToItsEnd() throws Exception {
    String deep = "data: {\"choices\": " + "[".repeat(1_000) + "\n\n";
    try (RawServer server = RawServer.saying(HEADERS + deep);
        OpenAiModel model = server.model()) {
      assertExcessive(failure(model, LATE));
    }
  }

  @Test
  void aZippedReplyThatUnfoldsWithoutAnEndIsNotReadToItsEnd() throws Exception {
    byte[] bomb = bomb();
    String head = "HTTP/1.1 200 OK\r\nContent-Length: %d\r\nContent-Encoding: gzip\r\n\r\n";
    try (RawServer server =
            new RawServer(
                out -> {
                  out.write(head.formatted(bomb.length).getBytes(UTF_8));
                  out.write(bomb);
                });
        OpenAiModel model = server.model()) {
      assertExcessive(failure(model, LATE));
    }
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(new byte[100_000_000]);
    }
    return zipped.toByteArray();
  }

  @Test
  void streamsShareTheMemoryThereIsAndGiveItBack() throws Exception {
    Semaphore memory = new Semaphore(50_000);
    try (ChatServer server = new ChatServer();
        OpenAiModel model = server.model(memory)) {
      server.streams(PIECE.replace("\"4\"", '"' + "x".repeat(20_000) + '"') + END);
      assertThat(model.complete(asking(LATE)).text()).hasSize(20_000);
      server.streams(PIECE.replace("\"4\"", '"' + "x".repeat(60_000) + '"') + END);
      assertThat(failure(model, LATE)).hasMessageContaining("too many long replies");
    }
    assertThat(memory.availablePermits()).isEqualTo(50_000);
  }

  @Test
  void aReplyGoesOnBeyondNoStopStringThoughTheServerDoes() throws Exception {
    try (RawServer server = RawServer.saying(HEADERS + PIECE.repeat(3) + END);
        OpenAiModel model = server.model()) {
      Prompt prompt =
          new Prompt(Prompt.of("?").messages(), List.of("a", "b", "c", "d", "44"), null, List.of());

      Reply reply = model.complete(new CompletionRequest(prompt, Sampling.greedy(), 128, LATE));

      assertThat(reply).isEqualTo(new Reply("", Finish.STOP, 0, 0));
    }
  }

  private static ServerCalls silence(Duration between) {
    return new ServerCalls(
        null, null, null, null, null, null, null, between, null, null, null, null);
  }

  private static void assertSilent(ModelException failure, String told, String setting) {
    assertThat(failure)
        .isInstanceOf(TransientModelException.class)
        .hasMessageContaining(told)
        .hasMessageContaining("assay.role.model.calls." + setting);
    assertThat(failure.kind()).isEqualTo(FailureKind.SILENT);
  }

  private static void assertExcessive(ModelException failure) {
    assertThat(failure).isInstanceOf(PermanentModelException.class);
    assertThat(failure.kind()).isEqualTo(FailureKind.EXCESSIVE);
    assertThat(failure.spent()).isEqualTo(Spent.ONE_CALL);
  }

  private static ModelException failure(OpenAiModel model, Duration timeout) {
    return catchThrowableOfType(ModelException.class, () -> model.complete(asking(timeout)));
  }

  private static CompletionRequest asking(Duration timeout) {
    return new CompletionRequest(Prompt.of("What is 6 · 7?"), Sampling.greedy(), 128, timeout);
  }
}
