// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults;

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

  /** Whether a process did not run, or could not hear of anything, for a part of that time. */
  public boolean deafened(String process, long since, long until) {
    boolean broker = victim.equals("broker");
    boolean hit = victim.equals(process) || broker || kind == FaultKind.FREEZE_DATABASE;
    return hit && from <= until && to + START_UP_MILLIS >= since;
  }

  /** How long a service takes at the most until it hears of what is settled. */
  private static final long START_UP_MILLIS = 30_000;
}
