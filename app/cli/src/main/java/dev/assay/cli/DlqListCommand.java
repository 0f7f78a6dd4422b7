// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.messaging.redrive.DeadLetterBox;
import dev.assay.messaging.redrive.DeadLetterFilter;
import dev.assay.messaging.redrive.DeadLetterList;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists dead letters, a line for each. */
@Command(
    name = "list",
    description = {
      "List dead letters, the newest last: place, time, consumer group, event, reason.",
      ""
    },
    footer = {"", ExitCode.DONE},
    mixinStandardHelpOptions = true)
final class DlqListCommand implements Callable<Integer> {

  private static final int MOST = 10_000;

  @Mixin private DeadLetterOptions letters = new DeadLetterOptions();

  @Mixin private BrokerOptions broker = new BrokerOptions();

  @Option(
      names = "--limit",
      defaultValue = "100",
      description = "So many of the newest at the most (default: ${DEFAULT-VALUE}).")
  private int limit = 100;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Override
  public Integer call() {
    UsageException.requireBetween("--limit", limit, MOST);
    DeadLetterFilter filter = letters.filter(List.of(), Instant.now());
    try (DeadLetterBox box = broker.open()) {
      DeadLetterList listing = box.list(filter, limit);
      listing
          .entries()
          .forEach(
              each ->
                  System.out.println(json ? DeadLetterText.json(each) : DeadLetterText.line(each)));
      sayWhatIsMissing(listing);
    }
    return ExitCode.VERIFIED;
  }

  private void sayWhatIsMissing(DeadLetterList listing) {
    long older = listing.matching() - listing.entries().size();
    if (older > 0) {
      System.err.printf("%d more, older ones (--limit %d)%n", older, limit);
    }
    if (listing.matching() == 0) {
      System.err.println("no dead letters" + (letters.any() ? " of this kind" : ""));
    }
    if (!listing.complete()) {
      throw new SystemFailedException(
          "there are more dead letters than are looked at at once; narrow it by --topic or --since");
    }
  }
}
