// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Commands that are told of models on a server by nothing but the environment. */
class ServedModelsIT {

  private static final String QUESTION =
      "Natalia sold clips to 48 of her friends in April, and half as many in May."
          + " How many in all?";

  private static final String CHAT = "/v1/chat/completions";

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(options().dynamicPort().globalTemplating(true))
          .build();

  @TempDir Path folder;

  @BeforeEach
  void models() {
    SERVER.stubFor(
        get("/v1/models")
            .willReturn(
                aResponse().withBody("{\"data\": [{\"id\": \"big\"}, {\"id\": \"judge\"}]}")));
    // No two alike: copies would count as one.
    says(
        "big",
        "Draw {{randomInt}}: in May it was 48 / 2 = 24.\\n\\nIn all 48 + 24 = 72, so \\\\boxed{72}.");
    says("judge", "Each step holds.\\n\\\\box{STEP-1}");
  }

  private static void says(String model, String text) {
    String event =
        """
        data: {"choices": [{"index": 0, "delta": {"content": "%s"}, "finish_reason": "stop"}],\
         "usage": {"prompt_tokens": 50, "completion_tokens": 20}}

        data: [DONE]

        """
            .formatted(text);
    SERVER.stubFor(
        post(CHAT)
            .withRequestBody(matchingJsonPath("$.model", equalTo(model)))
            .willReturn(
                aResponse().withHeader("Content-Type", "text/event-stream").withBody(event)));
  }

  @Test
  void aQuestionIsAnsweredByThem() throws Exception {
    int code = run("ask", "--data", folder.resolve("data").toString(), QUESTION);

    assertThat(code).as(said()).isZero();
    assertThat(said()).contains("answer   72\n").contains("verifier: judge at " + url());
    SERVER.verify(
        moreThanOrExactly(1),
        postRequestedFor(urlEqualTo(CHAT))
            .withRequestBody(matchingJsonPath("$.model", equalTo("judge"))));
  }

  @Test
  void theyAreListed() throws Exception {
    int code = run("models", "--data", folder.resolve("data").toString());

    assertThat(code).as(said()).isZero();
    assertThat(said())
        .contains("big at " + url() + ", openai")
        .contains("judge at " + url())
        .contains("in protocol general: our own prompt")
        .contains("nothing known against it");
  }

  @Test
  void theyAreChecked() throws Exception {
    int code = run("models", "check");

    assertThat(code).as("a judge that says yes to all: " + said()).isEqualTo(1);
    assertThat(said())
        .contains("answers 72 to a simple problem")
        .contains("FAULT")
        .contains("ASSAY_CRITIC_PROTOCOL")
        .contains("ASSAY_VERIFIER_PROTOCOL")
        .containsPattern("\\d+ calls, \\d+ tokens; 2 faults");
  }

  private static String url() {
    return SERVER.baseUrl() + "/v1";
  }

  private int run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Assay.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ASSAY_"));
    builder
        .environment()
        .putAll(
            Map.of(
                "COLUMNS", "400",
                "ASSAY_MODEL_URL", url(),
                "ASSAY_MODEL_NAME", "big",
                "ASSAY_CRITIC_MODEL", "judge",
                "ASSAY_REFINE_MODEL", "big",
                "ASSAY_VERIFIER_MODEL", "judge"));
    Process process = builder.start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private String said() throws IOException {
    Path out = folder.resolve("out");
    return Files.exists(out) ? Files.readString(out) : "";
  }
}
