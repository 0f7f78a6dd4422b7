// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The front door: takes problems over HTTP and hands out answers with their evidence. */
@SpringBootApplication
public class GatewayApplication {

  /** The service, ready to be run on its own or beside others in one process. */
  public static SpringApplication application() {
    return new SpringApplicationBuilder(GatewayApplication.class)
        .web(WebApplicationType.SERVLET)
        .properties("spring.config.name=gateway")
        .build();
  }

  public static void main(String[] arguments) {
    application().run(arguments);
  }
}
