// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import static dev.assay.roles.AskingFixture.asking;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.contracts.CallFailure;
import dev.assay.contracts.Usage;
import dev.assay.model.Model;
import dev.assay.model.ModelException;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Spent;
import dev.assay.model.TransientModelException;
import dev.assay.model.openai.OpenAiModel;
import dev.assay.model.openai.OpenAiSettings;
import dev.assay.prompts.general.GeneralProtocol;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the server counts as bought is on the bills, whether the asking succeeds or not. */
@Timeout(60)
class RoleBillTests {

  private static final Terms TERMS = Terms.of(ProblemFixture.problem());

  /** Of every reply that says what it cost. */
  private static final int READ = 11;

  private static final int WRITTEN = 3;

  private enum Reply {
    READABLE(200, says("\"42\"", "stop"), true),
    UNREADABLE(200, says("\"hm\"", "stop"), true),
    EMPTY(200, says("\"\"", "stop"), true),
    NO_CONTENT(200, says("null", "stop"), true),
    PARTS(200, says("[{\"type\": \"text\"}]", "stop"), true),
    WITHHELD(200, says("\"4\"", "content_filter"), true),
    CUT_OFF_THINKING(200, says("null", "length"), true),
    TOO_LONG(200, says("\"" + "x".repeat(100_000) + "\"", "stop"), true),
    BROKEN(200, "{\"choices\": [{\"mess", false),
    UNCOUNTED(200, "{\"choices\": [{\"message\": {\"content\": \"42\"}}]}", false),
    REFUSED(400, "no", false),
    BUSY(429, "wait", false),
    AWAY(503, "gone", false),
    /** Until the caller, who is told to, hangs up. */
    STALLED(0, "", false);

    private final int status;
    private final String body;
    private final boolean counted;

    Reply(int status, String body, boolean counted) {
      this.status = status;
      this.body = body;
      this.counted = counted;
    }

    private static String says(String content, String finish) {
      return """
      {"choices": [{"message": {"content": %s}, "finish_reason": "%s"}],
       "usage": {"prompt_tokens": %d, "completion_tokens": %d}}
      """
          .formatted(content, finish, READ, WRITTEN);
    }

    private Usage bought() {
      boolean bought = status == 200 || this == STALLED;
      return new Usage(bought ? 1 : 0, counted ? READ : 0, counted ? WRITTEN : 0, 0);
    }
  }

  @Test
  void theBillsAreWhatTheServerCounts() throws IOException {
    List<Reply> replies = new ArrayList<>();
    for (Reply reply : Reply.values()) {
      replies.addAll(Collections.nCopies(12, reply));
    }
    Collections.shuffle(replies, new Random(11));
    try (Server server = new Server(replies);
        OpenAiModel model = server.model()) {
      Role role = role(model);
      Usage billed = Usage.NONE;
      for (int i = 0; server.hasMore(); i++) {
        billed = billed.plus(bill(role, "s" + i));
      }

      assertThat(withoutTime(billed)).isEqualTo(server.bought());
      assertThat(billed.calls()).isGreaterThan(100);
    }
  }

  private static Usage bill(Role role, String subject) {
    try {
      return role.ask(asking("6*7=", RoleBillTests::number), subject, TERMS).usage();
    } catch (NoReplyException e) {
      return e.spent();
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void theFirstCallIsOnTheBillWhenTheSecondFails() {
    ModelException failure =
        new TransientModelException("the reply has no content", null, new Spent(1, 7, 5));
    Queue<String> replies = new ArrayDeque<>(List.of("hm"));
    ScriptedModel model =
        ScriptedModel.answering(
            _ -> Optional.ofNullable(replies.poll()).orElseThrow(() -> failure));

    NoReplyException none = failure(role(model));

    assertThat(none).isInstanceOf(CallFailure.class).hasCause(failure);
    assertThat(withoutTime(none.spent())).isEqualTo(new Usage(2, 4 + 7, 2 + 5, 0));
  }

  @Test
  void aCallThatNeverWasTakesNoTime() {
    NoReplyException none =
        failure(role(ScriptedModel.failing(new PermanentModelException("no such model"))));

    assertThat(none.spent()).isEqualTo(Usage.NONE);
  }

  @Test
  void aReplyThatIsTooLongIsNamedAndPaidAndNotAskedForAgain() {
    ScriptedModel model = ScriptedModel.answering(_ -> "x".repeat(65_537));

    NoReplyException none = failure(role(model));

    assertThat(none)
        .hasMessageStartingWith("the reply is longer than 65536 bytes (expected: ")
        .hasMessageContaining("assay.role.max-reply-bytes");
    assertThat(none.mayPass()).isFalse();
    assertThat(none.spent().completionTokens()).isEqualTo(65_537);
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void lengthIsCountedAsItTravels() {
    // Two bytes each of UTF-8, and of JSON.
    for (String twice : List.of("é", "\"", "\\")) {
      assertThat(ask(twice.repeat(32_768)).usage().calls()).isEqualTo(1);
      assertThat(failure(role(ScriptedModel.replying(twice.repeat(32_769)))))
          .hasMessageStartingWith("the reply is longer than 65536 bytes");
    }
  }

  @Test
  void thoughtsDoNotCount() {
    String thought = "<think>" + "hm ".repeat(60_000) + "</think>\n\n";

    assertThat(ask(thought + "42").reply()).endsWith("42");
  }

  private static Finding<String> ask(String reply) {
    return role(ScriptedModel.replying(reply)).ask(asking("6*7=", Optional::of), "s", TERMS);
  }

  private static NoReplyException failure(Role role) {
    return catchThrowableOfType(
        NoReplyException.class, () -> role.ask(asking("6*7=", RoleBillTests::number), "s", TERMS));
  }

  private static Optional<Integer> number(String reply) {
    return reply.equals("42") ? Optional.of(42) : Optional.empty();
  }

  private static Usage withoutTime(Usage usage) {
    return new Usage(usage.calls(), usage.promptTokens(), usage.completionTokens(), 0);
  }

  private static Role role(Model model) {
    return new Role(
        model,
        new GeneralProtocol(),
        0,
        1,
        262_144,
        Duration.ofSeconds(30),
        65_536,
        ProblemFixture.CLOCK);
  }

  /** Gives its replies in order and keeps count of what it would ask money for. */
  private static final class Server implements AutoCloseable {

    private final Thread asker = Thread.currentThread();
    private final Queue<Reply> left;
    private final List<Reply> given = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer http;

    private Server(List<Reply> replies) throws IOException {
      left = new ArrayDeque<>(replies);
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      http.createContext("/", this::answer);
      http.setExecutor(threads);
      http.start();
    }

    private OpenAiModel model() {
      URI url = URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/v1");
      return new OpenAiModel(new OpenAiSettings(url, "tiny", null));
    }

    private synchronized boolean hasMore() {
      return !left.isEmpty();
    }

    private synchronized Reply next() {
      Reply next = left.isEmpty() ? Reply.READABLE : left.remove();
      given.add(next);
      return next;
    }

    private void answer(HttpExchange exchange) throws IOException {
      exchange.getRequestBody().readAllBytes();
      Reply reply = next();
      if (reply == Reply.STALLED) {
        stall();
      } else {
        byte[] body = reply.body.getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status, body.length);
        exchange.getResponseBody().write(body);
      }
      exchange.close();
    }

    private void stall() {
      asker.interrupt();
      try {
        closing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private Usage bought() {
      return Stream.of(given.toArray(Reply[]::new))
          .map(Reply::bought)
          .reduce(Usage.NONE, Usage::plus);
    }

    @Override
    public void close() {
      closing.countDown();
      http.stop(0);
      threads.shutdown();
    }
  }
}
