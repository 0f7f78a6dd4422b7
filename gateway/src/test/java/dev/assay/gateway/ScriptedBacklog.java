// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import dev.assay.gateway.core.LoadShedding;
import dev.assay.messaging.backlog.Backlog;
import java.time.Duration;
import java.util.Optional;

/** A backlog that is what a test says. */
final class ScriptedBacklog implements Backlog {

  private volatile Optional<Duration> oldest = Optional.empty();

  /** Has it seen at once, and at every later look. */
  void show(Optional<Duration> age, LoadShedding shedding) {
    oldest = age;
    shedding.look(() -> 0, this::oldest);
  }

  @Override
  public Optional<Duration> oldest() {
    return oldest;
  }

  @Override
  public long waiting() {
    return oldest.isPresent() ? 1 : 0;
  }
}
