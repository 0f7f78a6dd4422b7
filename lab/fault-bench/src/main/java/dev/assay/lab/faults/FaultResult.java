// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults;

import dev.assay.lab.faults.checks.Invariant;
import dev.assay.lab.faults.trouble.Fault;
import java.util.List;

/**
 * How a run went.
 *
 * @param faults what was done, in order
 * @param invariants what became of the promises
 * @param problems how many were settled
 * @param calls how many the model server was asked for
 * @param dead how many records were given up
 * @param seconds how long it took, start and settling included
 * @param said what each process said last
 */
public record FaultResult(
    List<Fault> faults,
    List<Invariant> invariants,
    int problems,
    int calls,
    long dead,
    double seconds,
    String said) {

  public FaultResult {
    faults = List.copyOf(faults);
    invariants = List.copyOf(invariants);
  }

  /** Whether every promise was kept. */
  public boolean good() {
    return invariants.stream().allMatch(Invariant::holds);
  }
}
