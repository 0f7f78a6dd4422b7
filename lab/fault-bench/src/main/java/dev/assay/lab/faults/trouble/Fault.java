// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.trouble;

/**
 * Something that was done to the system.
 *
 * @param victim whom it was done to: a process, or a topic
 * @param from when it began, in milliseconds since the epoch; a killed process has ended by then
 * @param to when it was over, in milliseconds since the epoch; a killed process was started again
 *     by then, and may take longer to be ready
 * @param records how many were written again; 0 where none were
 */
public record Fault(FaultKind kind, String victim, long from, long to, int records) {

  /** Whether it was this one that a process died of. */
  public boolean killed(String process) {
    return kind.name().startsWith("KILL") && victim.equals(process);
  }

  /** Whether a process lived on, and could for a while reach nobody. */
  public boolean cutOff(String process) {
    return victim.equals("broker") || (kind == FaultKind.FREEZE_WORKER && victim.equals(process));
  }

  /** Whether a process did not run, or could reach nobody, from then on. */
  public boolean deafened(String process) {
    return victim.equals(process) || cutOff(process);
  }
}
