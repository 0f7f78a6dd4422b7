// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics;

import dev.assay.lab.critics.judging.JudgedSolutions;
import dev.assay.lab.critics.judging.JudgingSettings;
import dev.assay.lab.report.Chart;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Notice;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.ReportPart;
import dev.assay.lab.report.Table;
import dev.assay.lab.studies.claims.PublishedCritics;
import dev.assay.lab.studies.claims.SubsetAccuracy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a critic or a verifier is worth on labelled solutions, for people. */
public final class CriticReport {

  private static final String RULES =
      "What could not be read is wrong under every rule, and is no vote. Where steps tie for most"
          + " votes, the accuracy is the mean over them. Who finds a solution wrong and names no step"
          + " has found it by the rough rule only. Intervals are of 95 %,"
          + " by the bootstrap over the wrong and the clean"
          + " solutions of each subset.";

  private final JudgedSolutions judged;
  private final ScoredSubsets scored;

  /**
   * @param votes judgements on each solution
   * @throws IllegalArgumentException if nothing was judged
   */
  public CriticReport(JudgedSolutions judged, int votes) {
    if (judged.ballots().isEmpty()) {
      throw new IllegalArgumentException("solutions: none was judged (expected: at least 1)");
    }
    this.judged = judged;
    this.scored = new ScoredSubsets(judged.ballots(), votes);
  }

  /** Words, tables and curves in the order of reading. */
  public Findings findings() {
    List<ReportPart> parts = new ArrayList<>();
    parts.add(new Paragraph(about()));
    Stream.of(Notice.ofSample(judged.ballots().size(), "solutions"), outOfReach(), missing())
        .flatMap(Optional::stream)
        .forEach(parts::add);
    parts.add(VoteTables.judgements(scored));
    parts.add(new Paragraph(RULES));
    parts.add(summary());
    published().ifPresent(parts::add);
    parts.add(PooledTables.opv(scored));
    parts.add(PooledTables.mrGsm8k(scored));
    parts.add(PooledTables.bigBenchMistake(scored));
    AnswerTable.of(scored).ifPresent(parts::add);
    parts.add(VoteTables.passShares(scored));
    parts.add(picture());
    parts.add(CriticCharts.distances(scored));
    parts.add(CostTable.of(judged));
    return new Findings(parts);
  }

  /** The table that says most. */
  public Table summary() {
    return ProcessBenchTable.of(scored);
  }

  /** The picture that says most. */
  public Chart picture() {
    return CriticCharts.accuracies(scored);
  }

  /** Beside the critics of the paper, where its four subsets are here. */
  private Optional<Table> published() {
    Counting counting = scored.countings().getLast();
    Map<String, SubsetAccuracy> ours = new HashMap<>();
    scored
        .subsets()
        .forEach(
            (subset, ballots) -> {
              CriticTally tally = counting.tally(ballots);
              ours.put(
                  subset.substring(subset.lastIndexOf('/') + 1),
                  new SubsetAccuracy(tally.wrongAccuracy(), tally.cleanAccuracy()));
            });
    return PublishedCritics.beside("this one, " + counting.name(), ours);
  }

  private String about() {
    JudgingSettings settings = judged.settings();
    return "The %s %s; version %s, seed %d, %s on each solution."
        .formatted(
            settings.role(),
            settings.model(),
            settings.version(),
            settings.seed(),
            scored.votes() == 1 ? "one judgement" : scored.votes() + " judgements");
  }

  private Optional<Notice> outOfReach() {
    return judged.outOfReach() == 0
        ? Optional.empty()
        : Optional.of(
            new Notice(
                "%d more solutions are of problems that the protocol cannot ask about; they are left out of all figures."
                    .formatted(judged.outOfReach())));
  }

  private Optional<Notice> missing() {
    return judged.missing() == 0
        ? Optional.empty()
        : Optional.of(
            new Notice(
                "The model gave no reply to %d requests; they count as unreadable here, and the same command asks again."
                    .formatted(judged.missing())));
  }
}
