// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults;

import dev.assay.lab.faults.trouble.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What is to be done, and under which load.
 *
 * @param seed of the order of the faults, their moments and their victims, and of the model's
 *     misbehaviour
 * @param time for which faults go on; one round of them at the least
 * @param replicas of each service
 * @param problems how many are under way at a time
 */
public record FaultPlan(long seed, Duration time, int replicas, int problems) {

  /** Between two faults: what is done to a system that stands still harms nobody. */
  private static final int FEWEST_CALLS = 5;

  private static final int MOST_CALLS = 25;

  /** One round: each fault once. */
  public static FaultPlan once(long seed) {
    return new FaultPlan(seed, Duration.ZERO, 1, 10);
  }

  /** A round of faults in an order of its own. */
  List<FaultKind> round(Random random) {
    List<FaultKind> kinds = new ArrayList<>(Arrays.asList(FaultKind.values()));
    Collections.shuffle(kinds, random);
    return kinds;
  }

  /** How many further calls are waited for before the next fault. */
  int pause(Random random) {
    return random.nextInt(FEWEST_CALLS, MOST_CALLS);
  }
}
