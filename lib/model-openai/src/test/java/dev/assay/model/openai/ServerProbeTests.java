// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be told of a server before it is asked for anything. */
class ServerProbeTests {

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private volatile int status = 200;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization"));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theListOfModelsIsAskedForWithTheKey() {
    assertThat(trouble()).isEmpty();
    assertThat(asked).containsExactly("GET /v1/models Bearer k3y");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 400, 403, 404, 405, 429})
  void aServerWithoutSuchAListIsTakenToBeWell(int status) {
    this.status = status;

    assertThat(trouble()).isEmpty();
  }

  @Test
  void aRefusedKeyIsTold() {
    status = 401;

    assertThat(trouble())
        .contains(
            "model m at %s refuses the key: HTTP 401 (expected: the key of ASSAY_MODEL_API_KEY)"
                .formatted(url()));
  }

  @Test
  void aServerThatIsStillLoadingIsTold() {
    status = 503;

    assertThat(trouble())
        .contains(
            "model m at %s is not ready: HTTP 503 (expected: a server that has loaded its model; wait for it)"
                .formatted(url()));
  }

  @Test
  void aServerThatIsAwayIsTold() {
    String url = url();
    server.stop(0);

    assertThat(trouble(url).orElseThrow())
        .startsWith("model m at " + url + " does not answer: connection refused")
        .endsWith("(expected: a server at ASSAY_MODEL_URL; start it, or name another)");
  }

  private Optional<String> trouble() {
    return trouble(url());
  }

  private static Optional<String> trouble(String url) {
    try (OpenAiModel model = new OpenAiModel(new OpenAiSettings(URI.create(url), "m", "k3y"))) {
      return model.trouble();
    }
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }
}
