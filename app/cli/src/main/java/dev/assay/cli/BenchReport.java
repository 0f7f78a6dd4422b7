// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Usage;
import dev.assay.lab.loop.ArmResult;
import dev.assay.lab.loop.ProblemResult;
import dev.assay.lab.loop.ResidentMemory;
import dev.assay.lab.loop.SettlementCounter;
import dev.assay.lab.report.AlignedColumns;
import dev.assay.lab.report.Machine;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a bench measured.
 *
 * @param title what was asked, how hard
 * @param settlements counted on the topic, where the broker can be reached
 * @param memory of the processes, where they are known
 */
record BenchReport(
    String title,
    String run,
    Instant finished,
    List<ArmResult> arms,
    Optional<SettlementCounter> settlements,
    Optional<ResidentMemory> memory,
    Machine machine) {

  private static final double MEGA = 1 << 20;

  /** Below this a share says little: one more right answer moves it by several points. */
  private static final int FEW = 30;

  BenchReport {
    arms = List.copyOf(arms);
  }

  /**
   * For people.
   *
   * @param width of their terminal
   */
  List<String> lines(int width) {
    List<String> lines = new ArrayList<>(List.of(title, ""));
    lines.addAll(table().lines(width));
    lines.add("");
    int problems = arms.isEmpty() ? 0 : arms.getFirst().results().size();
    if (problems < FEW) {
      lines.add("few      only %d problems: the shares are rough".formatted(problems));
    }
    lines.add(settledOnce());
    memory.ifPresent(used -> lines.add(inMemory(used)));
    lines.add(
        "machine  %d cores, %s, Java %s"
            .formatted(machine.cores(), machine.processor(), machine.java()));
    lines.add("run      " + run + ", finished " + finished.truncatedTo(ChronoUnit.SECONDS));
    arms.forEach(arm -> arm.lost().stream().limit(5).map(BenchReport::trouble).forEach(lines::add));
    return lines;
  }

  /** Whether every problem was settled, and none in two ways. */
  boolean good() {
    return arms.stream().allMatch(arm -> arm.lost().isEmpty())
        && settlements.map(SettlementCounter::good).orElse(true);
  }

  private AlignedColumns table() {
    AlignedColumns table = new AlignedColumns();
    row(table, "", arm -> arm.arm().name());
    row(table, "pass@1", arm -> percent(arm.pass()));
    row(table, "majority", arm -> percent(arm.byRule(SelectionRule.MAJORITY)));
    row(table, "pessimistic", arm -> percent(arm.byRule(SelectionRule.PESSIMISTIC)));
    Stream.of(SelectionRule.values())
        .filter(rule -> rule != SelectionRule.MAJORITY && rule != SelectionRule.PESSIMISTIC)
        .forEach(rule -> row(table, name(rule), arm -> percent(arm.byRule(rule))));
    table.row("");
    for (Status status : Status.values()) {
      row(table, status.name().toLowerCase(Locale.ROOT), arm -> counted(arm, status));
    }
    table.row("");
    row(table, "model calls", arm -> String.valueOf(arm.usage().calls()));
    row(table, "tokens", arm -> String.valueOf(arm.usage().totalTokens()));
    row(table, "calls per problem", arm -> perProblem(arm, Usage::calls));
    row(table, "tokens per problem", arm -> perProblem(arm, Usage::totalTokens));
    row(table, "wall time of this process", arm -> seconds(arm.seconds()));
    row(table, "seconds per problem, p50", arm -> seconds(arm.quantile(0.5)));
    row(table, "p95", arm -> seconds(arm.quantile(0.95)));
    row(table, "max", arm -> seconds(arm.quantile(1)));
    row(table, "cut short by the deadline", arm -> String.valueOf(arm.late()));
    row(table, "lost", arm -> String.valueOf(arm.lost().size()));
    return table;
  }

  private void row(AlignedColumns table, String name, Function<ArmResult, String> cell) {
    List<String> cells = new ArrayList<>(List.of(name));
    arms.forEach(arm -> cells.add(cell.apply(arm)));
    table.row(cells.toArray(String[]::new));
  }

  private String settledOnce() {
    int problems = arms.stream().mapToInt(arm -> arm.results().size()).sum();
    int lost = arms.stream().mapToInt(arm -> arm.lost().size()).sum();
    String seen = "settled  " + (problems - lost) + " of " + problems + ", " + lost + " lost";
    return seen
        + settlements
            .map(
                counted ->
                    "; on the topic: "
                        + counted.once()
                        + " exactly once, "
                        + counted.again()
                        + " redelivered unchanged, "
                        + counted.contradicted()
                        + " twice with different answers, "
                        + counted.never()
                        + " never")
            .orElse("; not counted on the topic (its broker is not known here)");
  }

  private static String inMemory(ResidentMemory used) {
    return String.format(
        Locale.ROOT,
        "memory   %.0f MB resident now: Java %.0f (peak %.0f), PostgreSQL %.0f",
        used.now() / MEGA,
        used.java() / MEGA,
        used.peak() / MEGA,
        used.postgres() / MEGA);
  }

  private static String trouble(ProblemResult.Lost lost) {
    return "lost     problem " + lost.problem().index() + ": " + lost.trouble();
  }

  private static String counted(ArmResult arm, Status status) {
    int count = arm.count(status);
    boolean answered = status == Status.VERIFIED || status == Status.UNCERTAIN;
    return count == 0 || !answered
        ? String.valueOf(count)
        : count + " (" + percent(arm.rightAmong(status)) + " right)";
  }

  private static String perProblem(ArmResult arm, Function<Usage, Number> of) {
    int settled = Math.max(1, arm.settled().size());
    return String.format(Locale.ROOT, "%.1f", of.apply(arm.usage()).doubleValue() / settled);
  }

  private static String name(SelectionRule rule) {
    return rule.toString().replace('_', ' ');
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String seconds(double seconds) {
    return Double.isNaN(seconds) ? "-" : String.format(Locale.ROOT, "%.2f s", seconds);
  }
}
