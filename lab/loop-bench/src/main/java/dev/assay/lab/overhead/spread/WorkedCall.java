// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.spread;

/**
 * What became of a task, in milliseconds from the beginning.
 *
 * @param replica that worked it, from 0
 * @param arrival when it was there to be worked
 */
record WorkedCall(int replica, double arrival, double begun, double ended) {}
