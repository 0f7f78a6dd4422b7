// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.pace;

/**
 * What the server saw since it was given its pace.
 *
 * @param calls that were asked for
 * @param most that were asked for at a time
 * @param brokenOff whose caller was gone before the end
 */
public record PacedCounts(long calls, int most, long brokenOff) {}
