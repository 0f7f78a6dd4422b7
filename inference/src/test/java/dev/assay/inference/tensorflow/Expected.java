// SPDX-License-Identifier: Apache-2.0
package dev.assay.inference.tensorflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Golden numbers from an independent float64 implementation, and the weights that they are for. */
public record Expected(List<Case> cases) {

  /** The two models of this repository. */
  public static final List<String> MODELS = List.of("arithmetic-seed", "arithmetic-seed-early");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** One prompt and what must follow; {@code greedy} includes the end token. */
  public record Case(
      String prompt, float[] nextLogitsAfterPrompt, String greedy, double smallestTop2Gap) {}

  public static Path folder(String model) {
    return Path.of("..", "models", model);
  }

  public static Expected of(String model) {
    try (InputStream json = Expected.class.getResourceAsStream("/expected/" + model + ".json")) {
      return MAPPER.readValue(json, Expected.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
