// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.ideal;

/**
 * Which call it is. The server that answers it and the schedule that imagines it know it by the
 * same numbers, so that both take it for as long.
 *
 * @param problem its number in the run
 * @param attempt from 0
 * @param index among the calls of this stage for this attempt, from 0
 */
public record PacedCall(int problem, int attempt, CallStage stage, int index) {

  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;
  private static final int FRACTION = 11;

  /** A number from 0 to 1 that is this call's under this seed, and looks like chance. */
  double draw(long seed) {
    long mixed = mix(mix(mix(mix(seed, problem), attempt), stage.number()), index);
    return (mixed >>> FRACTION) * UNIT;
  }

  /** The finaliser of SplitMix64. */
  private static long mix(long state, long more) {
    long z = (state ^ more) + SPREAD;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
