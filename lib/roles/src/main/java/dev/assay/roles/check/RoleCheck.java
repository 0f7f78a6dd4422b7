// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.model.Model;
import dev.assay.model.ModelProviders;
import dev.assay.model.ModelSource;
import dev.assay.roles.check.CheckReport.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Has each role do its job with a plainly right and a plainly wrong sample, and each server show
 * what it honours: what is wrong with a model, its server or its settings is otherwise noticed by
 * answers that do not come. The calls are few, some twenty a server, and counted.
 */
public final class RoleCheck {

  private final Function<ModelSource, Model> opener;
  private final boolean thorough;
  private final CheckBill bill = new CheckBill();

  /**
   * @param thorough whether what costs more is tried as well, such as a long prompt
   */
  public RoleCheck(boolean thorough) {
    this(source -> ModelProviders.installed().open(source), thorough);
  }

  RoleCheck(Function<ModelSource, Model> opener, boolean thorough) {
    this.opener = opener;
    this.thorough = thorough;
  }

  /**
   * Checks roles, one after the other.
   *
   * @param progress is told what is being checked
   */
  public CheckReport check(List<CheckedRole> roles, Consumer<String> progress) {
    List<Part> parts = new ArrayList<>();
    Map<String, CheckedRole> servers = new LinkedHashMap<>();
    for (CheckedRole each : roles) {
      progress.accept(each.job().word());
      SampleCheck samples = new SampleCheck(each, bill);
      parts.add(new Part(each.job().word(), samples.run()));
      if (each.isServed() && samples.reached()) {
        servers.putIfAbsent(each.role().model().name() + " at " + each.source().url(), each);
      }
    }
    servers.forEach(
        (server, role) -> {
          progress.accept(server);
          parts.add(new Part(server, new ServerCheck(role, opener, bill, thorough).run()));
        });
    parts.addAll(related(roles));
    return new CheckReport(parts, bill.paid());
  }

  private static List<Part> related(List<CheckedRole> roles) {
    List<CheckedRole> generators =
        roles.stream().filter(each -> each.job() == RoleJob.GENERATOR).toList();
    boolean same =
        roles.stream()
            .filter(each -> each.job() == RoleJob.VERIFIER)
            .anyMatch(each -> generators.stream().anyMatch(each::hasWeightsOf));
    return same
        ? List.of(
            new Part(
                "generator and verifier",
                List.of(
                    Diagnosis.warning(
                        "the same weights solve and verify: they take their own mistakes for right",
                        "a verifier of another family"))))
        : List.of();
  }
}
