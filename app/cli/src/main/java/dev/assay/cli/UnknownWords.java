// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells questions from options that do not exist, and refuses what nobody understands. */
final class UnknownWords {

  /** Letters after the minus: arithmetic goes on with a digit, a bracket or a space. */
  private static final Pattern OPTION =
      Pattern.compile("--?\\p{Alpha}[\\p{Alnum}-]*(=.*)?", Pattern.DOTALL);

  private static final String END_OF_OPTIONS = "--";

  private UnknownWords() {}

  /**
   * Refuses unknown words also where help is asked for: a script's slip is no success.
   *
   * @throws UnmatchedArgumentException if there are any
   */
  static void refuse(ParseResult parsed) {
    for (CommandLine line : parsed.asCommandLineList()) {
      List<String> unknown = new ArrayList<>(line.getParseResult().unmatched());
      line.getParseResult()
          .matchedPositionals()
          .forEach(each -> unknown.addAll(slips(line, each.originalStringValues())));
      if (!unknown.isEmpty()) {
        throw new UnmatchedArgumentException(line, unknown);
      }
    }
  }

  /** Words that look like options, and do not come after the end of the options. */
  private static List<String> slips(CommandLine line, List<String> words) {
    List<String> original = line.getParseResult().originalArgs();
    int end = original.indexOf(END_OF_OPTIONS);
    List<String> options = end < 0 ? original : original.subList(0, end);
    return words.stream()
        .filter(word -> options.contains(word) && OPTION.matcher(word).matches())
        .toList();
  }

  /**
   * The one word that is a question.
   *
   * @param words what is neither an option nor the value of one
   * @throws ParameterException if there is none, or more than one
   */
  static String question(CommandLine line, List<String> words) {
    if (words.size() != 1) {
      throw new ParameterException(
          line,
          words.isEmpty()
              ? "QUESTION: missing (expected: a question in quotes; after -- if it looks like an"
                  + " option)"
              : "QUESTION: %d words, %s (expected: one question, in quotes)"
                  .formatted(words.size(), words));
    }
    return words.getFirst();
  }
}
