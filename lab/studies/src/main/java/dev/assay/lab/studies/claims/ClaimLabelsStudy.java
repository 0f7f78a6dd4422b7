// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.claims;

import dev.assay.claims.Claim;
import dev.assay.claims.Claim.Judgement;
import dev.assay.claims.ClaimChecker;
import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.Table;
import dev.assay.lab.studies.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Whether the checker's judgement of single calculations agrees with labels. */
public final class ClaimLabelsStudy implements Study {

  private static final String FILE = "factool_math/math.jsonl";

  private final ClaimChecker checker = ClaimChecker.lenient();

  @Override
  public String name() {
    return "factool_math";
  }

  @Override
  public String title() {
    return "FacTool maths: single calculations, judged exactly";
  }

  @Override
  public List<String> files() {
    return List.of(FILE);
  }

  /** A labelled calculation and what the checker makes of it. */
  record Labelled(int row, String claim, String label, Judgement judgement, String why) {

    boolean is(String wanted, Judgement judged) {
      return label.equals(wanted) && judgement == judged;
    }
  }

  @Override
  public Findings run(DatasetFolder data) {
    List<Labelled> all = new ArrayList<>();
    List<JsonNode> rows = data.jsonLines(FILE);
    for (int i = 0; i < rows.size(); i++) {
      for (JsonNode claim : rows.get(i).path("claims")) {
        all.add(judge(i, claim));
      }
    }
    return Findings.of(
        new Paragraph(ABOUT), counts(all), scores(all), new Paragraph(DISPUTES), disputes(all));
  }

  private static final String ABOUT =
      "Each row is a calculation that was extracted from an answer of a chat model, and the result"
          + " that the answer gives for it, labelled true, false or null (no calculation). The checker"
          + " reads both sides as one claim. Undecided claims are those with letters, with words it"
          + " does not read, or with a gap that rounding explains.";

  private static final String DISPUTES =
      "Claims on which the checker and the label differ: here the result was rounded to the "
          + "digits that are written, which the label counts as false.";

  private Labelled judge(int row, JsonNode node) {
    JsonNode claim = node.path("claim");
    String text =
        claim.path("math_calculation").asString()
            + " = "
            + claim.path("calculated_answer").asString();
    JsonNode label = node.path("label");
    String name = label.isBoolean() ? Boolean.toString(label.asBoolean()) : "null";
    List<Claim> found = checker.claims(text);
    return found.size() == 1
        ? new Labelled(row, text, name, found.getFirst().judgement(), found.getFirst().why())
        : new Labelled(row, text, name, Judgement.UNDECIDED, "not read as one claim");
  }

  private static Table counts(List<Labelled> all) {
    List<List<Cell>> rows = new ArrayList<>();
    for (String label : List.of("true", "false", "null")) {
      List<Cell> row = new ArrayList<>(List.of(Cell.text(label)));
      for (Judgement judgement : Judgement.values()) {
        row.add(Cell.count(all.stream().filter(claim -> claim.is(label, judgement)).count()));
      }
      rows.add(row);
    }
    return new Table(
        "Claims by label and judgement",
        List.of("label", "judged true", "judged false", "undecided"),
        rows);
  }

  private static Table scores(List<Labelled> all) {
    long hits = count(all, "false", Judgement.FALSE);
    long alarms = count(all, "true", Judgement.FALSE);
    long trues = count(all, "true", Judgement.TRUE);
    long missed = count(all, "false", Judgement.TRUE);
    long falses = all.stream().filter(claim -> claim.label().equals("false")).count();
    return new Table(
        "Judgement of labelled claims, in percent",
        List.of(
            "labelled true or false",
            "decided",
            "accuracy where decided",
            "precision of false",
            "recall of false"),
        List.of(
            List.of(
                Cell.count(all.stream().filter(claim -> !claim.label().equals("null")).count()),
                Cell.count(hits + alarms + trues + missed),
                Cell.percent(StepScore.share(hits + trues, hits + alarms + trues + missed)),
                Cell.percent(StepScore.share(hits, hits + alarms)),
                Cell.percent(StepScore.share(hits, falses)))));
  }

  private static long count(List<Labelled> all, String label, Judgement judgement) {
    return all.stream().filter(claim -> claim.is(label, judgement)).count();
  }

  private static Table disputes(List<Labelled> all) {
    List<List<Cell>> rows =
        all.stream()
            .filter(c -> c.is("true", Judgement.FALSE) || c.is("false", Judgement.TRUE))
            .map(
                c ->
                    List.of(
                        Cell.count(c.row()),
                        Cell.text(c.claim()),
                        Cell.text(c.label()),
                        Cell.text(c.judgement().name().toLowerCase(Locale.ROOT)),
                        Cell.text(c.why())))
            .toList();
    return new Table(
        "Where label and checker differ", List.of("row", "claim", "label", "judged", "why"), rows);
  }
}
