// SPDX-License-Identifier: Apache-2.0
package dev.assay.critic;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Topic;
import dev.assay.embedded.servers.EmbeddedKafka;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service alone, as one file, with a model on a server: what a GPU cluster would run. */
class PackagedIT {

  private static final long MOST_BYTES = 90_000_000;
  private static final String REPLY =
      """
      {"choices": [{"message": {"role": "assistant", "content": "All is well.\\n\\\\box{STEP-1}"},
        "finish_reason": "stop"}], "usage": {"prompt_tokens": 7, "completion_tokens": 5}}
      """;

  @TempDir private Path folder;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          byte[] reply = REPLY.getBytes(StandardCharsets.UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, reply.length);
          exchange.getResponseBody().write(reply);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void itIsSmallAndCarriesNoWeightsAndNothingToRunThem() throws IOException {
    Path program = CriticProcess.program();

    assertThat(Files.size(program)).isLessThan(MOST_BYTES);
    try (InputStream in = Files.newInputStream(program)) {
      assertThat(entries(in))
          .anyMatch(name -> name.startsWith("dev/assay/model/openai/"))
          .anyMatch(name -> name.startsWith("dev/assay/embedded/grammar/"))
          .noneMatch(name -> name.contains("tensorflow") || name.contains("djl"))
          .noneMatch(name -> name.startsWith("dev/assay/embedded/model/"))
          .noneMatch(name -> name.endsWith(".safetensors"));
    }
  }

  /** The names in a zip, and in the jars within it. */
  private static List<String> entries(InputStream in) throws IOException {
    List<String> names = new ArrayList<>();
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      names.add(entry.getName());
      if (entry.getName().endsWith(".jar")) {
        names.addAll(entries(zip));
      }
    }
    return names;
  }

  @Test
  void itCriticisesWithAModelOnAServer() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder);
        CriticProcess process =
            new CriticProcess(folder.resolve("critic.txt"), kafka, server.getAddress().getPort())) {
      CriticProcess.ask(kafka);

      Criticised criticised = (Criticised) process.first(Topic.CRITIQUES);

      assertThat(criticised.model()).isEqualTo("some-model");
      assertThat(criticised.critique()).isInstanceOf(Sound.class);
      assertThat(criticised.spend().step().calls()).isEqualTo(1);
    }
  }
}
