// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Matrix;
import dev.assay.equality.answers.ParsedAnswer.Order;
import dev.assay.equality.math.Formula;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads matrices in every bracket and environment, and determinants, which are numbers. */
record Matrices(PartReader parts) {

  private static final Pattern ENVIRONMENT =
      Pattern.compile(
          "([^&]*?)([(\\[|]|\\\\\\{)?\\s?\\\\begin\\s?\\{((?:[pbBv]|small)?matrix|array)\\}"
              + "(?:\\s?\\{[^{}]{0,40}\\})?(.*)\\\\end\\s?\\{\\3\\}\\s?([)\\]|]|\\\\\\})?"
              + "(\\s?\\^\\s?\\{?\\s?(?:T|\\\\top|\\\\mathsf\\s?\\{?T\\}?)\\s?\\}?)?");

  private static final Pattern TRANSPOSED =
      Pattern.compile("([(\\[].*[)\\]])\\s?\\^\\s?\\{?\\s?(?:T|\\\\top)\\s?\\}?");

  private static final Set<String> BRACKETS = Set.of("null null", "( )", "[ ]", "| |", "\\{ \\}");

  private static final Pattern RULE = Pattern.compile("\\\\hline|\\\\cr$");
  private static final Pattern ROW =
      Pattern.compile("\\\\\\\\(?:\\s?\\[[0-9. a-z]{1,10}\\])?|\\\\cr");
  private static final int ROWS = 60;

  /** Rows of a determinant that is worked out, by its first row. */
  private static final int LARGEST = 4;

  Optional<ParsedAnswer> read(String text) {
    if (text.startsWith("[[") && text.endsWith("]]")) {
      return nested(text).flatMap(rows -> matrix(rows));
    }
    Matcher transposed = TRANSPOSED.matcher(text);
    if (transposed.matches()) {
      String row = transposed.group(1);
      List<String> cells = Listing.of(row.substring(1, row.length() - 1), true).members();
      boolean pair = row.startsWith("(") == row.endsWith(")");
      return pair && Brackets.enclose(row) && cells.size() > 1
          ? matrix(cells.stream().map(List::of).toList())
          : Optional.empty();
    }
    if (!text.contains("\\begin")) {
      return Optional.empty();
    }
    Matcher environment = ENVIRONMENT.matcher(WorkBudget.metered(text));
    boolean whole =
        environment.matches()
            && BRACKETS.contains(environment.group(2) + " " + environment.group(5));
    return whole ? environment(environment) : Optional.empty();
  }

  private Optional<ParsedAnswer> environment(Matcher matched) {
    List<List<String>> rows = rows(matched.group(4));
    String factor = matched.group(1).strip();
    boolean bars = matched.group(3).equals("vmatrix") || "|".equals(matched.group(2));
    boolean computed = bars || !factor.isEmpty();
    if (computed && !rows.stream().flatMap(List::stream).allMatch(Matrices::isFormula)) {
      return Optional.empty();
    }
    if (bars) {
      return factor.isEmpty() && isSquare(rows)
          ? parts.understood(determinant(rows))
          : Optional.empty();
    }
    List<List<String>> scaled =
        factor.isEmpty()
            ? rows
            : rows.stream()
                .map(row -> row.stream().map(cell -> scaled(factor, cell)).toList())
                .toList();
    return matrix(matched.group(6) == null ? scaled : turned(scaled));
  }

  private static boolean isFormula(String cell) {
    return Formula.parse(cell).isPresent();
  }

  private static String scaled(String factor, String cell) {
    return "(" + (factor.equals("-") ? "-1" : factor) + ")*(" + cell + ")";
  }

  private static List<List<String>> rows(String body) {
    String plain = RULE.matcher(body).replaceAll("").strip();
    List<List<String>> rows = new ArrayList<>();
    for (String line : ROW.split(plain, ROWS)) {
      rows.add(List.of(line.split("&", -1)).stream().map(String::strip).toList());
    }
    boolean open = rows.size() > 1 && rows.getLast().equals(List.of(""));
    return open ? rows.subList(0, rows.size() - 1) : rows;
  }

  /** Rows in square brackets, inside of square brackets. */
  private static Optional<List<List<String>>> nested(String text) {
    List<List<String>> rows = new ArrayList<>();
    for (String row : Listing.of(text.substring(1, text.length() - 1), true).members()) {
      if (!row.startsWith("[") || !row.endsWith("]") || !Brackets.enclose(row)) {
        return Optional.empty();
      }
      rows.add(Listing.of(row.substring(1, row.length() - 1), true).members());
    }
    return Optional.of(rows).filter(all -> all.stream().map(List::size).distinct().count() == 1);
  }

  private Optional<ParsedAnswer> matrix(List<List<String>> rows) {
    List<List<ParsedAnswer>> read = new ArrayList<>();
    for (List<String> row : rows) {
      Optional<List<ParsedAnswer>> cells = new Listing(row, false, Order.FIXED).read(parts);
      if (cells.isEmpty()) {
        return Optional.empty();
      }
      read.add(cells.get());
    }
    return Optional.of(new Matrix(read));
  }

  private static List<List<String>> turned(List<List<String>> rows) {
    boolean even = rows.stream().map(List::size).distinct().count() == 1;
    return !even
        ? rows
        : IntStream.range(0, rows.getFirst().size())
            .mapToObj(i -> rows.stream().map(row -> row.get(i)).toList())
            .toList();
  }

  private static boolean isSquare(List<List<String>> rows) {
    return rows.size() <= LARGEST && rows.stream().allMatch(row -> row.size() == rows.size());
  }

  /** As a formula. */
  private static String determinant(List<List<String>> rows) {
    if (rows.size() == 1) {
      return "(" + rows.getFirst().getFirst() + ")";
    }
    StringBuilder sum = new StringBuilder("(0");
    for (int i = 0; i < rows.size(); i++) {
      int skipped = i;
      List<List<String>> minor =
          rows.stream()
              .skip(1)
              .map(
                  row ->
                      IntStream.range(0, row.size())
                          .filter(j -> j != skipped)
                          .mapToObj(row::get)
                          .toList())
              .toList();
      sum.append(i % 2 == 0 ? "+(" : "-(").append(rows.getFirst().get(i)).append(")*");
      sum.append(determinant(minor));
    }
    return sum.append(')').toString();
  }
}
