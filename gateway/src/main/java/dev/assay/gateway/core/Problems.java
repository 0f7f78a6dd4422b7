// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The problems that callers brought, and what was heard of them. */
public interface Problems {

  /**
   * Keeps a problem and makes it known, both or neither; unless the key is taken, then it changes
   * nothing.
   *
   * @param key the caller's name for the request, or null
   * @param requestHash of what was requested
   */
  Added add(Problem problem, @Nullable String key, String requestHash);

  /** What a key was used for before; empty if it is free. */
  Optional<Added> addedBefore(String key);

  Optional<StoredProblem> find(ProblemId id);

  /** The problem, if something was recorded of it after a sequence number. */
  Optional<StoredProblem> findNewer(ProblemId id, long seq);

  /** The last sequence numbers of those of the problems that there are. */
  Map<ProblemId, Long> lastSeqs(Set<ProblemId> ids);

  /**
   * The events recorded after a sequence number, up to the problem's last, in order: no more than a
   * page of them, and none only where there are no more.
   */
  List<RecordedEvent> events(StoredProblem problem, long after);

  /** The same of one attempt. */
  List<RecordedEvent> events(StoredProblem problem, int attempt, long after);

  /** The numbers of the attempts that events were recorded of, in order. */
  List<Integer> attempts(ProblemId id);

  /** Gives a problem up, once; it stays open until the loop has settled it. */
  Cancellation cancel(ProblemId id, Instant now);

  /** Records events; those recorded before, and those of unknown problems, change nothing. */
  void record(List<Event> events);

  /**
   * What became of an addition.
   *
   * @param problem the new one, or the one that has the key
   * @param created whether it is new
   * @param requestHash that the problem was added with
   */
  record Added(StoredProblem problem, boolean created, String requestHash) {}

  /** What became of a cancellation. */
  enum Cancellation {
    REQUESTED,
    REQUESTED_BEFORE,
    SETTLED_BEFORE,
    UNKNOWN
  }
}
