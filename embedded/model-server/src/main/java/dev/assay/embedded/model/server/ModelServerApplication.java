// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server;

import dev.assay.service.ServiceProgram;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The embedded weights behind OpenAI's chat completions: the one process of a deployment that
 * carries TensorFlow, asked by workers as they would ask vLLM.
 */
@SpringBootApplication
public class ModelServerApplication {

  /** The server, ready to be run. */
  public static SpringApplication application() {
    return ServiceProgram.of(ModelServerApplication.class, "model-server");
  }

  public static void main(String[] arguments) {
    ServiceProgram.run(application(), arguments);
  }
}
