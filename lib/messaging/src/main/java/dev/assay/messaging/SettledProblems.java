// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import dev.assay.contracts.ProblemId;
import dev.assay.messaging.RunningWork.Stop;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The problems that were settled lately. Workers look here before they buy a model call that can no
 * longer change anything, and are stopped from here when it cannot any more; to miss one costs a
 * call and nothing else.
 */
public final class SettledProblems {

  private final RecentIds ids = new RecentIds(10_000);
  private volatile boolean ending;
  private final Map<ProblemId, Set<RunningWork>> underWay = new ConcurrentHashMap<>();

  /** The problem is settled: what is under way for it stops. */
  public void on(Event settled) {
    // Before the look at what is under way: whatever is watched later sees it for itself.
    ids.add(settled.problemId());
    underWay.getOrDefault(settled.problemId(), Set.of()).forEach(each -> each.stop(Stop.SETTLED));
  }

  public boolean contains(ProblemId problem) {
    return ids.contains(problem);
  }

  /** The process ends: all that is under way stops, and is left for others to do. */
  public void giveBack() {
    ending = true;
    underWay.values().forEach(all -> all.forEach(each -> each.stop(Stop.GIVEN_BACK)));
  }

  /** Stops the work when the problem is settled, or now if it is. */
  void watch(ProblemId problem, RunningWork work) {
    underWay.compute(
        problem,
        (_, known) -> {
          Set<RunningWork> all = known == null ? ConcurrentHashMap.newKeySet() : known;
          all.add(work);
          return all;
        });
    if (contains(problem)) {
      work.stop(Stop.SETTLED);
    }
    if (ending) {
      work.stop(Stop.GIVEN_BACK);
    }
  }

  void unwatch(ProblemId problem, RunningWork work) {
    underWay.computeIfPresent(
        problem,
        (_, all) -> {
          all.remove(work);
          return all.isEmpty() ? null : all;
        });
  }

  /** How many problems have work under way. */
  int watched() {
    return underWay.size();
  }
}
