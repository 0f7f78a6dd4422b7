// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The services that are running. The last one, the gateway, stops first and alone; the others stop
 * side by side: each waits a second for each of its consumers, and none needs another.
 */
final class Contexts implements AutoCloseable {

  private final List<ConfigurableApplicationContext> running = new ArrayList<>();

  synchronized void add(ConfigurableApplicationContext context) {
    running.add(context);
  }

  @Override
  public synchronized void close() {
    if (!running.isEmpty()) {
      running.removeLast().close();
    }
    try (ExecutorService closers = Executors.newVirtualThreadPerTaskExecutor()) {
      running.forEach(context -> closers.execute(context::close));
    }
    running.clear();
  }
}
