// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.ParsedAnswer.Assigned;
import dev.assay.equality.answers.ParsedAnswer.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** Compares (x,y) = (4,-7) with (y,x) = (-7,4): each name has its value, wherever it stands. */
final class NamedTuples {

  private NamedTuples() {}

  /** Whether both are coordinates of the same names, each once. */
  static boolean areAlike(Assigned left, Assigned right) {
    return left.value() instanceof Tuple
        && right.value() instanceof Tuple
        && names(left).stream().distinct().count() == names(left).size()
        && names(left).stream().sorted().toList().equals(names(right).stream().sorted().toList());
  }

  static Judgement compare(
      Assigned left, Assigned right, BiFunction<ParsedAnswer, ParsedAnswer, Judgement> members) {
    List<String> others = names(right);
    List<ParsedAnswer> values = members(right);
    List<ParsedAnswer> inOrder =
        names(left).stream().map(name -> values.get(others.indexOf(name))).toList();
    return OrderedComparison.compare(members(left), inOrder, members);
  }

  private static List<ParsedAnswer> members(Assigned tuple) {
    return tuple.value() instanceof Tuple(List<ParsedAnswer> members, _) ? members : List.of();
  }

  /** As many as there are values, or it is another name. */
  private static List<String> names(Assigned tuple) {
    String name = tuple.name();
    boolean bracket = name.startsWith("(") && name.endsWith(")");
    List<String> names =
        bracket ? Arrays.asList(name.substring(1, name.length() - 1).split(",", -1)) : List.of();
    return names.size() == members(tuple).size() ? names : List.of(name, name);
  }
}
