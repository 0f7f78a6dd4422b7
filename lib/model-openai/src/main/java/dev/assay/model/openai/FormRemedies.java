// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.ServerCalls;
import dev.assay.model.ServerCalls.Constraint;
import dev.assay.model.ServerCalls.Prefill;
import dev.assay.text.PlainText;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says which setting to change where a server refuses the way in which a request is packed, a reply
 * is begun for it, or it is kept to some texts. Nothing of that can be left out: the reply would be
 * another than was asked for.
 */
final class FormRemedies {

  /** Where a server that echoes a request has not begun to. */
  private static final int FIRST_WORDS = 400;

  private static final Pattern PREFILL =
      Pattern.compile("(?i)continue_final_message|add_generation_prompt|prefill|last message");

  private static final Pattern CONSTRAINT =
      Pattern.compile("(?i)structured.?outputs|guided_choice|response_format|json_schema|grammar");

  private static final Set<Integer> REFUSES_PACKED = Set.of(400, 415, 422);

  private FormRemedies() {}

  /** What is expected; empty if neither is used, or the words are of something else. */
  static Optional<String> of(ServerCalls calls, int status, ServerError error) {
    // Those that do not look at how it is packed find no JSON in it.
    if (Boolean.TRUE.equals(calls.gzip()) && REFUSES_PACKED.contains(status)) {
      return Optional.of("assay.role.model.calls.gzip=false, if it takes no packed request");
    }
    String words = PlainText.line(error.param() + " " + error.message(), FIRST_WORDS);
    if (calls.prefill() != Prefill.NONE && PREFILL.matcher(words).find()) {
      return Optional.of("another value of assay.role.model.calls.prefill");
    }
    return calls.constraint() != Constraint.NONE && CONSTRAINT.matcher(words).find()
        ? Optional.of("another value of assay.role.model.calls.constraint")
        : Optional.empty();
  }
}
