// SPDX-License-Identifier: Apache-2.0
package dev.assay.critic;

import dev.assay.service.ServiceProgram;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Judges solutions step by step, one model call each. */
@SpringBootApplication
public class CriticApplication {

  /** The service, ready to be run on its own or beside others in one process. */
  public static SpringApplication application() {
    return ServiceProgram.of(CriticApplication.class, "critic-service");
  }

  public static void main(String[] arguments) {
    ServiceProgram.run(application(), arguments);
  }
}
