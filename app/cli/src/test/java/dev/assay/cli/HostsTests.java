// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.assay.standalone.ModelEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A server that happens to run where servers usually do, and a user who may mean another. */
class HostsTests {

  private static final Map<String, String> OTHER_MODELS =
      Map.of("ASSAY_MODEL_URL", "http://localhost:1/v1", "ASSAY_MODEL_NAME", "other");

  @RegisterExtension
  static final WireMockExtension USUAL =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Command(name = "choosing")
  static final class Choosing {

    @Mixin private ServerOptions server = new ServerOptions();
  }

  @BeforeEach
  void gateway() {
    USUAL.stubFor(
        get("/v1/problems/00000000-0000-0000-0000-000000000000")
            .willReturn(
                aResponse()
                    .withStatus(404)
                    .withHeader("Content-Type", "application/problem+json")));
    USUAL.stubFor(
        get("/actuator/info")
            .willReturn(aResponse().withBody("{\"assay\": {\"models\": \"these\"}}")));
  }

  @Test
  void whereNothingIsNamedItIsUsed() {
    assertThat(running(Map.of())).map(Host::url).contains(usual());
    assertThat(running(Map.of()).orElseThrow().models()).isEqualTo("these");
  }

  @Test
  void aFolderThatIsNamedIsNotItsOwn() {
    assertThat(running(Map.of(), "--data", folder.toString())).isEmpty();
  }

  @Test
  void modelsThatAreNamedAreNotItsOwn() {
    assertThat(running(OTHER_MODELS)).isEmpty();
    assertThat(said()).contains("not used: the server at " + usual(), "these");
  }

  @Test
  void theModelsThatItHasMayBeNamed() {
    USUAL.stubFor(
        get("/actuator/info")
            .willReturn(
                aResponse()
                    .withBody("{\"assay\": {\"models\": \"other at http://localhost:1/v1\"}}")));

    assertThat(running(OTHER_MODELS)).map(Host::url).contains(usual());
    assertThat(said()).isEmpty();
  }

  @Test
  void anAddressThatIsNamedIsUsedAndWhatIsNotUsedIsSaid() {
    assertThat(running(OTHER_MODELS, "--url", usual().toString())).isPresent();
    assertThat(said()).contains("not used: ASSAY_MODEL_URL, ASSAY_MODEL_NAME");
  }

  @Test
  void twoSystemsAreOneTooMany() {
    assertThatThrownBy(
            () -> running(Map.of(), "--url", usual().toString(), "--data", folder.toString()))
        .isInstanceOf(UsageException.class);
  }

  private Optional<Host> running(Map<String, String> variables, String... arguments) {
    Choosing choosing = new Choosing();
    Assay.line(choosing).parseArgs(arguments);
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    StatusLine status = new StatusLine(() -> err, false, () -> 80, InstantSource.system());
    return new Hosts(choosing.server, new ModelEnvironment(variables), usual(), status).running();
  }

  private static URI usual() {
    return URI.create(USUAL.baseUrl());
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
