// SPDX-License-Identifier: Apache-2.0
package dev.assay.refine;

import dev.assay.service.ServiceProgram;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Rewrites flawed solutions with the critique in hand, one model call each. */
@SpringBootApplication
public class RefineApplication {

  /** The service, ready to be run on its own or beside others in one process. */
  public static SpringApplication application() {
    return ServiceProgram.of(RefineApplication.class, "refine-service");
  }

  public static void main(String[] arguments) {
    ServiceProgram.run(application(), arguments);
  }
}
