// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

/**
 * A time on the clock.
 *
 * @param seconds since midnight, or since noon if it is open
 * @param open whether it may be before or after noon
 */
record TimeOfDay(int seconds, boolean open) {

  private static final int HALF = 12 * 60 * 60;

  static TimeOfDay of(int hour, int minute, int second, String half) {
    int rest = (hour % 12 * 60 + minute) * 60 + second;
    if (half.isEmpty()) {
      boolean open = hour > 0 && hour <= 12;
      return open
          ? new TimeOfDay(rest, true)
          : new TimeOfDay(rest + (hour % 24 < 12 ? 0 : HALF), false);
    }
    return new TimeOfDay(half.equals("p") ? rest + HALF : rest, false);
  }

  boolean mayBe(TimeOfDay other) {
    boolean either = open || other.open;
    return either ? seconds % HALF == other.seconds % HALF : seconds == other.seconds;
  }
}
