// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelEnvironmentTests {

  private static final Path MODELS = Path.of("../../embedded/model/weights");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ASSAY_MODEL_URL=localhost:8000; ASSAY_MODEL_NAME=m | ASSAY_MODEL_URL: localhost:8000",
        "ASSAY_MODEL_URL=http://a b/v1; ASSAY_MODEL_NAME=m | ASSAY_MODEL_URL: http://a b/v1",
        "ASSAY_MODEL_URL=http://a:65536/v1; ASSAY_MODEL_NAME=m | ASSAY_MODEL_URL: http://a:65536/v1",
        "ASSAY_MODEL_URL=http://localhost:8000/v1 | ASSAY_MODEL_NAME: missing",
        "ASSAY_MODEL_URL=http://localhost/v1; ASSAY_MODEL_NAME=m; ASSAY_MODEL_API_KEY=a b"
            + " | ASSAY_MODEL_API_KEY: not shown",
        "ASSAY_MODEL_NAME=m | ASSAY_MODEL_NAME is set, and ASSAY_MODEL_URL is not",
        "ASSAY_STYLE=odd | ASSAY_STYLE: odd",
        "ASSAY_PROTOCOL=odd; ASSAY_STYLE=compact | ASSAY_PROTOCOL: odd",
        "ASSAY_CRITIC_PROTOCOL=odd | ASSAY_CRITIC_PROTOCOL: odd",
        "ASSAY_MODEL_NAM=m | ASSAY_MODEL_NAM: no such variable (expected: ASSAY_MODEL_NAME)",
        "ASSAY_MODEL_URI=http://a/v1 | ASSAY_MODEL_URI: no such variable (expected: ASSAY_MODEL_URL)",
        "ASAY_MODEL_URL=http://a/v1; ASSAY_MODEL=m"
            + " | ASSAY_MODEL: no such variable (expected: ASSAY_MODELS)",
        "ASSAY_CRITIC_TEMPERATURE=1"
            + " | ASSAY_CRITIC_TEMPERATURE: no such variable (expected: one of ASSAY_CRITIC_MODEL,",
        "ASSAY_MODEL_CALLS_STREEM=false"
            + " | ASSAY_MODEL_CALLS_STREEM: no such variable (expected: ASSAY_MODEL_CALLS_STREAM)",
        "ASSAY_MODEL_CALLS_CONSTRAINT=guidde"
            + " | ASSAY_MODEL_CALLS_CONSTRAINT: guidde (expected: one of none, structured_outputs,",
        "ASSAY_VERIFIER_URL=http://a/v1 | ASSAY_VERIFIER_MODEL: missing",
        "ASSAY_REFINE_MODEL=m | ASSAY_REFINE_MODEL is set, and ASSAY_REFINE_URL or ASSAY_MODEL_URL",
        "ASSAY_VERIFIER_URL=b/v1; ASSAY_VERIFIER_MODEL=m | ASSAY_VERIFIER_URL: b/v1",
        "ASSAY_GENERATOR_URL=http://a/v1; ASSAY_GENERATOR_MODEL=m"
            + " | the critic's protocol compact: the embedded model answers only",
        "ASSAY_MAX_TOKENS=many | ASSAY_MAX_TOKENS: many",
      })
  void aSlipIsToldByTheNameOfItsVariable(String variables, String trouble) {
    assertThat(environment(variables).trouble())
        .hasValueSatisfying(text -> assertThat(text).startsWith(trouble).contains("expected: "));
  }

  @Test
  void plainWordsAreNothingForTheEmbeddedModels() {
    assertThat(new ModelEnvironment(Map.of("ASSAY_STYLE", "general")).trouble())
        .hasValueSatisfying(
            text -> assertThat(text).startsWith("ASSAY_STYLE: general (expected: none"));
    assertThat(environment("ASSAY_STYLE=general").trouble())
        .as("other weights, which may read them")
        .isEmpty();
  }

  @Test
  void aFolderWithoutWeightsIsNoSetOfModels() {
    assertThat(new ModelEnvironment(Map.of("ASSAY_MODELS", folder.toString())).trouble())
        .hasValueSatisfying(text -> assertThat(text).contains("ASSAY_MODELS", "generator"));
    assertThat(new ModelEnvironment(Map.of("ASSAY_MODELS", MODELS.toString())).trouble()).isEmpty();
  }

  @Test
  void theModelsAreToldApart() {
    ModelEnvironment server =
        environment("ASSAY_MODEL_URL=http://localhost:1/v1; ASSAY_MODEL_NAME=m");

    assertThat(server.namesModels()).isTrue();
    assertThat(server.description()).isEqualTo("m at http://localhost:1/v1");
    assertThat(server.verifier()).isEqualTo("m/general/");
    assertThat(server.atStart()).contains("ASSAY_MODEL_URL", "ASSAY_MODEL_NAME");
    assertThat(server.servedVerifier()).isEqualTo("m/general/");
    assertThat(environment("ASSAY_ROLE_MODEL_URL=http://localhost:1/v1").servedVerifier())
        .isEmpty();
    ModelEnvironment blank = new ModelEnvironment(Map.of("ASSAY_MODEL_URL", " "));
    assertThat(blank.namesModels()).isFalse();
    assertThat(blank.description()).startsWith("embedded, of /");
  }

  @Test
  void eachRoleMayHaveAModelOfItsOwn() {
    ModelEnvironment mixed =
        environment(
            "ASSAY_MODEL_URL=http://a/v1; ASSAY_MODEL_NAME=m; ASSAY_PROTOCOL=general;"
                + " ASSAY_STYLE=compact; ASSAY_CRITIC_URL=http://b/v1; ASSAY_CRITIC_MODEL=c;"
                + " ASSAY_VERIFIER_MODEL=v; ASSAY_GENERATOR_URL= ");

    assertThat(mixed.trouble()).isEmpty();
    assertThat(settings(mixed, "generator-service"))
        .containsExactly("http://a/v1", "m", "general", "4096");
    assertThat(settings(mixed, "critic-service"))
        .containsExactly("http://b/v1", "c", "general", "4096");
    assertThat(settings(mixed, "refine-service"))
        .as("it refines with the critic's, as ever")
        .containsExactly("http://b/v1", "c", "general", "4096");
    assertThat(settings(mixed, "verifier-service"))
        .containsExactly("http://a/v1", "v", "general", "4096");
    assertThat(settings(mixed, "gateway"))
        .as("the generator decides which questions are taken")
        .containsExactly("http://a/v1", "m", "general", "4096");
    assertThat(mixed.verifier()).isEqualTo("v/general/");
    assertThat(mixed.description())
        .contains("generator: m at http://a/v1", "critic: c at http://b/v1", "verifier: v at");
  }

  @Test
  void theEmbeddedModelsAreToldNothingOfServers() {
    assertThat(settings(environment("ASSAY_MAX_TOKENS= "), "critic-service"))
        .containsExactly("", "", "", "0");
    assertThat(settings(environment("ASSAY_MAX_TOKENS=99"), "critic-service"))
        .containsExactly("", "", "", "99");
  }

  @Test
  void anotherProgramsVariablesAreItsOwn() {
    assertThat(
            environment("ASSAY_MODEL_CALLS_STREAM=false; ASSAY_DB_URL=x; ASSAY_KAFKA=y; HOME=/")
                .trouble())
        .isEmpty();
  }

  @Test
  void aSettingIsNamedByTheVariableThatTellsIt() {
    RoleEnvironment critic =
        environment("ASSAY_MODEL_URL=http://a/v1; ASSAY_CRITIC_MODEL=c").of(ModelRole.CRITIC);

    assertThat(critic.variableOf("assay.role.model.url")).isEqualTo("ASSAY_MODEL_URL");
    assertThat(critic.variableOf("assay.role.model.name")).isEqualTo("ASSAY_CRITIC_MODEL");
    assertThat(critic.variableOf("assay.role.protocol")).isEqualTo("ASSAY_CRITIC_PROTOCOL");
    assertThat(critic.variableOf("assay.role.max-tokens")).isEqualTo("ASSAY_MAX_TOKENS");
    assertThat(critic.variableOf("assay.role.top-p")).isEqualTo("ASSAY_ROLE_TOPP");
    assertThat(critic.variableOf("assay.role.model.calls.leave-out"))
        .isEqualTo("ASSAY_MODEL_CALLS_LEAVE_OUT");
  }

  private static List<String> settings(ModelEnvironment environment, String service) {
    Map<String, String> settings = ModelSettings.of(environment, service);
    return Stream.of("ASSAY_MODEL_URL", "ASSAY_MODEL_NAME", "ASSAY_PROTOCOL", "ASSAY_MAX_TOKENS")
        .map(settings::get)
        .toList();
  }

  private static ModelEnvironment environment(String variables) {
    Map<String, String> all = new HashMap<>(Map.of("ASSAY_MODELS", MODELS.toString()));
    for (String each : variables.split("; ", -1)) {
      String[] parts = each.split("=", 2);
      all.put(parts[0], parts[1]);
    }
    return new ModelEnvironment(all);
  }
}
