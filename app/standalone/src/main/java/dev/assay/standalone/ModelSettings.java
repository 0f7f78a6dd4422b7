// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Where the roles find their models, as their configuration refers to it. */
public final class ModelSettings {

  private ModelSettings() {}

  /**
   * Of this process: its environment, and where it lies.
   *
   * @param service such as {@code critic-service}; any that plays no role, as the gateway, is told
   *     what the generator is, as that decides which questions are taken
   */
  public static Map<String, String> here(String service) {
    return of(ModelEnvironment.here(), service);
  }

  static Map<String, String> of(ModelEnvironment environment, String service) {
    ModelRole role =
        Stream.of(ModelRole.values())
            .filter(each -> each.service().equals(service))
            .findFirst()
            .orElse(ModelRole.GENERATOR);
    Map<String, String> settings = new LinkedHashMap<>(environment.of(role).settings());
    settings.put("ASSAY_MODELS", environment.folder().toString());
    settings.put("ASSAY_GATEWAY_CALIBRATION", environment.calibration().toString());
    settings.put("ASSAY_GATEWAY_VERIFIER", environment.servedVerifier());
    // Whoever asks a server that runs can see which models answer: /actuator/info.
    settings.put("management.endpoints.web.exposure.include", "health,metrics,info");
    settings.put("management.info.env.enabled", "true");
    settings.put("info.assay.models", environment.description());
    return settings;
  }
}
