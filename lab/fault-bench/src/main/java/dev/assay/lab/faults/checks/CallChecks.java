// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.checks;

import dev.assay.lab.faults.model.Call;
import dev.assay.lab.faults.model.Call.End;
import dev.assay.lab.faults.trouble.Fault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The promises about calls: what was bought, for whom, how often and when. */
final class CallChecks {

  /** What the record of a settlement needs to reach every worker. */
  private static final long ON_ITS_WAY_MILLIS = 1000;

  /** What a consumer needs, beside others of its process, until it hears of settlements. */
  private static final long JOINING_MILLIS = 5000;

  private final List<Call> calls;
  private final List<Fault> faults;
  private final Map<String, Long> settled;
  private final Set<String> copied;
  private final WorkedTasks tasks;
  private final BoughtCalls bought;

  /**
   * @param settled when each problem was settled, by its label, in milliseconds since the epoch
   * @param copied the ids of events that were written again
   */
  CallChecks(
      List<Call> calls,
      List<Fault> faults,
      WorkedTasks tasks,
      Map<String, Long> settled,
      Set<String> copied) {
    this.calls = calls;
    this.faults = faults;
    this.tasks = tasks;
    this.settled = settled;
    this.copied = copied;
    this.bought = new BoughtCalls(calls, faults, tasks, settled);
  }

  List<Invariant> all() {
    return List.of(billed(), again(), afterSettlement());
  }

  private Invariant billed() {
    List<String> broken = bought.unbilled().stream().map(CallChecks::told).toList();
    long answered = calls.stream().filter(each -> each.end() == End.ANSWERED).count();
    return Invariant.of(
        "every bought call is on a bill",
        answered,
        broken,
        new Count("calls", calls.size()),
        new Count("calls refused, cut off or stalled", calls.size() - answered),
        new Count("calls in flight at a kill of their process", bought.count(bought::inFlight)));
  }

  /**
   * A worker knows by memory which tasks it has done: one whose record comes again after its worker
   * was killed is bought again. These are counted apart, as no call was in flight.
   */
  private Invariant again() {
    List<Call> again = bought.again();
    List<Call> noKill = bought.beyond(again, bought::inFlight);
    List<Call> connected = bought.beyond(noKill, bought::cutOff);
    List<Call> unexplained = connected.stream().filter(each -> !copyAfterKill(each)).toList();
    return Invariant.of(
        "bought again is what was in flight",
        again.size(),
        unexplained.stream().map(this::toldAgain).toList(),
        new Count("bought again: in flight at a kill", again.size() - noKill.size()),
        new Count("milliseconds at the most until such a call was", bought.longestUntilAgain()),
        new Count("bought again: its process was cut off", noKill.size() - connected.size()),
        new Count("bought again: copied after a kill", connected.size() - unexplained.size()));
  }

  private boolean copyAfterKill(Call call) {
    boolean isCopied = tasks.of(call).filter(task -> copied.contains(task.cause())).isPresent();
    return isCopied
        && faults.stream()
            .anyMatch(each -> each.killed(call.process()) && each.from() <= call.begun());
  }

  private Invariant afterSettlement() {
    List<Call> late = calls.stream().filter(each -> each.begun() > settledAt(each)).toList();
    List<Call> tooLate =
        late.stream().filter(each -> each.begun() > settledAt(each) + ON_ITS_WAY_MILLIS).toList();
    List<Call> deaf = tooLate.stream().filter(this::couldNotHear).toList();
    List<String> broken =
        tooLate.stream().filter(each -> !deaf.contains(each)).map(CallChecks::told).toList();
    return Invariant.of(
        "no call begins after settlement",
        calls.size(),
        broken,
        new Count("begun while the news was on its way", late.size() - tooLate.size()),
        new Count("begun by a process that could not hear it", deaf.size()));
  }

  private boolean couldNotHear(Call call) {
    return faults.stream()
        .filter(each -> each.deafened(call.process()) && each.from() <= call.begun())
        .anyMatch(each -> settledAt(call) <= hearingAgain(each, call.process()));
  }

  /** When a process hears of settlements again: it has begun to work, and had time to join. */
  private long hearingAgain(Fault fault, String process) {
    long atWork =
        calls.stream()
            .filter(each -> each.process().equals(process) && each.begun() > fault.to())
            .mapToLong(Call::begun)
            .findFirst()
            .orElse(Long.MAX_VALUE - JOINING_MILLIS);
    return atWork + JOINING_MILLIS;
  }

  private long settledAt(Call call) {
    return settled.getOrDefault(call.problem(), Long.MAX_VALUE);
  }

  /** With all that was bought before with its key, and since when the broker knows of it. */
  private String toldAgain(Call again) {
    String before =
        calls.stream()
            .filter(each -> each.key().equals(again.key()) && each.serial() < again.serial())
            .map(each -> told(each) + ", " + each.end())
            .collect(Collectors.joining("; "));
    return "%s, after %s; published %s"
        .formatted(
            told(again),
            before,
            tasks.of(again).map(task -> "" + task.published()).orElse("never"));
  }

  private static String told(Call call) {
    return "call %d of %s for %s, seed %d, from %d to %d"
        .formatted(
            call.serial(), call.process(), call.problem(), call.seed(), call.begun(), call.ended());
  }
}
