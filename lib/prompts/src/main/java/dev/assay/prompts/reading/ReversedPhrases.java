// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.equality.answers.AnswerOptions;
import dev.assay.prompts.reading.FinalAnswer.Method;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers that stand before what is said of them: "so 42 is the answer", "(B) is correct". */
final class ReversedPhrases {

  private static final Pattern VERB =
      Pattern.compile(
          " (?:is|are) (?:(?:therefore|thus|indeed|clearly|both) )?(?:(?:the|our|my) (?:(?:correct|final|right|best|only) )?"
              + "(?:answers?|options?|choices?)(?= ?[.!,\\n*]|$)|(correct|right)(?= ?[.!\\n*]|$))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern VALUE =
      Pattern.compile(
          "(?:^|[\\s,:])(?:((?:\\d[\\d.]{0,20}(?:, (?:and )?| and | or )){1,8}\\d[\\d.]{0,20}|\\$[^$\\n]{1,60}\\$|\\*\\*[^*\\n]{1,60}\\*\\*|[-−]?[$€£]?\\d[\\d,.]{0,20}%?)"
              + "|((?:[Oo]ption |[Cc]hoice )?(?:\\([A-J]\\)|[A-J]\\)?)))(?:\\*\\*)?$");

  private static final Pattern NAMED = Pattern.compile("[Oo]ption |[Cc]hoice ");

  private static final int WINDOW = 80;
  private static final int MOST = 8;

  private ReversedPhrases() {}

  /** The last of them, in the order of the text. */
  static List<FinalAnswer> in(String text, AnswerOptions options) {
    List<FinalAnswer> found = new ArrayList<>();
    List<MatchResult> verbs = VERB.matcher(WorkBudget.metered(text)).results().toList();
    for (MatchResult verb : verbs.subList(Math.max(0, verbs.size() - MOST), verbs.size())) {
      before(text, verb, options).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<FinalAnswer> before(
      String text, MatchResult verb, AnswerOptions options) {
    int from = Math.max(0, verb.start() - WINDOW);
    Matcher value = VALUE.matcher(text.substring(from, verb.start()));
    if (!value.find()) {
      return Optional.empty();
    }
    if (Hedges.before(text, from + value.start())) {
      return Optional.empty();
    }
    int group = value.group(1) == null ? 2 : 1;
    Span span = new Span(from + value.start(group), from + value.end(group)).bare(text);
    // "42 is correct" may be said of a step, "(B) is correct" is said of a choice.
    boolean named = group == 2 && NAMED.matcher(span.of(text)).lookingAt();
    boolean choice = group == 2 && (named || !options.isEmpty() || verb.group(1) == null);
    return choice
        ? Choice.of(text, span, options)
        : Optional.of(span.found(Method.STATED, span.of(text)))
            .filter(_ -> group == 1 && verb.group(1) == null);
  }
}
