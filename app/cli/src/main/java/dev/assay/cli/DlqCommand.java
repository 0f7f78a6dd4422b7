// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import picocli.CommandLine.Command;

/** Groups what can be done about records that nobody could work. */
@Command(
    name = "dlq",
    description = {
      "Look at dead letters, and send them again.",
      "",
      "  ./assay dlq list                       what nobody could work, and why",
      "  ./assay dlq show TOPIC/PARTITION/OFFSET",
      "  ./assay dlq redrive --reason TEXT      once more, after the cause is mended",
      ""
    },
    footer = {
      "",
      "The broker is that of the system that runs on the data folder, or the one of ASSAY_KAFKA.",
      "",
      ExitCode.DONE
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {DlqListCommand.class, DlqShowCommand.class, DlqRedriveCommand.class})
final class DlqCommand {}
