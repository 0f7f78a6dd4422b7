// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics;

import static dev.assay.lab.critics.judging.JudgementFixture.ballot;
import static dev.assay.lab.critics.judging.JudgementFixture.solution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.contracts.Usage;
import dev.assay.lab.critics.judging.Ballot;
import dev.assay.lab.critics.judging.JudgedSolutions;
import dev.assay.lab.critics.judging.JudgingSettings;
import dev.assay.lab.critics.labelled.LabelledSolution;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Chart;
import dev.assay.lab.report.Notice;
import dev.assay.lab.report.Plot;
import dev.assay.lab.report.Table;
import dev.assay.lab.report.TextReport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CriticReportTests {

  private static final JudgingSettings SETTINGS =
      new JudgingSettings("critic", "m (on a server), general", "m/general/t=1.0", 1);

  /** Two of three votes on each: right, tied, wrong; clean passed, clean flagged. */
  private static final List<Ballot> BALLOTS =
      List.of(
          ballot(solution("a", "1", 1), 1, 1, null),
          ballot(solution("a", "2", 1), 1, 2, null),
          ballot(solution("a", "3", -1), -1, -1, 0),
          ballot(solution("b", "1", 2), -1, -1, -1),
          ballot(solution("b", "2", -1), 0, 0, -1));

  private static CriticReport report(List<Ballot> ballots, int outOfReach) {
    return new CriticReport(
        new JudgedSolutions(SETTINGS, ballots, outOfReach, new Usage(15, 150, 75, 1500), 3), 3);
  }

  private static List<Table> tables(CriticReport report) {
    return report.findings().parts().stream()
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .toList();
  }

  private static List<String> shown(Table table, String subset, String counted) {
    return table.rows().stream()
        .map(row -> row.stream().map(Cell::shown).toList())
        .filter(row -> row.get(0).equals(subset) && row.get(1).equals(counted))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void votesAreCountedInBothWays() {
    Table table = report(BALLOTS, 0).summary();

    // Of wrong a: 1 and a half named; b: none.
    assertThat(shown(table, "a", "maj@3").get(3)).startsWith("75.0 [");
    assertThat(shown(table, "a", "mean of one").get(3)).startsWith("50.0 [");
    assertThat(shown(table, "b", "maj@3").get(4)).startsWith("0.0 [");
    assertThat(shown(table, "average", "maj@3").get(3)).startsWith("37.5 [");
  }

  @Test
  void papersThatPoolArePooled() {
    Table opv = tables(report(BALLOTS, 0)).get(2);
    Table mistakes = tables(report(BALLOTS, 0)).get(4);

    // Precise: 1.5 + 1 of 5; rough: 2 + 1 of 5.
    assertThat(shown(opv, "all", "maj@3").get(2)).startsWith("50.0 / ");
    assertThat(shown(opv, "all", "maj@3").get(4)).startsWith("60.0 / ");
    assertThat(shown(mistakes, "all", "maj@3").get(2)).startsWith("50.0 [");
  }

  @Test
  void theFourSubsetsOfThePaperStandBesideItsCritics() {
    List<Ballot> four =
        Stream.of("gsm8k", "math", "olympiadbench", "omnimath")
            .flatMap(
                name ->
                    Stream.of(
                        ballot(solution("processbench/" + name, "1", 1), 1, 1, 1),
                        ballot(solution("processbench/" + name, "2", -1), -1, -1, 0)))
            .toList();

    Table beside = tables(report(four, 0)).get(2);

    assertThat(beside.title()).contains("beside published critics");
    assertThat(beside.rows().getFirst().stream().map(Cell::shown).toList())
        .startsWith("this one, maj@3", "100.0 (100.0/100.0)")
        .endsWith("100.0");
    assertThat(beside.rows()).hasSizeGreaterThan(10);
  }

  @Test
  void wrongSolutionsAreShownByTheirAnswer() {
    LabelledSolution one = solution("a", "1", 1);
    LabelledSolution lucky =
        new LabelledSolution(
            "a", "2", one.problem(), one.steps(), one.text(), one.answer(), 1, true);

    Table table = tables(report(List.of(ballot(one, 1, 1, 1), ballot(lucky, 2, 2, 2)), 0)).get(5);

    assertThat(table.rows()).hasSize(1);
    assertThat(table.rows().getFirst().stream().map(Cell::shown).toList())
        .containsExactly("a", "right", "1", "0.0", "100.0");
  }

  @Test
  void halfOfTheMrScoreIsMissingAndSaid() {
    Table table = tables(report(BALLOTS, 0)).get(3);

    assertThat(table.title()).contains("half its weight on reasons, which nobody judges here");
    assertThat(table.columns()).endsWith("0.2 MCC + 0.3 steps");
  }

  @Test
  void passSharesAreBesideTheMajority() {
    Table table = tables(report(BALLOTS, 0)).get(5);

    // Clean: 2 of 3; wrong: 0 and 0.
    assertThat(table.rows().getFirst().stream().map(Cell::shown).toList())
        .containsExactly("a", "66.7", "0.0", "1.000");
  }

  @Test
  void withoutCleanSolutionsThereIsNoF1() {
    Table table = report(List.of(ballot(solution("a", "1", 1), 1, 1, 1)), 0).summary();

    assertThat(shown(table, "a", "maj@3").subList(2, 5))
        .containsExactly("", "100.0 [100.0, 100.0]", "");
  }

  @Test
  void whatWasLeftOutAndWhatDidNotComeIsSaid() {
    List<Ballot> missing = List.of(new Ballot(solution("a", "1", 1), List.of(), 3));

    assertThat(report(missing, 2).findings().parts())
        .filteredOn(Notice.class::isInstance)
        .extracting(part -> ((Notice) part).text())
        .hasSize(3)
        .anyMatch(text -> text.startsWith("2 more solutions are of problems"))
        .anyMatch(text -> text.contains("no reply to 3 requests"));
    assertThatIllegalArgumentException().isThrownBy(() -> report(List.of(), 1));
  }

  @Test
  void everythingCanBeShown() {
    CriticReport report = report(BALLOTS, 0);

    assertThat(String.join("\n", TextReport.lines(report.findings(), 200)))
        .contains("The critic m (on a server), general; version m/general/t=1.0, seed 1")
        .contains("3 judgements on each solution")
        .contains("this run")
        .contains("25.0");
    assertThat(report.findings().parts())
        .filteredOn(Chart.class::isInstance)
        .hasSize(2)
        .allSatisfy(chart -> assertThat(Plot.svg((Chart) chart, "x")).contains("<svg"));
  }
}
