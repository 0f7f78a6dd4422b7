// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.messaging.redrive.StoredRecord;
import dev.assay.messaging.redrive.StoredRecord.Header;
import dev.assay.standalone.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DlqCommandTests {

  private final PrintStream usualErr = System.err;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(err, true, UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setErr(usualErr);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "list --topic guesses | --topic: 'guesses' (expected: one of [problems, attempts,",
        "list --problem 7 | --problem: problem id: 7 (expected: a UUID)",
        "list --since yesterday | --since: 'yesterday' (expected: such as 90s, 2h or",
        "list --since 2026-13-01 | --since: '2026-13-01' (expected: such as 90s, 2h or",
        "list --limit 0 | --limit: 0 (expected: 1 to 10000)",
        "show attempts/1 | position: 'attempts/1' (expected: TOPIC/PARTITION/OFFSET,",
        "redrive attempts/1/x | position: 'attempts/1/x' (expected: TOPIC/PARTITION/OFFSET,",
        "redrive | which dead letters? (expected: places, a filter such as",
        "redrive --all --topic attempts | which dead letters? (expected: places, a filter such as",
        "redrive --all attempts/1/2 | which dead letters? (expected: places, a filter such as"
      })
  void whatCannotBeIsRefused(String arguments, String said) {
    assertThat(dlq(arguments)).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains(said);
  }

  @Test
  void whereNoSystemRunsItIsSaidHowToNameOne() {
    assertThat(dlq("list")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .contains("no system runs on " + folder, "./assay serve --data", "ASSAY_KAFKA=HOST:PORT");
  }

  @Test
  void aSystemThatIsStartingIsToBeWaitedFor() {
    try (DataFolder _ = DataFolder.take(folder)) {
      assertThat(dlq("list")).isEqualTo(2);
    }
    assertThat(err.toString(UTF_8))
        .contains("the system on " + folder + " is starting", "Wait until process ");
  }

  @Test
  void noByteOfARecordReachesTheTerminalThatIsNoText() {
    StoredRecord record =
        new StoredRecord(
            new byte[] {27, '[', '2', 'J'},
            "{\"a\": \"\u001b[31m\"".getBytes(UTF_8),
            List.of(new Header("x\ny", new byte[] {(byte) 0x9b, '3', '1', 'm', 0})));

    assertThat(StoredRecordText.lines(record))
        .containsExactly(
            "key       \ufffd[2J",
            "headers   1",
            "  x y: \ufffd31m\ufffd",
            "body      13 bytes",
            "{\"a\": \"\ufffd[31m\"");
  }

  @Test
  void aLargeRecordIsShownByItsBeginning() {
    List<Header> headers =
        IntStream.range(0, 100).mapToObj(each -> new Header("h", new byte[9_999])).toList();
    StoredRecord record =
        new StoredRecord(null, ("[" + "7,".repeat(50_000) + "7]").getBytes(UTF_8), headers);

    List<String> lines = StoredRecordText.lines(record);

    assertThat(lines)
        .contains("key       none", "  … and 36 more", "… and 34467 more bytes")
        .hasSizeLessThan(80)
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(70_000));
  }

  private int dlq(String arguments) {
    List<String> all = new ArrayList<>(List.of("dlq"));
    all.addAll(List.of(arguments.split(" ")));
    all.addAll(List.of("--data", folder.toString()));
    return Assay.run(all.toArray(String[]::new));
  }
}
