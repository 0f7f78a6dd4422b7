// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import dev.assay.service.ServiceProgram;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The front door: takes problems over HTTP and hands out answers with their evidence. */
@SpringBootApplication
public class GatewayApplication {

  /** The service, ready to be run on its own or beside others in one process. */
  public static SpringApplication application() {
    return ServiceProgram.of(GatewayApplication.class, "gateway");
  }

  public static void main(String[] arguments) {
    ServiceProgram.run(application(), arguments);
  }
}
