// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
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
        "ASSAY_STYLE=odd | ASSAY_STYLE: style: odd",
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

  private static ModelEnvironment environment(String variables) {
    Map<String, String> all = new HashMap<>(Map.of("ASSAY_MODELS", MODELS.toString()));
    for (String each : variables.split("; ", -1)) {
      String[] parts = each.split("=", 2);
      all.put(parts[0], parts[1]);
    }
    return new ModelEnvironment(all);
  }
}
