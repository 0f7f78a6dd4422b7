// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.math.Rational;
import dev.assay.text.TextTable;
import dev.assay.text.WorkBudget;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The units of the table beside it, by their words and symbols. Capitals count in symbols, as a
 * milligram is no megagram, and make no difference in words.
 */
final class UnitTable {

  private static final UnitTable TABLE = WorkBudget.unmetered(UnitTable::new);

  private final Map<String, Unit> names = new HashMap<>();
  private final Map<String, Unit> symbols = new HashMap<>();

  /** Symbols in small letters, for who writes KG; what has capitals, or could be two, is a word. */
  private final Map<String, Unit> folded = new HashMap<>();

  private final Set<String> rare = new HashSet<>();

  private UnitTable() {
    List<TextTable.Row> rows = TextTable.of(UnitTable.class, "units.tsv");
    rows.forEach(row -> add(row, "", "", Rational.ONE, false));
    for (TextTable.Row prefix : TextTable.of(UnitTable.class, "prefixes.tsv")) {
      Rational multiple = Rational.of(10).pow(Integer.parseInt(prefix.get("power"))).orElseThrow();
      rows.stream()
          .filter(row -> row.get("marks").contains("prefixed"))
          .forEach(
              row ->
                  add(
                      row,
                      prefix.get("name"),
                      prefix.get("symbol"),
                      multiple,
                      !prefix.get("rare").isEmpty()));
    }
  }

  /** The unit of that word or symbol. */
  static Optional<Unit> find(String word) {
    return Optional.ofNullable(TABLE.lookUp(word));
  }

  /** Whether a symbol with an uncommon prefix is one that may as well be a product of letters. */
  static boolean isRare(String symbol) {
    return TABLE.rare.contains(symbol);
  }

  @SuppressWarnings("NullAway") // A word that no map has is none.
  private Unit lookUp(String word) {
    Unit symbol = symbols.get(word);
    if (symbol != null) {
      return symbol;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    Unit name = names.getOrDefault(lower, names.get(singular(lower)));
    if (name != null || word.length() < 2) {
      return name;
    }
    Unit likely = folded.get(lower);
    return Unit.NONE.equals(likely) ? Unit.noun(word) : likely;
  }

  private static String singular(String name) {
    return name.length() > 2 && name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }

  private void add(
      TextTable.Row row, String prefix, String sign, Rational multiple, boolean uncommon) {
    Unit plain = unit(row);
    Unit unit = prefix.isEmpty() ? plain : plain.times(multiple);
    cells(row, "names").forEach(name -> names.putIfAbsent(prefix + name, unit));
    cells(row, "symbols")
        .map(symbol -> sign + symbol)
        .filter(symbol -> symbols.putIfAbsent(symbol, unit) == null)
        .forEach(
            symbol -> {
              if (uncommon) {
                rare.add(symbol);
              } else {
                fold(symbol, unit);
              }
            });
  }

  private void fold(String symbol, Unit unit) {
    Unit known = folded.putIfAbsent(symbol.toLowerCase(Locale.ROOT), unit);
    boolean capitals = !symbol.equals(symbol.toLowerCase(Locale.ROOT));
    if (capitals || (known != null && !known.equals(unit))) {
      folded.put(symbol.toLowerCase(Locale.ROOT), Unit.NONE);
    }
  }

  private static Unit unit(TextTable.Row row) {
    String size = row.get("size");
    boolean pi = size.contains("pi");
    String marks = row.get("marks").replaceAll("prefixed,?", "");
    return new Unit(
        Dimension.of(row.get("dimension")),
        quotient(size.replace("2pi", "2").replace("pi", "1")),
        pi ? 1 : 0,
        Optional.of(row.get("zero")).filter(each -> !each.isEmpty()).map(UnitTable::quotient),
        cells(row, "also").map(Dimension::of).toList(),
        marks.equals("named") ? row.get("names") : marks);
  }

  private static Rational quotient(String text) {
    String[] parts = text.split("/", 2);
    Rational top = number(parts[0]);
    return parts.length == 1 ? top : top.dividedBy(number(parts[1])).orElseThrow();
  }

  private static Rational number(String text) {
    return Rational.of(new BigDecimal(text));
  }

  private static Stream<String> cells(TextTable.Row row, String column) {
    return Stream.of(row.get(column).split(",", -1)).filter(each -> !each.isEmpty());
  }
}
