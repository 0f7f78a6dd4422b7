// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.ideal;

/**
 * From when to when a problem was worked on.
 *
 * @param from in milliseconds from the beginning of the load
 * @param to likewise
 */
public record WorkedSpan(double from, double to) {

  /** Milliseconds. */
  public double millis() {
    return to - from;
  }
}
