// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.prompts.reading.FinalAnswer.Method;
import dev.assay.text.WorkBudget;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Answers between tags, {@code <answer>42</answer>}, as training by rewards teaches models. */
final class TaggedAnswer {

  private static final Pattern OPEN =
      Pattern.compile("<(final[_-]?)?answer>", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 200;

  private TaggedAnswer() {}

  /** The last one that is closed and holds one line that is no prose. */
  static Optional<FinalAnswer> last(String text) {
    return OPEN.matcher(WorkBudget.metered(text))
        .results()
        .reduce((_, later) -> later)
        .flatMap(tag -> content(text, tag));
  }

  private static Optional<FinalAnswer> content(String text, MatchResult tag) {
    int limit = Math.min(text.length(), tag.end() + LONGEST);
    int end = text.substring(tag.end(), limit).indexOf("</");
    if (end < 0) {
      return Optional.empty();
    }
    Span bare = new Span(tag.end(), tag.end() + end).bare(text);
    String content = bare.of(text);
    boolean read = content.contains("\n") || content.contains("\\boxed") || isPhrase(content);
    return read || bare.isBlank(text) || NoAnswer.isBlank(content)
        ? Optional.empty()
        : Optional.of(bare.found(Method.TAGGED, content));
  }

  /** One that says "the answer is" is read as that. */
  private static boolean isPhrase(String content) {
    return !Introductions.in(content).isEmpty();
  }
}
