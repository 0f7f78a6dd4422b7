// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Problems kept in memory. */
final class RememberedProblems implements Problems {

  private final Map<String, Added> byKey = new HashMap<>();
  private int count;

  int count() {
    return count;
  }

  @Override
  public Added add(Problem problem, @Nullable String key, String requestHash) {
    if (key != null && byKey.containsKey(key)) {
      Added before = byKey.get(key);
      return new Added(before.problem(), false, before.requestHash());
    }
    count++;
    Added added = new Added(StoredProblem.fresh(problem), true, requestHash);
    if (key != null) {
      byKey.put(key, added);
    }
    return added;
  }

  @Override
  public Optional<StoredProblem> find(ProblemId id) {
    return Optional.empty();
  }

  @Override
  public Optional<Added> addedBefore(String key) {
    return Optional.ofNullable(byKey.get(key))
        .map(before -> new Added(before.problem(), false, before.requestHash()));
  }

  @Override
  public Optional<StoredProblem> findNewer(ProblemId id, long seq) {
    return Optional.empty();
  }

  @Override
  public Map<ProblemId, Long> lastSeqs(Set<ProblemId> ids) {
    return Map.of();
  }

  @Override
  public List<RecordedEvent> events(StoredProblem problem, long after) {
    return List.of();
  }

  @Override
  public List<RecordedEvent> events(StoredProblem problem, int attempt, long after) {
    return List.of();
  }

  @Override
  public List<Integer> attempts(ProblemId id) {
    return List.of();
  }

  @Override
  public Cancellation cancel(ProblemId id, Instant now) {
    return Cancellation.UNKNOWN;
  }

  @Override
  public void record(List<Event> events) {}
}
