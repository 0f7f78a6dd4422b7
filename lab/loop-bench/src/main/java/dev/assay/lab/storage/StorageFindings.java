// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.storage;

import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.ReportPart;
import dev.assay.lab.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Shows what problems take: all of it in one table, and each shape by its parts. */
public final class StorageFindings {

  private static final double KILO = 1000;

  private StorageFindings() {}

  /** In kilobytes, which are 1,000 bytes. */
  public static Findings of(List<StorageSample> samples) {
    List<ReportPart> parts = new ArrayList<>();
    parts.add(
        new Table(
            "kB a problem, of 1,000 bytes",
            List.of("N x M", "question", "PostgreSQL", "Kafka", "written ahead"),
            samples.stream().map(StorageFindings::row).toList()));
    parts.add(byPart("PostgreSQL, by table", samples, StorageSample::tables));
    parts.add(byPart("Kafka, by topic", samples, StorageSample::topics));
    return new Findings(parts);
  }

  private static List<Cell> row(StorageSample sample) {
    return List.of(
        Cell.text(sample.shape().grid()),
        kilo(sample.shape().question()),
        kilo(sample.stored()),
        kilo(sample.published()),
        kilo(sample.writtenAhead()));
  }

  private static Table byPart(
      String title,
      List<StorageSample> samples,
      Function<StorageSample, SortedMap<String, Long>> parts) {
    SortedSet<String> names = new TreeSet<>();
    samples.forEach(sample -> names.addAll(parts.apply(sample).keySet()));
    List<String> columns = new ArrayList<>(List.of(""));
    samples.forEach(
        sample ->
            columns.add(sample.shape().grid() + " " + kilo(sample.shape().question()).shown()));
    List<List<Cell>> rows = new ArrayList<>();
    for (String name : names) {
      List<Cell> row = new ArrayList<>(List.of(Cell.text(name)));
      samples.forEach(sample -> row.add(kilo(parts.apply(sample).getOrDefault(name, 0L))));
      rows.add(row);
    }
    return new Table(title, columns, rows);
  }

  private static Cell kilo(long bytes) {
    return Cell.number(bytes / KILO, 1);
  }
}
