// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import dev.assay.service.ServiceProgram;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts verifier-service: alone, or beside others in one JVM. */
@SpringBootApplication
public class VerifierApplication {

  /** The service, ready to be run on its own or beside others in one process. */
  public static SpringApplication application() {
    return ServiceProgram.of(VerifierApplication.class, "verifier-service");
  }

  public static void main(String[] arguments) {
    ServiceProgram.run(application(), arguments);
  }
}
