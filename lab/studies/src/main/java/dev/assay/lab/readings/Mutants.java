// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.readings;

import dev.assay.equality.answers.AnswerEquality;
import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.MathEquality;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import dev.assay.text.TextTable;
import dev.assay.text.TextTable.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Answers changed in one place, against what they were: none may be equal. A wrong group is worse
 * than a split one, and this is how many of them would be made.
 */
final class Mutants {

  /**
   * Those that are equal all the same, as the change does not change the value; with the reason.
   */
  private static final String EQUAL_IN_VALUE = "equal-mutants.tsv";

  private final AnswerEquality equality = new MathEquality();
  private final Map<Changed, Integer> documented = new LinkedHashMap<>();
  private final Map<Mutation, Map<Judgement, Integer>> counts = new EnumMap<>(Mutation.class);
  private final Map<Changed, List<String>> equal = new LinkedHashMap<>();

  /** An answer and a way to change it. */
  record Changed(String answer, String change) {}

  private Mutants() {
    for (Row row : TextTable.of(Mutants.class, EQUAL_IN_VALUE)) {
      documented.put(
          new Changed(row.get("answer"), row.get("change")), Integer.valueOf(row.get("equal")));
    }
  }

  /** All mutants of all answers in the tables. */
  static Mutants of(List<Row> pairs) {
    Mutants mutants = new Mutants();
    pairs.stream()
        .flatMap(row -> Stream.of(row.get("one"), row.get("other")))
        .distinct()
        .forEach(mutants::take);
    return mutants;
  }

  private void take(String text) {
    for (Mutation mutation : Mutation.values()) {
      for (String mutant : mutation.of(text)) {
        Judgement judgement = equality.compare(text, mutant);
        counts
            .computeIfAbsent(mutation, _ -> new EnumMap<>(Judgement.class))
            .merge(judgement, 1, Integer::sum);
        if (judgement == Judgement.EQUAL) {
          equal
              .computeIfAbsent(new Changed(text, name(mutation)), _ -> new ArrayList<>())
              .add(mutant);
        }
      }
    }
  }

  int number() {
    return counts.values().stream()
        .flatMap(each -> each.values().stream())
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** The mutants that are equal, where another number of them is documented. */
  Map<Changed, List<String>> unexplained() {
    Map<Changed, List<String>> unexplained = new LinkedHashMap<>(equal);
    unexplained
        .entrySet()
        .removeIf(each -> each.getValue().size() == documented.getOrDefault(each.getKey(), 0));
    return unexplained;
  }

  /** What is documented as equal, and is not. */
  Set<Changed> obsolete() {
    Set<Changed> obsolete = new LinkedHashSet<>(documented.keySet());
    obsolete.removeAll(equal.keySet());
    return obsolete;
  }

  private static String name(Mutation mutation) {
    return mutation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    counts.forEach(
        (mutation, judged) ->
            rows.add(
                Stream.concat(
                        Stream.of(
                            Cell.text(mutation.name().toLowerCase(Locale.ROOT).replace('_', ' '))),
                        Stream.of(Judgement.values())
                            .map(each -> Cell.count(judged.getOrDefault(each, 0))))
                    .toList()));
    return new Table(
        "%d answers changed in one place, against what they were (%d are equal in value and documented)"
            .formatted(number(), number(equal) - number(unexplained())),
        List.of("change", "equal", "different", "unknown"),
        rows);
  }

  private static int number(Map<Changed, List<String>> mutants) {
    return mutants.values().stream().mapToInt(List::size).sum();
  }

  Table wrong() {
    List<List<Cell>> rows = new ArrayList<>();
    unexplained()
        .forEach(
            (changed, mutants) ->
                mutants.forEach(
                    mutant ->
                        rows.add(
                            Stream.of(changed.answer(), changed.change(), mutant)
                                .map(Cell::text)
                                .toList())));
    return new Table(
        "Changed answers that are taken for the same, or whose number is not the documented one",
        List.of("answer", "change", "changed"),
        rows);
  }
}
