// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.model.FailureKind;
import dev.assay.model.ModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether a server reads all of a long prompt, or cuts it without a word. */
final class LongPromptProbe {

  /** Each is a token at the least. */
  private static final int NUMBERS = 6_000;

  private LongPromptProbe() {}

  static List<Diagnosis> of(Probe probe) {
    String text =
        IntStream.range(0, NUMBERS)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(" ", "", "\nReply with the first number."));
    try {
      Reply reply = probe.bill().ask(probe.model(), probe.likeliest(Prompt.of(text), 8));
      return List.of(read(reply.promptTokens()));
    } catch (ModelException e) {
      return List.of(
          e.kind() == FailureKind.CONTEXT_LENGTH
              ? Diagnosis.warning(
                  "a prompt of %d numbers does not fit the context".formatted(NUMBERS),
                  "a longer context of the server, where problems and solutions are long")
              : CallTrouble.of(e, probe.model()));
    }
  }

  private static Diagnosis read(int tokens) {
    if (tokens == 0) {
      return Diagnosis.warning(
          "whether long prompts are cut cannot be told: no usage is reported",
          "a server that reports usage");
    }
    return tokens < NUMBERS
        ? Diagnosis.fault(
            "of a prompt of %d numbers the server read %d tokens: it cuts prompts without a word"
                .formatted(NUMBERS, tokens),
            "a longer context of the server, such as OLLAMA_CONTEXT_LENGTH=16384 for Ollama")
        : Diagnosis.well("reads a long prompt whole: %d tokens".formatted(tokens));
  }
}
