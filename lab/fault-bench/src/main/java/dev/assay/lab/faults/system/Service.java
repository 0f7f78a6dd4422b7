// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One replica of a service: always on the same port, whichever of its lives it is in. */
final class Service extends JavaProcess {

  private static final Duration PROBE = Duration.ofSeconds(5);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI url;

  /**
   * @param jar its program
   * @param settings its environment, beside what every process has and the port
   * @param said the folder where its words are kept
   */
  Service(String name, Path jar, Map<String, String> settings, Path said, int port) {
    super(name, List.of("-jar", jar.toString()), settings, said);
    this.url = URI.create("http://127.0.0.1:" + port);
  }

  URI url() {
    return url;
  }

  /** Whether it says that it works. */
  boolean ready() {
    HttpRequest probe =
        HttpRequest.newBuilder(url.resolve("/actuator/health/readiness")).timeout(PROBE).build();
    try {
      return HTTP.send(probe, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
