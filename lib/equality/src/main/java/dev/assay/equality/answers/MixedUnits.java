// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an amount in several units, each smaller than the one before: 5 ft 6 in, 1 h 30 min. */
final class MixedUnits {

  private static final Pattern PIECE =
      Pattern.compile(
          "([0-9]++(?:\\.[0-9]++)?(?:/[0-9]++)?) ?(\\p{L}++\\.?|\u00b0|''|'|\")(,? and |, | |$)?");

  private static final Rational TEN = Rational.of(10);

  /** Units in a row: days, hours, minutes and seconds. */
  private static final int MOST = 4;

  private MixedUnits() {}

  private record Piece(Rational number, String symbol, boolean listed) {}

  static Optional<ParsedAnswer> read(String text) {
    if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
      return Optional.empty();
    }
    List<Piece> pieces = pieces(UnitTail.undressed(text));
    if (pieces.size() < 2) {
      return Optional.empty();
    }
    List<Unit> units = pieces.stream().flatMap(each -> unit(each, pieces).stream()).toList();
    return units.size() == pieces.size() ? sum(pieces, units) : Optional.empty();
  }

  private static List<Piece> pieces(String text) {
    Matcher piece = PIECE.matcher(text);
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < text.length()
        && pieces.size() < MOST
        && piece.region(at, text.length()).lookingAt()) {
      Optional<Rational> number = Formula.valueOf(piece.group(1));
      if (number.isEmpty()) {
        return List.of();
      }
      String link = piece.group(3) == null ? "" : piece.group(3).strip();
      pieces.add(new Piece(number.get(), piece.group(2).replace(".", ""), !link.isEmpty()));
      at = piece.end();
    }
    return at < text.length() ? List.of() : pieces;
  }

  /** What a prime or an m is can be told from the first unit. */
  private static Optional<Unit> unit(Piece piece, List<Piece> pieces) {
    String first = pieces.getFirst().symbol();
    boolean angle = first.equals("\u00b0");
    boolean time = pieces.stream().anyMatch(each -> each.symbol().matches("h|hr|s|sec"));
    return UnitTable.find(
        switch (piece.symbol()) {
          case "'" -> angle ? "arcmin" : "ft";
          case "''", "\"" -> angle ? "arcsec" : "in";
          case "d" -> "day";
          case "m" -> time ? "min" : "m";
          default -> piece.symbol();
        });
  }

  private static Optional<ParsedAnswer> sum(List<Piece> pieces, List<Unit> units) {
    Unit first = units.getFirst();
    Rational sum = pieces.getFirst().number();
    for (int i = 1; i < units.size(); i++) {
      Unit unit = units.get(i);
      Rational ratio = units.get(i - 1).factor().dividedBy(unit.factor()).orElseThrow();
      boolean same = unit.dimension().equals(first.dimension()) && unit.pis() == first.pis();
      boolean list = pieces.get(i - 1).listed() && isMetric(unit, ratio);
      if (!same || list || ratio.compareTo(Rational.ONE) <= 0 || !unit.isKnown()) {
        return Optional.empty();
      }
      Rational size = unit.factor().dividedBy(first.factor()).orElseThrow();
      sum = sum.plus(pieces.get(i).number().times(size));
    }
    return Optional.of(new Quantity(Formula.of(sum), first));
  }

  /** Two lengths with "and" or a comma between are two, unless their units are customary. */
  private static boolean isMetric(Unit unit, Rational ratio) {
    boolean counted = unit.dimension().powerOf("dollar") != 0 || unit.dimension().powerOf("s") != 0;
    Rational rest = ratio;
    while (rest.compareTo(TEN) >= 0) {
      rest = rest.dividedBy(TEN).orElseThrow();
    }
    return !counted && rest.equals(Rational.ONE);
  }
}
