// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.math.Formula;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what stands left of an equals sign for no more than to say what is meant. */
final class Names {

  private static final String LETTER =
      "(?:[A-Za-z]|\\\\[a-z]{2,8})(?:_\\s?\\{?\\w{1,9}\\}?)?'{0,2}";

  private static final Pattern NAME =
      Pattern.compile(
          LETTER
              + "(?:\\^\\s?\\{-1\\})?\\s?[(\\[][^()\\[\\]]{1,40}[)\\]]"
              + "|[A-Z]{2,4}|\\[[A-Z]{3,5}\\]|\\|[A-Z]{2}\\|"
              + "|(?:m ?)?\\\\(?:vec|hat|bar|tilde|angle|overline|triangle|overrightarrow) ?\\{?[A-Za-z]{1,4}'?\\}?"
              + "|(?:\\\\text\\s?\\{)?[A-Za-z]{4,20}(?: [A-Za-z]{1,20}){0,3}\\}?"
              + "|\\\\text\\s?\\{[A-Za-z ]{1,30}\\}(?:_\\s?\\{?\\w{1,9}\\}?)?(?:[(\\[][^()\\[\\]]{1,20}[)\\]])?"
              + "|\\\\(?:lim|sum|int|prod|det|Pr|max|min|gcd|lcm)(?![a-z])[^=]{1,100}"
              + "|\\\\(?:lim|sum|prod|int)_\\s?\\{[^{}]{1,40}\\}.{1,100}");

  private static final Pattern TUPLE =
      Pattern.compile("\\(\\s?" + LETTER + "(?:\\s?,\\s?" + LETTER + "){1,5}\\s?\\)");

  private static final Pattern RATIO =
      Pattern.compile(
          "(?:[A-Z]{1,4}|" + LETTER + ")(?:\\s?:\\s?(?:[A-Z]{1,4}|" + LETTER + ")){1,3}");

  /** No product has square brackets behind a capital letter. */
  private static final Pattern EXPECTED = Pattern.compile("[A-Z]\\s?\\[.*\\]");

  private static final Pattern DRESS = Pattern.compile("\\\\text|[\\s{}]");

  private Names() {}

  /** The name in one way of writing; empty if the text may be more than one. */
  static Optional<String> of(String text, Optional<Formula> formula) {
    Optional<String> variable = formula.flatMap(Formula::name);
    if (variable.isPresent()) {
      return variable;
    }
    boolean name =
        formula.isPresent()
            ? formula.get().isCall() || (!isProduct(text) && NAME.matcher(text).matches())
            : NAME.matcher(text).matches();
    return name ? Optional.of(undressed(text)) : Optional.empty();
  }

  /** A letter before a bracket is a factor where the formula could be read so. */
  private static boolean isProduct(String text) {
    boolean square = text.startsWith("[") || EXPECTED.matcher(text).matches();
    return text.endsWith(")") || (text.endsWith("]") && !square);
  }

  /** Names in round brackets, for coordinates. */
  static boolean isTuple(String text) {
    return TUPLE.matcher(text).matches();
  }

  static boolean isRatio(String text) {
    return RATIO.matcher(text).matches();
  }

  static String undressed(String text) {
    return DRESS.matcher(text).replaceAll("");
  }
}
