// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server;

import dev.assay.embedded.model.server.weights.ServedModels;
import dev.assay.model.Model;
import dev.assay.model.openai.OpenAiModel;
import dev.assay.model.openai.OpenAiSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The server in this JVM, on a port of its own, with the models that a test brings. */
final class ServerFixture implements AutoCloseable {

  /** Clients' roles are on the class path of tests, and are none of the server's. */
  private static final List<String> SETTINGS =
      List.of(
          "--server.port=0",
          "--server.shutdown=immediate",
          "--spring.autoconfigure.exclude=dev.assay.roles.config.RoleConfiguration,"
              + "dev.assay.roles.config.ProtocolConfiguration");

  private final ConfigurableApplicationContext context;

  private ServerFixture(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static ServerFixture serving(Map<String, ? extends Model> models, String... settings) {
    SpringApplication application = ModelServerApplication.application();
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context)
                .registerBean(ServedModels.class, () -> new ServedModels(models)));
    String[] all = Stream.concat(SETTINGS.stream(), Stream.of(settings)).toArray(String[]::new);
    return new ServerFixture(application.run(all));
  }

  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  URI address(String path) {
    return URI.create("http://localhost:" + port() + path);
  }

  /** As a worker asks one of its models. */
  OpenAiModel model(String name) {
    return new OpenAiModel(new OpenAiSettings(address("/v1"), name, null));
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  @Override
  public void close() {
    context.close();
  }
}
