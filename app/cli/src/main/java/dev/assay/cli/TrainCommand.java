// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import picocli.CommandLine.Command;

/** Groups what can be trained. */
@Command(
    name = "train",
    description = {
      "Train.",
      "",
      "  ./assay train arithmetic --minutes 45   the embedded models, from nothing",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = TrainArithmeticCommand.class)
final class TrainCommand {}
