// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.game24;

import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Chart;
import dev.assay.lab.report.Chart.Kind;
import dev.assay.lab.report.Chart.Point;
import dev.assay.lab.report.Chart.Series;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.Table;
import dev.assay.lab.statistics.BestOf;
import dev.assay.lab.studies.Study;
import dev.assay.lab.studies.game24.Game24Puzzle.Sample;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How far more samples go where the truth can be checked, and how far a model's own values go: the
 * game of 24 (Yao et al. 2023, Tree of Thoughts, section 4.1).
 */
public final class Game24Study implements Study {

  @Override
  public String name() {
    return "tot_game24";
  }

  @Override
  public String title() {
    return "Best of N with an exact check, and by a model's own values: the game of 24";
  }

  @Override
  public List<String> files() {
    return List.of(Game24Record.PUZZLES, Game24Record.COT, Game24Record.IO, Game24Record.TREE);
  }

  @Override
  public Findings run(DatasetFolder data) {
    Game24Record recorded = new Game24Record(data);
    List<Game24Puzzle> cot = recorded.answers(Game24Record.COT);
    List<Game24Puzzle> io = recorded.answers(Game24Record.IO);
    List<Game24Puzzle> tree = recorded.answers(Game24Record.TREE);
    return Findings.of(
        new Paragraph(
            """
            An answer is right if its expression uses each of the four numbers once and equals 24, \
            worked out in exact fractions from what stands before the equals sign. "Any right" is \
            what an exact check of all samples earns, "mean" what a sample earns by itself. The \
            published figures come from the recorded flags; the column of differences counts \
            the answers on which our check and a flag disagree."""),
        summary(cot, io, tree),
        kinds(cot, io, tree),
        curve(cot, io),
        new Paragraph(
            """
            Chain of thought is worse at the first try and better at the hundredth. An answer \
            that an exact check rejects costs nothing but its own sampling, which is why the \
            check should come before any verifier that has to be paid."""),
        values(recorded.lastStates()),
        new Paragraph(
            """
            The values were asked for three times per state and added up: 20 for each "sure", 1 \
            for each "likely", 0.001 for each "impossible", and nothing for a state that repeats another \
            or has no answer. Choosing by value among the five \
            states that the search kept loses puzzles that the search had solved; and states \
            that three calls out of three called impossible are solved ones more often than one \
            would hope. Where truth can be computed, a model's opinion of it is not needed."""));
  }

  private static Table summary(
      List<Game24Puzzle> cot, List<Game24Puzzle> io, List<Game24Puzzle> tree) {
    return new Table(
        "Puzzles solved, in percent of 100, by the way of choosing",
        List.of("run", "way of choosing", "ours", "published", "answers", "differences"),
        List.of(
            row("chain of thought", "mean of 100", cot, Game24Puzzle::mean, "4.0"),
            row("chain of thought", "any right of 100", cot, Game24Puzzle::any, "49"),
            row("input and output", "mean of 100", io, Game24Puzzle::mean, "7.3"),
            row("input and output", "any right of 100", io, Game24Puzzle::any, "33"),
            row("tree, 5 kept", "any right of 5", tree, Game24Puzzle::any, "69"),
            row("tree, 5 kept", "first kept", tree, Game24Puzzle::first, ""),
            row("tree, 5 kept", "highest value, ties shared", tree, Game24Puzzle::bestByValue, ""),
            row("tree, 5 kept", "mean of 5", tree, Game24Puzzle::mean, "")));
  }

  private static List<Cell> row(
      String run,
      String rule,
      List<Game24Puzzle> puzzles,
      ToDoubleFunction<Game24Puzzle> score,
      String published) {
    List<Sample> all = puzzles.stream().flatMap(puzzle -> puzzle.samples().stream()).toList();
    return List.of(
        Cell.text(run),
        Cell.text(rule),
        Cell.percent(puzzles.stream().mapToDouble(score).average().orElse(0), 2),
        Cell.printed(published),
        Cell.count(all.size()),
        Cell.count(all.stream().filter(sample -> !sample.agrees()).count()));
  }

  private static Table kinds(
      List<Game24Puzzle> cot, List<Game24Puzzle> io, List<Game24Puzzle> tree) {
    return new Table(
        "What the exact check says of the answers, in number of answers",
        List.of("run", "solved", "wrong value", "wrong numbers", "no expression"),
        List.of(
            counts("chain of thought", cot),
            counts("input and output", io),
            counts("tree, 5 kept", tree)));
  }

  private static List<Cell> counts(String run, List<Game24Puzzle> puzzles) {
    Map<Game24Answer, Long> counts =
        puzzles.stream()
            .flatMap(puzzle -> puzzle.samples().stream())
            .collect(Collectors.groupingBy(Sample::answer, Collectors.counting()));
    return List.of(
        Cell.text(run),
        Cell.count(counts.getOrDefault(Game24Answer.SOLVED, 0L)),
        Cell.count(counts.getOrDefault(Game24Answer.WRONG_VALUE, 0L)),
        Cell.count(counts.getOrDefault(Game24Answer.WRONG_NUMBERS, 0L)),
        Cell.count(counts.getOrDefault(Game24Answer.UNREADABLE, 0L)));
  }

  private static Chart curve(List<Game24Puzzle> cot, List<Game24Puzzle> io) {
    return new Chart(
        "Puzzles solved by the best of N samples, exact expectation over all choices of N out of 100",
        "samples per puzzle, N",
        "share of puzzles solved",
        true,
        List.of(
            series("chain of thought", cot),
            series("input and output", io),
            new Series(
                "tree search, published",
                Kind.REFERENCE,
                List.of(Point.of(1, 0.69), Point.of(100, 0.69)))));
  }

  private static Series series(String name, List<Game24Puzzle> puzzles) {
    int pool = puzzles.stream().mapToInt(puzzle -> puzzle.samples().size()).min().orElse(0);
    return new Series(
        name,
        Kind.LINE,
        IntStream.rangeClosed(1, pool).mapToObj(n -> Point.of(n, bestOf(n, puzzles))).toList());
  }

  private static double bestOf(int drawn, List<Game24Puzzle> puzzles) {
    return puzzles.stream()
        .mapToDouble(puzzle -> BestOf.anyRight(puzzle.samples().size(), puzzle.solved(), drawn))
        .average()
        .orElse(0);
  }

  private static Table values(List<Sample> states) {
    Map<Double, List<Sample>> byValue =
        new TreeMap<>(states.stream().collect(Collectors.groupingBy(Sample::value)));
    return new Table(
        "How the recorded value of a last state goes with the truth",
        List.of("value", "states", "solved", "share solved, percent"),
        byValue.entrySet().stream()
            .map(entry -> valued(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static List<Cell> valued(double value, List<Sample> states) {
    long solved = states.stream().filter(Sample::solved).count();
    return List.of(
        Cell.number(value, 3),
        Cell.count(states.size()),
        Cell.count(solved),
        Cell.percent(solved / (double) states.size()));
  }
}
