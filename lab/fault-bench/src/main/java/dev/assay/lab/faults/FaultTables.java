// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults;

import dev.assay.lab.faults.checks.Invariant;
import dev.assay.lab.faults.trouble.Fault;
import dev.assay.lab.faults.trouble.FaultKind;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.ReportPart;
import dev.assay.lab.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run in tables: what was done to the system, and what became of its promises. */
public record FaultTables(FaultResult result) {

  /** A table of faults, one of promises and one of what was counted. */
  public Findings findings() {
    List<ReportPart> parts = new ArrayList<>();
    parts.add(
        new Paragraph(
            String.format(
                Locale.ROOT,
                "%d faults in %.0f s; %d problems, %d model calls, %d dead letters.",
                result.faults().size(),
                result.seconds(),
                result.problems(),
                result.calls(),
                result.dead())));
    parts.add(faults());
    parts.add(invariants());
    parts.add(counts());
    broken().forEach(each -> parts.add(new Paragraph(each)));
    return new Findings(parts);
  }

  private Table faults() {
    List<List<Cell>> rows = new ArrayList<>();
    for (FaultKind kind : FaultKind.values()) {
      List<Fault> some = result.faults().stream().filter(each -> each.kind() == kind).toList();
      long millis = some.stream().mapToLong(each -> each.to() - each.from()).sum();
      int records = some.stream().mapToInt(Fault::records).sum();
      rows.add(
          List.of(
              Cell.text(kind.label()),
              Cell.count(some.size()),
              Cell.number(millis / 1000.0, 1),
              Cell.count(records)));
    }
    return new Table("Faults", List.of("fault", "times", "seconds", "records again"), rows);
  }

  private Table invariants() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Invariant each : result.invariants()) {
      rows.add(
          List.of(Cell.text(each.name()), Cell.count(each.checked()), Cell.count(each.broken())));
    }
    return new Table("Promises", List.of("promise", "checked", "broken"), rows);
  }

  private Table counts() {
    List<List<Cell>> rows =
        result.invariants().stream()
            .flatMap(each -> each.counts().stream())
            .map(each -> List.of(Cell.text(each.what()), Cell.count(each.number())))
            .toList();
    return new Table("Counted", List.of("what", "number"), rows);
  }

  private List<String> broken() {
    return result.invariants().stream()
        .filter(each -> !each.holds())
        .flatMap(each -> each.examples().stream().map(some -> each.name() + ": " + some))
        .toList();
  }
}
