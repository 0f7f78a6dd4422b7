// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.spread;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * How replicas shared a load. Times are in milliseconds.
 *
 * @param load that came
 * @param byReplica how many calls each made
 * @param waits from a task's arrival until its call began, on average
 * @param idealWaits the same in list scheduling on the slots of all replicas: whoever is free takes
 *     the oldest
 * @param stay from a task's arrival to the end of its call, on average
 * @param idealStay the same in list scheduling
 * @param misplaced of a task's wait, on average, when its replica had no slot free and another did
 */
public record SpreadFigures(
    SpreadLoad load,
    List<Integer> byReplica,
    double waits,
    double idealWaits,
    double stay,
    double idealStay,
    double misplaced) {

  static SpreadFigures of(SpreadLoad load, List<WorkedCall> calls) {
    List<WorkedCall> ideal = ideal(load);
    List<Integer> byReplica = new ArrayList<>();
    for (int replica = 0; replica < load.replicas(); replica++) {
      int which = replica;
      byReplica.add((int) calls.stream().filter(each -> each.replica() == which).count());
    }
    return new SpreadFigures(
        load,
        byReplica,
        waits(calls),
        waits(ideal),
        stay(calls),
        stay(ideal),
        misplaced(load, calls) / calls.size());
  }

  /** How much longer a task stays than it had to: 1.2 is a fifth. */
  public double overIdeal() {
    return stay / idealStay;
  }

  private static double waits(List<WorkedCall> calls) {
    return calls.stream()
        .mapToDouble(each -> each.begun() - each.arrival())
        .average()
        .orElse(Double.NaN);
  }

  private static double stay(List<WorkedCall> calls) {
    return calls.stream()
        .mapToDouble(each -> each.ended() - each.arrival())
        .average()
        .orElse(Double.NaN);
  }

  private static List<WorkedCall> ideal(SpreadLoad load) {
    PriorityQueue<Double> free = new PriorityQueue<>();
    for (int place = 0; place < load.places(); place++) {
      free.add(0.0);
    }
    List<WorkedCall> calls = new ArrayList<>();
    for (SpreadLoad.Task each : load.draw()) {
      double begun = Math.max(each.arrival(), free.remove());
      free.add(begun + each.millis());
      calls.add(new WorkedCall(0, each.arrival(), begun, begun + each.millis()));
    }
    return calls;
  }

  /** A change of how many tasks wait at a replica, and of how many it works. */
  private record Change(double at, int replica, int waiting, int working) {}

  private static double misplaced(SpreadLoad load, List<WorkedCall> calls) {
    List<Change> changes = new ArrayList<>();
    for (WorkedCall each : calls) {
      changes.add(new Change(each.arrival(), each.replica(), 1, 0));
      changes.add(new Change(each.begun(), each.replica(), -1, 1));
      changes.add(new Change(each.ended(), each.replica(), 0, -1));
    }
    changes.sort(Comparator.comparingDouble(Change::at));
    int[] waiting = new int[load.replicas()];
    int[] working = new int[load.replicas()];
    double sum = 0;
    double before = 0;
    for (Change each : changes) {
      sum += (each.at() - before) * misplacedNow(load.slots(), waiting, working);
      before = each.at();
      waiting[each.replica()] += each.waiting();
      working[each.replica()] += each.working();
    }
    return sum;
  }

  /** Tasks that wait at replicas without a free slot, as far as others have free ones. */
  private static int misplacedNow(int slots, int[] waiting, int[] working) {
    int stuck = 0;
    int free = 0;
    for (int replica = 0; replica < waiting.length; replica++) {
      int left = Math.max(0, slots - working[replica]);
      stuck += left == 0 ? waiting[replica] : 0;
      free += Math.max(0, left - waiting[replica]);
    }
    return Math.min(stuck, free);
  }
}
