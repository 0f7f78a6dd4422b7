// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.contracts.Json;
import dev.assay.lab.draws.ServiceRole;
import dev.assay.roles.check.CheckReport;
import dev.assay.roles.check.CheckedRole;
import dev.assay.roles.check.RoleCheck;
import dev.assay.roles.check.RoleJob;
import dev.assay.standalone.ModelEnvironment;
import dev.assay.standalone.ModelRole;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds out whether the models do their jobs as they are configured. */
@Command(
    name = "check",
    description = {
      "Have each role do its job with a plainly right and a plainly wrong sample, and each server"
          + " show what it honours; say what is wrong, and what to change.",
      "",
      "It calls the models some thirty times, and says how often and how many tokens that took.",
      ""
    },
    footer = {"", "Exit codes: 0 no fault was found; 1 one was; 2 wrong usage, or refused."},
    mixinStandardHelpOptions = true)
final class ModelsCheckCommand implements Callable<Integer> {

  private static final Map<ModelRole, RoleJob> JOBS =
      new EnumMap<>(
          Map.of(
              ModelRole.GENERATOR, RoleJob.GENERATOR,
              ModelRole.CRITIC, RoleJob.CRITIC,
              ModelRole.REFINE, RoleJob.REFINER,
              ModelRole.VERIFIER, RoleJob.VERIFIER));

  @Option(
      names = "--thorough",
      description = "Try what costs more as well: a prompt of some 10,000 tokens.")
  private boolean thorough;

  @Option(names = "--json", description = "Print only JSON.")
  private boolean json;

  @Override
  public Integer call() {
    StatusLine status = StatusLine.onStandardError();
    Path log = OpenModels.log();
    List<CheckedRole> roles =
        Stream.of(ModelRole.values())
            .map(
                role -> {
                  status.show("opening the model of the " + role.word() + " ...");
                  return checked(role, log);
                })
            .toList();
    CheckReport report =
        new RoleCheck(thorough).check(roles, part -> status.show("checking " + part + " ..."));
    status.clear();
    CheckText text = new CheckText(ModelEnvironment.here());
    if (json) {
      System.out.println(
          Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(text.json(report)));
    } else {
      text.lines(report, Terminal.width(Terminal.OUTPUT)).forEach(System.out::println);
    }
    return report.isWell() ? ExitCode.VERIFIED : ExitCode.FAILED;
  }

  private static CheckedRole checked(ModelRole role, Path log) {
    ServiceRole opened = OpenModels.role(role, log);
    return new CheckedRole(Objects.requireNonNull(JOBS.get(role)), opened.role(), opened.source());
  }
}
