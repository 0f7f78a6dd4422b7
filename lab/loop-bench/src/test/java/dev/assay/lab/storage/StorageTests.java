// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.contracts.Json;
import dev.assay.lab.report.TextReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StorageTests {

  @Test
  void aShapeIsReadAndNonsenseIsSaidToBe() {
    assertThat(StorageShape.of("8x4", 200)).isEqualTo(new StorageShape(8, 4, 200));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StorageShape.of("8*4", 200))
        .withMessage("8*4 (expected: attempts and verifications, such as 8x4)");
  }

  @Test
  void textHasItsLengthAndIsDrawnBySeed() {
    assertThat(SampleText.of(1000, 7)).hasSize(1000).isEqualTo(SampleText.of(1000, 7));
    assertThat(SampleText.of(1000, 7)).isNotEqualTo(SampleText.of(1000, 8));
  }

  @Test
  void whatHasGrownIsSharedByTheProblems() {
    assertThat(
            StorageSample.grown(
                Map.of("event", 8192L, "problem", 4096L),
                Map.of("event", 24_576L, "problem", 4096L, "verdict", 8192L),
                2))
        .containsExactly(Map.entry("event", 8192L), Map.entry("verdict", 4096L));
  }

  @Test
  void theTablesShowEveryPart() {
    StorageSample sample =
        new StorageSample(
            new StorageShape(8, 4, 4000),
            new TreeMap<>(Map.of("gateway.event", 55_300L)),
            new TreeMap<>(Map.of("solutions", 26_600L, "verdicts", 13_300L)),
            232_600);

    assertThat(String.join("\n", TextReport.lines(StorageFindings.of(List.of(sample)))))
        .containsPattern("8x4 +4\\.0 +55\\.3 +39\\.9 +232\\.6")
        .containsPattern("solutions +26\\.6");
  }

  @Test
  void theModelSolvesInRepliesOfTheStatedLengthAndFindsEverythingRight() throws Exception {
    try (PlainModel model = new PlainModel(800)) {
      assertThat(ask(model, "How much?")).hasSizeBetween(800, 900).endsWith("\\boxed{4}.");
      assertThat(ask(model, "Judge whether it is right")).startsWith("\\box{STEP-1}");
      assertThat(ask(model, "Find the first step")).contains("Suggestion: none");
    }
  }

  private static String ask(PlainModel model, String prompt)
      throws IOException, InterruptedException {
    String body =
        Json.mapper()
            .writeValueAsString(
                Map.of("messages", List.of(Map.of("role", "user", "content", prompt))));
    try (HttpClient client = HttpClient.newHttpClient()) {
      String reply =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(model.url() + "/chat/completions"))
                      .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      return Json.mapper().readTree(reply).at("/choices/0/message/content").asString();
    }
  }
}
