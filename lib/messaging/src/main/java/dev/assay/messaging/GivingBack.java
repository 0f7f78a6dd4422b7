// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import org.springframework.context.SmartLifecycle;

/**
 * The end of a process that has work in its hand for longer than its consumers wait when they stop:
 * the work is hung up on, its records stay where they are, and another replica has them.
 */
final class GivingBack implements SmartLifecycle {

  private final SettledProblems underWay;
  private volatile boolean running;

  GivingBack(SettledProblems underWay) {
    this.underWay = underWay;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    underWay.giveBack();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stops after the bindings, which wait for what is in hand. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 3_001;
  }
}
