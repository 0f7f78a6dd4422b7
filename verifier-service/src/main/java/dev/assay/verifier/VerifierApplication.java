// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts verifier-service: alone, or beside others in one JVM. */
@SpringBootApplication
public class VerifierApplication {

  /** Configured by {@code verifier-service.yaml}. */
  public static SpringApplication application() {
    SpringApplication application = new SpringApplication(VerifierApplication.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setDefaultProperties(Map.of("spring.config.name", "verifier-service"));
    return application;
  }

  public static void main(String[] arguments) {
    application().run(arguments);
  }
}
