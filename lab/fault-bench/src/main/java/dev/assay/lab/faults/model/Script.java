// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.model;

import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the server does with each call: a matter of the seed, of what is asked for and of how often
 * it was, and not of the order in which calls happen to come.
 */
final class Script {

  private final Map<String, Integer> tries = new ConcurrentHashMap<>();
  private final long seed;
  private final boolean unruly;

  Script(long seed, boolean unruly) {
    this.seed = seed;
    this.unruly = unruly;
  }

  Behaviour next(Call call) {
    int number = tries.merge(call.key(), 1, Integer::sum);
    SplittableRandom random =
        new SplittableRandom(
            seed ^ ((long) Objects.hash(call.role(), call.problem(), number) << 32) ^ call.seed());
    return unruly ? Behaviour.unruly(random) : Behaviour.calm(random);
  }
}
