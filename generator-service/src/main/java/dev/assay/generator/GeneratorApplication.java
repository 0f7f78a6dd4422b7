// SPDX-License-Identifier: Apache-2.0
package dev.assay.generator;

import dev.assay.service.ServiceProgram;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Drafts solutions: plans N attempts for a problem, then one model call each. */
@SpringBootApplication
public class GeneratorApplication {

  /** The service, ready to be run on its own or beside others in one process. */
  public static SpringApplication application() {
    return ServiceProgram.of(GeneratorApplication.class, "generator-service");
  }

  public static void main(String[] arguments) {
    ServiceProgram.run(application(), arguments);
  }
}
