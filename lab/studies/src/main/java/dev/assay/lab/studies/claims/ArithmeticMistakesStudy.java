// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.claims;

import dev.assay.claims.ExactCritic;
import dev.assay.claims.Flaw;
import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.Table;
import dev.assay.lab.studies.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The first mistake in recorded chains of multi-step arithmetic, found by exact checks. */
public final class ArithmeticMistakesStudy implements Study {

  private static final String FILE = "big_bench_mistake/multistep_arithmetic.jsonl";

  private final ExactCritic critic = new ExactCritic();

  @Override
  public String name() {
    return "big_bench_mistake";
  }

  @Override
  public String title() {
    return "BIG-Bench-Mistake: the first mistake in multi-step arithmetic, found by exact checks";
  }

  @Override
  public List<String> files() {
    return List.of(FILE);
  }

  /**
   * A trace.
   *
   * @param clean whether it ends in the right answer
   */
  record Trace(int row, int label, boolean clean, String target, String answer, List<Flaw> flaws) {

    Optional<Flaw> first() {
      return flaws.stream().findFirst();
    }

    int named() {
      return first().map(Flaw::step).orElse(StepScore.CLEAN);
    }

    /** What the check of single calculations names, without the checks across steps. */
    int namedByClaims() {
      return flaws.stream()
          .filter(flaw -> flaw.kind() == Flaw.Kind.ARITHMETIC)
          .findFirst()
          .map(Flaw::step)
          .orElse(StepScore.CLEAN);
    }
  }

  @Override
  public Findings run(DatasetFolder data) {
    List<Trace> traces = traces(data.jsonLines(FILE));
    return Findings.of(
        new Paragraph(ABOUT),
        scores(traces),
        published(traces),
        new Paragraph(noise(traces)),
        table("Labelled clean, with a wrong answer", traces, ArithmeticMistakesStudy::isNoise),
        new Paragraph(DISPUTES),
        table(
            "Labelled with another step, or wrong with a right answer",
            traces,
            trace -> trace.label() != trace.named() && !isNoise(trace)));
  }

  private static final String ABOUT =
      "Each step claims equalities between integers; each is evaluated exactly. Across "
          + "steps, the critic checks that the formula of letters is the question rewritten, that "
          + "a letter keeps its expression, and that the values put in are those derived before. "
          + "Right means the exact step, or rightly none, against the labels of people. The "
          + "checker was developed on the even rows; after a first report, in which the odd rows "
          + "scored 90.7, brackets without a partner were taken for slips of the pen.";

  private static final String DISPUTES =
      "The other rows in which labels and checker differ. Where the checker names an "
          + "earlier step than the label, that step has a false calculation, or a formula that is "
          + "not the question. Where it names a later one, the labelled step holds as it is "
          + "written. Two mistakes may also cancel, and leave a right answer.";

  private static String noise(List<Trace> traces) {
    long clean = traces.stream().filter(trace -> trace.label() < 0).count();
    long noisy = traces.stream().filter(ArithmeticMistakesStudy::isNoise).count();
    long found = traces.stream().filter(t -> isNoise(t) && t.first().isPresent()).count();
    return noisy
        + " of the "
        + clean
        + " traces labelled clean end in a wrong answer, so each of them has a mistake that the"
        + " labels miss. The checker names one in "
        + found
        + " of them. All of these count against it in the tables above. Why to believe it: for"
        + " the kind arithmetic, the two sides named have the two values given; for rewriting, the"
        + " formula with its letters replaced has another value than the question; for answer, each"
        + " line holds, but the formula uses letters that stand for nothing.";
  }

  private static boolean isNoise(Trace trace) {
    return trace.label() < 0 && !trace.clean();
  }

  private List<Trace> traces(List<JsonNode> rows) {
    List<Trace> traces = new ArrayList<>();
    for (JsonNode row : rows) {
      List<String> steps = new ArrayList<>();
      row.path("steps").forEach(step -> steps.add(step.asString()));
      JsonNode label = row.path("mistake_index");
      String target = row.path("target").asString().strip();
      String answer = row.path("answer").asString().strip();
      traces.add(
          new Trace(
              traces.size(),
              label.isNumber() ? label.asInt() : StepScore.CLEAN,
              target.equals(answer),
              target,
              answer,
              critic.flaws(row.path("input").asString(), steps)));
    }
    return traces;
  }

  private static Table scores(List<Trace> traces) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("all rows", traces, _ -> true));
    rows.add(row("even rows", traces, trace -> trace.row() % 2 == 0));
    rows.add(row("odd rows", traces, trace -> trace.row() % 2 == 1));
    rows.add(row("all rows but mislabelled ones", traces, trace -> !isNoise(trace)));
    return new Table(
        "Exact checks alone, in percent",
        List.of(
            "rows",
            "traces",
            "accuracy",
            "single calculations only",
            "on traces with a mistake",
            "on clean traces",
            "flags in a trace with a mistake or a wrong answer"),
        rows);
  }

  private static List<Cell> row(String name, List<Trace> traces, Predicate<Trace> which) {
    List<Trace> chosen = traces.stream().filter(which).toList();
    StepScore score = StepScore.NONE;
    StepScore claims = StepScore.NONE;
    for (Trace trace : chosen) {
      score = score.plus(trace.label(), trace.named());
      claims = claims.plus(trace.label(), trace.namedByClaims());
    }
    long rightly =
        chosen.stream()
            .filter(t -> t.first().isPresent() && (t.label() >= 0 || !t.clean()))
            .count();
    return List.of(
        Cell.text(name),
        Cell.count(chosen.size()),
        Cell.percent(score.accuracy()),
        Cell.percent(claims.accuracy()),
        Cell.percent(score.wrongAccuracy()),
        Cell.percent(score.cleanAccuracy()),
        Cell.percent(StepScore.share(rightly, score.flagged())));
  }

  /** Accuracies in percent; 0 where none was published. */
  private record Published(String finder, double trace, double step, double reasoned) {
    List<Cell> cells() {
      return List.of(Cell.text(finder), cell(trace), cell(step), cell(reasoned));
    }

    private static Cell cell(double percent) {
      return percent == 0 ? Cell.none() : Cell.percent(percent / 100, 2);
    }
  }

  private static final List<Published> PUBLISHED =
      List.of(
          new Published("GPT-4-Turbo", 38.33, 43.33, 0),
          new Published("GPT-4", 44.00, 42.67, 41.00),
          new Published("GPT-3.5-Turbo", 20.00, 26.00, 25.33),
          new Published("Gemini Pro", 21.67, 0, 0),
          new Published("PaLM 2 Unicorn", 22.00, 21.67, 23.67));

  private static Table published(List<Trace> traces) {
    StepScore score = StepScore.NONE;
    for (Trace trace : traces) {
      score = score.plus(trace.label(), trace.named());
    }
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        List.of(
            Cell.text("exact checks, no model"),
            Cell.percent(score.accuracy()),
            Cell.none(),
            Cell.none()));
    PUBLISHED.forEach(finder -> rows.add(finder.cells()));
    return new Table(
        "Accuracy of finding the mistake in multi-step arithmetic, beside published models"
            + " (arXiv 2311.08516, table 4)",
        List.of("finder", "one call per trace", "one call per step", "step with reasoning"),
        rows);
  }

  private static Table table(String title, List<Trace> traces, Predicate<Trace> which) {
    List<List<Cell>> rows =
        traces.stream().filter(which).map(ArithmeticMistakesStudy::dispute).toList();
    return new Table(
        title,
        List.of(
            "row",
            "half",
            "right answer",
            "answer given",
            "labelled step",
            "named step",
            "kind",
            "why"),
        rows);
  }

  private static List<Cell> dispute(Trace trace) {
    return List.of(
        Cell.count(trace.row()),
        Cell.text(trace.row() % 2 == 0 ? "even" : "odd"),
        Cell.text(trace.target()),
        Cell.text(trace.answer()),
        step(trace.label()),
        step(trace.named()),
        trace
            .first()
            .map(flaw -> Cell.text(flaw.kind().name().toLowerCase(Locale.ROOT)))
            .orElse(Cell.none()),
        trace.first().map(flaw -> Cell.text(flaw.why())).orElse(Cell.none()));
  }

  private static Cell step(int index) {
    return index < 0 ? Cell.text("none") : Cell.count(index);
  }
}
