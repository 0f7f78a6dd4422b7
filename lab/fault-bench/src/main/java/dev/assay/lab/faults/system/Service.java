// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One replica of a service: always on the same port, whichever of its lives it is in. */
final class Service implements Victim, AutoCloseable {

  private static final Duration PROBE = Duration.ofSeconds(5);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final JavaProcess process;
  private final URI url;

  Service(JavaProcess process, int port) {
    this.process = process;
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

  String said(int lines) {
    return process.said(lines);
  }

  @Override
  public String name() {
    return process.name();
  }

  @Override
  public void kill() {
    process.kill();
  }

  @Override
  public void restart() {
    process.restart();
  }

  @Override
  public void freeze() {
    process.freeze();
  }

  @Override
  public void thaw() {
    process.thaw();
  }

  @Override
  public void close() {
    process.close();
  }
}
