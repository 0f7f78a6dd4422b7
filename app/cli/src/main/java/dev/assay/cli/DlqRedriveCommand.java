// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.messaging.redrive.DeadLetterBox;
import dev.assay.messaging.redrive.DeadLetterFilter;
import dev.assay.messaging.redrive.Position;
import dev.assay.messaging.redrive.Redrive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends dead letters to their topics again. */
@Command(
    name = "redrive",
    description = {
      "Send the records of dead letters to their topics again, each once. What would change nothing"
          + " is said and left: work for settled problems, records that were cut or cannot be read.",
      ""
    },
    footer = {"", ExitCode.DONE},
    mixinStandardHelpOptions = true)
final class DlqRedriveCommand implements Callable<Integer> {

  private static final int MOST = 100_000;

  @Parameters(
      paramLabel = "TOPIC/PARTITION/OFFSET",
      arity = "0..*",
      description = "These only; or those that the options say.")
  private List<String> places = new ArrayList<>();

  @Mixin private DeadLetterOptions letters = new DeadLetterOptions();

  @Mixin private BrokerOptions broker = new BrokerOptions();

  @Option(names = "--all", description = "All there are.")
  private boolean all;

  @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
  private boolean dry;

  @Option(names = "--again", description = "Those as well that were redriven before.")
  private boolean again;

  @Option(
      names = "--limit",
      defaultValue = "1000",
      description = "So many at the most (default: ${DEFAULT-VALUE}).")
  private int limit = 1_000;

  @Override
  public Integer call() {
    UsageException.requireBetween("--limit", limit, MOST);
    if (all == (letters.any() || !places.isEmpty())) {
      throw new UsageException(
          "which dead letters? (expected: places, a filter such as --topic or --reason, or --all and"
              + " none of them)");
    }
    DeadLetterFilter filter = letters.filter(places, Instant.now());
    Set<Position> missing = new TreeSet<>(filter.positions());
    Redrive.Tally tally;
    try (DeadLetterBox box = broker.open()) {
      tally =
          box.redrive(
              filter,
              new Redrive.Terms(again, dry, limit),
              Instant.now(),
              done -> {
                missing.remove(done.letter().position());
                System.out.println(line(done));
              });
    }
    say(tally);
    if (!missing.isEmpty() && !tally.more()) {
      throw new UsageException("no such dead letters: " + missing);
    }
    return ExitCode.VERIFIED;
  }

  private static String line(Redrive done) {
    String what =
        switch (done.outcome()) {
          case REDRIVEN -> "redriven";
          case PLANNED -> "would be redriven";
          case SKIPPED -> "skipped";
        };
    String event =
        "  %s  %s".formatted(done.letter().position(), DeadLetterText.event(done.letter()));
    return what + event + (done.why() == null ? "" : ": " + done.why());
  }

  private void say(Redrive.Tally tally) {
    if (!tally.complete()) {
      throw new SystemFailedException(
          "nothing was redriven: there are more dead letters than are looked at at once; narrow it"
              + " by --topic or --since");
    }
    System.err.printf(
        "%d %s, %d skipped%s%n",
        tally.redriven(),
        dry ? "would be redriven" : "redriven",
        tally.skipped(),
        tally.more() ? "; there are more, which the next run goes on with (--limit)" : "");
  }
}
