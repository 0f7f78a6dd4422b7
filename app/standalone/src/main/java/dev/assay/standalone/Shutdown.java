// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been started and must be stopped, last first, by whoever comes first: the owner, or the
 * end of the process. One hook for all: hooks of their own run side by side, and a broker that
 * leaves before its consumers costs the next start half a minute.
 */
final class Shutdown implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final Thread hook = new Thread(this::stopAll, "assay-shutdown");
  private boolean stopping;

  static Shutdown atExit() {
    Shutdown shutdown = new Shutdown();
    Runtime.getRuntime().addShutdownHook(shutdown.hook);
    return shutdown;
  }

  /** Adds what has been started; it is stopped at once if stopping has begun. */
  <T extends AutoCloseable> T next(T part) {
    synchronized (started) {
      if (!stopping) {
        started.push(part);
        return part;
      }
    }
    stop(part);
    throw new IllegalStateException("stopped while starting");
  }

  @Override
  public void close() {
    stopAll();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("the process is ending: the hook did this, or has nothing left to do");
    }
  }

  private void stopAll() {
    synchronized (started) {
      stopping = true;
      while (!started.isEmpty()) {
        stop(started.pop());
      }
    }
  }

  private static void stop(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      // The others must be stopped all the same.
      LOG.warn("could not stop {}", part, e);
    }
  }
}
