// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that a model under bad stars, or a malicious one, could give for an answer. */
final class StrangeTexts {

  private static final List<String> PIECES =
      List.of(
          "1",
          "2",
          "9",
          "0",
          "12",
          "3.5",
          ".",
          "1,024",
          ",",
          "+",
          "-",
          "*",
          "/",
          "^",
          "^{",
          "_",
          "_{",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          "|",
          "!",
          "%",
          "\\",
          "\\frac",
          "\\frac{1}{2}",
          "\\sqrt",
          "\\sqrt{",
          "\\sqrt[3]{",
          "\\pi",
          "e",
          "i",
          "x",
          "y",
          "n",
          "\\sin",
          "\\cos ",
          "\\ln ",
          "\\log ",
          "\\log_",
          "\\pm",
          "\\infty",
          "\\cup",
          "\\in",
          "=",
          "<",
          ">",
          "\\le ",
          "\\begin{pmatrix}",
          "\\end{pmatrix}",
          "&",
          "\\\\",
          "\\text{",
          "cm",
          " m",
          "$",
          "\\$",
          "^\\circ",
          "\\left",
          "\\right",
          "\\boxed{",
          " ",
          "or",
          "and",
          "yes",
          "A",
          "e^",
          "9^{9^{9^9}}",
          "100!",
          "999!",
          "\u221a",
          "\u03c0",
          "\u2264",
          "\u00bd",
          "\u00b2",
          "\u2083",
          "\uD83D\uDE00",
          "\\binom{9}{3}",
          "\\arcsin ",
          "\\{",
          "\\}",
          " km/h",
          " kg m^{-3}",
          "\\text{m/s}^2",
          "\\SI{3}{",
          "\\per",
          "12-17",
          " to ",
          "between ",
          ":",
          "08:05",
          " pm",
          "1.234.567",
          "0,625",
          "\u0664\u0662",
          "seven",
          " hundred ",
          " per ",
          "\u00b0C",
          "\u00b5",
          "\u20ac",
          "5 ft 6 in",
          "\u2030",
          "f(",
          "k(x+1)",
          "'",
          "\\overline{",
          "\\dot{3}",
          "0.(",
          "\\approx ",
          "about ",
          "\\ne ",
          "\\mid ",
          "\\setminus ",
          "{}_5C_2",
          "\\choose ",
          "\\begin{cases}",
          "\\end{cases}",
          "\\begin{vmatrix}",
          "\\end{vmatrix}",
          "[[",
          "]]",
          "^T",
          "respectively",
          "\n- ",
          "\\mathbb{R}");

  private static final List<String> TERMS =
      List.of(
          "x",
          "\\sin x",
          "\\sqrt{x}",
          "e^{x}",
          "\\pi",
          "2^{x}",
          "\\ln 7",
          "\\sqrt[7]{3}",
          "x^{50}",
          "(x+1)^{99}",
          "99!",
          "\\frac{x}{3}",
          "12345678901234567890",
          "1000!",
          "i");

  private static final List<String> OPENERS =
      List.of(
          "(",
          "\\sqrt{",
          "\\frac{1}{1+",
          "\\sin(",
          "2^{",
          "|",
          "e^{",
          "\\ln(2+",
          "(1,",
          "-",
          "9^{",
          "\\{",
          "[0, ",
          "\\text{",
          "\\boxed{",
          "x = (",
          "f(",
          "k(x+",
          "k(x+1)^{",
          "\\{x \\mid x < ",
          "|x| < ",
          "(1,2) \\setminus \\{",
          "\\begin{vmatrix} 1 & ",
          "\\begin{pmatrix} ");

  private final Random random;
  private final List<Supplier<String>> kinds =
      List.of(
          () -> pieces(12),
          () -> pieces(300),
          () -> repeated(pick(PIECES), 5_000),
          () -> repeated(pick(PIECES) + pick(PIECES), 5_000),
          this::nested,
          () -> joined(TERMS, pick(List.of("+", "-", "*", " = ", ", "))),
          this::digits,
          this::noise,
          () -> joined(List.of("the", "answer", "is", "5", "cm", "and", "or", "per"), " "),
          this::tower);

  StrangeTexts(long seed) {
    this.random = new Random(seed);
  }

  String next() {
    return pick(kinds).get();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String pieces(int most) {
    return joined(PIECES, "", random.nextInt(most));
  }

  private String joined(List<String> parts, String separator) {
    return joined(parts, separator, 1 + random.nextInt(200));
  }

  private String joined(List<String> parts, String separator, int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> pick(parts))
        .collect(Collectors.joining(separator));
  }

  private String repeated(String piece, int length) {
    return piece.repeat(1 + random.nextInt(length / piece.length()))
        + (random.nextBoolean() ? "1" : "");
  }

  /** Often balanced, sometimes one bracket short, sometimes a hundred thousand deep. */
  private String nested() {
    String opener = pick(OPENERS);
    int depth = random.nextInt(20) == 0 ? 100_000 : 1 + random.nextInt(70);
    char last = opener.strip().charAt(opener.strip().length() - 1);
    String closer =
        opener.contains("{") ? "}" : opener.contains("[") ? "]" : last == '|' ? "|" : ")";
    return opener.repeat(depth) + pick(TERMS) + closer.repeat(depth - random.nextInt(2));
  }

  private String digits() {
    int length = random.nextInt(20) == 0 ? 1_000_000 : random.nextInt(5_000);
    StringBuilder digits = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits + pick(List.of("", ".0", "/3", "e9", "%", " cm"));
  }

  private String noise() {
    return random
        .ints(random.nextInt(2_000), 1, random.nextBoolean() ? 0x80 : 0x3000)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private String tower() {
    int height = 2 + random.nextInt(40);
    return switch (random.nextInt(5)) {
      case 0 -> "9^{".repeat(height) + "9" + "}".repeat(height);
      case 1 -> "9^".repeat(height) + "9";
      case 2 -> "(" + "9".repeat(height) + "!)^{" + "9".repeat(height) + "}";
      case 3 -> "1e" + "9".repeat(height);
      default -> "\\sqrt[" + height + "]{" + "7".repeat(height * 80) + "}";
    };
  }
}
