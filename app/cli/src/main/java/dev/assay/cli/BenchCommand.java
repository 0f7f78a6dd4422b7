// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import picocli.CommandLine.Command;

/**
 * Groups what can be measured: the running loop and its own cost, our judgement of recorded
 * outputs, its judges on labelled steps, what model calls buy, or what is kept of it all when
 * processes are killed.
 */
@Command(
    name = "bench",
    description = {
      "Measure.",
      "",
      "  ./assay bench bbh --dataset DIR        the running loop, on known problems",
      "  ./assay bench critics --data DIR       the critic or the verifier, on labelled steps",
      "  ./assay bench faults --minutes 30      promises kept while processes are killed",
      "  ./assay bench overhead                 what the loop costs beside its model calls",
      "  ./assay bench readings                 how answers and verdicts are read, on our tables",
      "  ./assay bench recorded --dataset DIR   judgement and selection, on recordings",
      "  ./assay bench scaling --dataset DIR    accuracy against model calls",
      "  ./assay bench storage                  bytes a problem takes, by table and topic",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {
      BbhCommand.class,
      CriticsCommand.class,
      FaultsCommand.class,
      OverheadCommand.class,
      ReadingsCommand.class,
      RecordedCommand.class,
      ScalingCommand.class,
      StorageCommand.class
    })
final class BenchCommand {}
