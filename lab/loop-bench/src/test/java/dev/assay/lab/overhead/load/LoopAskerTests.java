// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.assay.contracts.Json;
import dev.assay.lab.overhead.ideal.AskedProblem;
import dev.assay.lab.overhead.ideal.GridShape;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LoopAskerTests {

  private final List<String> asked = new CopyOnWriteArrayList<>();

  @Test
  void allOfNAndMIsAskedForAndABusyServerIsAskedAgain() throws Exception {
    HttpServer gateway =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/v1/chat/completions",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(asked.size() == 1 ? 503 : 200, -1);
          exchange.close();
        });
    gateway.start();
    URI url = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
    try (LoopAsker loop = new LoopAsker(url, 200)) {
      LoadRun.Result result =
          LoadRun.of(List.of(new AskedProblem(4, new GridShape(3, 2), 0)), 1, loop);

      assertThat(result.failed()).as(result.why()).isZero();
      assertThat(result.refusals()).isEqualTo(1);
    } finally {
      gateway.stop(0);
    }

    JsonNode body = Json.mapper().readTree(asked.getLast());
    assertThat(asked).hasSize(2);
    assertThat(body.path("messages").path(0).path("content").asString())
        .startsWith("What is 104 + 25?")
        .hasSizeGreaterThanOrEqualTo(200);
    assertThat(body.path("assay").path("attempts").asInt()).isEqualTo(3);
    assertThat(body.path("assay").path("verifications").asInt()).isEqualTo(2);
    assertThat(body.path("assay").path("revisions").asInt(-1)).isZero();
    assertThat(body.path("assay").path("stopping").asString()).isEqualTo("fixed");
  }
}
