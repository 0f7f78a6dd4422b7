// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.contracts.Json;
import dev.assay.standalone.ModelEnvironment;
import dev.assay.standalone.ModelRole;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists which model plays which role, and how it does. */
@Command(
    name = "models",
    description = {
      "List the roles: model, server, protocol, health, and of a system that runs, speed and the"
          + " share of replies that could not be read.",
      "",
      "  ./assay models check   whether they do their jobs, and what to change",
      ""
    },
    mixinStandardHelpOptions = true,
    subcommands = ModelsCheckCommand.class)
final class ModelsCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Print only JSON.")
  private boolean json;

  @Mixin private ServerOptions server = new ServerOptions();

  @Override
  public Integer call() {
    ModelEnvironment environment = ModelEnvironment.here();
    environment
        .trouble()
        .ifPresent(
            trouble -> {
              throw new UsageException(trouble);
            });
    RunningRoles running = RunningRoles.of(server);
    List<RoleListing> roles =
        Stream.of(ModelRole.values())
            .map(role -> RoleListing.of(environment.of(role), running.measured(role)))
            .toList();
    if (json) {
      System.out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(roles));
    } else {
      int width = Terminal.width(Terminal.OUTPUT);
      roles.forEach(each -> each.lines(width).forEach(System.out::println));
      System.out.println(running.where());
    }
    boolean well = roles.stream().allMatch(each -> each.trouble() == null);
    return well ? ExitCode.VERIFIED : ExitCode.FAILED;
  }
}
