// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Assigned;
import dev.assay.equality.answers.ParsedAnswer.Relation;
import dev.assay.equality.answers.ParsedAnswer.Sign;
import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Identity;
import java.util.List;
import java.util.Optional;

/** Reads equations between formulas: chains that come to a value, and relations. */
record Equations(PartReader reader) {

  /** What has so many variables is named by its value, and does not ask for one of them. */
  private static final int MORE = 2;

  /**
   * @param texts the sides as they are written
   */
  Optional<ParsedAnswer> read(List<String> texts, List<Formula> sides) {
    Formula first = sides.getFirst();
    Optional<String> name = Names.of(texts.getFirst(), Optional.of(first));
    boolean sum = name.isEmpty() && first.variables().size() >= MORE && sides.size() > MORE;
    List<Formula> chain = name.isPresent() || sum ? sides.subList(1, sides.size()) : sides;
    if (chain.size() > 1 && isTrue(chain)) {
      Optional<ParsedAnswer> value = reader.understood(texts.getLast());
      return first.isConstant()
          ? value
          : value.map(
              each ->
                  new Assigned(
                      name.orElseGet(() -> Names.undressed(texts.getFirst())),
                      each,
                      Optional.empty()));
    }
    return sides.size() == 2 ? equation(first, sides.getLast(), texts) : Optional.empty();
  }

  private Optional<ParsedAnswer> equation(Formula left, Formula right, List<String> texts) {
    Optional<String> name = right.name().filter(each -> !left.variables().contains(each));
    if (name.isPresent() && left.name().isEmpty()) {
      return reader
          .understood(texts.getFirst())
          .map(value -> new Assigned(name.get(), value, Optional.of(left.minus(right))));
    }
    Formula difference = left.minus(right);
    return difference.isConstant()
        ? Optional.empty()
        : Optional.of(new Relation(Sign.ZERO, difference));
  }

  /** Whether all sides are one constant, so that the last one is the answer. */
  private static boolean isTrue(List<Formula> sides) {
    return sides.stream().allMatch(Formula::isConstant)
        && sides.stream().allMatch(each -> Identity.of(sides.getLast(), each) == Identity.HOLDS);
  }
}
