// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Json;
import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Chart;
import dev.assay.lab.report.Chart.Kind;
import dev.assay.lab.report.Chart.Point;
import dev.assay.lab.report.Chart.Series;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Table;
import dev.assay.lab.studies.Study;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedCommandTests {

  private static final String ROWS = "gsm8k_openai/rows.jsonl";

  private final PrintStream usualOut = System.out;
  private final PrintStream usualErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setOut(usualOut);
    System.setErr(usualErr);
  }

  @Test
  void everyStudyWithItsDataIsReported() throws IOException {
    rows("{\"n\": 1}\n{\"n\": 2}\n");

    assertThat(run()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("== How many rows?", "rows      2", "== How many curves?", "report.html");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .containsPattern("rows: \\d+\\.\\d s")
        .containsPattern("curves: \\d+\\.\\d s");
    assertThat(folder.resolve("out/report.html")).content().contains("How many rows?");
    assertThat(folder.resolve("out/curves-1.svg")).content().startsWith("<svg");
    assertThat(
            Json.mapper()
                .readTree(Files.readString(folder.resolve("out/report.json")))
                .path("studies")
                .findValuesAsString("outcome"))
        .containsExactly("measured", "measured");
  }

  @Test
  void whatIsMissingIsNamedWithItsSourceAndTheRestGoesOn() {
    assertThat(run()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("rows: skipped", ROWS, "github.com/openai/grade-school-math");
    assertThat(folder.resolve("out/report.html")).content().contains("skipped", "How many curves?");
  }

  @Test
  void aNamedStudyMustBeMeasured() {
    assertThat(run("--only", "rows")).isEqualTo(2);
    assertThat(run("--only", "curves,rows")).isEqualTo(2);
    assertThat(run("--only", "curves")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("== How many rows?");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("assay: not measured: rows");
  }

  @Test
  void aNameThatIsNoneIsAnsweredWithThoseThatAre() {
    assertThat(run("--only", "row")).isEqualTo(2);
    assertThat(said()).contains("assay: --only: row (expected: rows, curves)");
  }

  @Test
  void brokenDataAreNamedByFileAndRowAndTheRestGoesOn() throws IOException {
    rows("{\"n\": 1}\n{\"n\": \n");

    assertThat(run()).isEqualTo(2);
    assertThat(said()).contains("assay: rows: ", "rows.jsonl, row 2, is not JSON");
    assertThat(folder.resolve("out/report.html")).content().contains("How many curves?", "row 2");
  }

  @Test
  void foldersThatCannotBeUsedAreSaidAtOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(Assay.run("bench", "recorded", "--dataset", folder + "/nowhere")).isEqualTo(2);
    assertThat(Assay.run("bench", "recorded", "--dataset", file.toString())).isEqualTo(2);
    assertThat(run("--out", file.toString())).isEqualTo(2);
    assertThat(said()).contains("no folder", "is a file", "--out: cannot write to the folder");
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void theBenchesAreTwo() {
    assertThat(Assay.run("bench")).isEqualTo(2);
    assertThat(Assay.run("bench", "recorded")).isEqualTo(2);
    assertThat(Assay.run("bench", "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("bbh", "recorded");
  }

  /** What was said; never a stack trace. */
  private String said() {
    String said = err.toString(StandardCharsets.UTF_8);
    assertThat(said).doesNotContain("\tat ");
    return said;
  }

  private void rows(String text) throws IOException {
    Files.createDirectories(folder.resolve(ROWS).getParent());
    Files.writeString(folder.resolve(ROWS), text);
  }

  private int run(String... options) {
    List<String> all = new ArrayList<>(List.of("--dataset", folder.toString()));
    all.addAll(List.of(options));
    if (!all.contains("--out")) {
      all.addAll(List.of("--out", folder.resolve("out").toString()));
    }
    return Assay.line(new RecordedCommand(List.of(new Rows(), new Curves())))
        .execute(all.toArray(String[]::new));
  }

  private record Rows() implements Study {

    @Override
    public String name() {
      return "rows";
    }

    @Override
    public String title() {
      return "How many rows?";
    }

    @Override
    public List<String> files() {
      return List.of(ROWS);
    }

    @Override
    public Findings run(DatasetFolder data) {
      Cell count = Cell.count(data.jsonLines(ROWS).size());
      return Findings.of(
          new Table("Rows", List.of("what", "count"), List.of(List.of(Cell.text("rows"), count))));
    }
  }

  private record Curves() implements Study {

    @Override
    public String name() {
      return "curves";
    }

    @Override
    public String title() {
      return "How many curves?";
    }

    @Override
    public List<String> files() {
      return List.of();
    }

    @Override
    public Findings run(DatasetFolder data) {
      List<Point> points = List.of(Point.of(1, 1), Point.of(2, 2));
      return Findings.of(
          new Chart("One", "x", "y", false, List.of(new Series("one", Kind.LINE, points))));
    }
  }
}
