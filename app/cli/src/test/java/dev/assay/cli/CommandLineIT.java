// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Json;
import dev.assay.testing.AnswerFixture;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command line as a process of its own: locales, closed outputs and signals are a process's.
 */
class CommandLineIT {

  private static final String ID = "00000000-0000-7000-8000-000000000001";
  private static final String QUESTION = "√16 × 4";

  @RegisterExtension
  static final WireMockExtension GATEWAY =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  @TempDir Path folder;

  @BeforeEach
  void gateway() {
    String id = "{\"id\": \"" + ID + "\"}";
    GATEWAY.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(202).withBody(id)));
    GATEWAY.stubFor(
        get("/v1/problems/00000000-0000-0000-0000-000000000000")
            .willReturn(
                aResponse()
                    .withStatus(404)
                    .withHeader("Content-Type", "application/problem+json")));
    GATEWAY.stubFor(post("/v1/problems").willReturn(aResponse().withStatus(202).withBody(id)));
    GATEWAY.stubFor(
        get("/v1/problems/" + ID)
            .willReturn(
                aResponse()
                    .withBody(
                        "{\"id\": \"%s\", \"answer\": %s}"
                            .formatted(
                                ID,
                                Json.mapper()
                                    .writeValueAsString(
                                        AnswerFixture.answer(Status.VERIFIED, "4π"))))));
  }

  @Test
  void withoutALocaleWordsKeepTheirLetters() throws Exception {
    Process process = start(folder.resolve("out").toFile(), "ask", QUESTION);

    assertThat(ended(process)).as(said()).isZero();
    GATEWAY.verify(
        postRequestedFor(urlEqualTo("/v1/problems"))
            .withRequestBody(matchingJsonPath("$.question", equalTo(QUESTION))));
    assertThat(said()).startsWith("answer   4π\n");
  }

  @Test
  void anAnswerThatCannotBeWrittenIsAFailure() throws Exception {
    Process process = start(new File("/dev/full"), "ask", QUESTION);

    assertThat(ended(process)).isEqualTo(1);
    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("assay: standard output cannot be written");
  }

  @Test
  void anInterruptCancelsTheProblem() throws Exception {
    GATEWAY.stubFor(
        get("/v1/problems/" + ID).willReturn(aResponse().withBody("{\"id\": \"" + ID + "\"}")));
    Process process = start(folder.resolve("out").toFile(), "ask", QUESTION);
    try (var errors = process.errorReader(StandardCharsets.UTF_8)) {
      assertThat(errors.readLine()).startsWith("drafted 0/0");

      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();

      assertThat(errors.readLine()).contains("problem " + ID + " is cancelled");
    }
    assertThat(ended(process)).isEqualTo(130);
    GATEWAY.verify(1, deleteRequestedFor(urlEqualTo("/v1/problems/" + ID)));
  }

  private Process start(File out, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Assay.class.getName()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--url", GATEWAY.baseUrl()));
    Path shell = Files.writeString(folder.resolve("run.sh"), script(command));
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", shell.toString()).redirectOutput(out);
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }

  /** In a file, because this process may be the one that has no letters. */
  private static String script(List<String> command) {
    return "exec '" + String.join("' '", command) + "'\n";
  }

  private static int ended(Process process) throws InterruptedException {
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("out"));
  }
}
