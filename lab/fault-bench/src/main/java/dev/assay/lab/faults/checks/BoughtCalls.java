// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.checks;

import dev.assay.lab.faults.model.Call;
import dev.assay.lab.faults.model.Call.End;
import dev.assay.lab.faults.trouble.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What was bought, and what of it again.
 *
 * <p>A call is <em>bought</em> if its reply was written, or if its process was killed while it was
 * open: somebody has to pay for that one as well. It is bought <em>again</em> if a call with its
 * key, which is drawn from the task's id, was bought before. It is <em>in flight at a kill</em> of
 * its process if it was open then, or if its reply had come and nothing that followed from it had
 * reached the broker, while its problem was not settled: that is what the process held in its hands
 * and nobody else knows of. It is in flight once, at whichever kill.
 *
 * <p>A process that lives on while the broker is away, or stands still until the broker has given
 * its work to others, holds calls in the same way: those are in flight while it is <em>cut
 * off</em>, and are counted apart.
 */
final class BoughtCalls {

  /** What a consumer needs to have its partitions again. */
  private static final long JOINING_MILLIS = 15_000;

  private final List<Call> calls;
  private final List<Fault> faults;
  private final WorkedTasks tasks;
  private final Map<String, Long> settled;
  private final Set<Integer> lost = new HashSet<>();

  /**
   * @param settled when each problem was settled, by its label, in milliseconds since the epoch
   */
  BoughtCalls(List<Call> calls, List<Fault> faults, WorkedTasks tasks, Map<String, Long> settled) {
    this.calls = calls;
    this.faults = faults;
    this.tasks = tasks;
    this.settled = settled;
    calls.stream().filter(this::inFlightAtAKill).forEach(each -> lost.add(each.serial()));
  }

  private boolean inFlightAtAKill(Call call) {
    return faults.stream()
        .filter(each -> each.killed(call.process()))
        .anyMatch(each -> call.open(each.from()) || unpublished(call, each.from()));
  }

  private boolean unpublished(Call call, long at) {
    return call.end() == End.ANSWERED
        && call.ended() <= at
        && !tasks.of(call).filter(task -> task.published(at)).isPresent()
        && settled.getOrDefault(call.problem(), Long.MAX_VALUE) > call.ended()
        && !diedBefore(call, at);
  }

  /** Whether its process had been killed before: what it held then it holds no longer. */
  private boolean diedBefore(Call call, long at) {
    return faults.stream()
        .anyMatch(
            each -> each.killed(call.process()) && each.from() >= call.begun() && each.from() < at);
  }

  boolean inFlight(Call call) {
    return lost.contains(call.serial());
  }

  /** Whether its process was cut off before anything that followed from it was on the broker. */
  boolean cutOff(Call call) {
    return faults.stream()
        .filter(each -> each.cutOff(call.process()))
        .anyMatch(
            each ->
                call.begun() <= each.to() + JOINING_MILLIS
                    && !tasks.of(call).filter(task -> task.published(each.from())).isPresent());
  }

  int count(Predicate<Call> which) {
    return (int) calls.stream().filter(which).count();
  }

  private boolean bought(Call call) {
    return call.end() == End.ANSWERED
        || faults.stream().anyMatch(each -> each.killed(call.process()) && call.open(each.from()));
  }

  /** Those for which one with the same key was bought before. */
  List<Call> again() {
    Set<String> before = new HashSet<>();
    List<Call> again = new ArrayList<>();
    for (Call call : calls) {
      if (bought(call) && !before.add(call.key())) {
        again.add(call);
      }
    }
    return again;
  }

  /**
   * How long it took at the most until a call that its process was killed in was made again,
   * wherever that was; in milliseconds, 0 if none was.
   */
  long longestUntilAgain() {
    long longest = 0;
    for (Fault fault : faults) {
      for (Call held : calls) {
        if (fault.killed(held.process()) && held.open(fault.from())) {
          longest = Math.max(longest, untilAgain(held, fault.from()));
        }
      }
    }
    return longest;
  }

  private long untilAgain(Call held, long at) {
    return calls.stream()
        .filter(each -> each.key().equals(held.key()) && each.begun() > at)
        .mapToLong(each -> each.begun() - at)
        .min()
        .orElse(0);
  }

  /** Those of the calls bought again that are more, with their keys, than there are such calls. */
  List<Call> beyond(Collection<Call> again, Predicate<Call> which) {
    Map<String, Integer> flights = new HashMap<>();
    calls.stream().filter(which).forEach(each -> flights.merge(each.key(), 1, Integer::sum));
    return again.stream().filter(each -> flights.merge(each.key(), -1, Integer::sum) < 0).toList();
  }

  /** Calls that were bought, were not in flight at a kill, and are on nobody's bill. */
  List<Call> unbilled() {
    Map<WorkedTask, Integer> left = new HashMap<>();
    return calls.stream()
        .filter(each -> each.end() == End.ANSWERED && !inFlight(each))
        .filter(each -> !settledMeanwhile(each))
        .filter(Predicate.not(each -> tasks.of(each).filter(task -> pays(task, left)).isPresent()))
        .toList();
  }

  private static boolean pays(WorkedTask task, Map<WorkedTask, Integer> left) {
    return left.merge(task, -1, (known, one) -> known + one) + task.billed() >= 0;
  }

  /** Whoever is told that a problem is settled throws away what it has just bought for it. */
  private boolean settledMeanwhile(Call call) {
    return settled.getOrDefault(call.problem(), Long.MAX_VALUE) <= call.ended() + HANDING_ON_MILLIS;
  }

  /** For a reply to become an event on a topic. */
  private static final long HANDING_ON_MILLIS = 2000;
}
