// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.model.Message;
import dev.assay.model.Message.Speaker;
import dev.assay.model.ModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.model.ServerCalls.Prefill;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** In which way a server goes on with a reply that is begun for it: some open a turn instead. */
final class PrefillProbe {

  private static final String SETTING = "assay.role.model.calls.prefill";

  private static final Message QUESTION =
      new Message(Speaker.USER, "What is the capital of France? Answer in one sentence.");

  /** In the middle of a word: a turn that begins anew does not begin with the rest of it. */
  private static final String BEGUN = "The capital of France is Par";

  private static final String REST = "is";
  private static final int TOKENS = 8;

  private static final Prompt PROMPT = new Prompt(List.of(QUESTION), List.of(), BEGUN, List.of());

  private PrefillProbe() {}

  static List<Diagnosis> of(Probe probe) {
    CompletionRequest request = probe.likeliest(PROMPT, TOKENS);
    List<String> honoured =
        Stream.of(Prefill.values())
            .filter(way -> way != Prefill.NONE)
            .filter(way -> goesOn(() -> probe.variants().begun(way, request)))
            .map(way -> way.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    String best = honoured.isEmpty() ? "none" : honoured.getFirst();
    boolean configured = probe.model().capabilities().contains(Capability.PREFILL);
    if (configured && !isKept(probe)) {
      return List.of(
          Diagnosis.fault(
              "a reply that is begun is not gone on with: the server opens a turn instead",
              SETTING + "=" + best));
    }
    if (configured || honoured.isEmpty()) {
      return List.of(
          Diagnosis.well(
              "ways in which the server goes on with a reply: "
                  + (honoured.isEmpty() ? "none" : String.join(", ", honoured))));
    }
    return List.of(
        Diagnosis.advice(
            "ways in which the server goes on with a reply, and none is configured: "
                + String.join(", ", honoured),
            SETTING + "=" + best));
  }

  private static boolean isKept(Probe probe) {
    return goesOn(() -> probe.bill().ask(probe.model(), probe.likeliest(PROMPT, TOKENS)));
  }

  private static boolean goesOn(Supplier<Reply> call) {
    try {
      return call.get().text().startsWith(REST);
    } catch (ModelException e) {
      return Probe.honouredDespite(e);
    }
  }
}
