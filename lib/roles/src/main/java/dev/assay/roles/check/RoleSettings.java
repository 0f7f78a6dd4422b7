// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.model.Capability;
import dev.assay.model.Prompt;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Ask;
import dev.assay.roles.Role;
import java.util.ArrayList;
import java.util.List;

/** What can be said of a role's settings before any call. */
final class RoleSettings {

  private RoleSettings() {}

  static List<Diagnosis> of(CheckedRole checked, Sample sample) {
    Role role = checked.role();
    List<Diagnosis> found = new ArrayList<>();
    if (role.temperature() == 0 && checked.job() == RoleJob.GENERATOR) {
      found.add(alike("all attempts at a problem are the same"));
    }
    if (role.temperature() == 0 && checked.job() == RoleJob.VERIFIER) {
      found.add(alike("all verdicts on a solution are the same"));
    }
    found.addAll(missing(role, checked.job().opening(role.protocol(), sample, true)));
    return found;
  }

  private static Diagnosis alike(String what) {
    return Diagnosis.warning(
        "at temperature 0 " + what, "assay.role.temperature above 0, such as 0.7");
  }

  private static <T> List<Diagnosis> missing(Role role, Reading<T> opening) {
    if (!(opening instanceof Ask<T> ask)) {
      return List.of();
    }
    List<Diagnosis> found = new ArrayList<>();
    Prompt prompt = ask.next().prompt();
    if (ask.next().topLogProbabilities() > 0) {
      found.addAll(missing(role, Capability.LOG_PROBABILITIES, "log-probabilities=true"));
    }
    if (!prompt.choices().isEmpty()) {
      found.addAll(missing(role, Capability.CHOICES, "constraint"));
    }
    if (prompt.prefill() != null) {
      found.addAll(missing(role, Capability.PREFILL, "prefill"));
    }
    return found;
  }

  private static List<Diagnosis> missing(Role role, Capability wanted, String setting) {
    return role.model().capabilities().contains(wanted)
        ? List.of()
        : List.of(
            Diagnosis.warning(
                "the protocol %s wants %s, which the model is not said to have"
                    .formatted(role.protocol().name(), wanted),
                "assay.role.model.calls." + setting + ", where the server honours it"));
  }
}
