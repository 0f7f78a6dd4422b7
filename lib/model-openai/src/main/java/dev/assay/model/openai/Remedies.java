// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.FailureKind;
import dev.assay.text.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says what to change so that a server no longer refuses: which setting of Assay, or what of it.
 */
final class Remedies {

  /** Where a server that echoes a request has not begun to. */
  private static final int FIRST_WORDS = 400;

  private static final String CALLS = "assay.role.model.calls.";

  /** What a request holds that can be done without, and what of Assay decides about its value. */
  private enum Field {
    MAX_COMPLETION_TOKENS("assay.role.max-tokens"),
    MAX_TOKENS("assay.role.max-tokens"),
    TEMPERATURE("assay.role.temperature"),
    TOP_P("assay.role.top-p"),
    STREAM_OPTIONS(CALLS + "stream"),
    STREAM(CALLS + "stream"),
    TOP_LOGPROBS(CALLS + "log-probabilities"),
    LOGPROBS(CALLS + "log-probabilities"),
    SEED(""),
    STOP("");

    private final String setting;
    private final String sent = name().toLowerCase(Locale.ROOT);
    private final Pattern named;

    Field(String setting) {
      this.setting = setting;
      // A plain word counts only where it cannot be one of the sentence's.
      String words = sent.contains("_") ? "\\b%s\\b" : "^%s\\b|['\"`.]%s['\"`]|: %s\\W*$";
      this.named = Pattern.compile(words.replace("%s", sent));
    }

    boolean isNamedBy(String param, String message) {
      return param.equals(sent) || param.endsWith("." + sent) || named.matcher(message).find();
    }
  }

  private Remedies() {}

  /** What is expected; empty if nothing is known to help. */
  static Optional<String> of(FailureKind kind, ServerError error) {
    return switch (kind) {
      case QUOTA ->
          Optional.of("an account with credit, or the key of another in ASSAY_MODEL_API_KEY");
      case CONTEXT_LENGTH ->
          Optional.of(
              "a prompt and a reply that fit; lower assay.role.max-tokens, or start the server with a"
                  + " longer context");
      case KEY -> Optional.of("the key of ASSAY_MODEL_API_KEY");
      case MODEL -> Optional.of("a name that the server knows in assay.role.model.name");
      case ADDRESS ->
          Optional.of("the address up to, and without, /chat/completions in assay.role.model.url");
      case FIELD -> field(error).map(field -> remedy(field, error));
      default -> Optional.empty();
    };
  }

  /** The field that a server refuses, as it is sent; empty if it names none. */
  static Optional<String> refused(ServerError error) {
    return field(error).map(field -> field.sent);
  }

  private static Optional<Field> field(ServerError error) {
    String message = PlainText.line(error.message(), FIRST_WORDS).toLowerCase(Locale.ROOT);
    return List.of(Field.values()).stream()
        .filter(each -> each.isNamedBy(error.param().toLowerCase(Locale.ROOT), message))
        .reduce((one, other) -> place(other, message) < place(one, message) ? other : one);
  }

  private static int place(Field field, String message) {
    int place = message.indexOf(field.sent);
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  private static String remedy(Field field, ServerError error) {
    if (field == Field.MAX_TOKENS
        && error.message().contains("max_completion_tokens")
        && !error.message().contains("too large")) {
      return CALLS + "rename=max_tokens=max_completion_tokens";
    }
    String without = CALLS + "leave-out=" + field.sent + " to leave it out";
    return field.setting.isEmpty()
        ? without
        : "another value of " + field.setting + ", or " + without;
  }
}
