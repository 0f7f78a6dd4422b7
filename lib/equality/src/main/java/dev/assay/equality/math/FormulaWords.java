// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import dev.assay.equality.math.FormulaToken.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What commands and plain words mean in a formula. */
final class FormulaWords {

  /** Commands by another name; nothing is white space or mere looks. */
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("dfrac", "frac"),
          Map.entry("tfrac", "frac"),
          Map.entry("cfrac", "frac"),
          Map.entry("dbinom", "binom"),
          Map.entry("tbinom", "binom"),
          Map.entry("times", "*"),
          Map.entry("cdot", "*"),
          Map.entry("ast", "*"),
          Map.entry("cdotp", "*"),
          Map.entry("div", "/"),
          Map.entry("lvert", "|"),
          Map.entry("rvert", "|"),
          Map.entry("vert", "|"),
          Map.entry("lbrack", "["),
          Map.entry("rbrack", "]"),
          Map.entry("infinity", "infty"),
          Map.entry("{", "\\{"),
          Map.entry("}", "\\}"),
          Map.entry("$", "\\$"),
          Map.entry("varepsilon", "epsilon"),
          Map.entry("varphi", "phi"));

  private static final Set<String> LOOKS =
      Set.of(
          "left",
          "right",
          "middle",
          "big",
          "Big",
          "bigg",
          "Bigg",
          "bigl",
          "bigr",
          "Bigl",
          "Bigr",
          "displaystyle",
          "textstyle",
          "limits",
          "mathrm",
          "mathbf",
          "mathit",
          "rm",
          "bf",
          "quad",
          "qquad",
          ",",
          ";",
          ":",
          "!",
          " ",
          "(",
          ")",
          "[",
          "]",
          "\n");

  /** Plain words that are commands without a backslash; the longer ones come first. */
  private static final List<String> PLAIN =
      List.of(
          "infinity",
          "arcsin",
          "arccos",
          "arctan",
          "floor",
          "cbrt",
          "sinh",
          "cosh",
          "tanh",
          "theta",
          "alpha",
          "omega",
          "sqrt",
          "ceil",
          "beta",
          "sin",
          "cos",
          "tan",
          "cot",
          "sec",
          "csc",
          "log",
          "exp",
          "abs",
          "mod",
          "and",
          "gcd",
          "lcm",
          "max",
          "min",
          "ln",
          "pi",
          "or",
          "is",
          "in",
          "to",
          "of",
          "if");

  private static final Set<String> GREEK =
      Set.of(
          "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
          "lambda", "mu", "nu", "xi", "rho", "sigma", "tau", "phi", "chi", "psi", "omega", "Delta",
          "Gamma", "Theta", "Lambda", "Sigma", "Phi", "Psi", "Omega", "ell");

  /** Functions that are also written as words in upright letters. */
  private static final Set<String> UPRIGHT =
      Set.of(
          "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "sin", "cos", "tan", "cot", "sec",
          "csc", "log", "ln", "exp", "e", "i");

  private FormulaWords() {}

  /** Whether the word is the same in upright letters as without them. */
  static boolean isUpright(String word) {
    return UPRIGHT.contains(word);
  }

  /** The command's one name; empty if it says nothing but how to look. */
  static String command(String name) {
    return LOOKS.contains(name) ? "" : SYNONYMS.getOrDefault(name, name);
  }

  /** The command that a plain word stands for; a root without backslash covers a whole number. */
  static String plain(String word) {
    return word.equals("sqrt") ? "root" : command(word);
  }

  static Kind kind(String name) {
    if (GREEK.contains(name) || (name.length() == 1 && Character.isLetter(name.charAt(0)))) {
      return Kind.LETTER;
    }
    return Character.isLetter(name.charAt(0)) ? Kind.COMMAND : Kind.SIGN;
  }

  /** The plain word that begins there, or nothing. */
  static String named(String letters, int at) {
    return PLAIN.stream().filter(each -> letters.startsWith(each, at)).findFirst().orElse("");
  }
}
