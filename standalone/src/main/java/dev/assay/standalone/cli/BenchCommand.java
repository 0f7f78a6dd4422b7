// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone.cli;

import picocli.CommandLine.Command;

/** Groups what can be measured: the running loop, or our judgement of recorded outputs. */
@Command(
    name = "bench",
    description = {
      "Measure.",
      "",
      "  ./assay bench bbh --data DIR        the running loop, on known problems",
      "  ./assay bench recorded --data DIR   judgement and selection, on recordings",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {BbhCommand.class, RecordedCommand.class})
final class BenchCommand {}
