// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.claims;

import dev.assay.claims.Claim;
import dev.assay.claims.ClaimChecker;
import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.Table;
import dev.assay.lab.studies.Study;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** How often right and wrong solutions of word problems contain a false calculation. */
public final class SolutionClaimsStudy implements Study {

  private static final String FILE = "gsm8k_openai/example_model_solutions.jsonl.gz";
  private static final int SAMPLE = 100;
  private static final long SEED = 20_240_601;

  /** The share of right solutions of each column that was published with the data, in percent. */
  private static final Map<String, Double> PUBLISHED =
      new TreeMap<>(
          Map.of(
              "6b_finetuning", 21.7,
              "6b_verification", 39.0,
              "175b_finetuning", 34.7,
              "175b_verification", 56.3));

  private final ClaimChecker checker = ClaimChecker.lenient();
  private final HumanReadings readings = HumanReadings.load();

  @Override
  public String name() {
    return "gsm8k_openai";
  }

  @Override
  public String title() {
    return "GSM8K solutions: false calculations in right and in wrong solutions";
  }

  @Override
  public List<String> files() {
    return List.of(FILE);
  }

  /** A solution and its false claims. */
  record Checked(int row, String column, boolean right, int claims, List<Flag> flags) {
    boolean flagged() {
      return !flags.isEmpty();
    }
  }

  /** A false claim in its place. */
  record Flag(int row, String column, boolean right, int step, Claim claim, FlagClass kind) {
    /** The name of the claim in the list of readings. */
    String key() {
      return row + "/" + column + "/" + step + "/" + claim.start();
    }
  }

  @Override
  public Findings run(DatasetFolder data) {
    List<Checked> all = check(data.jsonLines(FILE));
    List<Flag> flags = all.stream().flatMap(solution -> solution.flags().stream()).toList();
    return Findings.of(
        new Paragraph(ABOUT),
        shares(all),
        new Paragraph(IN_RIGHT),
        flagTable("Every flag in a right solution", flags.stream().filter(Flag::right).toList()),
        kinds(flags),
        new Paragraph(SAMPLED),
        flagTable("A sample of " + SAMPLE + " flags", sample(flags)));
  }

  private static final String ABOUT =
      "Recorded solutions of four models. Every line is read for calculations, in prose and between"
          + " the calculator's marks, and both sides of each are evaluated exactly. A solution is"
          + " flagged if a claim is false under every usual reading: rounding, cut off decimals,"
          + " percent as a unit, running totals, careless precedence, unit changes. The checker was"
          + " developed on the even rows. The odd rows were first looked at in a finished report, and"
          + " showed three misreadings, which were put right: names of unknowns that touch a number,"
          + " words that compare, and a decimal comma. None of the three rules knows a row.";

  private static final String IN_RIGHT =
      "A right answer does not make every line right. Each flag in a solution whose answer is right"
          + " is listed, with its exact value and a reading of it.";

  private static final String SAMPLED =
      "The kind is found by program from the numbers alone. The reading is a person's, who has read"
          + " the whole line of each of these claims; it is empty for claims that came into the sample"
          + " later.";

  private List<Checked> check(List<JsonNode> rows) {
    List<Checked> all = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      for (String column : PUBLISHED.keySet()) {
        JsonNode solution = rows.get(row).path(column);
        all.add(
            check(
                row,
                column,
                solution.path("is_correct").asBoolean(),
                solution.path("solution").asString()));
      }
    }
    return all;
  }

  private Checked check(int row, String column, boolean right, String solution) {
    List<Flag> flags = new ArrayList<>();
    int claims = 0;
    List<String> steps = solution.lines().toList();
    for (int step = 0; step < steps.size(); step++) {
      List<Claim> found = checker.claims(steps.get(step));
      claims += found.size();
      for (Claim claim : found) {
        if (claim.isFalse()) {
          flags.add(new Flag(row, column, right, step, claim, FlagClass.of(claim, found)));
        }
      }
    }
    return new Checked(row, column, right, claims, flags);
  }

  private static Table shares(List<Checked> all) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Map.Entry<String, Double> column : PUBLISHED.entrySet()) {
      List<Checked> chosen =
          all.stream().filter(solution -> solution.column().equals(column.getKey())).toList();
      rows.add(row(column.getKey(), chosen, Cell.number(column.getValue(), 1)));
    }
    rows.add(row("all", all, Cell.none()));
    rows.add(row("all, even rows", half(all, 0), Cell.none()));
    rows.add(row("all, odd rows", half(all, 1), Cell.none()));
    return new Table(
        "Solutions with a false claim, in percent",
        List.of(
            "solutions",
            "number",
            "claims",
            "right",
            "right, published",
            "right and flagged",
            "of right ones",
            "wrong and flagged",
            "of wrong ones",
            "flagged ones that are wrong"),
        rows);
  }

  private static List<Checked> half(List<Checked> all, int parity) {
    return all.stream().filter(solution -> solution.row() % 2 == parity).toList();
  }

  private static List<Cell> row(String name, List<Checked> chosen, Cell published) {
    long right = count(chosen, Checked::right);
    long rightFlagged = count(chosen, s -> s.right() && s.flagged());
    long wrongFlagged = count(chosen, s -> !s.right() && s.flagged());
    return List.of(
        Cell.text(name),
        Cell.count(chosen.size()),
        Cell.count(chosen.stream().mapToInt(Checked::claims).sum()),
        Cell.percent(StepScore.share(right, chosen.size())),
        published,
        Cell.count(rightFlagged),
        Cell.percent(StepScore.share(rightFlagged, right), 2),
        Cell.count(wrongFlagged),
        Cell.percent(StepScore.share(wrongFlagged, chosen.size() - right), 2),
        Cell.percent(StepScore.share(wrongFlagged, rightFlagged + wrongFlagged)));
  }

  private static long count(List<Checked> all, Predicate<Checked> which) {
    return all.stream().filter(which).count();
  }

  private static Table kinds(List<Flag> flags) {
    Map<FlagClass, Integer> counts = new EnumMap<>(FlagClass.class);
    flags.forEach(flag -> counts.merge(flag.kind(), 1, Integer::sum));
    List<List<Cell>> rows = new ArrayList<>();
    counts.forEach((kind, count) -> rows.add(List.of(Cell.text(kind.words()), Cell.count(count))));
    return new Table("All flags by kind", List.of("kind", "flags"), rows);
  }

  /** Drawn by the name of the flag, so that a flag more or less leaves the rest of the sample. */
  private static List<Flag> sample(List<Flag> flags) {
    return flags.stream()
        .sorted(Comparator.comparingLong(SolutionClaimsStudy::lot).thenComparing(Flag::key))
        .limit(SAMPLE)
        .sorted(Comparator.comparingInt(Flag::row).thenComparing(Flag::key))
        .toList();
  }

  private static long lot(Flag flag) {
    return new Random(SEED + flag.key().hashCode()).nextLong();
  }

  private Table flagTable(String title, List<Flag> flags) {
    List<List<Cell>> rows =
        flags.stream()
            .map(
                flag ->
                    List.of(
                        Cell.text(flag.key()),
                        Cell.text(flag.right() ? "right" : "wrong"),
                        Cell.text(flag.claim().text().replaceAll("\\s+", " ")),
                        Cell.text(flag.claim().comesTo().orElse("")),
                        Cell.text(flag.kind().words()),
                        Cell.text(readings.of(flag.key()))))
            .toList();
    return new Table(
        title,
        List.of("row/column/line/place", "answer", "claim", "left side is", "kind", "reading"),
        rows);
  }
}
