// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.zeroeval;

import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import dev.assay.lab.studies.zeroeval.ZeroEvalProblem.Sample;
import dev.assay.prompts.reading.FinalAnswer.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The tables that hold our reading against the published one. */
final class ZeroEvalTables {

  private static final List<String> EXAMPLE =
      List.of("why", "model", "problem", "reference", "answer, published", "answer, ours");

  private static final int EXAMPLES = 8;
  private static final int LONGEST = 60;

  private ZeroEvalTables() {}

  static Table models(String name, ZeroEvalRecord recorded, List<ZeroEvalProblem> problems) {
    Map<String, List<Sample>> byModel =
        samples(problems).stream()
            .collect(Collectors.groupingBy(Sample::model, TreeMap::new, Collectors.toList()));
    Map<String, String> published = recorded.published();
    List<List<Cell>> rows = new ArrayList<>();
    byModel.forEach(
        (model, samples) ->
            rows.add(
                model(
                    model,
                    published.getOrDefault(ZeroEvalRecord.publishedName(model), ""),
                    samples)));
    return new Table(
        name + ": accuracy of every model, in percent",
        List.of(
            "model",
            "problems",
            "published",
            "recorded flags",
            "ours",
            "ours, with the last number",
            "no answer, published",
            "no answer, ours",
            "read alike",
            "flag right, ours not",
            "ours right, flag not"),
        rows);
  }

  private static List<Cell> model(String model, String published, List<Sample> samples) {
    return List.of(
        Cell.text(model),
        Cell.count(samples.size()),
        Cell.printed(published),
        share(samples, Sample::flag),
        share(samples, Sample::isRight),
        share(samples, Sample::isRightOrGuessed),
        share(samples, sample -> sample.recorded() == null),
        share(samples, sample -> !sample.isStated()),
        share(samples, Sample::isReadAlike),
        count(samples, sample -> sample.flag() && !sample.isRight()),
        count(samples, sample -> !sample.flag() && sample.isRight()));
  }

  static Table methods(String name, List<ZeroEvalProblem> problems) {
    List<Sample> samples = samples(problems);
    List<List<Cell>> rows = new ArrayList<>();
    for (Method method : Method.values()) {
      rows.add(method(method.name().toLowerCase(Locale.ROOT), samples, found(method)));
    }
    rows.add(method("none", samples, sample -> sample.found() == null));
    return new Table(
        name + ": how our reader found the answers",
        List.of("how", "samples", "right", "recorded flag right"),
        rows);
  }

  private static Predicate<Sample> found(Method method) {
    return sample ->
        Optional.ofNullable(sample.found()).filter(f -> f.method() == method).isPresent();
  }

  private static List<Cell> method(String name, List<Sample> all, Predicate<Sample> filter) {
    List<Sample> samples = all.stream().filter(filter).toList();
    return List.of(
        Cell.text(name),
        Cell.count(samples.size()),
        count(samples, Sample::isRightOrGuessed),
        count(samples, Sample::flag));
  }

  static Table differences(String name, List<ZeroEvalProblem> problems) {
    Map<ZeroEvalDifference, Long> counts =
        samples(problems).stream()
            .map(ZeroEvalDifference::of)
            .flatMap(Optional::stream)
            .collect(Collectors.groupingBy(difference -> difference, Collectors.counting()));
    return new Table(
        name + ": every sample on which our judgement and the recorded flag differ",
        List.of("why", "samples"),
        Arrays.stream(ZeroEvalDifference.values())
            .map(why -> List.of(Cell.text(why.meaning()), Cell.count(counts.getOrDefault(why, 0L))))
            .toList());
  }

  /** Where the rule that we read off the flags does not explain a flag. */
  static Table unexplained(String name, List<ZeroEvalProblem> problems) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ZeroEvalProblem problem : problems) {
      for (Sample sample : problem.samples()) {
        if (ZeroEvalRule.counts(sample.recorded(), problem.gold()) != sample.flag()) {
          rows.add(example(sample.flag() ? "flag right" : "flag wrong", problem, sample));
        }
      }
    }
    return new Table(
        "%s: the recorded flags, out of %d, that the rule of the first number does not explain"
            .formatted(name, samples(problems).size()),
        EXAMPLE,
        rows);
  }

  /** Some rows of each kind, each answer once. */
  static Table examples(String name, List<ZeroEvalProblem> problems) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ZeroEvalDifference why : ZeroEvalDifference.values()) {
      Set<String> seen = new HashSet<>();
      for (ZeroEvalProblem problem : problems) {
        for (Sample sample : problem.samples()) {
          if (ZeroEvalDifference.of(sample).filter(why::equals).isPresent()
              && seen.size() < EXAMPLES
              && seen.add(problem.gold() + sample.recorded())) {
            rows.add(example(shown(why), problem, sample));
          }
        }
      }
    }
    return new Table(name + ": examples of the differences", EXAMPLE, rows);
  }

  private static String shown(ZeroEvalDifference why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<Cell> example(String why, ZeroEvalProblem problem, Sample sample) {
    return List.of(
        Cell.text(why),
        Cell.text(sample.model()),
        Cell.text(problem.id()),
        Cell.text(problem.gold()),
        Cell.text(shortened(Objects.requireNonNullElse(sample.recorded(), "none"))),
        Cell.text(shortened(sample.text())));
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  private static List<Sample> samples(List<ZeroEvalProblem> problems) {
    return problems.stream().flatMap(problem -> problem.samples().stream()).toList();
  }

  private static Cell share(List<Sample> samples, Predicate<Sample> filter) {
    return Cell.percent(samples.stream().filter(filter).count() / (double) samples.size(), 2);
  }

  private static Cell count(List<Sample> samples, Predicate<Sample> filter) {
    return Cell.count(samples.stream().filter(filter).count());
  }
}
