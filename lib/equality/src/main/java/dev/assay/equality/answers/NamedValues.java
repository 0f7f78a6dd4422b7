// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static dev.assay.equality.answers.AnswerEquality.Judgement.DIFFERENT;
import static dev.assay.equality.answers.AnswerEquality.Judgement.UNKNOWN;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.ParsedAnswer.Assigned;
import dev.assay.equality.answers.ParsedAnswer.Several;
import dev.assay.equality.answers.ParsedAnswer.Tuple;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Compares x = 4, y = 5 with (4, 5): coordinates stand in the order of their names. */
final class NamedValues {

  /** Names that nobody puts in another order. */
  private static final Set<String> COORDINATES = Set.of("x", "y", "z");

  private NamedValues() {}

  /** Whether both name the same things, each once. */
  static boolean areAlike(Several left, Several right) {
    Set<String> names = names(left);
    return names.size() == left.members().size()
        && names.size() > 1
        && left.members().size() == right.members().size()
        && left.order() == right.order()
        && names.equals(names(right));
  }

  private static Set<String> names(Several several) {
    return sorted(several).stream().map(Assigned::name).collect(Collectors.toSet());
  }

  static Judgement compare(
      Several left, Several right, BiFunction<ParsedAnswer, ParsedAnswer, Judgement> members) {
    return OrderedComparison.compare(values(left), values(right), members);
  }

  private static List<ParsedAnswer> values(Several several) {
    return sorted(several).stream().map(Assigned::value).toList();
  }

  private static List<Assigned> sorted(Several several) {
    return several.members().stream()
        .filter(Assigned.class::isInstance)
        .map(Assigned.class::cast)
        .sorted(Comparator.comparing(Assigned::name))
        .toList();
  }

  static Judgement compare(
      Several named, Tuple tuple, BiFunction<ParsedAnswer, ParsedAnswer, Judgement> members) {
    List<Assigned> values = sorted(named);
    if (values.size() < named.members().size() || values.size() != tuple.members().size()) {
      return UNKNOWN;
    }
    Judgement judgement = OrderedComparison.compare(values(named), tuple.members(), members);
    boolean sure = values.stream().map(Assigned::name).allMatch(COORDINATES::contains);
    return judgement == DIFFERENT && !sure ? UNKNOWN : judgement;
  }
}
