// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.openai.OpenAiModel;
import dev.assay.model.openai.OpenAiSettings;
import dev.assay.prompts.CriticisingProtocol;
import dev.assay.prompts.Protocols;
import dev.assay.prompts.SolvingProtocol;
import dev.assay.prompts.VerifyingProtocol;
import dev.assay.roles.Finding;
import dev.assay.roles.Role;
import dev.assay.roles.Terms;
import dev.assay.testing.ProblemFixture;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The server alone, as one file and a folder of weights: what a deployment would run. */
@Timeout(120)
class ModelServerIT {

  private static final Path WEIGHTS = Path.of("../model/weights");
  private static final Pattern SERVES = Pattern.compile("serves (.*) on port (\\d+)");

  @TempDir private Path folder;

  @Test
  void rolesAskItInTheCompactStyleAndGetTheSameForTheSameSeeds() throws Exception {
    Process process = start(WEIGHTS.toString());
    try {
      Matcher line = serving(process);
      assertThat(line.group(1)).isEqualTo("critic, generator, verifier");
      URI url = URI.create("http://127.0.0.1:" + line.group(2) + "/v1");

      List<Finding<?>> first = draws(url);

      assertThat(first).allSatisfy(each -> assertThat(each.value()).isPresent());
      assertThat(first).extracting(Finding::by).containsExactly("generator", "critic", "verifier");
      assertThat(first)
          .allSatisfy(each -> assertThat(each.usage().completionTokens()).isPositive());
      assertThat(draws(url))
          .map(ModelServerIT::drawn)
          .isEqualTo(first.stream().map(ModelServerIT::drawn).toList());
    } finally {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(lines()).as("what it says of a day without trouble").hasSizeLessThan(4);
  }

  /** A solution, a critique and a verdict, each of its own weights. */
  private static List<Finding<?>> draws(URI url) {
    List<Finding<?>> drawn = new ArrayList<>();
    Terms terms = new Terms(Instant.now().plusSeconds(60), true);
    try (OpenAiModel generator = model(url, "generator");
        OpenAiModel critic = model(url, "critic");
        OpenAiModel verifier = model(url, "verifier")) {
      var wrong = ProblemFixture.solution(0, ProblemFixture.WRONG);
      String question = ProblemFixture.QUESTION;
      drawn.add(
          role(generator)
              .ask(role(generator).able(SolvingProtocol.class).solve(question), "1", terms));
      drawn.add(
          role(critic)
              .ask(
                  role(critic).able(CriticisingProtocol.class).criticise(question, wrong),
                  "2",
                  terms));
      drawn.add(
          role(verifier)
              .ask(
                  role(verifier).able(VerifyingProtocol.class).verify(question, wrong),
                  "3",
                  terms));
    }
    return drawn;
  }

  /** All but the time that it took. */
  private static List<Object> drawn(Finding<?> finding) {
    return List.of(finding.reading(), finding.reply(), finding.tokens());
  }

  /** What is learnt of the verifier's weights in a worker's own process holds for them here. */
  @Test
  void theVerifierIsTheOneThatWasCalibrated() throws IOException {
    String calibrated =
        JsonMapper.shared()
            .readTree(Files.readString(WEIGHTS.resolve("verifier/calibration.json")))
            .path("verifier")
            .asString();

    try (OpenAiModel verifier = model(URI.create("http://127.0.0.1:1/v1"), "verifier")) {
      assertThat(role(verifier).version()).isEqualTo(calibrated);
    }
  }

  @Test
  void withoutWeightsItEndsWithOneLine() throws Exception {
    Process process = start("no/such/folder");

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(lines())
        .singleElement()
        .asString()
        .contains("no/such/folder: no such folder", "ASSAY_MODELS");
  }

  private static OpenAiModel model(URI url, String name) {
    return new OpenAiModel(new OpenAiSettings(url, name, null));
  }

  private static Role role(OpenAiModel model) {
    return new Role(
        model,
        Protocols.named("compact"),
        0.7,
        1,
        256,
        Duration.ofSeconds(30),
        InstantSource.system());
  }

  private Process start(String models) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                program().toString())
            .redirectError(folder.resolve("native.txt").toFile())
            .redirectOutput(folder.resolve("server.txt").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ASSAY_"));
    builder.environment().putAll(Map.of("ASSAY_MODELS", models, "ASSAY_PORT", "0"));
    return builder.start();
  }

  /** The line that says that it is ready. */
  private Matcher serving(Process process) throws IOException, InterruptedException {
    while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
      Matcher line = SERVES.matcher(Files.readString(folder.resolve("server.txt")));
      if (line.find()) {
        return line;
      }
    }
    throw new AssertionError(
        "it ended: " + lines() + Files.readString(folder.resolve("native.txt")));
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(folder.resolve("server.txt"));
  }

  private static Path program() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files.filter(each -> each.toString().endsWith("-exec.jar")).findFirst().orElseThrow();
    }
  }
}
