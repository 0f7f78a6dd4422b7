// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.model.CompletionRequest;
import dev.assay.model.ModelException;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Sampling;
import dev.assay.model.Spent;
import dev.assay.model.TransientModelException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of these waits until the server has seen the connection close, whatever it was doing. */
@Timeout(30)
class OpenAiModelHangUpTests {

  private static final String LENGTH = "Content-Length: 100\r\n\r\n";
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";

  private static final Duration SOON = Duration.ofMillis(200);
  private static final Duration LATE = Duration.ofMinutes(10);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nContent-",
        RawServer.HEADERS + LENGTH,
        RawServer.HEADERS + LENGTH + "{\"choices\": [",
        RawServer.HEADERS + CHUNKED + "5\r\n{\"cho",
        RawServer.HEADERS + "\r\n{\"choices\": [",
        "HTTP/1.1 500 Oh\r\n" + LENGTH + "{\"error\": ",
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n"
      })
  void aServerThatStallsIsHungUpWhenTheTimeIsUp(String words) throws Exception {
    try (RawServer server = RawServer.saying(words);
        OpenAiModel model = server.model()) {
      ModelException failure = failure(model, SOON);

      server.awaitHangUp();
      assertThat(failure)
          .isInstanceOf(TransientModelException.class)
          .hasMessageContaining("no reply within PT0.2S");
      assertThat(failure.spent()).isEqualTo(Spent.ONE_CALL);
    }
  }

  @Test
  void aServerThatSaysALittleNowAndThenIsHungUpWhenTheTimeIsUp() throws Exception {
    try (RawServer server = new RawServer(OpenAiModelHangUpTests::dribble);
        OpenAiModel model = server.model()) {
      assertThat(failure(model, SOON)).isInstanceOf(TransientModelException.class);

      server.awaitHangUp();
    }
  }

  @Test
  void aServerThatPutsOffForEverIsHungUp() throws Exception {
    try (RawServer server = RawServer.repeating("", "HTTP/1.1 100 Continue\r\n\r\n");
        OpenAiModel model = server.model()) {
      assertThat(failure(model, LATE)).hasMessageContaining("Too many interim responses");

      server.awaitHangUp();
    }
  }

  private static void dribble(OutputStream out) throws IOException {
    out.write((RawServer.HEADERS + CHUNKED).getBytes(UTF_8));
    while (true) {
      out.write("1\r\n \r\n".getBytes(UTF_8));
      LockSupport.parkNanos(1_000_000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", RawServer.HEADERS, RawServer.HEADERS + LENGTH + "{\"choices\": ["})
  void anInterruptHangsUpWhereverTheServerStands(String words) throws Exception {
    try (RawServer server = RawServer.saying(words);
        OpenAiModel model = server.model()) {
      CompletableFuture<ModelException> failure = new CompletableFuture<>();
      CompletableFuture<Boolean> flag = new CompletableFuture<>();
      Thread caller =
          Thread.ofVirtual()
              .start(
                  () -> {
                    failure.complete(failure(model, LATE));
                    flag.complete(Thread.currentThread().isInterrupted());
                  });
      server.awaitSaid();

      caller.interrupt();

      server.awaitHangUp();
      assertThat(failure.get())
          .isInstanceOf(TransientModelException.class)
          .hasMessageContaining("interrupted");
      assertThat(failure.get().spent().calls()).isEqualTo(1);
      assertThat(flag.get()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 1000000000000\r\n\r\n", "\r\n"})
  void aReplyWithoutAnEndIsHungUpAtItsBound(String headers) throws Exception {
    try (RawServer server = RawServer.repeating(RawServer.HEADERS + headers, "x".repeat(999));
        OpenAiModel model = server.model()) {
      ModelException failure = failure(model, LATE);

      server.awaitHangUp();
      assertThat(failure)
          .isInstanceOf(PermanentModelException.class)
          .hasMessageContaining(
              "the reply is longer than 1064960 bytes (expected: no more for 128");
      assertThat(failure.spent()).isEqualTo(Spent.ONE_CALL);
    }
  }

  @Test
  void anErrorWithoutAnEndIsReadAsFarAsItIsQuoted() throws Exception {
    try (RawServer server = RawServer.repeating("HTTP/1.1 503 Oh\r\n\r\n", "busy ");
        OpenAiModel model = server.model()) {
      ModelException failure = failure(model, LATE);

      server.awaitHangUp();
      assertThat(failure)
          .isInstanceOf(TransientModelException.class)
          .hasMessageContaining("HTTP 503: busy busy");
      assertThat(failure.spent()).isEqualTo(Spent.NOTHING);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-filler: abcdefghij\r\n", "abcdefgh"})
  void headersWithoutAnEndAreHungUp(String chorus) throws Exception {
    try (RawServer server = RawServer.repeating(RawServer.HEADERS + "x-first: ", chorus);
        OpenAiModel model = server.model()) {
      ModelException failure = failure(model, LATE);

      server.awaitHangUp();
      assertThat(failure).isInstanceOf(PermanentModelException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.6\r\n",
        "HTTP/1.1 abc\r\n\r\n",
        RawServer.HEADERS + CHUNKED + "zz\r\n"
      })
  void aServerThatSpeaksNoHttpIsHungUp(String words) throws Exception {
    try (RawServer server = RawServer.saying(words);
        OpenAiModel model = server.model()) {
      ModelException failure = failure(model, LATE);
      server.awaitHangUp();
      assertThat(failure).isInstanceOf(TransientModelException.class);
    }
  }

  private static ModelException failure(OpenAiModel model, Duration timeout) {
    return catchThrowableOfType(
        ModelException.class,
        () ->
            model.complete(
                new CompletionRequest(
                    Prompt.of("What is 6 · 7?"), Sampling.greedy(), 128, timeout)));
  }
}
