// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.model.Model;
import dev.assay.model.ModelException;
import dev.assay.model.ModelSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Finds out what a server honours of what it is sent, by tiny calls. */
final class ServerCheck {

  private final CheckedRole checked;
  private final Probe probe;
  private final boolean thorough;

  /**
   * @param checked a role that the server plays
   * @param thorough whether a long prompt is tried as well
   */
  ServerCheck(
      CheckedRole checked, Function<ModelSource, Model> opener, CheckBill bill, boolean thorough) {
    this.checked = checked;
    this.probe = new Probe(checked.role(), new CallVariants(checked.source(), opener, bill), bill);
    this.thorough = thorough;
  }

  List<Diagnosis> run() {
    List<Diagnosis> found = new ArrayList<>(named());
    found.addAll(tried(SeedProbe::of));
    found.addAll(tried(ConstraintProbe::of));
    found.addAll(tried(PrefillProbe::of));
    found.addAll(tried(LogProbabilityProbe::of));
    if (streams()) {
      found.addAll(tried(StreamProbe::of));
    }
    if (thorough) {
      found.addAll(tried(LongPromptProbe::of));
    }
    return found;
  }

  private boolean streams() {
    return checked.source().calls() == null
        || !Boolean.FALSE.equals(checked.source().calls().stream());
  }

  /** Some servers take any name, and answer by what they have. */
  private List<Diagnosis> named() {
    List<String> listed = probe.model().listed();
    String name = checked.role().model().name();
    return listed.isEmpty() || listed.contains(name)
        ? List.of()
        : List.of(
            Diagnosis.warning(
                "the server lists no model %s, and answers all the same".formatted(name),
                CallTrouble.names(listed)));
  }

  private List<Diagnosis> tried(Function<Probe, List<Diagnosis>> check) {
    try {
      return check.apply(probe);
    } catch (ModelException e) {
      return List.of(CallTrouble.of(e, probe.model()));
    }
  }
}
