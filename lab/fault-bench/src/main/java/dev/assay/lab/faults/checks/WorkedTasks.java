// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.checks;

import dev.assay.contracts.AttemptId;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.lab.faults.model.Call;
import dev.assay.lab.faults.topics.LoggedRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All tasks of which something came, by the keys of their calls. */
final class WorkedTasks {

  private static final int MOST_REVISIONS = 4;

  private final Map<String, WorkedTask> byKey = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();

  /**
   * @param labels the ids of problems by their labels
   */
  WorkedTasks(Map<String, String> labels, Collection<LoggedRecord> records) {
    labels.forEach((label, id) -> this.labels.put(id, label));
    for (LoggedRecord each : records) {
      if (!each.copy()) {
        each.event().ifPresent(event -> read(event, each));
      }
    }
  }

  /** The task that a call was made for; empty if nothing ever came of it. */
  Optional<WorkedTask> of(Call call) {
    return Optional.ofNullable(byKey.get(call.key()));
  }

  private void read(Event event, LoggedRecord record) {
    switch (event) {
      case Drafted drafted when drafted.solution().id().revision() == 0 ->
          draft(drafted.solution().id().attempt(), record, drafted.cost().calls());
      case Drafted drafted -> revision(drafted.solution().id(), record, drafted.cost().calls());
      case Criticised criticised ->
          critique(criticised.solution().id(), record, criticised.cost().calls());
      case Returned returned -> {
        String id = returned.verification().toString();
        String cause = "verification.requested.v1:" + id;
        came("verifier", id, cause, event, record, returned.usage().calls());
      }
      case Abandoned abandoned -> abandoned(abandoned, record);
      default -> {}
    }
  }

  /** It ended whichever task of the attempt was under way. */
  private void abandoned(Abandoned event, LoggedRecord record) {
    int calls = event.spent().calls();
    switch (event.stage()) {
      case DRAFTING -> draft(event.attempt(), record, calls);
      case CRITICISM -> {
        for (int i = 0; i <= MOST_REVISIONS; i++) {
          critique(new SolutionId(event.attempt(), i), record, calls);
        }
      }
      case REFINEMENT -> {
        for (int i = 1; i <= MOST_REVISIONS; i++) {
          revision(new SolutionId(event.attempt(), i), record, calls);
        }
      }
    }
  }

  private void draft(AttemptId attempt, LoggedRecord record, int calls) {
    String id = new SolutionId(attempt, 0).toString();
    came("generator", id, "attempt.requested.v1:" + attempt, attempt.problem(), record, calls);
  }

  private void critique(SolutionId solution, LoggedRecord record, int calls) {
    String cause = "solution.drafted.v1:" + solution;
    came("critic", solution + "#critique", cause, solution.attempt().problem(), record, calls);
  }

  private void revision(SolutionId id, LoggedRecord record, int calls) {
    SolutionId before = new SolutionId(id.attempt(), id.revision() - 1);
    String cause = "solution.criticised.v1:" + before;
    came("refine", id.toString(), cause, id.attempt().problem(), record, calls);
  }

  private void came(
      String role, String id, String cause, Event event, LoggedRecord record, int calls) {
    came(role, id, cause, event.problemId(), record, calls);
  }

  private void came(
      String role, String id, String cause, Object problem, LoggedRecord record, int calls) {
    String label = labels.getOrDefault(problem.toString(), "");
    WorkedTask task = byKey.get(key(role, label, TaskSeeds.of(id).getFirst()));
    WorkedTask known = task == null ? new WorkedTask(cause) : task;
    TaskSeeds.of(id).forEach(seed -> byKey.put(key(role, label, seed), known));
    known.came(record.at(), record.text(), calls);
  }

  private static String key(String role, String label, int seed) {
    return role + " " + label + " " + seed;
  }
}
