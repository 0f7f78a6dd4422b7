// SPDX-License-Identifier: Apache-2.0
package dev.assay.critic;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Judges solutions step by step, one model call each. */
@SpringBootApplication
public class CriticApplication {

  /** The service, ready to be run on its own or beside others in one process. */
  public static SpringApplication application() {
    return new SpringApplicationBuilder(CriticApplication.class)
        .web(WebApplicationType.NONE)
        .properties("spring.config.name=critic-service")
        .build();
  }

  public static void main(String[] arguments) {
    application().run(arguments);
  }
}
