// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Waits until everything that the process cannot work without is there, starts what works with it,
 * and looks again now and then. The process itself is up meanwhile: it says by its readiness and in
 * its log, once for each change, what it waits for.
 */
final class Dependencies implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Dependencies.class);

  /** Who reads the log from its end sees what is waited for, too. */
  private static final int TOLD_AGAIN = 60;

  private final List<Dependency> all;
  private final Supplier<List<Dependent>> dependents;
  private final DependenciesProperties properties;
  private final Runnable broken;
  private final Map<String, String> troubles = new LinkedHashMap<>();
  private final Object starts = new Object();
  private volatile boolean open;
  private volatile boolean stopped;
  private volatile @Nullable Thread watcher;

  /**
   * @param dependents asked for when they are to start: some of them are made by others then
   * @param broken ends the process: they cannot be started, or it was told what cannot be
   */
  Dependencies(
      List<Dependency> all,
      Supplier<List<Dependent>> dependents,
      DependenciesProperties properties,
      Runnable broken) {
    this.all = List.copyOf(all);
    this.dependents = dependents;
    this.properties = properties;
    this.broken = broken;
  }

  /**
   * @throws IllegalStateException if it is not to wait and something is missing
   */
  @Override
  public void start() {
    if (properties.await()) {
      watcher = Thread.ofPlatform().name("dependencies").daemon().start(this::watch);
    } else {
      look();
      requireNone();
      open();
    }
  }

  private void requireNone() {
    if (!troubles().isEmpty()) {
      throw new IllegalStateException(String.join("; ", troubles().values()));
    }
  }

  private void watch() {
    try {
      for (int looks = 1; !look(); looks++) {
        if (looks % TOLD_AGAIN == 0) {
          troubles()
              .forEach((name, trouble) -> LOG.warn("still waiting for {}: {}", name, trouble));
        }
        Thread.sleep(properties.retry());
      }
      openOrBreak();
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(troubles().isEmpty() ? properties.recheck() : properties.retry());
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalArgumentException e) {
      LOG.error("cannot go on: {}", e.getMessage());
      broken.run();
    }
  }

  /** Looks at all of them; true if nothing is wrong. */
  private boolean look() {
    for (Dependency each : all) {
      Optional<String> trouble = trouble(each);
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      note(each.name(), trouble);
    }
    return troubles().isEmpty();
  }

  private static Optional<String> trouble(Dependency dependency) {
    try {
      return dependency.trouble();
    } catch (IllegalArgumentException e) {
      // What the process was told does not change while it runs.
      throw e;
    } catch (RuntimeException e) {
      return Optional.of(dependency.name() + ": " + e);
    }
  }

  private synchronized void note(String name, Optional<String> trouble) {
    String before = troubles.get(name);
    if (trouble.isEmpty()) {
      troubles.remove(name);
      if (before != null) {
        LOG.info("{} is there", name);
      }
    } else if (!trouble.get().equals(before)) {
      troubles.put(name, trouble.get());
      LOG.warn("waiting for {}: {}", name, trouble.get());
    }
  }

  /**
   * What cannot be started now could not be started twice either: the process has to begin anew.
   */
  private void openOrBreak() {
    try {
      open();
    } catch (RuntimeException e) {
      LOG.error("everything is there, and the work could not be started", e);
      broken.run();
    }
  }

  private void open() {
    List<Dependent> starting = new ArrayList<>(dependents.get());
    starting.sort(Comparator.comparingInt(Dependent::getPhase));
    starting.forEach(this::startUnlessStopped);
    open = true;
    LOG.info("working, with {}", all.stream().map(Dependency::name).toList());
  }

  /** Whoever stops waits for a start that has begun, and none begins after that. */
  private void startUnlessStopped(Dependent dependent) {
    synchronized (starts) {
      if (!stopped) {
        dependent.start();
      }
    }
  }

  /** What is wrong, by the names of what it is wrong with. */
  synchronized Map<String, String> troubles() {
    return new LinkedHashMap<>(troubles);
  }

  /** Whether everything was there once, so that the process works. */
  boolean isOpen() {
    return open;
  }

  @Override
  public void stop() {
    synchronized (starts) {
      stopped = true;
    }
    Thread thread = watcher;
    if (thread != null) {
      thread.interrupt();
      join(thread);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return watcher != null && !stopped;
  }

  /** Before all that it starts. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 100;
  }
}
