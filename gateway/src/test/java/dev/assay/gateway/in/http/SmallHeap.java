// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import dev.assay.contracts.ProblemId;
import dev.assay.gateway.core.ProblemChanges;
import dev.assay.gateway.core.RecordedEvent;
import dev.assay.gateway.core.StoredProblem;
import dev.assay.gateway.out.JdbcProblems;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads all there is of a problem, in a process of its own: how much memory that takes is shown by
 * how little it is given.
 */
final class SmallHeap {

  private SmallHeap() {}

  public static void main(String[] arguments) throws IOException {
    var database =
        new SingleConnectionDataSource(arguments[0], "assay_gateway", arguments[1], true);
    try {
      JdbcProblems problems =
          new JdbcProblems(
              JdbcClient.create(database),
              new TransactionTemplate(new DataSourceTransactionManager(database)),
              null,
              new ProblemChanges(),
              InstantSource.system());
      StoredProblem problem = problems.find(ProblemId.parse(arguments[2])).orElseThrow();
      Counted evidence = new Counted();
      new EvidenceWriter(problems).write(problem, evidence);
      System.out.printf(
          "%d verdicts, %d events, evidence of %d bytes%n",
          problem.progress().verdicts(), events(problems, problem), evidence.bytes);
    } finally {
      database.destroy();
    }
  }

  private static long events(JdbcProblems problems, StoredProblem problem) {
    long events = 0;
    List<RecordedEvent> page = problems.events(problem, 0);
    while (!page.isEmpty()) {
      events += page.size();
      page = problems.events(problem, page.getLast().seq());
    }
    return events;
  }

  /** Keeps nothing. */
  private static final class Counted extends OutputStream {

    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int offset, int length) {
      bytes += length;
    }
  }
}
