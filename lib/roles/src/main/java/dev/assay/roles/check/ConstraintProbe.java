// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.model.Message;
import dev.assay.model.ModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.model.ServerCalls.Constraint;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** In which way a server can be held to given texts: most ignore what they do not know. */
final class ConstraintProbe {

  private static final String SETTING = "assay.role.model.calls.constraint";

  /** Nothing that a model says of its own accord. */
  private static final List<String> CHOICES = List.of("zebra-17", "zebra-18");

  private static final Prompt HELD =
      new Prompt(
          List.of(new Message(Message.Speaker.USER, "Say hello.")), List.of(), null, CHOICES);

  private static final int TOKENS = 32;

  private ConstraintProbe() {}

  static List<Diagnosis> of(Probe probe) {
    CompletionRequest request = probe.likeliest(HELD, TOKENS);
    List<String> honoured =
        Stream.of(Constraint.values())
            .filter(way -> way != Constraint.NONE && isHonoured(probe, way, request))
            .map(way -> way.name().toLowerCase(Locale.ROOT))
            .toList();
    String best = honoured.isEmpty() ? "none" : honoured.getFirst();
    boolean configured = probe.model().capabilities().contains(Capability.CHOICES);
    if (configured && !isKept(probe)) {
      return List.of(
          Diagnosis.fault(
              "replies are not held to the choices that they are given: the server ignores the"
                  + " constraint",
              SETTING + "=" + best));
    }
    if (configured || honoured.isEmpty()) {
      return List.of(
          Diagnosis.well(
              "constraints that the server honours: "
                  + (honoured.isEmpty() ? "none" : String.join(", ", honoured))));
    }
    return List.of(
        Diagnosis.advice(
            "constraints that the server honours, and none is configured: "
                + String.join(", ", honoured),
            SETTING + "=" + best));
  }

  private static boolean isHonoured(Probe probe, Constraint way, CompletionRequest request) {
    return isOneOf(() -> probe.variants().constrained(way, request));
  }

  private static boolean isKept(Probe probe) {
    return isOneOf(() -> probe.bill().ask(probe.model(), probe.likeliest(HELD, TOKENS)));
  }

  private static boolean isOneOf(Supplier<Reply> call) {
    try {
      return CHOICES.contains(call.get().text().strip());
    } catch (ModelException e) {
      return Probe.honouredDespite(e);
    }
  }
}
