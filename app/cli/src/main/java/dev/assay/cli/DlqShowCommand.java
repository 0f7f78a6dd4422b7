// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.messaging.redrive.DeadLetter;
import dev.assay.messaging.redrive.DeadLetterBox;
import dev.assay.messaging.redrive.DeadLetterFilter;
import dev.assay.messaging.redrive.DeadLetterList;
import dev.assay.messaging.redrive.Position;
import dev.assay.messaging.redrive.StoredRecord;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one dead letter whole. */
@Command(
    name = "show",
    description = {"Show a dead letter: why it died, its headers and its body.", ""},
    footer = {"", ExitCode.DONE},
    mixinStandardHelpOptions = true)
final class DlqShowCommand implements Callable<Integer> {

  @Parameters(paramLabel = "TOPIC/PARTITION/OFFSET", description = "Where it lies, as listed.")
  private String place = "";

  @Mixin private BrokerOptions broker = new BrokerOptions();

  @Override
  public Integer call() {
    Position position = DeadLetterOptions.read("position", place, Position::parse);
    try (DeadLetterBox box = broker.open()) {
      DeadLetterList listing = box.list(DeadLetterFilter.of(position), 1);
      Optional<StoredRecord> record =
          listing.entries().isEmpty() ? Optional.empty() : box.record(position);
      if (record.isEmpty()) {
        throw new UsageException("there is no dead letter at " + position);
      }
      show(listing.entries().getFirst(), record.get());
    }
    return ExitCode.VERIFIED;
  }

  private static void show(DeadLetterList.Entry entry, StoredRecord record) {
    DeadLetter letter = entry.letter();
    System.out.printf(
        "place     %s, on %s%n", letter.position(), letter.position().topic().deadLetters());
    System.out.printf("when      %s%n", letter.at());
    System.out.printf("group     %s%n", letter.group() == null ? "nobody said" : letter.group());
    System.out.printf("event     %s%n", DeadLetterText.event(letter));
    System.out.printf("reason    %s%n", letter.reason() == null ? "nobody said" : letter.reason());
    System.out.printf("redriven  %s%n", history(entry));
    StoredRecordText.lines(record).forEach(System.out::println);
  }

  private static String history(DeadLetterList.Entry entry) {
    String from = DeadLetterText.redriven(entry.redriven()) + " from here";
    return entry.letter().lives() == 0
        ? from
        : from + "; " + DeadLetterText.redriven(entry.letter().lives()) + " before it died here";
  }
}
