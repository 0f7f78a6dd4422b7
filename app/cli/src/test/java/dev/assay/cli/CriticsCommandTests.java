// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.assay.contracts.Json;
import dev.assay.embedded.model.examples.ArithmeticProblem;
import dev.assay.embedded.model.examples.Derivation;
import dev.assay.lab.draws.StudyRole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CriticsCommandTests {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  private static final String CHAT = "/v1/chat/completions";
  private static final Map<String, String> EMBEDDED =
      Map.of("ASSAY_MODELS", "../../embedded/model/weights");

  private final PrintStream usualOut = System.out;
  private final PrintStream usualErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setOut(usualOut);
    System.setErr(usualErr);
  }

  private static Map<String, String> served() {
    return Map.of("ASSAY_MODEL_URL", SERVER.baseUrl() + "/v1", "ASSAY_MODEL_NAME", "some-critic");
  }

  private static void replies(String content) {
    SERVER.stubFor(
        post(CHAT)
            .willReturn(
                okJson(
                    """
                    {"model": "some-critic", "usage": {"prompt_tokens": 50, "completion_tokens": 7},
                     "choices": [{"finish_reason": "stop",
                                  "message": {"role": "assistant", "content": "%s"}}]}
                    """
                        .formatted(content))));
  }

  private void words() throws IOException {
    data(
        """
        {"id": "a", "problem": "Is it far?", "steps": ["It is.", "So it is."], "label": 1}
        {"id": "b", "problem": "Is it near?", "steps": ["It is not.", "So it is not."], "label": -1}
        """);
  }

  private void data(String rows) throws IOException {
    Files.writeString(folder.resolve("mine.jsonl"), rows);
  }

  private int run(Map<String, String> settings, String... options) {
    List<String> all = new ArrayList<>(List.of("--data", folder + "/mine.jsonl", "--role"));
    all.addAll(List.of(options));
    if (!all.contains("--out")) {
      all.addAll(List.of("--out", folder + "/judged.jsonl"));
    }
    return Assay.line(new CriticsCommand((service, _, _) -> StudyRole.of(service, settings)))
        .execute(all.toArray(String[]::new));
  }

  private String said() {
    String said = err.toString(StandardCharsets.UTF_8);
    assertThat(said).doesNotContain("\tat ");
    return said;
  }

  @Test
  void aModelOnAServerIsScored() throws IOException {
    words();
    replies("The second step is wrong. \\\\box{STEP1}");

    assertThat(run(served(), "critic")).isZero();

    SERVER.verify(
        2, postRequestedFor(urlEqualTo(CHAT)).withRequestBody(matchingJsonPath("$.seed")));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("some-critic (on a server), general", "100.0 [100.0, 100.0]", "report.html");
    List<String> lines = Files.readAllLines(folder.resolve("judged.jsonl"));
    assertThat(lines).hasSize(3);
    JsonNode asked = Json.mapper().readTree(lines.getFirst());
    assertThat(asked.path("role").asString()).isEqualTo("critic");
    assertThat(asked.path("model").asString()).contains("temperature 0.7");
    assertThat(asked.path("version").asString()).startsWith("some-critic/general");
    assertThat(Json.mapper().readTree(lines.get(1)).path("usage").path("completion_tokens").asInt())
        .isEqualTo(7);
    assertThat(folder.resolve("judged/critics.svg")).content().startsWith("<svg");
    assertThat(folder.resolve("judged/report.html")).content().contains("ProcessBench");
  }

  @Test
  void aSecondRunAsksForWhatIsMissingOnly() throws IOException {
    words();
    replies("All is well. \\\\box{STEP-1}");
    assertThat(run(served(), "critic", "--limit", "1")).isZero();
    assertThat(run(served(), "critic")).isZero();
    assertThat(run(served(), "critic")).isZero();
    SERVER.verify(2, postRequestedFor(urlEqualTo(CHAT)));

    assertThat(run(served(), "verifier")).isEqualTo(2);

    assertThat(said()).contains("role critic (expected: verifier)", "choose another --out");
    SERVER.verify(2, postRequestedFor(urlEqualTo(CHAT)));
  }

  @Test
  void aServerThatRefusesEverythingEndsTheRun() throws IOException {
    words();
    SERVER.stubFor(post(CHAT).willReturn(aResponse().withStatus(401)));

    assertThat(run(served(), "critic", "--votes", "8")).isEqualTo(1);

    assertThat(said())
        .contains("8 requests in a row brought no reply", "401")
        .contains("the same command goes on with it");
  }

  /** Right lines, and the same with a slip in the third: the embedded critic tells them apart. */
  @Test
  void theEmbeddedCriticReadsItsOwnLanguage() throws IOException {
    String question = "((1 + 2 + 3 + 4) + (1 + 1 + 1 + 1)) =";
    List<String> right = Derivation.of(ArithmeticProblem.parse(question));
    List<String> wrong = new ArrayList<>(right);
    wrong.set(2, wrong.get(2) + "1");
    data(row("right", question, right, -1) + row("wrong", question, wrong, 2) + far());

    assertThat(run(EMBEDDED, "critic", "--votes", "2")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("1 more solutions are of problems", "compact", "maj@2")
        .containsPattern("mine +maj@2 +100.0 \\[[^]]*\\] +100.0 \\[[^]]*\\] +100.0");
  }

  private static String far() {
    return "{\"problem\": \"Is it far?\", \"steps\": [\"It is.\"], \"label\": 0}\n";
  }

  private static String row(String id, String question, List<String> lines, int label) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(line.startsWith("#") ? "" : (char) ('a' + lines.indexOf(line))).append(line);
    }
    return Json.mapper()
            .writeValueAsString(
                Map.of("id", id, "problem", question, "steps", lines, "text", text, "label", label))
        + "\n";
  }

  @Test
  void whatCannotBeDoneIsSaidAtOnce() throws IOException {
    words();

    assertThat(run(served(), "critic", "--votes", "0")).isEqualTo(2);
    assertThat(run(served(), "critic", "--limit", "0")).isEqualTo(2);
    assertThat(run(served(), "critic", "--out", folder + "/judged.txt")).isEqualTo(2);
    assertThat(run(served(), "critic", "--only", "other")).isEqualTo(2);
    assertThat(run(EMBEDDED, "critic")).isEqualTo(2);
    assertThat(said())
        .contains("--votes: 0 (expected: 1 to 64)", "--limit: 0 (expected: >= 1)")
        .contains("judged.txt (expected: a file whose name ends in .jsonl)")
        .contains("--only: other (expected: mine)")
        .contains("cannot ask about any of 2 problems");
  }

  @Test
  void severalJudgementsAreDrawnAsVotes() throws IOException {
    words();
    replies("All is well. \\\\box{STEP-1}");
    List<Boolean> asked = new ArrayList<>();

    for (String votes : List.of("1", "2")) {
      String[] options = {
        "--data",
        folder + "/mine.jsonl",
        "--role",
        "critic",
        "--votes",
        votes,
        "--out",
        folder + "/judged.jsonl"
      };
      CriticsCommand command =
          new CriticsCommand(
              (service, several, _) -> {
                asked.add(several);
                return StudyRole.of(service, served());
              });
      assertThat(Assay.line(command).execute(options)).isZero();
    }

    assertThat(asked).containsExactly(false, true);
  }

  @Test
  void greedyVotesAreOneVote() throws IOException {
    words();

    assertThat(
            Assay.line(
                    new CriticsCommand(
                        (service, _, _) ->
                            StudyRole.of(
                                service,
                                Map.of(
                                    "ASSAY_MODEL_URL",
                                    SERVER.baseUrl() + "/v1",
                                    "ASSAY_MODEL_NAME",
                                    "m",
                                    "assay.role.temperature",
                                    "0"))))
                .execute(
                    "--data",
                    folder + "/mine.jsonl",
                    "--role",
                    "critic",
                    "--votes",
                    "2",
                    "--out",
                    folder + "/judged.jsonl"))
        .isEqualTo(2);
    assertThat(said()).contains("--votes: 2 of a model whose temperature is 0");
  }
}
