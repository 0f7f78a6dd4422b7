// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiSettingsTests {

  private static final URI URL = URI.create("http://localhost:8000/v1");

  @ParameterizedTest
  @ValueSource(strings = {"https://models.example/v1", "https://models.example/v1/"})
  void aSlashAtTheEndOfTheUrlMakesNoDifference(String url) {
    assertThat(new OpenAiSettings(URI.create(url), "m", null).endpoint())
        .isEqualTo(URI.create("https://models.example/v1/chat/completions"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ftp://models.example/v1 | ftp://models.example/v1",
        "localhost:8000/v1 | localhost:8000/v1",
        "/v1 | /v1",
        "http:///v1 | http:///v1",
        "http://models.example:65536/v1 | expected: a port up to 65535",
        "http://models.example/v1?key=1 | carries a query",
        "http://models.example/v1#top | carries a query or a fragment",
        "http://models.example/v1/chat/completions | expected: the address before"
      })
  void aUrlThatCannotBeCalledIsToldByItsProperty(String url, String told) {
    assertThatThrownBy(() -> new OpenAiSettings(URI.create(url), "m", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("assay.role.model.url: ")
        .hasMessageContaining(told)
        .hasMessageContaining("(expected: ");
  }

  @Test
  void credentialsInTheUrlAreRefusedAndNotShown() {
    assertThatThrownBy(
            () -> new OpenAiSettings(URI.create("http://me:hush@models.example/v1"), "m", null))
        .hasMessageStartingWith("assay.role.model.url: carries credentials")
        .hasMessageNotContaining("hush");
  }

  @Test
  void aMissingUrlOrModelIsToldByItsProperty() {
    assertThatThrownBy(() -> new OpenAiSettings(null, "m", null))
        .hasMessageStartingWith("assay.role.model.url: missing (expected: ");
    assertThatThrownBy(() -> new OpenAiSettings(URL, " ", null))
        .hasMessageStartingWith("assay.role.model.name: missing (expected: ");
  }

  @Test
  void aBlankKeyIsNoKeyAndTheLineEndOfASecretFileIsDropped() {
    assertThat(new OpenAiSettings(URL, "m", " ").apiKey()).isNull();
    assertThat(new OpenAiSettings(URL, "m", "sk-hush\n").apiKey()).isEqualTo("sk-hush");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk-hush\nX-Other: 1", "sk hush", "sk-hüsh"})
  void aKeyThatNoHeaderCanCarryIsRefusedAndNotShown(String key) {
    assertThatThrownBy(() -> new OpenAiSettings(URL, "m", key))
        .hasMessageStartingWith("assay.role.model.api-key: not shown (expected: ")
        .hasMessageNotContaining("sk");
  }

  @Test
  void noTextShowsTheKey() {
    OpenAiSettings settings = new OpenAiSettings(URL, "m", "sk-hush");

    assertThat(settings.toString()).contains("localhost", "***").doesNotContain("hush");
    try (OpenAiModel model = new OpenAiModel(settings)) {
      assertThat(model.toString()).doesNotContain("hush");
      assertThat(model.name()).isEqualTo("m");
    }
  }
}
