// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Extreme;
import dev.assay.equality.answers.ParsedAnswer.Order;
import dev.assay.equality.answers.ParsedAnswer.Several;
import dev.assay.text.TextTable;
import dev.assay.text.WorkBudget;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whole answers in words, or in a sign of their own, that say what formulas say as well. */
final class Phrases {

  private static final Map<String, ParsedAnswer> MEANINGS =
      WorkBudget.unmetered(
          () ->
              TextTable.of(Phrases.class, "phrases.tsv").stream()
                  .collect(
                      Collectors.toMap(
                          row -> row.get("phrase"), row -> meaning(row.get("meaning")))));

  private static final int LONGEST =
      MEANINGS.keySet().stream().mapToInt(String::length).max().orElse(0);

  private static final Pattern TEXT = Pattern.compile("\\\\text\\s?\\{([^{}]*)\\}");

  private Phrases() {}

  static Optional<ParsedAnswer> read(String text) {
    String plain = text.contains("\\text") ? TEXT.matcher(text).replaceAll("$1").strip() : text;
    return plain.length() > LONGEST
        ? Optional.empty()
        : Optional.ofNullable(MEANINGS.get(plain.toLowerCase(Locale.ROOT)));
  }

  private static ParsedAnswer meaning(String name) {
    return switch (name) {
      case "EMPTY_SET" -> new Several(List.of(), false, Order.SET);
      case "ALL_REALS" -> RealSets.of(RealSets.ALL);
      default -> Extreme.valueOf(name);
    };
  }
}
