// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.text.WorkBudget;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a text has struck out; nothing that stands there is said.
 *
 * @param spans in the order of the text
 */
record Struck(List<Span> spans) {

  private static final Pattern MARKUP =
      Pattern.compile(
          "~~[^~\\n]{1,200}~~|<(del|s|strike)>[^<\\n]{1,200}</\\1>|\\\\[bx]?cancel\\{\\\\boxed\\{[^{}\\n]{1,80}\\}");

  private static final List<String> SIGNS = List.of("~~", "</", "cancel{");

  static Struck in(String text) {
    if (SIGNS.stream().noneMatch(text::contains)) {
      return new Struck(List.of());
    }
    return new Struck(
        MARKUP
            .matcher(WorkBudget.metered(text))
            .results()
            .map(found -> new Span(found.start(), found.end()))
            .toList());
  }

  boolean has(FinalAnswer answer) {
    return spans.stream()
        .anyMatch(each -> each.start() <= answer.start() && answer.end() <= each.end());
  }
}
