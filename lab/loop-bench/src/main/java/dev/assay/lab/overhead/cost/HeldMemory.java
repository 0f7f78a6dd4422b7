// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.cost;

import dev.assay.lab.loop.ResidentMemory;

/**
 * Memory in bytes.
 *
 * @param heap in use, garbage included
 * @param resident of the processes
 */
public record HeldMemory(double heap, ResidentMemory resident) {

  static final HeldMemory NONE = new HeldMemory(0, new ResidentMemory(0, 0, 0));
}
