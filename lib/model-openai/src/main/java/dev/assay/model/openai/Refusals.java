// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.FailureKind;
import dev.assay.text.PlainText;
import dev.assay.text.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells why a server refuses: by the codes and words of {@code refusals.tsv}, whatever the status,
 * as some answer 500 or 429 to what will never pass, and by the status where those say nothing.
 */
final class Refusals {

  /** Further on a message may quote the prompt, which may say anything. */
  private static final int FIRST_WORDS = 400;

  private static final Set<FailureKind> PASSING = Set.of(FailureKind.BUSY, FailureKind.UNAVAILABLE);

  private static final List<Rule> RULES =
      TextTable.of(Refusals.class, "refusals.tsv").stream().map(Rule::of).toList();

  private Refusals() {}

  /** One way of saying it. */
  private record Rule(FailureKind kind, String where, String says) {

    static Rule of(TextTable.Row row) {
      return new Rule(
          FailureKind.valueOf(row.get("kind")),
          row.get("where"),
          row.get("says").toLowerCase(Locale.ROOT));
    }

    boolean fits(ServerError error, String words) {
      return switch (where) {
        case "code" -> says.equalsIgnoreCase(error.code()) || says.equalsIgnoreCase(error.type());
        case "param" -> says.equalsIgnoreCase(error.param());
        case "words" -> words.contains(says);
        default ->
            throw new IllegalStateException(where + " (expected: one of code, param, words)");
      };
    }
  }

  static FailureKind kind(int status, ServerError error) {
    String words = PlainText.line(error.message(), FIRST_WORDS).toLowerCase(Locale.ROOT);
    return RULES.stream()
        .filter(rule -> rule.fits(error, words))
        .map(Rule::kind)
        .findFirst()
        .orElseGet(() -> kind(status, error, words));
  }

  private static FailureKind kind(int status, ServerError error, String words) {
    return switch (status) {
      case 401, 403 -> FailureKind.KEY;
      case 402 -> FailureKind.QUOTA;
      case 404 -> words.contains("model") ? FailureKind.MODEL : FailureKind.ADDRESS;
      case 301, 302, 303, 307, 308, 405, 501 -> FailureKind.ADDRESS;
      case 408, 425, 429 -> FailureKind.BUSY;
      case 400, 422 -> Remedies.refused(error).isPresent() ? FailureKind.FIELD : FailureKind.OTHER;
      default -> status >= 500 ? FailureKind.UNAVAILABLE : FailureKind.OTHER;
    };
  }

  /**
   * Whether the same may succeed later.
   *
   * @param status 0 where an error says no more than that it is one
   */
  static boolean mayPass(int status, FailureKind kind) {
    return PASSING.contains(kind) || (status == 0 && kind == FailureKind.OTHER);
  }
}
