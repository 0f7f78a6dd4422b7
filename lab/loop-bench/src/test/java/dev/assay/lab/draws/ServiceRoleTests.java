// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.openai.OpenAiModel;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceRoleTests {

  private static final String URL = "http://localhost:1/v1";

  @Test
  void aServicesConfigurationMakesItsRole() {
    ServiceRole opened =
        ServiceRole.of("some-service", Map.of("SOME_URL", URL, "ASSAY_STYLE", "general"));

    assertThat(opened.folder()).isNull();
    assertThat(opened.role().model()).isInstanceOf(OpenAiModel.class);
    assertThat(opened.role().protocol().name()).isEqualTo("general");
    assertThat(opened.role().temperature()).isEqualTo(0.3);
    assertThat(opened.role().topP()).isEqualTo(1);
    assertThat(opened.role().maxTokens()).isEqualTo(256);
  }

  @Test
  void withoutAServerTheFolderIsOpened(@TempDir Path empty) {
    Map<String, String> settings = Map.of("ASSAY_MODELS", empty.toString());

    assertThatThrownBy(() -> ServiceRole.of("some-service", settings))
        .hasStackTraceContaining(empty.resolve("weights").toString());
  }
}
