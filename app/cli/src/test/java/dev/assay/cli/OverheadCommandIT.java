// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Json;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A few problems of each load, through a system of its own; how long they take is not tested. */
class OverheadCommandIT {

  @TempDir Path folder;

  @Test
  void everyLoadIsAnsweredByAsManyCallsAsItTakes() {
    Path out = folder.resolve("overhead.json");
    String[] asked =
        Stream.of(
                "--shapes 1x1,2x3 --in-flight 2 --problems 4 --first 2 --warm-up 2 --latency 5",
                "--streamed --mixed --mixed-problems 6 --slow 200ms --hang 400ms --large 2x2",
                "--question 300 --out " + out)
            .flatMap(each -> Stream.of(each.split(" ")))
            .toArray(String[]::new);

    int code = Assay.line(new OverheadCommand()).execute(asked);

    assertThat(code).isZero();
    JsonNode report = Json.mapper().readTree(out.toFile()).path("report");
    assertThat(report.path("rows")).hasSize(3);
    for (JsonNode row : report.path("rows")) {
      assertThat(row.path("loop").path("problems")).isEqualTo(row.path("load").path("problems"));
      assertThat(row.path("bare").path("problems")).isEqualTo(row.path("load").path("problems"));
      assertThat(row.path("cost").path("processor").path("services").asDouble()).isPositive();
    }
    assertThat(report.path("rows").path(1).path("bought").path("calls").asInt()).isEqualTo(4 * 3);
    assertThat(report.path("rows").path(2).path("bought").path("calls").asInt()).isEqualTo(4 * 10);
    assertThat(report.path("mixed")).hasSize(6);
    for (JsonNode row : report.path("mixed")) {
      assertThat(row.path("bought").path("calls")).isEqualTo(row.path("calls"));
    }
  }
}
