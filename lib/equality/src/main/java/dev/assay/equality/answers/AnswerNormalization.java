// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.math.TypesetCharacters;
import java.util.List;
import java.util.regex.Pattern;

/** Takes off what answers are dressed in, so that the same answer is the same text. */
final class AnswerNormalization {

  private static final int LAYERS = 8;

  private static final Pattern ESCAPED = Pattern.compile("\\\\\\\\(?=[\\\\A-Za-z({\\[)}\\]$%,!;])");

  private static final List<String> WRAPPERS =
      List.of("\\boxed", "\\fbox", "\\text", "\\textbf", "\\mathbf", "\\mathrm", "\\mbox");

  private static final List<String> PAIRS = List.of("$$", "$", "**", "`", "\"", "___", "__");

  /** What is replaced everywhere, in this order. */
  private static final List<Rewriting> REWRITINGS =
      List.of(
          command("\\\\(?:left|right|middle|[bB]igg?[lr]?)(?![A-Za-z])\\.?", ""),
          rewriting(
              "(?<![\\\\$])\\$(?![ $])([^$\\\\]*+(?:\\\\.[^$\\\\]*+)*+)(?<![ \\\\])\\$(?![0-9$])",
              "$1"),
          command("(?<!\\\\)\\\\[()]", ""),
          rewriting("\\{\\s?\\\\(cdot|times)\\s?\\}", "\\\\$1 "),
          command("\\\\(?:displaystyle|textstyle|limits)(?![A-Za-z])", ""),
          // A thin space between thousands, where the comma is that of a decimal.
          rewriting("(?<=[0-9])\\\\,(?=[0-9]{3}(?:\\\\,[0-9]{3}){0,4},[0-9])", " "),
          rewriting("(?<=[0-9])(?:,\\\\!\\s{0,3}|\\{,\\}|\\\\,)(?=[0-9]{3}(?![0-9]))", ","),
          // Typeset like this, a comma parts no members: it is a decimal comma.
          rewriting("(?<=[0-9])\\{,\\}(?=[0-9])", "."),
          command("(?<!\\\\)\\\\!", ""),
          rewriting("(?<!\\\\)\\\\(?:[,;: ]|quad(?![a-z])|qquad(?![a-z]))|~", " "),
          command("\\\\(?:mbox|textrm|textit|textbf|mathrm|operatorname)(?![a-z])", "\\\\text"),
          rewriting("\\{\\\\rm(?![a-z])\\s?([^{}]*)\\}", "\\\\text{$1}"),
          command("\\\\text\\s?\\{\\s?(or|and|to|from|between|through|,|--?)\\s?\\}", " $1 "),
          rewriting("(?<=[0-9])\\s?[xX]\\s?(?=10\\s?\\^)", "\\\\times "),
          rewriting("(?<![\\^_])(?:\\\\text\\s?)?\\{\\s?(\\\\[%$]|[$%€£¥₹])\\s?\\}", "$1"),
          command("\\\\text\\s?\\{\\s?(USD|EUR|GBP|INR|CAD|AUD)\\s?\\}", "$1 "),
          command("\\\\([%$])", "$1"),
          command("\\\\not\\s?=|\\\\not\\s?\\{=\\}", "\\\\ne "),
          command("\\\\(?:mathbb|Bbb) ?([A-Z])(?![A-Za-z])", "\\\\mathbb{$1}"),
          rewriting("<=|\\\\leq(?:slant)?(?![a-z])", "\\\\le "),
          rewriting(">=|\\\\geq(?:slant)?(?![a-z])", "\\\\ge "),
          command("\\\\lt(?![a-z])", "<"),
          command("\\\\gt(?![a-z])", ">"),
          rewriting(
              "\\^\\s?\\{?o\\}?(?=\\s?[CF](?![A-Za-z]))|\\^\\s?(?:\\{\\s?\\\\circ\\s?\\}|\\\\circ(?![a-z]))|\\\\degree(?![a-z])",
              "°"),
          rewriting("(?<=[0-9%]) ?\u2014 ?(?=[0-9$])", "-"),
          rewriting("\\\\colon(?![a-z])|\\{:\\}", ":"),
          command("\\\\lbrace(?![a-z])", "\\\\{"),
          command("\\\\rbrace(?![a-z])", "\\\\}"),
          rewriting("\\s+", " "));

  private static final Pattern UPRIGHT = Pattern.compile("\\\\(?:text|math|mbox|rm|operatorname)");
  private static final Pattern CLOSE = Pattern.compile("(?<=[0-9]) {1,9}(?=[A-Za-z](?![A-Za-z]))");

  private AnswerNormalization() {}

  /**
   * @param command whether only a text with a command in it can match
   */
  private record Rewriting(Pattern pattern, String replacement, boolean command) {

    String of(String text, boolean commands) {
      return command && !commands ? text : pattern.matcher(text).replaceAll(replacement);
    }
  }

  private static Rewriting rewriting(String pattern, String replacement) {
    return new Rewriting(Pattern.compile(pattern), replacement, false);
  }

  private static Rewriting command(String pattern, String replacement) {
    return new Rewriting(Pattern.compile(pattern), replacement, true);
  }

  /** The answer itself, in one way of writing. */
  static String off(String text) {
    String plain = TypesetCharacters.plain(SignedRanges.worded(text.strip()));
    String bare = bare(UnitMacros.spelledOut(unescaped(plain)));
    boolean commands = bare.indexOf('\\') >= 0;
    for (Rewriting each : REWRITINGS) {
      bare = each.of(bare, commands);
    }
    return Separators.plain(bare(bare));
  }

  private static String bare(String text) {
    String bare = text.strip();
    for (int i = 0; i < LAYERS; i++) {
      String less = layer(bare).strip();
      if (less.equals(bare)) {
        return bare;
      }
      bare = less;
    }
    return bare;
  }

  private static String layer(String text) {
    for (String pair : PAIRS) {
      if (wraps(text, pair, pair)
          && unescaped(text, pair, pair.length()) == text.length() - pair.length()) {
        String inner = inner(text, pair.length(), pair.length());
        return pair.startsWith("$") ? formula(inner) : inner;
      }
    }
    if (wraps(text, "\\(", "\\)") || wraps(text, "\\[", "\\]")) {
      return formula(inner(text, 2, 2));
    }
    for (String wrapper : WRAPPERS) {
      int brace = wrapper.length();
      if (wraps(text, wrapper + "{", "}") && Brackets.close(text, brace) == text.length() - 1) {
        return inner(text, brace + 1, 1);
      }
    }
    boolean stop = text.endsWith(".") && !text.endsWith("..");
    return stop ? inner(text, 0, 1) : text;
  }

  /** In a formula a space is none: the m of 8 m is a variable, if nothing sets it upright. */
  private static String formula(String text) {
    return UPRIGHT.matcher(text).find() ? text : CLOSE.matcher(text).replaceAll("");
  }

  /** Where the sign stands next without a backslash. */
  private static int unescaped(String text, String sign, int from) {
    int at = text.indexOf(sign, from);
    while (at > 0 && text.charAt(at - 1) == '\\') {
      at = text.indexOf(sign, at + 1);
    }
    return at;
  }

  private static boolean wraps(String text, String open, String close) {
    return text.length() > open.length() + close.length()
        && text.startsWith(open)
        && text.endsWith(close);
  }

  private static String inner(String text, int left, int right) {
    return text.substring(left, text.length() - right);
  }

  /** Models that answer in JSON often escape once too often. */
  private static String unescaped(String text) {
    boolean matrix = text.contains("\\begin") && !text.contains("\\\\begin");
    return matrix || !text.contains("\\\\") ? text : ESCAPED.matcher(text).replaceAll("\\\\");
  }
}
