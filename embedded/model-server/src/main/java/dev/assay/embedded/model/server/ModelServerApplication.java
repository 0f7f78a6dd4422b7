// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The embedded weights behind OpenAI's chat completions: the one process of a deployment that
 * carries TensorFlow, asked by workers as they would ask vLLM.
 */
@SpringBootApplication
public class ModelServerApplication {

  /** The server, ready to be run. */
  public static SpringApplication application() {
    return new SpringApplicationBuilder(ModelServerApplication.class)
        .web(WebApplicationType.SERVLET)
        .properties("spring.config.name=model-server")
        .build();
  }

  public static void main(String[] arguments) {
    application().run(arguments);
  }
}
