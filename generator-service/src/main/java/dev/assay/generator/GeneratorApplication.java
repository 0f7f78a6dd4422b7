// SPDX-License-Identifier: Apache-2.0
package dev.assay.generator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Drafts solutions: plans N attempts for a problem, then one model call each. */
@SpringBootApplication
public class GeneratorApplication {

  /** The service, ready to be run on its own or beside others in one process. */
  public static SpringApplication application() {
    return new SpringApplicationBuilder(GeneratorApplication.class)
        .web(WebApplicationType.NONE)
        .properties("spring.config.name=generator-service")
        .build();
  }

  public static void main(String[] arguments) {
    application().run(arguments);
  }
}
