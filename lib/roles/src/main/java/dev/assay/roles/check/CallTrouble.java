// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.model.FailureKind;
import dev.assay.model.Model;
import dev.assay.model.ModelException;
import dev.assay.roles.NoReplyException;
import java.util.List;

/** Says why a call brought no reply, and what to change. */
final class CallTrouble {

  /** Of a server's models, for one line. */
  private static final int MOST_NAMES = 10;

  private CallTrouble() {}

  static Diagnosis of(NoReplyException failure, Model model) {
    String message = String.valueOf(failure.getMessage());
    return failure.getCause() instanceof ModelException cause
        ? of(cause, model)
        : Diagnosis.told(message, "a reply that can be used");
  }

  static Diagnosis of(ModelException failure, Model model) {
    String message = String.valueOf(failure.getMessage());
    return failure.kind() == FailureKind.MODEL
        ? Diagnosis.fault(message, names(model.listed()))
        : Diagnosis.told(message, expected(failure.kind()));
  }

  /** What a name may be. */
  static String names(List<String> listed) {
    String known = listed.isEmpty() ? "a name that the server knows" : shown(listed);
    return known + " in assay.role.model.name";
  }

  private static String shown(List<String> listed) {
    String more = listed.size() > MOST_NAMES ? ", ..." : "";
    return "one of "
        + String.join(", ", listed.subList(0, Math.min(MOST_NAMES, listed.size())))
        + more;
  }

  private static String expected(FailureKind kind) {
    return switch (kind) {
      case UNAVAILABLE -> "a server that answers at assay.role.model.url";
      case BUSY -> "a server with room; fewer calls at a time by assay.role.model.calls.most";
      case SILENT -> "a reply within assay.role.timeout; a shorter one by assay.role.max-tokens";
      case BROKEN_OFF ->
          "a whole reply; assay.role.model.calls.stream=false where streams are broken off";
      case UNREADABLE, ADDRESS ->
          "chat completions at assay.role.model.url, up to, and without, /chat/completions";
      case KEY -> "the key in assay.role.model.api-key";
      case MODEL -> "a name that the server knows in assay.role.model.name";
      case CONTEXT_LENGTH -> "a longer context, or a lower assay.role.max-tokens";
      case FIELD ->
          "assay.role.model.calls.leave-out or assay.role.model.calls.rename for the field";
      case QUOTA, WITHHELD, THINKING_ONLY, EXCESSIVE, OTHER -> "a reply that can be used";
    };
  }
}
