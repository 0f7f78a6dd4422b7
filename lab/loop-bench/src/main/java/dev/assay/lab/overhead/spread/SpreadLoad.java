// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.spread;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Tasks that come one by one to replicas of a worker, each of which has so many slots.
 *
 * @param partitions of the topic that they share
 * @param tasks how many
 * @param millis of a usual call
 * @param slowMillis of a slow one
 * @param slowShare how many of the calls are slow, from 0 to 1
 * @param usage how much of the time all slots are taken on average, from 0 to 1
 * @param seed of which are slow, and when they come
 */
public record SpreadLoad(
    int replicas,
    int slots,
    int partitions,
    int tasks,
    long millis,
    long slowMillis,
    double slowShare,
    double usage,
    long seed) {

  /** Two replicas with the default number of partitions, and one call in twenty of a second. */
  public static SpreadLoad usual(long millis) {
    return new SpreadLoad(2, 16, 4, 4_000, millis, 1_000, 0.05, 0.7, 7);
  }

  /**
   * A task to come.
   *
   * @param number from 0
   * @param arrival in milliseconds from the beginning
   * @param millis that its call takes
   */
  record Task(int number, double arrival, long millis) {}

  int places() {
    return replicas * slots;
  }

  /** The tasks in the order in which they come: independently of one another, at an even rate. */
  List<Task> draw() {
    Random random = new Random(seed);
    double mean = slowShare * slowMillis + (1 - slowShare) * millis;
    double between = mean / (usage * places());
    List<Task> all = new ArrayList<>();
    double at = 0;
    for (int number = 0; number < tasks; number++) {
      at -= between * Math.log(1 - random.nextDouble());
      all.add(new Task(number, at, random.nextDouble() < slowShare ? slowMillis : millis));
    }
    return all;
  }
}
