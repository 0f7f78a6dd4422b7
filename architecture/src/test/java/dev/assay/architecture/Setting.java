// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a program can be told.
 *
 * @param variable of the environment
 * @param property by which Spring knows it; empty where there is none
 * @param type as Java has it
 * @param fallbacks what holds where nobody says anything, by program
 * @param programs that listen to it
 */
record Setting(
    String variable,
    String property,
    String type,
    Set<String> fallbacks,
    Set<String> programs,
    String meaning) {

  /** Spring's rule for variables: no dashes, and what separates names is an underscore. */
  static String variableOf(String property) {
    return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** The same setting of another program. */
  Setting with(Setting other) {
    return new Setting(
        variable,
        property.isEmpty() ? other.property : property,
        type.isEmpty() ? other.type : type,
        union(fallbacks, other.fallbacks),
        union(programs, other.programs),
        meaning.isEmpty() ? other.meaning : meaning);
  }

  private static Set<String> union(Collection<String> some, Collection<String> others) {
    return Stream.concat(some.stream(), others.stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A row of a table in Markdown. */
  String row() {
    List<String> cells =
        List.of(
            "`" + variable + "`",
            property.isEmpty() ? "–" : "`" + property + "`",
            shortType(),
            fallbacks.isEmpty()
                ? "–"
                : fallbacks.stream()
                    .map(each -> "`" + each + "`")
                    .collect(Collectors.joining(", ")),
            String.join(", ", programs),
            meaning);
    return cells.stream()
        .map(each -> each.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private String shortType() {
    String simple = type.replaceAll("<.*", "").replaceAll(".*[.$]", "");
    return switch (simple) {
      case "String", "Path" -> "text";
      case "Integer", "Short", "Long", "Double", "BigDecimal" -> "number";
      case "Boolean" -> "true or false";
      case "Duration" -> "duration";
      case "DataSize" -> "size";
      case "List" -> "list";
      default -> simple.toLowerCase(Locale.ROOT);
    };
  }
}
