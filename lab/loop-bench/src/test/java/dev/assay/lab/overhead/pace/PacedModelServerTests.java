// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lab.overhead.LoadFigures;
import dev.assay.lab.overhead.ideal.AskedProblem;
import dev.assay.lab.overhead.ideal.CallPace;
import dev.assay.lab.overhead.ideal.GridShape;
import dev.assay.lab.overhead.load.BareAsker;
import dev.assay.lab.overhead.load.LoadRun;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacedModelServerTests {

  @Test
  void aProcessOfItsOwnMakesEveryCallOfALoad(@TempDir Path folder) {
    List<AskedProblem> problems =
        IntStream.range(0, 5)
            .mapToObj(number -> new AskedProblem(number, new GridShape(2, 3), 0))
            .toList();
    try (ModelProcess model = ModelProcess.start(folder, 0);
        BareAsker bare = new BareAsker(model.calls(), true)) {
      model.pace(CallPace.even(5, 2, 10));

      LoadRun.Result result = LoadRun.of(problems, 3, bare);

      assertThat(result.failed()).as(result.why()).isZero();
      assertThat(model.counts().calls()).isEqualTo(50);
      assertThat(model.counts().brokenOff()).isZero();
      LoadFigures figures = LoadFigures.of(result.spans());
      // No clock is tested: it cannot be faster than its model.
      assertThat(figures.p50()).isGreaterThanOrEqualTo(15);
      assertThat(figures.makespan()).isGreaterThanOrEqualTo(125);
    }
  }

  @Test
  void aStreamComesInPiecesAndEndsWithItsBill() throws Exception {
    try (PacedModelServer server = new PacedModelServer(0);
        HttpClient http = HttpClient.newHttpClient()) {
      URI base = URI.create("http://127.0.0.1:" + server.port());
      String pace =
          """
          {"millis": 1, "slots": 0, "chunks": 4, "slow_millis": 1, "slow_share": 0, "seed": 0,
           "hung": -1, "hung_millis": 0}
          """;
      http.send(
          HttpRequest.newBuilder(base.resolve("/pace")).PUT(BodyPublishers.ofString(pace)).build(),
          BodyHandlers.discarding());
      String asked =
          """
          {"stream": true, "messages": [{"role": "user", "content": "item-1"}]}
          """;

      String said =
          http.send(
                  HttpRequest.newBuilder(base.resolve("/v1/chat/completions"))
                      .POST(BodyPublishers.ofString(asked))
                      .build(),
                  BodyHandlers.ofString())
              .body();

      assertThat(said.lines().filter(line -> line.contains("delta"))).hasSize(4);
      assertThat(said).contains("finish_reason", "usage").endsWith("data: [DONE]\n\n");
    }
  }

  @Test
  void whatItIsToTakeAlongEndsWithIt(@TempDir Path folder) throws Exception {
    Process other = new ProcessBuilder("sleep", "1000").start();
    try {
      try (ModelProcess model = ModelProcess.start(folder, 0)) {
        model.takeAlong(other.pid());
        assertThat(other.isAlive()).isTrue();
      }
      assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void whatIsNotAnsweredIsCounted() {
    URI nowhere = URI.create("http://127.0.0.1:1/v1/chat/completions");
    try (BareAsker bare = new BareAsker(nowhere, false)) {
      LoadRun.Result result =
          LoadRun.of(List.of(new AskedProblem(0, new GridShape(1, 1), 0)), 1, bare);

      assertThat(result.failed()).isEqualTo(1);
      assertThat(result.why()).contains("no answer from " + nowhere);
      assertThat(LoadFigures.of(result.spans()).p50()).isNaN();
    }
  }
}
