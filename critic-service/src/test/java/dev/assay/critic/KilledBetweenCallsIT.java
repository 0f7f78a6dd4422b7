// SPDX-License-Identifier: Apache-2.0
package dev.assay.critic;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Topic;
import dev.assay.embedded.servers.EmbeddedKafka;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that is killed while its second call runs: the first is not bought again. */
class KilledBetweenCallsIT {

  private static final Pattern SEED = Pattern.compile("\"seed\":\\s*([0-9]+)");
  private static final String UNREADABLE = "I have no idea.";
  private static final String SOUND = "All is well.\\n\\\\box{STEP-1}";

  private final List<String> seeds = new CopyOnWriteArrayList<>();
  private final CountDownLatch second = new CountDownLatch(1);
  private final CountDownLatch killed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @TempDir private Path folder;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1/chat/completions", this::complete);
    server.start();
  }

  @AfterEach
  void stop() {
    killed.countDown();
    server.stop(0);
    threads.close();
  }

  /**
   * Says nothing readable at first, and nothing at all to the second call until its caller died.
   */
  private void complete(HttpExchange exchange) throws IOException {
    String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher seed = SEED.matcher(asked);
    assertThat(seed.find()).isTrue();
    seeds.add(seed.group(1));
    boolean first = seed.group(1).equals(seeds.getFirst());
    if (!first) {
      second.countDown();
      await(killed);
    }
    reply(exchange, first ? UNREADABLE : SOUND);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void reply(HttpExchange exchange, String text) throws IOException {
    byte[] reply =
        """
        {"choices": [{"message": {"role": "assistant", "content": "%s"},
          "finish_reason": "stop"}], "usage": {"prompt_tokens": 7, "completion_tokens": 5}}
        """
            .formatted(text)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, reply.length);
    exchange.getResponseBody().write(reply);
    exchange.close();
  }

  @Test
  void whoeverComesNextMakesTheSecondCallAlone() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
      try (CriticProcess before = process("before.txt", kafka)) {
        CriticProcess.ask(kafka);
        assertThat(second.await(2, TimeUnit.MINUTES)).as(before.lastWords()).isTrue();
        before.kill();
      }
      killed.countDown();
      try (CriticProcess next = process("next.txt", kafka)) {
        Criticised criticised = (Criticised) next.first(Topic.CRITIQUES);

        assertThat(criticised.critique()).isInstanceOf(Sound.class);
        assertThat(criticised.spend().step().calls()).isEqualTo(2);
        assertThat(criticised.spend().step().completionTokens()).isEqualTo(10);
      }
    }
    assertThat(seeds).hasSize(3);
    assertThat(seeds.subList(1, 3)).containsOnly(seeds.getLast()).doesNotContain(seeds.getFirst());
  }

  private CriticProcess process(String log, EmbeddedKafka kafka) throws IOException {
    return new CriticProcess(folder.resolve(log), kafka, server.getAddress().getPort());
  }
}
