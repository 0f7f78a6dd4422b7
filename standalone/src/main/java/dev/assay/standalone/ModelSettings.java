// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the roles find their models, as their configuration refers to it. */
public final class ModelSettings {

  private ModelSettings() {}

  /** Of this process: its environment, and where it lies. */
  public static Map<String, String> here() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("ASSAY_MODELS", models());
    if (System.getenv("ASSAY_MODEL_URL") != null) {
      // A model on a server reads plain words, and takes more of them to answer.
      settings.put("ASSAY_STYLE", System.getenv().getOrDefault("ASSAY_STYLE", "general"));
      settings.put("ASSAY_MAX_TOKENS", System.getenv().getOrDefault("ASSAY_MAX_TOKENS", "4096"));
    }
    return settings;
  }

  /** Beside the program, wherever it is started from, unless the environment knows better. */
  private static String models() {
    String named = System.getenv("ASSAY_MODELS");
    return named != null
        ? named
        : Path.of(System.getProperty("assay.home", "")).resolve("models").toString();
  }
}
