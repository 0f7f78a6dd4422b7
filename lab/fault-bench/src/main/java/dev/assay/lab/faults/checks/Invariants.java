// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.checks;

import dev.assay.contracts.Topic;
import dev.assay.lab.faults.model.CallJournal;
import dev.assay.lab.faults.topics.LoggedRecord;
import dev.assay.lab.faults.topics.TopicAccess;
import dev.assay.lab.faults.trouble.Fault;
import dev.assay.lab.faults.trouble.ProblemLoad;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All promises, checked when the last problem is settled and nothing moves any more. */
public final class Invariants {

  private Invariants() {}

  /**
   * Checks all of them.
   *
   * @param database as somebody who may read all schemas
   * @param faults what was done to the system meanwhile
   */
  public static List<Invariant> of(
      TopicAccess topics,
      Connection database,
      CallJournal journal,
      ProblemLoad load,
      List<Fault> faults)
      throws SQLException {
    Map<String, String> labels = load.labels();
    List<LoggedRecord> records = new ArrayList<>();
    Topic.ALL.forEach(each -> records.addAll(topics.records(each)));
    Settlements settlements =
        new Settlements(
            records.stream().filter(each -> each.topic().equals(Topic.ANSWERS.name())).toList());
    Set<String> copied =
        records.stream()
            .filter(LoggedRecord::copy)
            .map(LoggedRecord::eventId)
            .collect(Collectors.toSet());
    CallChecks calls =
        new CallChecks(
            journal.calls(),
            faults,
            new WorkedTasks(labels, records),
            settlements.times(labels),
            copied);
    List<Invariant> all = new ArrayList<>();
    all.add(Invariant.of("every record is read", records.size(), topics.unread()));
    all.add(settlements.once(labels));
    all.addAll(new RecordedEvidence(database, load.givenUp()).all());
    all.addAll(calls.all());
    return List.copyOf(all);
  }
}
