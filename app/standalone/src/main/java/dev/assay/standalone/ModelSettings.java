// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where the roles find their models, as their configuration refers to it. */
public final class ModelSettings {

  private ModelSettings() {}

  /** Of this process: its environment, and where it lies. */
  public static Map<String, String> here() {
    ModelEnvironment environment = ModelEnvironment.here();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("ASSAY_MODELS", environment.folder().toString());
    settings.put("ASSAY_GATEWAY_CALIBRATION", environment.calibration().toString());
    settings.put("ASSAY_GATEWAY_VERIFIER", environment.servedVerifier());
    if (System.getenv("ASSAY_MODEL_URL") != null) {
      // A model on a server takes more words to answer.
      settings.put("ASSAY_MAX_TOKENS", System.getenv().getOrDefault("ASSAY_MAX_TOKENS", "4096"));
    }
    // Whoever asks a server that runs can see which models answer: /actuator/info.
    settings.put("management.endpoints.web.exposure.include", "health,metrics,info");
    settings.put("management.info.env.enabled", "true");
    settings.put("info.assay.models", environment.description());
    return settings;
  }
}
