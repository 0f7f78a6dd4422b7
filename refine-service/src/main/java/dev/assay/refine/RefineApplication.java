// SPDX-License-Identifier: Apache-2.0
package dev.assay.refine;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Rewrites flawed solutions with the critique in hand, one model call each. */
@SpringBootApplication
public class RefineApplication {

  /** The service, ready to be run on its own or beside others in one process. */
  public static SpringApplication application() {
    return new SpringApplicationBuilder(RefineApplication.class)
        .web(WebApplicationType.NONE)
        .properties("spring.config.name=refine-service")
        .build();
  }

  public static void main(String[] arguments) {
    application().run(arguments);
  }
}
