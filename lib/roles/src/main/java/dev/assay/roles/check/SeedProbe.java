// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.model.Reply;
import java.util.ArrayList;
import java.util.List;

/** Whether the same seed draws the same reply, and another seed another one. */
final class SeedProbe {

  private static final String OPEN =
      "Invent a name for a boat that nobody has used, and say in one sentence why it fits.";

  private static final int TOKENS = 40;

  private SeedProbe() {}

  static List<Diagnosis> of(Probe probe) {
    Reply first = probe.bill().ask(probe.model(), probe.drawn(OPEN, 1, TOKENS));
    Reply again = probe.bill().ask(probe.model(), probe.drawn(OPEN, 1, TOKENS));
    Reply other = probe.bill().ask(probe.model(), probe.drawn(OPEN, 2, TOKENS));
    List<Diagnosis> found = new ArrayList<>();
    if (first.promptTokens() == 0) {
      found.add(
          Diagnosis.warning(
              "the server reports no usage: what calls cost is not counted",
              "a server that reports usage; of a streamed reply some report it only with"
                  + " assay.role.model.calls.stream=false"));
    }
    found.add(drawn(said(first), said(again), said(other)));
    return found;
  }

  private static String said(Reply reply) {
    return reply.thinking() + "\n" + reply.text();
  }

  private static Diagnosis drawn(String first, String again, String other) {
    if (first.equals(other)) {
      return Diagnosis.warning(
          "two seeds drew the same reply above temperature 0: attempts and verdicts are copies",
          "no cache of replies in front of the server, and a server that honours temperature and"
              + " seed");
    }
    return first.equals(again)
        ? Diagnosis.well("a seed draws its reply again, and another seed another")
        : Diagnosis.warning(
            "the same seed drew two replies: a task that is done twice is judged by another draw",
            "a server that honours seed; one that batches on a GPU does so only roughly, and"
                + " assay.role.model.calls.leave-out=seed spares one that refuses");
  }
}
