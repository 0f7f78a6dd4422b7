// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.lab.critics.CriticReport;
import dev.assay.lab.critics.judging.Judge;
import dev.assay.lab.critics.judging.JudgedSolutions;
import dev.assay.lab.critics.judging.JudgingRole;
import dev.assay.lab.critics.judging.JudgingRun;
import dev.assay.lab.critics.judging.NoMoreRepliesException;
import dev.assay.lab.critics.labelled.LabelledSets;
import dev.assay.lab.critics.labelled.LabelledSolution;
import dev.assay.lab.draws.StudyRole;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.TextReport;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how well the critic or the verifier in use finds the first wrong step. */
@Command(
    name = "critics",
    description = {
      "Measure how well the critic or the verifier in use finds the first wrong step.",
      "",
      "  ./assay bench critics --data DIR --role critic --only processbench",
      "  ./assay bench critics --data FILE.jsonl --role verifier --votes 8",
      "",
      "Takes ProcessBench and BIG-Bench-Mistake from DIR, or labelled solutions of yours",
      "(docs/bench.md). Every judgement is written as it is made, and a second run goes on with",
      "them. Writes report.html, report.json and the curves beside the judgements.",
      ""
    },
    mixinStandardHelpOptions = true)
final class CriticsCommand implements Callable<Integer> {

  private static final String USUAL_OUT = "bench-critics";
  private static final int MOST_VOTES = 64;
  private static final int MOST_PARALLEL = 256;

  private final Opening players;

  /** Opens the role of a service. */
  interface Opening {

    /**
     * @param votes whether several replies to the same are drawn
     * @param log gets what is logged
     */
    StudyRole open(String service, boolean votes, Path log);
  }

  @Option(
      names = "--data",
      paramLabel = "PATH",
      required = true,
      description = "A file of labelled solutions, or a folder of such.")
  private Path data = Path.of("");

  @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}.")
  private JudgingRole role = JudgingRole.CRITIC;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "These subsets, or all of these folders, and no others.")
  private List<String> only = List.of();

  @Option(
      names = "--votes",
      paramLabel = "K",
      defaultValue = "1",
      description = "Judgements on each solution (default: ${DEFAULT-VALUE}).")
  private int votes = 1;

  @Option(
      names = "--limit",
      paramLabel = "COUNT",
      description = "Only so many solutions of each subset, drawn by the seed.")
  private int limit = Integer.MAX_VALUE;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of the sample and of all draws (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--parallel",
      paramLabel = "COUNT",
      defaultValue = "4",
      description = "Requests at a time (default: ${DEFAULT-VALUE}).")
  private int parallel = 4;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The judgements (default: " + USUAL_OUT + "/ROLE.jsonl).")
  private @Nullable Path out;

  CriticsCommand() {
    this(OpenModels::player);
  }

  CriticsCommand(Opening players) {
    this.players = players;
  }

  @Override
  public Integer call() {
    UsageException.requireBetween("--votes", votes, MOST_VOTES);
    UsageException.requireBetween("--parallel", parallel, MOST_PARALLEL);
    UsageException.requireAtLeastOne("--limit", limit);
    List<LabelledSolution> solutions =
        LabelledSets.sample(LabelledSets.in(data, only), limit, seed);
    Path file = out == null ? Path.of(USUAL_OUT, role + ".jsonl") : out;
    CriticsFolder folder = CriticsFolder.of(file);
    StatusLine status = StatusLine.onStandardError();
    JudgedSolutions judged = judge(folder, solutions, status);
    status.show("computing intervals ...");
    CriticReport report = report(judged);
    Findings findings = report.findings();
    status.clear();
    TextReport.lines(findings, Terminal.width(Terminal.OUTPUT)).forEach(System.out::println);
    folder.write(report, findings, judged.seconds(), options());
    System.out.println("judged   " + file);
    System.out.println("report   " + folder.page());
    return judged.missing() == 0 ? ExitCode.VERIFIED : ExitCode.FAILED;
  }

  private JudgedSolutions judge(
      CriticsFolder folder, List<LabelledSolution> solutions, StatusLine status) {
    JudgingText text = new JudgingText(status, InstantSource.system());
    Judge judge = judge(players.open(role.service(), votes > 1, folder.log()));
    try {
      return new JudgingRun(judge, seed, votes, parallel)
          .into(folder.judgements(), solutions, text::show);
    } catch (NoMoreRepliesException e) {
      throw new SystemFailedException(
          "%s.%nWhat was judged stays in %s, and the same command goes on with it"
              .formatted(e.getMessage(), folder.judgements()),
          e);
    }
  }

  private Judge judge(StudyRole player) {
    Judge judge = able(player);
    if (votes > 1 && judge.greedy()) {
      throw new UsageException(
          "--votes: %d of a model whose temperature is 0 are one vote %1$d times (expected: 1, or a temperature above 0: ASSAY_ROLE_TEMPERATURE)"
              .formatted(votes));
    }
    return judge;
  }

  private Judge able(StudyRole player) {
    try {
      return new Judge(role, player);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--role: %s: %s".formatted(role, e.getMessage()));
    }
  }

  private CriticReport report(JudgedSolutions judged) {
    try {
      return new CriticReport(judged, votes);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "%s; the protocol cannot ask about any of %d problems"
              .formatted(e.getMessage(), judged.outOfReach()));
    }
  }

  /** Whoever measures again has folders and files of his own. */
  private String options() {
    return "--data DIR --role %s%s%s%s --seed %d"
        .formatted(
            role,
            only.isEmpty() ? "" : " --only " + String.join(",", only),
            votes == 1 ? "" : " --votes " + votes,
            limit == Integer.MAX_VALUE ? "" : " --limit " + limit,
            seed);
  }
}
