// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.Message.Speaker;
import dev.assay.model.ServerCalls.Prefill;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Has a server go on with a reply that is begun for it: as a last message of the assistant's, which
 * some take for a turn that has ended unless they are told otherwise.
 */
final class Prefilling {

  private Prefilling() {}

  /**
   * @param body with its messages
   */
  static void giveTo(ObjectNode body, @Nullable String prefill, Prefill way) {
    if (prefill == null) {
      return;
    }
    body.withArray("messages")
        .addObject()
        .put("role", Speaker.ASSISTANT.name().toLowerCase(Locale.ROOT))
        .put("content", prefill);
    if (way == Prefill.CONTINUE) {
      body.put("add_generation_prompt", false);
      body.put("continue_final_message", true);
      // llama-server says the prefill again in any case. vLLM does when it is asked to, and only
      // then is a continuation that happens to begin like the prefill told from one that repeats
      // it.
      body.put("echo", true);
    }
  }

  /** What follows the prefill. */
  static String behind(@Nullable String prefill, String text) {
    return prefill != null && text.startsWith(prefill) ? text.substring(prefill.length()) : text;
  }
}
